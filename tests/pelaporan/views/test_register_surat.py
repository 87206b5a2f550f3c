"""The letter register through the client: reserve, cancel, print, codes, request letters."""

import pytest
from django.urls import reverse
from django.utils import timezone

from inti.models import KlasifikasiSurat, NomorSurat, Notifikasi
from pelaporan.enums import JenisDokumen
from pelaporan.models import Dokumen, KewajibanLaporan
from pelaporan.queries.surat import JENIS_SURAT
from pelaporan.services import bundel, dokumen
from pelaporan.services import laporan as laporan_services
from pengawasan.models import Rekomendasi
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import anggota_mitra
from tests.factories.laporan import laporan_draf, laporan_terkirim
from tests.factories.pelaporan import KewajibanLaporanFactory, LaporanMitraFactory
from tests.factories.pengawasan import (
    NomorSuratFactory,
    RekomendasiFactory,
    SuratTugasFactory,
    hari,
    siapkan_surat,
)
from tests.factories.teguran import SuratTeguranFactory

pytestmark = pytest.mark.django_db
REGISTER, PESAN, CETAK, KODE, TAMBAH, PERMINTAAN = (
    reverse(f"pelaporan:{nama}")
    for nama in (
        "surat-daftar", "surat-pesan", "surat-cetak", "klasifikasi-daftar", "klasifikasi-tambah",
        "permintaan-daftar",
    )
)  # fmt: skip


@pytest.fixture
def staf(client):
    PemerintahFactory()
    siapkan_surat()
    satu = PenggunaFactory(staf=True)
    client.force_login(satu)
    return satu


def batal(nomor):
    return reverse("pelaporan:surat-batal", args=[nomor.pk])


# --- By hand ------------------------------------------------------------------------------


def test_staff_reserves_a_number_for_a_letter_made_elsewhere(client, staf):
    isi = {"jenis": "Surat lainnya", "perihal": "Undangan", "tujuan": "Dinas", "tanggal": hari()}

    response = client.post(PESAN, isi, follow=True)

    nomor = NomorSurat.objects.get()
    assert nomor.di_luar_sistem
    assert f"Nomor {nomor} dipesan." in response.text
    assert "dibuat di luar aplikasi" in response.text


def test_refused_date_is_an_error_at_the_field_and_what_was_typed_stays(client, staf):
    isi = {"jenis": "Surat lainnya", "perihal": "Undangan", "tujuan": "Dinas", "tanggal": hari(1)}

    response = client.post(PESAN, isi)

    assert response.context["form"].errors == {
        "tanggal": ["Tanggal surat tidak boleh di masa depan."]
    }
    assert 'value="Undangan"' in response.text


# --- Cancelling ---------------------------------------------------------------------------


def test_cancelled_number_stays_in_the_register_with_its_reason(client, staf):
    nomor = NomorSuratFactory()

    client.post(batal(nomor), {"alasan": "Tidak jadi dikirim."})

    response = client.get(REGISTER)
    assert "Tidak jadi dikirim." in response.text
    assert NomorSurat.objects.get().dibatalkan_pada


def test_number_of_a_letter_with_a_door_of_its_own_is_not_cancelled_here(client, staf):
    surat, teguran = SuratTugasFactory(), SuratTeguranFactory()
    laporan = laporan_terkirim()

    for nomor, sebab in (
        (surat.nomor, "Cabut surat tugas itu"),
        (teguran.nomor, "Batalkan surat teguran itu"),
        (laporan.nomor, "Laporan memakai nomornya"),
    ):
        for cara in (client.get, client.post):
            response = cara(batal(nomor), {"alasan": "x"}, follow=True)
            assert sebab in response.text
        nomor.refresh_from_db()
        assert nomor.dibatalkan_pada is None


def test_document_whose_number_was_cancelled_no_longer_stands(client, staf):
    kewajiban = KewajibanLaporanFactory(terlambat=True)
    lama = dokumen.terbitkan(JenisDokumen.PERMINTAAN_LAPORAN, kewajiban.pk, oleh=staf)

    client.post(batal(lama.nomor), {"alasan": "Salah alamat."})

    assert "Salah alamat." in client.get(lama.get_absolute_url()).text
    assert Dokumen.objects.bertanda().get().dibatalkan
    baru = dokumen.terbitkan(JenisDokumen.PERMINTAAN_LAPORAN, kewajiban.pk, oleh=staf)
    assert (baru.versi, baru.nomor != lama.nomor) == (2, True)


# --- Printing -----------------------------------------------------------------------------


def test_register_of_a_period_is_printed_in_the_order_of_its_numbers(client, staf):
    tahun = timezone.localdate().year
    dua = NomorSuratFactory(tahun=tahun, urut=2, tanggal=hari())
    satu = NomorSuratFactory(tahun=tahun, urut=1, tanggal=hari())
    NomorSuratFactory(tahun=2024, urut=7)

    baris = client.get(CETAK).context["baris"]

    assert baris == [satu, dua]
    lalu = client.get(CETAK, {"dari": "2024-01-01", "sampai": "2024-12-31"})
    assert [n.urut for n in lalu.context["baris"]] == [7]


def test_period_the_wrong_way_round_is_an_error_at_the_field(client, staf):
    response = client.get(CETAK, {"dari": "2026-02-01", "sampai": "2026-01-01"})

    assert "sampai" in response.context["form"].errors


# --- Codes --------------------------------------------------------------------------------


@pytest.mark.parametrize("peran", ["staf", "admin"])
def test_codes_are_kept_by_staff_and_administrator(client, peran):
    client.force_login(PenggunaFactory(**{peran: True}))

    client.post(TAMBAH, {"kode": "300", "nama": "Teguran", "jenis": "Surat teguran",
                         "mulai": "2026-01-01"})  # fmt: skip

    assert KlasifikasiSurat.objects.get().jenis == "Surat teguran"
    assert "300" in client.get(KODE).text


def test_overlapping_code_is_refused_at_the_field_with_the_other_one(client, staf):
    response = client.post(TAMBAH, {"kode": "300", "nama": "Lain", "mulai": "2026-01-01"})

    assert list(response.context["form"].errors) == ["mulai"]
    [sebab] = response.context["form"].errors["mulai"]
    assert "Kode 100.2.2.3 berlaku untuk semua jenis surat lain" in sebab


def test_code_is_ended(client, staf):
    satu = KlasifikasiSurat.objects.get()
    ubah = reverse("pelaporan:klasifikasi-ubah", args=[satu.pk])
    isi = {"kode": satu.kode, "nama": satu.nama, "mulai": "2000-01-01", "sampai": "2026-12-31"}

    client.post(ubah, isi)

    satu.refresh_from_db()
    assert satu.sampai.isoformat() == "2026-12-31"


def test_every_kind_that_takes_a_number_can_have_its_own_code(client, staf):
    laporan_terkirim()
    kewajiban = KewajibanLaporanFactory(terlambat=True)
    dokumen.terbitkan(JenisDokumen.PERMINTAAN_LAPORAN, kewajiban.pk, oleh=staf)

    # "Surat" is what the factory of a number calls it.
    dipakai = set(NomorSurat.objects.values_list("jenis", flat=True)) - {"Surat"}

    assert dipakai <= set(JENIS_SURAT)
    assert dipakai >= {"Laporan evaluasi", "Surat permintaan laporan"}


# --- The request for a report -------------------------------------------------------------


def minta(client, kewajiban):
    return client.post(
        reverse("pelaporan:dokumen-terbitkan", args=["permintaan_laporan", kewajiban.pk])
    )


def test_desk_lists_what_is_due_and_unanswered(client, staf):
    lewat = KewajibanLaporanFactory(terlambat=True)
    KewajibanLaporanFactory(mendatang=True)
    LaporanMitraFactory(disampaikan=True)

    assert list(client.get(PERMINTAAN).context["object_list"]) == [lewat]


def test_request_takes_a_number_cites_pasal_9_and_tells_the_mitra(client, staf):
    kewajiban = KewajibanLaporanFactory(terlambat=True)
    orang = anggota_mitra(kewajiban.mitra)

    response = minta(client, kewajiban)

    surat = Dokumen.objects.get()
    assert response.url == surat.get_absolute_url()
    assert surat.isi["nomor"] == str(surat.nomor)
    assert surat.isi["pejabat"]["atas_nama"] == "Bupati Tirtasari"
    assert Notifikasi.objects.get(kepada=orang).tautan == surat.get_absolute_url()
    client.force_login(orang)
    assert client.get(surat.get_absolute_url()).status_code == 200


def test_request_is_read_by_that_mitra_alone(client, staf):
    kewajiban = KewajibanLaporanFactory(terlambat=True)
    alamat = minta(client, kewajiban).url

    client.force_login(anggota_mitra(KewajibanLaporanFactory().mitra))

    assert client.get(alamat).status_code == 404


@pytest.mark.parametrize(
    ("kolom", "sebab"),
    [({"mendatang": True}, "baru jatuh tempo"), ({"status": "terpenuhi"}, "tidak lagi ditunggu")],
)
def test_request_for_what_is_not_owed_is_refused_with_the_reason(client, staf, kolom, sebab):
    response = minta(client, KewajibanLaporanFactory(**kolom))

    assert sebab in client.get(response.url).text
    assert not Dokumen.objects.exists()


def test_duty_that_ceased_takes_its_letter_with_it(client, staf):
    kewajiban = KewajibanLaporanFactory(terlambat=True)
    alamat = minta(client, kewajiban).url
    KewajibanLaporan.objects.update(status="digantikan", alasan_status="Masa diubah.")

    assert "tidak diwajibkan lagi: Masa diubah." in client.get(alamat).text


# --- The nota dinas -----------------------------------------------------------------------


def laporan_huruf(jenis, status):
    laporan = laporan_draf()
    satu = RekomendasiFactory(baris=laporan.kegiatan.matrik.baris.first(), jenis=jenis)
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    bundel.kerjakan_antrean()
    Rekomendasi.objects.filter(pk=satu.pk).update(
        status=status, diputuskan_oleh=PenggunaFactory(), diputuskan_pada=timezone.now()
    )
    laporan.refresh_from_db()
    return laporan


def nota(client, laporan):
    return client.post(reverse("pelaporan:dokumen-terbitkan", args=["nota_dinas", laporan.pk]))


@pytest.mark.parametrize("jenis", ["f", "h"])
def test_nota_dinas_brings_what_the_chair_agreed_to_before_the_head_of_government(
    client, staf, jenis
):
    walikota = PenggunaFactory(walikota=True)
    laporan = laporan_huruf(jenis, "menunggu_walikota")
    assert "Nota dinas kepada kepala daerah" in client.get(laporan.get_absolute_url()).text

    nota(client, laporan)

    surat = Dokumen.objects.get(jenis=JenisDokumen.NOTA_DINAS)
    [satu] = surat.isi["rekomendasi"]
    assert (satu["huruf"], satu["putusan"]) == (jenis, "")
    assert Notifikasi.objects.filter(kepada=walikota, tautan=surat.get_absolute_url()).exists()


def test_nota_dinas_waits_for_the_chair(client, staf):
    laporan = laporan_terkirim()
    assert "Nota dinas kepada" not in client.get(laporan.get_absolute_url()).text

    nota(client, laporan)

    assert not Dokumen.objects.filter(jenis=JenisDokumen.NOTA_DINAS).exists()
