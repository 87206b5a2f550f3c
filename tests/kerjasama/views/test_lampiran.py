"""The page of the attachments of a naskah, its forms, and the versions of files."""

import io
from datetime import date, timedelta

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from inti.models import JejakAudit
from kerjasama.models import LampiranBertanggal
from tests.factories.inti import BerkasFactory, PenggunaFactory
from tests.factories.kerjasama import (
    LampiranFactory,
    MitraFactory,
    NaskahFactory,
    anggota_mitra,
    anggota_pd,
)
from tests.support.formulir import isian

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True))
    return client


def alamat(nama, *pk):
    return reverse(f"kerjasama:{nama}", args=pk)


def berkas(isi="satu", nama="jaminan.pdf"):
    """A PDF of one page whose bytes depend on `isi`."""
    keluaran = io.BytesIO()
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(100 + len(isi), 100))
        pdf.docinfo["/Title"] = isi
        pdf.save(keluaran, deterministic_id=True)
    return SimpleUploadedFile(nama, keluaran.getvalue(), content_type="application/pdf")


def kiriman(**ubahan):
    return {
        "jenis": "jaminan",
        "nomor": "JP/1/2026",
        "penerbit": "Bank Contoh",
        "nilai": "1,5 M",
        "berlaku_mulai": "2026-01-01",
        "berlaku_sampai": "2026-12-31",
        "berkas": berkas(),
    } | ubahan


# --- Recording ------------------------------------------------------------------------------


def test_an_attachment_is_recorded_with_its_value_as_people_write_it(staf):
    naskah = NaskahFactory()
    mitra = naskah.mitra.get()

    jawab = staf.post(alamat("lampiran-tambah", naskah.pk), kiriman(mitra=mitra.pk))

    lampiran = naskah.lampiran.get()
    assert jawab.url == alamat("naskah-lampiran", naskah.pk)
    assert (lampiran.nilai, lampiran.mitra) == (1_500_000_000, mitra)


@pytest.mark.parametrize(
    ("ubahan", "isian_salah", "sebut"),
    [
        ({"berlaku_sampai": "2025-12-31"}, "berlaku_sampai", "tidak boleh sebelum"),
        ({"berlaku_sampai": "9999-12-31"}, "berlaku_sampai", "Periksa tahunnya"),
        ({"berlaku_mulai": "0001-01-01"}, "berlaku_mulai", "Periksa tahunnya"),
        ({"berlaku_mulai": "31/02/2026"}, "berlaku_mulai", ""),
        ({"nilai": "1,5"}, "nilai", "pemisah ribuan"),
        ({"nilai": "banyak"}, "nilai", "misalnya"),
        ({"nilai": "-5.000"}, "nilai", "lebih dari nol"),
        ({"jenis": "lainnya"}, "nama", "nama lampirannya"),
        ({"jenis": "asing"}, "jenis", ""),
        ({"nomor": "9" * 200}, "nomor", ""),
        ({"berkas": ""}, "berkas", ""),
    ],
)
def test_bad_input_is_told_at_its_field_and_the_rest_is_kept(staf, ubahan, isian_salah, sebut):
    naskah = NaskahFactory()

    page = staf.post(alamat("lampiran-tambah", naskah.pk), kiriman(**ubahan))

    form = page.context["form"]
    assert list(form.errors) == [isian_salah]
    assert sebut in form.errors[isian_salah][0]
    assert "Bank Contoh" in page.content.decode()
    assert not LampiranBertanggal.objects.exists()


def test_a_file_that_is_not_what_its_name_says_is_refused(staf):
    palsu = SimpleUploadedFile("jaminan.pdf", b"MZ\x90", content_type="application/pdf")

    page = staf.post(alamat("lampiran-tambah", NaskahFactory().pk), kiriman(berkas=palsu))

    assert "bukan PDF" in page.context["form"].errors["berkas"][0]


def test_the_same_file_twice_is_told_on_the_form(staf):
    naskah = NaskahFactory()
    staf.post(alamat("lampiran-tambah", naskah.pk), kiriman())

    page = staf.post(alamat("lampiran-tambah", naskah.pk), kiriman(nomor="JP/2"))

    assert "sudah tersimpan" in page.content.decode()
    assert naskah.lampiran.count() == 1


def test_a_second_click_records_no_second_attachment(staf):
    naskah = NaskahFactory()
    tambah = alamat("lampiran-tambah", naskah.pk)
    kunci = isian(staf.get(tambah))["kunci"]

    for isi in ("satu", "dua"):
        staf.post(tambah, kiriman(kunci=kunci, berkas=berkas(isi)))

    assert naskah.lampiran.count() == 1


def test_a_party_from_outside_cannot_be_chosen(staf):
    page = staf.post(
        alamat("lampiran-tambah", NaskahFactory().pk), kiriman(mitra=MitraFactory().pk)
    )

    assert list(page.context["form"].errors) == ["mitra"]


# --- Extending, correcting, closing ---------------------------------------------------------


def test_the_form_of_an_extension_holds_what_is_and_the_old_period_stays(staf):
    lampiran = LampiranFactory()
    perbarui = alamat("lampiran-perbarui", lampiran.pk)
    isi = isian(staf.get(perbarui))
    assert isi["nomor"] == lampiran.nomor

    baru = {"berlaku_mulai": "2027-01-01", "berlaku_sampai": "2027-12-31"}
    staf.post(perbarui, isi | baru | {"berkas": berkas()})

    page = staf.get(alamat("naskah-lampiran", lampiran.naskah_id)).content.decode()
    assert "2 versi" in page
    assert "31 Desember 2027" in page
    assert lampiran.versi.get(ke=1).berkas.nama in page


def test_correcting_takes_the_page_as_it_came(staf):
    lampiran = LampiranFactory()
    ubah = alamat("lampiran-ubah", lampiran.pk)

    staf.post(ubah, isian(staf.get(ubah)))
    assert not JejakAudit.objects.filter(aksi="lampiran.ubah").exists()

    staf.post(ubah, isian(staf.get(ubah)) | {"penerbit": "Bank Lain"})
    lampiran.refresh_from_db()
    assert lampiran.penerbit == "Bank Lain"


def test_closing_needs_a_reason_and_can_be_undone(staf):
    lampiran = LampiranFactory()

    staf.post(alamat("lampiran-tutup", lampiran.pk), {"alasan": ""})
    lampiran.refresh_from_db()
    assert lampiran.status == "aktif"

    staf.post(alamat("lampiran-tutup", lampiran.pk), {"alasan": "Pekerjaan selesai"})
    page = staf.get(alamat("naskah-lampiran", lampiran.naskah_id)).content.decode()
    assert "Pekerjaan selesai" in page
    assert staf.get(alamat("lampiran-perbarui", lampiran.pk)).status_code == 302

    staf.post(alamat("lampiran-buka", lampiran.pk))
    lampiran.refresh_from_db()
    assert lampiran.status == "aktif"


# --- What is seen ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("selisih", "kata"),
    [(200, "Berlaku"), (12, "Berakhir dalam 12 hari"), (0, "hari ini"), (-3, "Kedaluwarsa 3 hari")],
)
def test_how_each_stands_is_said_in_words(staf, selisih, kata):
    sampai = timezone.localdate() + timedelta(days=selisih)
    lampiran = LampiranFactory(berlaku_mulai=date(2020, 1, 1), berlaku_sampai=sampai)

    page = staf.get(alamat("naskah-lampiran", lampiran.naskah_id))

    assert kata in page.content.decode()


def test_a_document_of_the_naskah_has_versions_there_too(staf):
    naskah = NaskahFactory()
    dokumen = naskah.dokumen.create(berkas=BerkasFactory(nama="pindaian-lama.pdf"))

    jawab = staf.post(
        alamat("dokumen-perbarui", naskah.pk, dokumen.pk),
        {"berkas": berkas(nama="pindaian-baru.pdf"), "keterangan": "Lebih jelas"},
    )

    page = staf.get(jawab.url).content.decode()
    for nama in ("pindaian-lama.pdf", "pindaian-baru.pdf", "Lebih jelas", "2 versi"):
        assert nama in page


def test_opening_a_version_is_recorded_and_only_for_those_of_the_naskah(client):
    lampiran = LampiranFactory()
    buka = alamat("versi-buka", lampiran.naskah_id, lampiran.versi.get().pk)
    for orang, status in (
        (anggota_pd(lampiran.naskah.perangkat_daerah.get()), 200),
        (anggota_mitra(lampiran.mitra), 200),
        (anggota_mitra(MitraFactory()), 404),
    ):
        client.force_login(orang)
        jawab = client.get(buka)
        b"".join(jawab)
        assert jawab.status_code == status

    assert JejakAudit.objects.filter(aksi="berkas.unduh").count() == 2


def test_a_version_is_not_opened_through_another_naskah(staf):
    versi = LampiranFactory().versi.get()

    assert staf.get(alamat("versi-buka", NaskahFactory().pk, versi.pk)).status_code == 404


def test_a_mitra_sees_its_own_attachments_and_no_other_party_s(client):
    satu, dua = MitraFactory(), MitraFactory()
    naskah = NaskahFactory(mitra=[satu, dua])
    for mitra in (satu, dua, None):
        LampiranFactory(naskah=naskah, mitra=mitra, nama=f"Jaminan {mitra}")
    client.force_login(anggota_mitra(satu))

    page = client.get(alamat("naskah-lampiran", naskah.pk))

    terlihat = {lampiran.nama for lampiran, _ in page.context["lampiran"]}
    assert terlihat == {f"Jaminan {satu}", "Jaminan None"}
    assert "Catat lampiran" not in page.content.decode()


@pytest.mark.parametrize("banyak", [1, 3])
def test_the_page_asks_as_often_for_three_as_for_one(staf, count_queries, banyak):
    naskah = NaskahFactory()
    for _ in range(banyak):
        LampiranFactory(naskah=naskah)
        naskah.dokumen.create(berkas=BerkasFactory())

    with count_queries(10):
        staf.get(alamat("naskah-lampiran", naskah.pk))
