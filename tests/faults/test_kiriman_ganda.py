"""F9: the same form twice, at once or because the answer was lost: one record, and it says so."""

from functools import partial

import pytest
from django.test import Client
from django.urls import reverse

from inti.models import JejakAudit
from kerjasama.models import Mitra
from pengawasan.models import Kegiatan
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import hari
from tests.support.races import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]
SEKALIGUS = 4


def mitra():
    isi = {"nama": "PT Air Jernih", "jenis": "perusahaan_swasta"}
    return reverse("kerjasama:mitra-tambah"), isi, Mitra


def kegiatan():
    isi = {
        "jenis": "evaluasi",
        "metode": "fgd",
        "alasan": "Pengaduan",
        "peminta": "Sekretaris Daerah",
        "tanggal_rencana": hari().isoformat(),
    }
    naskah = NaskahFactory()
    alamat = reverse("pengawasan:kegiatan-tambah")
    return f"{alamat}?naskah={naskah.pk}", isi | {"naskah": naskah.pk}, Kegiatan


@pytest.mark.parametrize("formulir", [mitra, kegiatan])
def test_the_same_form_four_times_at_once_and_once_more_is_one_record(formulir):
    orang = PenggunaFactory(staf=True)
    alamat, isi, model = formulir()
    semua = [Client() for _ in range(SEKALIGUS + 1)]
    for satu in semua:
        satu.force_login(orang)
    isi["kunci"] = str(semua[0].get(alamat).context["form"]["kunci"].value())

    jawaban = at_once(*[partial(satu.post, alamat, isi) for satu in semua[:-1]])
    # Whose answer was lost sends it again.
    jawaban.append(semua[-1].post(alamat, isi, follow=True))

    assert model.objects.count() == 1
    assert JejakAudit.objects.filter(objek_jenis=model._meta.label_lower).count() == 1
    assert sum(satu.status_code == 302 for satu in jawaban) == 1
    assert "sudah dikirim; datanya tidak disimpan dua kali" in jawaban[-1].text
