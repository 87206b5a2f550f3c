"""The log of pembinaan through the client: writing, pasting, correcting, who reads what."""

import csv
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from inti.models import JejakAudit
from pengawasan.models import Pembinaan
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import PerangkatDaerahFactory, anggota_pd
from tests.factories.pembinaan import (
    BerkasPembinaanFactory,
    KeputusanTimFactory,
    PembinaanFactory,
    PesertaPembinaanFactory,
)
from tests.factories.pengawasan import hari
from tests.support.clients import ReadOnlyGetClient
from tests.support.formulir import isian
from tests.support.pdf_tulis import pdf_berteks

pytestmark = pytest.mark.django_db
DAFTAR = "pengawasan:pembinaan-daftar"
TAMBAH = "pengawasan:pembinaan-tambah"


@pytest.fixture(autouse=True)
def _pemerintah():
    PemerintahFactory()


@pytest.fixture
def staf(client):
    orang = PenggunaFactory(staf=True)
    client.force_login(orang)
    return orang


@pytest.fixture
def unit():
    return PerangkatDaerahFactory(nama="Dinas Satu", singkatan="DS")


def kirim(client, unit, *, rows=(), **lain):
    """The empty page filled in as a person would, and sent; `rows` are people."""
    isi = isian(client.get(reverse(TAMBAH)))
    isi |= {"jenis": "bimbingan", "tanggal_mulai": str(hari(-2)), "tempat": "Aula"}
    isi |= {"materi": "Pelaporan", "unit-0-perangkat_daerah": str(unit.pk)}
    for ke, (nama, jabatan, dari) in enumerate(rows):
        baris = f"peserta-{ke}"
        isi |= {f"{baris}-nama": nama, f"{baris}-jabatan": jabatan, f"{baris}-unit": dari}
    if len(rows) > 2:
        isi["peserta-TOTAL_FORMS"] = len(rows)
    return client.post(reverse(TAMBAH), isi | lain, follow=True)


def teks(jawaban):
    return re.sub(r"\s+", " ", jawaban.text)


def test_entry_with_people_of_a_unit_by_its_short_name_and_of_elsewhere(client, staf, unit):
    jawaban = kirim(
        client, unit, rows=[("Budi", "Kepala Seksi", "ds"), ("Ani", "", "Universitas Contoh")]
    )

    satu = Pembinaan.objects.get()
    assert "Pembinaan dicatat." in jawaban.text
    assert [(p.nama, p.unit) for p in satu.peserta.all()] == [
        ("Budi", "Dinas Satu"),
        ("Ani", "Universitas Contoh"),
    ]
    assert (satu.jumlah_peserta, satu.tanggal_selesai) == (2, hari(-2))


def test_three_hundred_people_are_pasted_at_once(client, staf, unit):
    tempel = "\n".join(f"Peserta {n}; Staf; Dinas Satu" for n in range(300))

    kirim(client, unit, tempel=tempel)

    satu = Pembinaan.objects.get()
    assert (satu.peserta.count(), satu.jumlah_peserta) == (300, 300)
    ubah = reverse("pengawasan:pembinaan-ubah", args=[satu.pk])
    client.post(ubah, isian(client.get(ubah)) | {"materi": "Diperbaiki"})
    satu.refresh_from_db()
    assert (satu.materi, satu.peserta.count()) == ("Diperbaiki", 300)


def test_more_names_than_a_list_takes_are_refused(client, staf, unit):
    jawaban = kirim(client, unit, tempel="\n".join(f"P {n}; ; DS" for n in range(501)))

    assert "Paling banyak 500 nama" in jawaban.text
    assert not Pembinaan.objects.exists()


def test_count_alone_is_enough(client, staf, unit):
    kirim(client, unit, **{"unit-0-jumlah_peserta": "35", "jumlah_peserta": "40"})

    satu = Pembinaan.objects.get()
    assert (satu.jumlah_peserta, satu.keikutsertaan.get().jumlah_peserta) == (40, 35)


@pytest.mark.parametrize(
    ("lain", "kalimat"),
    [
        ({"tanggal_mulai": str(hari(1))}, "tanggalnya tidak boleh di masa depan"),
        ({"tanggal_selesai": str(hari(-3))}, "tidak boleh sebelum tanggal mulai"),
        ({"jumlah_peserta": "1"}, "paling sedikit 2"),
        ({"unit-0-jumlah_peserta": "1"}, "lebih kecil daripada nama-namanya"),
        ({"jenis": "ceramah"}, "ceramah"),
        ({"tempel": "Budi; Kasi; DS"}, "Budi dengan jabatan dan unit yang sama sudah ada"),
        ({"tempel": "Hanya nama"}, "Baris 1: tulis nama; jabatan; instansi"),
        ({"tempel": "\u200b; Kasi; DS"}, "tidak dapat dibaca"),
        ({"materi": "\u200b"}, "Bidang ini"),
        ({"peserta-0-unit": ""}, "Perangkat daerah atau instansi:"),
        ({"jumlah_peserta": "-1"}, "lebih besar dari atau sama dengan 0"),
    ],
)
def test_bad_input_is_answered_and_nothing_typed_is_lost(client, staf, unit, lain, kalimat):
    orang = [("Budi", "Kasi", "DS"), ("Ani", "", "DS")]

    jawaban = kirim(client, unit, rows=orang, **{"hasil": "Kalimat panjang"} | lain)

    assert kalimat in teks(jawaban)
    assert "Kalimat panjang" in jawaban.text
    assert 'value="Ani"' in jawaban.text
    assert not Pembinaan.objects.exists()


def test_same_unit_twice_is_named_on_its_second_row(client, staf, unit):
    lain = {"unit-1-perangkat_daerah": str(unit.pk), "unit-TOTAL_FORMS": 2}

    jawaban = kirim(client, unit, **lain)

    assert "Dinas Satu sudah disebut pada baris lain." in jawaban.text


def test_no_unit_at_all_is_said_at_the_units(client, staf, unit):
    jawaban = kirim(client, unit, **{"unit-0-perangkat_daerah": "", "jumlah_peserta": "4"})

    assert "Sebutkan sekurangnya satu perangkat daerah" in jawaban.text


def test_markup_and_other_scripts_are_shown_as_they_were_typed(client, staf, unit):
    jawaban = kirim(client, unit, rows=[("<b>Budi</b>", "Ketua “Tim” 组", "Ünit 𝕏")])

    assert "&lt;b&gt;Budi&lt;/b&gt;" in jawaban.text
    assert "Ketua “Tim” 组" in jawaban.text
    assert "<b>Budi</b>" not in jawaban.text


def test_file_that_is_not_what_its_name_says_is_refused(client, staf, unit):
    palsu = SimpleUploadedFile("materi.pdf", b"MZ bukan PDF", content_type="application/pdf")

    jawaban = kirim(client, unit, berkas=palsu, jumlah_peserta="4")

    assert "pilih lagi setelah isian diperbaiki" in jawaban.text
    assert not Pembinaan.objects.exists()


def test_same_form_sent_twice_is_one_entry(client, staf, unit):
    kunci = "3f0b6a1e-8a39-4f4b-9d30-222222222222"

    for _ in range(2):
        jawaban = kirim(client, unit, kunci=kunci, jumlah_peserta="4")

    assert Pembinaan.objects.count() == 1
    assert "sudah dikirim" in jawaban.text


def test_what_was_counted_from_names_is_counted_anew_in_a_correction(client, staf, unit):
    kirim(client, unit, rows=[("Budi", "Kasi", "DS")])
    satu = Pembinaan.objects.get()
    ubah = reverse("pengawasan:pembinaan-ubah", args=[satu.pk])

    client.post(ubah, isian(client.get(ubah)) | {"tempel": "Ani; Staf; Dinas Satu"})

    satu.refresh_from_db()
    assert (satu.jumlah_peserta, satu.keikutsertaan.get().jumlah_peserta) == (2, 2)


def test_correction_of_what_somebody_changed_meanwhile_keeps_what_was_typed(client, staf):
    satu = PembinaanFactory()
    ubah = reverse("pengawasan:pembinaan-ubah", args=[satu.pk])
    lama = isian(client.get(ubah))
    client.post(ubah, lama | {"materi": "Pertama"})

    jawaban = client.post(ubah, lama | {"materi": "Kedua"})

    assert "diubah orang lain" in jawaban.text
    assert "Kedua" in jawaban.text
    satu.refresh_from_db()
    assert satu.materi == "Pertama"


def test_entry_is_cancelled_with_its_reason_and_can_no_more_be_corrected(client, staf):
    satu = PembinaanFactory()
    batal = reverse("pengawasan:pembinaan-batal", args=[satu.pk])
    assert "Bidang ini" in client.post(batal, {"alasan": ""}, follow=True).text
    panjang = client.post(batal, {"alasan": "Salah catat " * 30})
    assert "Salah catat Salah catat" in str(panjang.context["alasan_form"]["alasan"])

    jawaban = client.post(batal, {"alasan": "Salah catat"}, follow=True)

    assert "Pembinaan ini dibatalkan" in jawaban.text
    ubah = client.get(reverse("pengawasan:pembinaan-ubah", args=[satu.pk]), follow=True)
    assert "tidak dapat diubah lagi" in ubah.text


def test_file_is_added_later_opened_with_a_line_and_taken_out(client, staf):
    satu = PembinaanFactory()
    alamat = reverse("pengawasan:pembinaan-berkas-tambah", args=[satu.pk])
    client.post(alamat, {"berkas": SimpleUploadedFile("susulan.pdf", pdf_berteks("Materi"))})
    milik = satu.berkas.get()

    assert client.get(reverse("pengawasan:pembinaan-berkas", args=[satu.pk, milik.pk])).getvalue()
    assert JejakAudit.objects.filter(aksi="berkas.unduh").exists()
    keluar = reverse("pengawasan:pembinaan-berkas-hapus", args=[satu.pk, milik.pk])
    ditolak = client.post(keluar, {"alasan": "Salah unggah " * 30})
    assert "Salah unggah Salah unggah" in ditolak.text
    client.post(keluar, {"alasan": "Salah unggah"})
    assert not satu.berkas.exists()


def test_file_of_another_entry_is_not_found(client, staf):
    satu, lain = PembinaanFactory(), BerkasPembinaanFactory()
    alamat = reverse("pengawasan:pembinaan-berkas", args=[satu.pk, lain.pk])

    assert client.get(alamat).status_code == 404


# --- Who reads what ------------------------------------------------------------------------


def test_unit_reads_a_joint_entry_without_the_name_and_people_of_the_other(client, unit):
    lain = PerangkatDaerahFactory(nama="Dinas Lain")
    satu = PembinaanFactory(unit=[unit, lain])
    PesertaPembinaanFactory(pembinaan=satu, perangkat_daerah=unit, nama="Milik sendiri")
    PesertaPembinaanFactory(pembinaan=satu, perangkat_daerah=lain, nama="Orang lain")
    client.force_login(anggota_pd(unit))

    halaman = client.get(satu.get_absolute_url()).text

    assert ("Milik sendiri" in halaman, "dan 1 perangkat daerah lain" in halaman) == (True, True)
    assert ("Orang lain" in halaman, "Dinas Lain" in halaman) == (False, False)
    daftar = client.get(reverse(DAFTAR)).text
    assert ("dan 1 lainnya" in daftar, "Dinas Lain" in daftar) == (True, False)
    cari = client.get(reverse(DAFTAR), {"q": "Orang lain"})
    assert not cari.context["object_list"]
    assert client.get(reverse(DAFTAR), {"q": "Milik sendiri"}).context["object_list"]


def test_unit_does_not_find_what_it_took_no_part_in(client, unit):
    lain = PembinaanFactory()
    client.force_login(anggota_pd(unit))

    assert client.get(lain.get_absolute_url()).status_code == 404
    kueri = {"perangkat_daerah": lain.perangkat_daerah.get().pk}
    assert not client.get(reverse(DAFTAR), kueri).context["object_list"]


@pytest.mark.parametrize("peran", ["tim", "ketua", "walikota", "admin"])
def test_those_who_read_get_no_button_to_write(client, peran):
    satu = PembinaanFactory()
    client.force_login(PenggunaFactory(**{peran: True}))

    assert reverse(TAMBAH) not in client.get(reverse(DAFTAR)).text
    assert "Perbaiki" not in client.get(satu.get_absolute_url()).text


# --- Lists, the decree, the table ----------------------------------------------------------


def test_list_narrows_by_kind_unit_year_and_state(client, staf, unit):
    cocok = PembinaanFactory(unit=[unit], jenis="diklat")
    PembinaanFactory(unit=[unit], jenis="bimbingan")
    PembinaanFactory(jenis="diklat")
    PembinaanFactory(unit=[unit], jenis="diklat", dibatalkan=True)
    kueri = {"perangkat_daerah": unit.pk, "jenis": "diklat", "keadaan": "terlaksana"}

    daftar = client.get(reverse(DAFTAR), kueri | {"tahun": hari(-3).year})

    assert list(daftar.context["object_list"]) == [cocok]
    assert not client.get(reverse(DAFTAR), kueri | {"tahun": 1999}).context["object_list"]


def test_page_names_the_decree_of_its_day_or_says_that_there_was_none(client, staf):
    KeputusanTimFactory(nomor="7/A", mulai=hari(-10))
    sesudah = PembinaanFactory(tanggal_mulai=hari(-10))
    sebelum = PembinaanFactory(tanggal_mulai=hari(-11))

    assert "Keputusan Nomor 7/A" in client.get(sesudah.get_absolute_url()).text
    assert "Tidak ada Keputusan tentang Tim" in client.get(sebelum.get_absolute_url()).text


@pytest.mark.parametrize("menurut", ["tahun", "jenis"])
def test_every_figure_of_the_table_opens_as_many_rows(client, staf, unit, menurut):
    PembinaanFactory(unit=[unit], jenis="diklat")
    PembinaanFactory(unit=[unit, PerangkatDaerahFactory()])
    PembinaanFactory(unit=[unit], dibatalkan=True)
    rekap = client.get(reverse("pengawasan:pembinaan-rekap"), {"menurut": menurut}).text

    angka = re.findall(r'href="(/pengawasan/pembinaan/\?[^"]+)">(\d+) kegiatan', rekap)

    assert len(angka) >= 6
    for alamat, banyak in angka:
        daftar = client.get(alamat.replace("&amp;", "&")).context["object_list"]
        assert len(daftar) == int(banyak), alamat


def test_table_shows_who_never_had_any_and_is_a_file_too(client, staf, unit):
    alamat = reverse("pengawasan:pembinaan-rekap")
    assert "Belum pernah dibina" in client.get(alamat).text

    jawaban = client.get(alamat, {"format": "csv"})
    isi = b"".join(jawaban.streaming_content).decode("utf-8-sig")

    (satu, semua) = csv.DictReader(io.StringIO(isi))
    assert (satu["Perangkat daerah"], satu["Keterangan"]) == ("Dinas Satu", "Belum pernah dibina")
    assert semua["Kegiatan seluruhnya"] == "0"
    assert JejakAudit.objects.filter(aksi="rekap_pembinaan.ekspor").count() == 1


@pytest.mark.parametrize("kueri", [{"tahun": "abc"}, {"menurut": "x"}, {"tahun": "99999"}])
def test_table_takes_nonsense_for_nothing(client, staf, kueri):
    assert client.get(reverse("pengawasan:pembinaan-rekap"), kueri).status_code == 200


def test_pages_read_only(unit):
    satu = PembinaanFactory(unit=[unit])
    klien = ReadOnlyGetClient()
    klien.force_login(PenggunaFactory(staf=True))

    for alamat in (satu.get_absolute_url(), reverse(DAFTAR), reverse("pengawasan:pembinaan-rekap")):
        assert klien.get(alamat).status_code == 200
