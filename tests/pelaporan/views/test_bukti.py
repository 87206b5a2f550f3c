"""Proof of diligence through the client: who sees it, and that it tells what the rows tell."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from inti import audit
from inti.notifikasi import antrekan
from inti.pesan import Pesan
from pelaporan.enums import JenisDokumen
from pelaporan.models import Dokumen
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, anggota_mitra, anggota_pd
from tests.factories.pelaporan import KewajibanLaporanFactory
from tests.factories.pengawasan import BeritaAcaraFactory, JadwalFactory, KegiatanFactory, hari
from tests.factories.teguran import SuratTeguranFactory, TeguranFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def naskah():
    PemerintahFactory()
    satu = NaskahFactory()
    jadwal = JadwalFactory(naskah=satu, status="terlaksana", jatuh_tempo=hari(-3))
    kegiatan = KegiatanFactory(naskah=satu, jadwal=jadwal, dilaksanakan=True)
    BeritaAcaraFactory(kegiatan=kegiatan, diverifikasi=True)
    JadwalFactory(naskah=satu, ke=2, jatuh_tempo=hari(-1))
    KewajibanLaporanFactory(naskah=satu, terlambat=True)
    SuratTeguranFactory(teguran=TeguranFactory(naskah=satu), disampaikan_tanggal=None,
                        disampaikan_cara="")  # fmt: skip
    return satu


def alamat(naskah):
    return reverse("pelaporan:bukti-naskah", args=[naskah.pk])


def test_page_tells_what_was_due_done_and_missing(client, naskah):
    client.force_login(PenggunaFactory(staf=True))

    bukti = client.get(alamat(naskah)).context["bukti"]

    selesai = [t for t in bukti.tugas if t.diverifikasi]
    assert [(t.nama, t.kejadian) for t in selesai] == [("Pemantauan giliran ke-1", hari(-3))]
    celah = " ".join(bukti.celah)
    for kata in ("Pemantauan giliran ke-2", "Laporan ke-1", "Penyampaian surat peringatan ke-1"):
        assert kata in celah
    assert "giliran ke-1 jatuh tempo" not in celah


def test_messages_about_the_naskah_are_there_and_those_of_another_are_not(client, naskah):
    penerima, staf = PenggunaFactory(nama="Penerima"), PenggunaFactory(staf=True)
    for satu, subjek in ((naskah, "Tentang ini"), (NaskahFactory(), "Tentang lain")):
        jejak = audit.catat("naskah.ubah", satu, oleh=None)
        antrekan(jejak, kepada=[penerima], pesan=Pesan(subjek, "x"))
    client.force_login(staf)

    kabar = client.get(alamat(naskah)).context["bukti"].kabar

    assert [(k.perihal, k.kepada) for k in kabar] == [("Tentang ini", "Penerima")]


def test_units_of_the_naskah_see_it_and_others_do_not(client, naskah):
    client.force_login(anggota_pd(naskah.perangkat_daerah.get()))
    assert client.get(alamat(naskah)).status_code == 200

    for orang in (anggota_pd(NaskahFactory().perangkat_daerah.get()),):
        client.force_login(orang)
        assert client.get(alamat(naskah)).status_code == 404


def test_mitra_does_not_see_how_it_was_watched(client, naskah):
    client.force_login(anggota_mitra(naskah.mitra.get()))

    assert client.get(alamat(naskah)).status_code == 403


def test_print_is_a_document_without_a_number(client, naskah):
    client.force_login(anggota_pd(naskah.perangkat_daerah.get()))

    terbit = reverse("pelaporan:dokumen-terbitkan", args=["bukti_pengawasan", naskah.pk])
    response = client.post(terbit)

    dokumen = Dokumen.objects.get(jenis=JenisDokumen.BUKTI_PENGAWASAN)
    assert response.url == dokumen.get_absolute_url()
    assert dokumen.nomor is None
    assert len(dokumen.isi["celah"]) >= 3


def test_page_asks_as_often_for_many_as_for_few(client, naskah):
    client.force_login(PenggunaFactory(staf=True))
    jumlah = []
    for banyak in (0, 3):
        for ke in range(banyak):
            JadwalFactory(naskah=naskah, ke=10 + ke, jatuh_tempo=hari(-9))
            SuratTeguranFactory(teguran=TeguranFactory(naskah=naskah))
        with CaptureQueriesContext(connection) as kueri:
            client.get(alamat(naskah))
        jumlah.append(len(kueri))

    assert jumlah[0] == jumlah[1] <= 18
