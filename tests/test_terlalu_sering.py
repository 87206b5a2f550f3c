"""What costs much to make, one person may start only so often a minute."""

import pytest
from django.core.cache import cache
from django.urls import reverse

from inti.laju import JENDELA
from inti.models import JejakAudit
from pelaporan.models import BerkasLengkap, Bundel, Dokumen
from tests.factories.adegan import bangun
from tests.support.clients import ReadOnlyGetClient
from tests.test_permissions import isi, url

# A file that is made while one waits, and what is queued to be made; by whom.
EKSPOR = [
    ("GET", "kerjasama:naskah-daftar", "?format=csv", "staf"),
    ("GET", "jejak-daftar", "?format=xlsx", "walikota"),
    ("GET", "kerjasama:impor-sisa-csv", "", "staf"),
    ("GET", "pengawasan:matrik-unduh", "", "staf"),
    ("POST", "data-saya-unduh", "", "mitra"),
]
DOKUMEN = [
    ("pelaporan:dokumen-terbitkan", "?baru=1", "staf"),
    ("pelaporan:berkas-lengkap-minta", "", "staf"),
    ("pelaporan:bundel-ulangi", "", "tim"),
]


@pytest.fixture
def adegan(db):
    return bangun()


@pytest.fixture(autouse=True)
def batas(settings):
    settings.EKSPOR_PER_MENIT = settings.DOKUMEN_PER_MENIT = 1


def peramban(adegan, siapa):
    klien = ReadOnlyGetClient()
    klien.force_login(adegan.orang[siapa])
    return klien


def ditolak(jawaban):
    assert jawaban.status_code == 429
    assert jawaban["Retry-After"] == str(JENDELA)
    assert "Tunggu satu menit" in jawaban.content.decode()


@pytest.mark.parametrize(("cara", "nama", "kueri", "siapa"), EKSPOR)
def test_file_is_refused_in_words_once_there_were_too_many(adegan, cara, nama, kueri, siapa):
    klien, alamat = peramban(adegan, siapa), url(adegan, nama) + kueri
    satu = klien.generic(cara, alamat)
    isi(satu)
    jejak = JejakAudit.objects.count()

    ditolak(klien.generic(cara, alamat))

    assert satu.status_code == 200
    assert JejakAudit.objects.count() == jejak
    cache.clear()  # the window is over
    assert isi(klien.generic(cara, alamat))


@pytest.mark.parametrize(("nama", "kueri", "siapa"), DOKUMEN)
def test_document_beyond_the_limit_is_not_begun(adegan, nama, kueri, siapa):
    def potret():
        return [list(m.objects.order_by("pk").values()) for m in (Dokumen, BerkasLengkap, Bundel)]

    klien, alamat = peramban(adegan, siapa), url(adegan, nama) + kueri
    assert klien.post(alamat).status_code == 302
    sudah = potret()

    ditolak(klien.post(alamat))

    assert potret() == sudah


def test_each_person_and_each_kind_has_its_own_count(adegan):
    staf, ketua = peramban(adegan, "staf"), peramban(adegan, "ketua")
    daftar = reverse("kerjasama:naskah-daftar")

    assert [isi(k.get(f"{daftar}?format=csv")) != b"" for k in (staf, ketua)] == [True, True]

    assert staf.post(url(adegan, "pelaporan:berkas-lengkap-minta")).status_code == 302
    assert staf.get(daftar).status_code == 200
    ditolak(staf.get(f"{daftar}?format=xlsx"))


def test_zero_is_no_limit(adegan, settings):
    settings.EKSPOR_PER_MENIT = 0
    klien = peramban(adegan, "staf")

    for _ in range(3):
        assert klien.get(reverse("kerjasama:naskah-daftar") + "?format=csv").status_code == 200
