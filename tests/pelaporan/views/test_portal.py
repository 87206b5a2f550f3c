"""The mitra's side through the client: what one sees, fills in, sends; what others never see."""

import re
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from pelaporan.enums import StatusLaporanMitra as Status
from pelaporan.models import BerkasLaporan, LaporanMitra, PutaranLaporan, TandaTerima
from pelaporan.services import laporan_mitra as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import ButirFactory, MitraFactory, NaskahFactory, anggota_mitra
from tests.factories.pelaporan import (
    FormulirLaporanFactory,
    KewajibanLaporanFactory,
    LaporanMitraFactory,
    berkas_pdf,
    orang_mitra,
)

pytestmark = pytest.mark.django_db
KIRIMAN = {
    "isian-rencana": "Dilanjutkan tahun depan.",
    "isian-kewajiban-TOTAL_FORMS": "0",
    "isian-kewajiban-INITIAL_FORMS": "0",
    "isian-setoran-TOTAL_FORMS": "0",
    "isian-setoran-INITIAL_FORMS": "0",
}


@pytest.fixture
def laporan():
    return LaporanMitraFactory()


@pytest.fixture
def masuk(client, laporan):
    client.force_login(laporan.dibuat_oleh)
    return client


def alamat(nama, *args):
    return reverse(f"pelaporan:portal-{nama}", args=args)


# --- What one sees --------------------------------------------------------------------------


def test_daftar_tells_why_a_report_is_due(client):
    kewajiban = KewajibanLaporanFactory(dasar={"kalimat": ["Pasal 9 ayat (1): 6 bulan."]})
    client.force_login(orang_mitra(kewajiban))

    page = client.get(alamat("daftar")).content.decode()

    assert "Pasal 9 ayat (1): 6 bulan." in page
    assert "Mulai mengisi" in page


@pytest.mark.parametrize(
    ("keadaan", "banyaknya"), [("terlambat", 1), ("jatuh_tempo", 1), ("mendatang", 1), ("", 3)]
)
def test_daftar_is_narrowed_to_where_a_duty_stands(client, keadaan, banyaknya):
    naskah = NaskahFactory()
    for ke, sifat in enumerate([{"terlambat": True}, {}, {"mendatang": True}], start=1):
        KewajibanLaporanFactory(naskah=naskah, ke=ke, **sifat)
    client.force_login(anggota_mitra(naskah.mitra.get()))

    response = client.get(alamat("daftar"), {"keadaan": keadaan})

    assert len(response.context["kartu"]) == banyaknya


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_daftar_costs_the_same_for_any_number(client, count_queries, banyaknya):
    mitra = MitraFactory()
    for _ in range(banyaknya):
        kewajiban = KewajibanLaporanFactory(naskah=NaskahFactory(mitra=[mitra]))
        LaporanMitraFactory(kewajiban=kewajiban, dibuat_oleh=PenggunaFactory())
    client.force_login(anggota_mitra(mitra))

    with count_queries(7):
        client.get(alamat("daftar"))


@pytest.mark.parametrize("banyaknya", [1, 3])
def test_riwayat_costs_the_same_for_any_number(client, count_queries, banyaknya):
    mitra = MitraFactory()
    orang = anggota_mitra(mitra)
    for _ in range(banyaknya):
        kewajiban = KewajibanLaporanFactory(naskah=NaskahFactory(mitra=[mitra]))
        LaporanMitraFactory(kewajiban=kewajiban, disampaikan=True)
    client.force_login(orang)

    with count_queries(6):
        assert client.get(alamat("riwayat")).context["object_list"].count() == banyaknya


@pytest.mark.parametrize("peran", ["staf", "tim", "pd", "ketua", "walikota", "admin"])
def test_only_a_mitra_opens_the_portal(client, peran):
    client.force_login(PenggunaFactory(**{peran: True}))

    assert client.get(alamat("daftar")).status_code == 403


def test_empty_portal_says_what_comes_next(client):
    client.force_login(anggota_mitra(MitraFactory()))

    assert "tujuh bulan sebelum jatuh tempo" in client.get(alamat("daftar")).content.decode()


# --- What others never see ------------------------------------------------------------------


def _mitra_lain_pada(laporan):
    lain = MitraFactory()
    laporan.kewajiban.naskah.mitra.add(lain)
    return anggota_mitra(lain)


@pytest.mark.parametrize(
    "orang",
    [
        lambda _: anggota_mitra(MitraFactory()),
        # The other mitra of the very same naskah.
        _mitra_lain_pada,
        lambda _: PenggunaFactory(staf=True),
    ],
)
def test_report_of_another_mitra_does_not_exist(client, laporan, orang):
    services.unggah(laporan.pk, diperiksa=berkas_pdf(), oleh=laporan.dibuat_oleh)
    berkas = BerkasLaporan.objects.get()
    sebelum = (LaporanMitra.objects.values().get(), aksi_tercatat())
    client.force_login(orang(laporan))

    for nama in ("laporan", "periksa"):
        assert client.get(alamat(nama, laporan.pk)).status_code == 404
    assert client.get(alamat("berkas", laporan.pk, berkas.pk)).status_code == 404
    for nama in ("simpan", "otomatis", "unggah", "sampaikan"):
        assert client.post(alamat(nama, laporan.pk), KIRIMAN).status_code == 404
    assert client.post(alamat("berkas-hapus", laporan.pk, berkas.pk)).status_code == 404
    assert client.post(alamat("mulai", laporan.kewajiban.pk)).status_code == 404
    assert (LaporanMitra.objects.values().get(), aksi_tercatat()) == sebelum


def test_former_member_of_the_mitra_sees_nothing(client, laporan):
    anggota = laporan.dibuat_oleh.keanggotaan.get()
    anggota.selesai = timezone.localdate() - timedelta(days=1)
    anggota.save()
    client.force_login(laporan.dibuat_oleh)

    assert client.get(alamat("laporan", laporan.pk)).status_code == 404


def test_file_of_another_report_of_the_same_mitra_needs_its_own_address(masuk, laporan):
    lain = LaporanMitraFactory(
        kewajiban=KewajibanLaporanFactory(naskah=laporan.kewajiban.naskah, ke=2)
    )
    berkas = services.unggah(lain.pk, diperiksa=berkas_pdf(), oleh=lain.dibuat_oleh)

    assert masuk.get(alamat("berkas", laporan.pk, berkas.pk)).status_code == 404


# --- Filling in -----------------------------------------------------------------------------


def test_mulai_opens_the_form(client):
    FormulirLaporanFactory()
    kewajiban = KewajibanLaporanFactory()
    client.force_login(orang_mitra(kewajiban))

    response = client.post(alamat("mulai", kewajiban.pk))

    laporan = LaporanMitra.objects.get(kewajiban=kewajiban)
    assert response.url == alamat("laporan", laporan.pk)
    assert "Perkembangan dan hasil *" in client.get(response.url).content.decode()


def test_mulai_without_a_form_says_so(client):
    kewajiban = KewajibanLaporanFactory()
    client.force_login(orang_mitra(kewajiban))

    response = client.post(alamat("mulai", kewajiban.pk), follow=True)

    assert "Formulir laporan belum ditetapkan" in response.content.decode()


@pytest.mark.parametrize(("tujuan", "halaman"), [("tetap", "laporan"), ("periksa", "periksa")])
def test_simpan_goes_where_it_was_asked(masuk, laporan, tujuan, halaman):
    data = KIRIMAN | {"tujuan": tujuan, "versi": laporan.versi}

    response = masuk.post(alamat("simpan", laporan.pk), data)

    assert response.url == alamat(halaman, laporan.pk)
    laporan.refresh_from_db()
    assert laporan.isi["rencana"] == "Dilanjutkan tahun depan."


def test_simpan_shows_what_does_not_fit_beside_its_field(masuk, laporan):
    data = KIRIMAN | {"isian-jumlah_dana": "banyak", "tujuan": "periksa"}

    page = masuk.post(alamat("simpan", laporan.pk), data).content.decode()

    assert "Tulis angka saja" in page
    assert 'value="banyak"' in page
    laporan.refresh_from_db()
    assert laporan.isi["rencana"] == "Dilanjutkan tahun depan."


def test_otomatis_answers_with_time_and_next_version(masuk, laporan):
    data = KIRIMAN | {"versi": laporan.versi}

    response = masuk.post(alamat("otomatis", laporan.pk), data)

    laporan.refresh_from_db()
    assert "Tersimpan pukul" in response.content.decode()
    assert f'value="{laporan.versi}"' in response.content.decode()
    assert "<html" not in response.content.decode()
    assert aksi_tercatat() == []


def test_otomatis_tells_when_someone_else_saved(masuk, laporan):
    services.simpan(laporan.pk, {"rencana": "Orang lain"}, oleh=laporan.dibuat_oleh)

    response = masuk.post(alamat("otomatis", laporan.pk), KIRIMAN | {"versi": laporan.versi})

    assert "Tekan “Simpan draf”" in response.content.decode()
    laporan.refresh_from_db()
    assert laporan.isi["rencana"] == "Orang lain"
    page = masuk.post(alamat("simpan", laporan.pk), KIRIMAN | {"versi": versi_pada(response)})
    assert page.status_code == 409


def versi_pada(halaman):
    """The hidden version of a page."""
    return re.search(r'name="versi" value="([^"]*)"', halaman.content.decode())[1]


def test_simpan_shows_both_when_a_colleague_saved_and_saves_the_second_time(masuk, laporan):
    semula = laporan.versi
    services.simpan(laporan.pk, {"rencana": "Orang lain"}, oleh=laporan.dibuat_oleh)

    page = masuk.post(alamat("simpan", laporan.pk), KIRIMAN | {"versi": semula})

    teks = page.content.decode()
    assert page.status_code == 409
    assert "Orang lain" in teks
    assert "Belum tersimpan:" in teks
    assert teks.count("Dilanjutkan tahun depan.") == 2  # beside what is stored, and in its field
    laporan.refresh_from_db()
    assert laporan.isi["rencana"] == "Orang lain"
    masuk.post(alamat("simpan", laporan.pk), KIRIMAN | {"versi": versi_pada(page)})
    laporan.refresh_from_db()
    assert laporan.isi["rencana"] == "Dilanjutkan tahun depan."


def test_otomatis_names_the_field_that_does_not_fit(masuk, laporan):
    data = KIRIMAN | {"isian-jumlah_dana": "banyak"}

    page = masuk.post(alamat("otomatis", laporan.pk), data).content.decode()

    assert "Belum tersimpan: Dana yang digunakan (Rp): Tulis angka saja" in page


def test_status_and_addressees_cannot_be_written_by_the_mitra(masuk, laporan):
    palsu = {"status": "diterima", "putaran": "9", "penerima": "kepala_daerah", "formulir": "1"}

    masuk.post(alamat("simpan", laporan.pk), palsu)
    masuk.post(alamat("sampaikan", laporan.pk), palsu | {"tembusan": ["dihapus"]})

    laporan.refresh_from_db()
    assert (laporan.status, laporan.putaran) == (Status.DISAMPAIKAN, 1)
    assert TandaTerima.objects.count() == 3


# --- Files ----------------------------------------------------------------------------------


def test_unggah_and_hapus(masuk, laporan):
    isi = berkas_pdf().isi

    masuk.post(alamat("unggah", laporan.pk), {"berkas": SimpleUploadedFile("bukti.pdf", isi)})

    berkas = laporan.berkas.get()
    assert berkas.berkas.nama == "bukti.pdf"
    response = masuk.get(alamat("berkas", laporan.pk, berkas.pk))
    assert b"".join(response.streaming_content) == isi
    assert response["X-Content-Type-Options"] == "nosniff"
    masuk.post(alamat("berkas-hapus", laporan.pk, berkas.pk))
    assert laporan.berkas.count() == 0


@pytest.mark.parametrize(
    ("nama", "isi", "alasan"),
    [
        ("laporan.pdf", b"<html>bukan pdf</html>", "bukan PDF"),
        ("laporan.exe", b"MZ\x90\x00", "bukan PDF"),
        ("laporan.pdf", b"\x89PNG\r\n\x1a\n", "tidak sesuai dengan namanya"),
        ("laporan.pdf", b"", "kosong"),
    ],
)
def test_unggah_refuses_by_content(masuk, laporan, nama, isi, alasan):
    data = {"berkas": SimpleUploadedFile(nama, isi)}

    response = masuk.post(alamat("unggah", laporan.pk), data, follow=True)

    assert alasan in response.content.decode()
    assert (laporan.berkas.count(), aksi_tercatat()) == (0, [])


def test_unggah_without_a_file_says_so(masuk, laporan):
    page = masuk.post(alamat("unggah", laporan.pk), follow=True).content.decode()

    assert "Pilih sekurang-kurangnya satu berkas." in page


# --- Checking, sending, receipts --------------------------------------------------------------


def test_periksa_lists_what_is_missing_with_links(client):
    laporan = LaporanMitraFactory(isi={})
    client.force_login(laporan.dibuat_oleh)

    page = client.get(alamat("periksa", laporan.pk)).content.decode()

    assert "Judul laporan belum diisi." in page
    assert "#id_isian-judul" in page
    assert "Sampaikan laporan" not in page


def test_periksa_shows_content_and_derived_addressees(masuk, laporan):
    page = masuk.get(alamat("periksa", laporan.pk)).content.decode()

    assert "Berjalan sesuai rencana." in page
    assert f"{laporan.kewajiban.naskah.perangkat_daerah.get()} (tembusan)" in page
    assert "Sampaikan laporan" in page


def test_sampaikan_leads_to_the_receipt(masuk, laporan):
    services.unggah(laporan.pk, diperiksa=berkas_pdf(), oleh=laporan.dibuat_oleh)

    response = masuk.post(alamat("sampaikan", laporan.pk))

    assert response.url == alamat("tanda-terima", laporan.pk, 1)
    page = masuk.get(response.url).content.decode()
    assert PutaranLaporan.objects.get().nomor in page
    assert laporan.berkas.get().berkas.sha256 in page
    assert page.count("belum dibaca") == 3


def test_sampaikan_incomplete_returns_to_the_check_page(client):
    laporan = LaporanMitraFactory(isi={})
    client.force_login(laporan.dibuat_oleh)

    response = client.post(alamat("sampaikan", laporan.pk))

    assert response.url == alamat("periksa", laporan.pk)
    assert PutaranLaporan.objects.count() == 0


def test_double_click_on_sampaikan_is_one_round(masuk, laporan):
    for _ in range(2):
        masuk.post(alamat("sampaikan", laporan.pk))

    assert PutaranLaporan.objects.count() == 1
    assert aksi_tercatat() == ["laporan_mitra.sampaikan"]


def test_submitted_report_is_shown_and_no_longer_a_form(client):
    laporan = LaporanMitraFactory(disampaikan=True)
    client.force_login(laporan.dibuat_oleh)

    page = client.get(alamat("laporan", laporan.pk)).content.decode()

    assert "Yang disampaikan" in page
    assert 'name="isian-' not in page
    assert client.get(alamat("periksa", laporan.pk)).status_code == 302


def test_returned_report_shows_reasons_deadline_and_the_earlier_round(client):
    laporan = LaporanMitraFactory(dikembalikan=True)
    client.force_login(laporan.dibuat_oleh)

    page = client.get(alamat("laporan", laporan.pk)).content.decode()

    assert "Laporan dikembalikan untuk diperbaiki" in page
    assert "Lengkapi bukti." in page
    assert "Putaran sebelumnya" in page


def test_returned_report_is_late_again_in_the_list(client):
    laporan = LaporanMitraFactory(dikembalikan=True)
    kewajiban = laporan.kewajiban
    kewajiban.jatuh_tempo, kewajiban.batas = date(2026, 1, 1), date(2026, 1, 15)
    kewajiban.save()
    client.force_login(laporan.dibuat_oleh)

    (kartu,) = client.get(alamat("daftar")).context["kartu"]

    assert kartu.keadaan == "terlambat"


def test_receipt_of_a_round_that_was_not_sent_does_not_exist(masuk, laporan):
    assert masuk.get(alamat("tanda-terima", laporan.pk, 1)).status_code == 404


def test_draft_of_a_replaced_duty_is_read_only(masuk, laporan):
    kewajiban = laporan.kewajiban
    kewajiban.status, kewajiban.alasan_status = "digantikan", "Naskah diakhiri."
    kewajiban.save()

    assert "tidak disampaikan" in masuk.get(alamat("laporan", laporan.pk)).content.decode()
    response = masuk.post(alamat("simpan", laporan.pk), KIRIMAN, follow=True)
    assert "tidak lagi diwajibkan" in response.content.decode()


@pytest.mark.parametrize("halaman", ["laporan", "periksa"])
def test_pages_of_a_returned_report_cost_at_most_fourteen_queries(
    client, django_assert_max_num_queries, halaman
):
    laporan = LaporanMitraFactory(dikembalikan=True)
    services.sampaikan(laporan.pk, oleh=laporan.dibuat_oleh)
    services.kembalikan(laporan.pk, catatan="Lagi.", oleh=PenggunaFactory(staf=True))
    ButirFactory(naskah=laporan.kewajiban.naskah)
    client.force_login(laporan.dibuat_oleh)

    with django_assert_max_num_queries(14):
        client.get(alamat(halaman, laporan.pk))


def test_receipt_costs_at_most_twelve_queries(client, django_assert_max_num_queries):
    laporan = LaporanMitraFactory(disampaikan=True)
    client.force_login(laporan.dibuat_oleh)

    with django_assert_max_num_queries(12):
        client.get(alamat("tanda-terima", laporan.pk, 1))


def test_two_mitra_of_one_naskah_see_each_their_own_duty_and_report():
    milik = LaporanMitraFactory(putaran=1)
    naskah = milik.kewajiban.naskah
    naskah.mitra.add(lain := MitraFactory())
    pengguna, pemilik = anggota_mitra(lain), anggota_mitra(milik.kewajiban.mitra)

    assert naskah in type(naskah).objects.terlihat_oleh(pengguna)
    for satu in (milik, milik.kewajiban):
        assert satu in type(satu).objects.terlihat_oleh(pemilik)
        assert satu not in type(satu).objects.terlihat_oleh(pengguna)
