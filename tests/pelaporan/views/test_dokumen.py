"""Official documents through the client."""

import pytest
from django.urls import reverse

from inti.models import JejakAudit
from pelaporan.models import Dokumen
from pelaporan.pdf import HasilPdf
from pelaporan.services import dokumen as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import anggota_mitra, anggota_pd
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    HadirinFactory,
    KegiatanFactory,
    MatrikFactory,
    SuratTugasFactory,
)
from tests.factories.teguran import SuratTeguranFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _tanpa_render(monkeypatch):
    hasil = HasilPdf(b"%PDF-1.7 palsu", 2)
    monkeypatch.setattr(services, "dokumen_pdf", lambda templat, isi, berkas: hasil)


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True))
    return client


def terbitkan(client, jenis, objek):
    return client.post(reverse("pelaporan:dokumen-terbitkan", args=[jenis, objek.pk]), follow=True)


def test_a_letter_is_issued_watched_and_opened(staf):
    jawaban = terbitkan(staf, "surat_tugas", SuratTugasFactory())
    satu = Dokumen.objects.get()
    assert "Menunggu giliran" in jawaban.text
    services.kerjakan_antrean()

    kemajuan = staf.get(reverse("pelaporan:dokumen-kemajuan", args=[satu.pk])).text
    berkas = staf.get(reverse("pelaporan:dokumen-unduh", args=[satu.pk]))

    assert "2 halaman" in kemajuan
    assert berkas.getvalue() == b"%PDF-1.7 palsu"
    assert berkas["X-Content-Type-Options"] == "nosniff"
    assert JejakAudit.objects.filter(aksi="berkas.unduh").exists()


def test_a_document_that_is_not_made_yet_cannot_be_opened(staf):
    terbitkan(staf, "surat_tugas", SuratTugasFactory())

    url = reverse("pelaporan:dokumen-unduh", args=[Dokumen.objects.get().pk])

    assert staf.get(url).status_code == 404


def test_a_refusal_is_said_on_the_page_of_the_object(staf):
    jawaban = terbitkan(staf, "daftar_hadir", KegiatanFactory(ditugaskan=True))

    assert "Isi daftar hadir lebih dahulu." in jawaban.text
    assert not Dokumen.objects.exists()


def test_a_kind_that_does_not_exist_is_missing(staf):
    assert terbitkan(staf, "ijazah", KegiatanFactory()).status_code == 404


def test_a_unit_prints_its_own_berita_acara_and_no_other(client):
    berita_acara = BeritaAcaraFactory(diverifikasi=True)
    client.force_login(anggota_pd(berita_acara.perangkat_daerah))

    sendiri = terbitkan(client, "berita_acara", berita_acara)
    lain = terbitkan(client, "berita_acara", BeritaAcaraFactory(diverifikasi=True))

    assert (sendiri.status_code, lain.status_code) == (200, 404)


def test_a_unit_does_not_print_the_matrix_before_it_is_reported(client):
    kegiatan = KegiatanFactory(evaluasi=True, dilaksanakan=True)
    MatrikFactory(kegiatan=kegiatan, baris=1)
    client.force_login(anggota_pd(kegiatan.naskah.perangkat_daerah.get()))

    assert terbitkan(client, "matrik", kegiatan).status_code == 403


def test_only_those_who_plan_may_invite(client):
    kegiatan = KegiatanFactory(ditugaskan=True)
    client.force_login(anggota_pd(kegiatan.naskah.perangkat_daerah.get()))

    assert terbitkan(client, "undangan", kegiatan).status_code == 403


def test_a_mitra_opens_its_own_warning_and_no_other(client):
    surat, lain = SuratTeguranFactory(), SuratTeguranFactory()
    client.force_login(anggota_mitra(surat.teguran.mitra))

    assert terbitkan(client, "surat_teguran", surat).status_code == 200
    assert terbitkan(client, "surat_teguran", lain).status_code == 404


def test_an_old_version_says_so_and_leads_to_the_new_one(staf):
    kegiatan = KegiatanFactory(ditugaskan=True)
    for _ in range(2):
        HadirinFactory(rapat__kegiatan=kegiatan)
        terbitkan(staf, "daftar_hadir", kegiatan)

    lama, baru = Dokumen.objects.order_by("versi")
    halaman = staf.get(lama.get_absolute_url()).text

    assert "Ini versi lama" in halaman
    assert baru.get_absolute_url() in halaman
