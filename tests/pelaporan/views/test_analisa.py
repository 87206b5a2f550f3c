"""The analysis of the mitra's reports, through the client."""

import pytest
from django.urls import reverse

from pengawasan.enums import Metode
from pengawasan.models import HasilAnalisa
from tests.factories.analisa import HasilAnalisaFactory
from tests.factories.inti import PenggunaFactory
from tests.factories.pelaporan import LaporanMitraFactory
from tests.factories.pengawasan import KegiatanFactory

pytestmark = pytest.mark.django_db
ISI = {"ringkasan": "RINGKASAN", "permasalahan": "Tidak ada", "kesimpulan": "Sesuai", "versi": "0"}


@pytest.fixture
def laporan():
    return LaporanMitraFactory(disampaikan=True)


@pytest.fixture
def kegiatan(laporan):
    naskah = laporan.kewajiban.naskah
    return KegiatanFactory(naskah=naskah, metode=Metode.DOKUMEN, ditugaskan=True)


@pytest.fixture
def tim(client):
    orang = PenggunaFactory(tim=True)
    client.force_login(orang)
    return orang


def alamat(kegiatan):
    return reverse("pelaporan:analisa-ubah", args=[kegiatan.pk])


def test_reports_of_the_naskah_are_there_to_choose(client, tim, laporan, kegiatan):
    LaporanMitraFactory(disampaikan=True)
    LaporanMitraFactory(kewajiban__naskah=kegiatan.naskah, kewajiban__ke=9)

    pilihan = client.get(alamat(kegiatan)).context["form"].fields["laporan"].choices

    assert [nilai for nilai, _ in pilihan] == [str(laporan.riwayat.get().pk)]


def test_chosen_report_is_named_as_it_stood(client, tim, laporan, kegiatan):
    putaran = laporan.riwayat.get()

    client.post(alamat(kegiatan), ISI | {"laporan": [putaran.pk]})

    satu = HasilAnalisa.objects.get()
    assert (satu.kegiatan, satu.dianalisa_oleh) == (kegiatan, tim)
    assert satu.laporan[0]["putaran"] == putaran.pk
    assert putaran.nomor in satu.sebutan[0]
    assert str(laporan.kewajiban.mitra) in satu.sebutan[0]


def test_silent_mitra_needs_another_document(client, tim, kegiatan):
    kosong = client.post(alamat(kegiatan), ISI)
    client.post(alamat(kegiatan), ISI | {"dokumen_lain": "Data setoran Bapenda"})

    assert "sebutkan dokumen lain" in kosong.content.decode()
    assert "RINGKASAN" in kosong.content.decode()
    assert HasilAnalisa.objects.get().sebutan == ["Data setoran Bapenda"]


def test_what_two_people_typed_stands_side_by_side(client, tim, kegiatan):
    lama = HasilAnalisaFactory(kegiatan=kegiatan, ringkasan="TERSIMPAN")
    data = ISI | {"dokumen_lain": "Data"}

    ditolak = client.post(alamat(kegiatan), data)
    page = ditolak.content.decode()
    client.post(alamat(kegiatan), data | {"versi": ditolak.context["form"]["versi"].value()})

    assert f"{lama.dianalisa_oleh} menyimpan analisa ini" in page
    assert page.count("RINGKASAN") == 2
    assert "TERSIMPAN" in page
    assert HasilAnalisa.objects.get().ringkasan == "RINGKASAN"


def test_page_opens_for_a_pemantauan_by_document_only(client, tim):
    lokasi = KegiatanFactory(ditugaskan=True)

    page = client.get(alamat(lokasi), follow=True)

    assert "hanya untuk pemantauan dengan analisa dokumen" in page.content.decode()


def test_draft_naskah_without_reports_says_so(client, tim):
    kegiatan = KegiatanFactory(metode=Metode.DOKUMEN, ditugaskan=True)

    page = client.get(alamat(kegiatan)).content.decode()

    assert "Belum ada laporan mitra yang disampaikan" in page
