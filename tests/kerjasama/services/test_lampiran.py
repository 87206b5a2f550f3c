"""The door of dated attachments, and the one mechanism of versions."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from inti.models import Berkas, JejakAudit
from inti.putusan import AturanDilanggar
from inti.unggahan import PDF, Diperiksa
from kerjasama.models import LampiranBertanggal, VersiBerkas
from kerjasama.services import dokumen_naskah, hapus_naskah
from kerjasama.services import lampiran as services
from tests.factories.inti import BerkasFactory, PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import LampiranFactory, MitraFactory, NaskahFactory
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db
MASA = {
    "nomor": "JP/1/2026",
    "penerbit": "Bank Contoh",
    "nilai": 1_500_000_000,
    "berlaku_mulai": date(2026, 1, 1),
    "berlaku_sampai": date(2026, 12, 31),
}
LANJUT = MASA | {"berlaku_mulai": date(2027, 1, 1), "berlaku_sampai": date(2027, 12, 31)}


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def berkas(isi="satu"):
    return Diperiksa(f"%PDF-1.4 {isi}".encode(), PDF, f"{isi}.pdf")


def catat(naskah, oleh, isi="satu", **ubahan):
    data = {"jenis": "jaminan", "nama": "", "mitra": naskah.mitra.first(), **MASA, **ubahan}
    return services.catat(naskah.pk, data, diperiksa=berkas(isi), oleh=oleh)


def masa(baris):
    return baris.berlaku_mulai, baris.berlaku_sampai


# --- Recording ------------------------------------------------------------------------------


def test_catat_keeps_the_attachment_its_first_version_and_one_line(staf):
    lampiran = catat(NaskahFactory(), staf)

    versi = lampiran.versi.get()
    assert (versi.ke, versi.nilai, versi.diunggah_oleh) == (1, 1_500_000_000, staf)
    assert masa(versi) == masa(lampiran)
    assert aksi_tercatat() == ["lampiran.catat"]


@pytest.mark.parametrize(
    ("ubahan", "sebut"),
    [
        ({"berlaku_sampai": date(2025, 12, 31)}, "tidak boleh sebelum"),
        ({"berlaku_sampai": date(9999, 12, 31)}, "Tahun 9999"),
        ({"jenis": "lainnya"}, "nama lampirannya"),
    ],
)
def test_catat_refuses_what_is_not_sound_and_keeps_nothing(staf, ubahan, sebut):
    with pytest.raises(AturanDilanggar, match=sebut):
        catat(NaskahFactory(), staf, **ubahan)

    assert not LampiranBertanggal.objects.exists()
    assert not Berkas.objects.exists()


def test_catat_takes_no_party_from_outside(staf):
    with pytest.raises(AturanDilanggar, match="salah satu mitra"):
        catat(NaskahFactory(), staf, mitra=MitraFactory())


def test_the_same_file_twice_is_refused_with_where_it_is(staf):
    naskah = NaskahFactory()
    catat(naskah, staf)

    with pytest.raises(AturanDilanggar, match=r"Jaminan pelaksanaan JP/1/2026, versi 1: satu\.pdf"):
        catat(naskah, staf, jenis="asuransi")

    assert LampiranBertanggal.objects.count() == 1


def test_the_same_file_with_another_naskah_is_kept(staf):
    catat(NaskahFactory(), staf)
    catat(NaskahFactory(), staf)

    assert VersiBerkas.objects.count() == 2


def test_attachment_without_its_line_is_none(staf, monkeypatch):
    monkeypatch.setattr(services.audit, "catat", fails)

    with pytest.raises(StepFailedError):
        catat(NaskahFactory(), staf)

    assert not VersiBerkas.objects.exists()


# --- Extending ------------------------------------------------------------------------------


def test_perbarui_adds_a_version_and_the_old_period_stays(staf):
    lampiran = catat(NaskahFactory(), staf)

    services.perbarui(lampiran.pk, LANJUT, diperiksa=berkas("dua"), oleh=staf)

    lampiran.refresh_from_db()
    baru, lama = lampiran.versi.all()
    assert (baru.ke, lama.ke) == (2, 1)
    assert masa(lampiran) == masa(baru) == (date(2027, 1, 1), date(2027, 12, 31))
    assert masa(lama) == (date(2026, 1, 1), date(2026, 12, 31))
    assert JejakAudit.objects.latest("pk").perubahan["sampai"] == ["2026-12-31", "2027-12-31"]


def test_perbarui_refuses_the_file_that_is_there_and_changes_nothing(staf):
    lampiran = catat(NaskahFactory(), staf)

    with pytest.raises(AturanDilanggar, match="sudah tersimpan"):
        services.perbarui(lampiran.pk, LANJUT, diperiksa=berkas(), oleh=staf)

    lampiran.refresh_from_db()
    assert (lampiran.berlaku_sampai, lampiran.versi.count()) == (date(2026, 12, 31), 1)


def test_extension_without_its_line_is_none(staf, monkeypatch):
    lampiran = catat(NaskahFactory(), staf)
    monkeypatch.setattr(services.audit, "catat", fails)

    with pytest.raises(StepFailedError):
        services.perbarui(lampiran.pk, LANJUT, diperiksa=berkas("dua"), oleh=staf)

    lampiran.refresh_from_db()
    assert (lampiran.berlaku_sampai, lampiran.versi.count()) == (date(2026, 12, 31), 1)


# --- Correcting, closing --------------------------------------------------------------------


def test_ubah_corrects_the_newest_version_only_and_tells_what_was(staf):
    lampiran = catat(NaskahFactory(), staf)
    services.perbarui(lampiran.pk, LANJUT, diperiksa=berkas("dua"), oleh=staf)

    services.ubah(lampiran.pk, {"nomor": "JP/2/2027", "nilai": None}, oleh=staf)

    assert list(lampiran.versi.values_list("nomor", flat=True)) == ["JP/2/2027", "JP/1/2026"]
    assert JejakAudit.objects.latest("pk").perubahan["nilai"] == {
        "nomor": ["JP/1/2026", "JP/2/2027"],
        "nilai": [1_500_000_000, None],
    }


def test_ubah_that_changes_nothing_leaves_no_line(staf):
    lampiran = catat(NaskahFactory(), staf)

    services.ubah(lampiran.pk, {"nomor": "JP/1/2026"}, oleh=staf)

    assert aksi_tercatat() == ["lampiran.catat"]


def test_ubah_refuses_an_end_before_the_start(staf):
    lampiran = LampiranFactory()

    with pytest.raises(AturanDilanggar, match="tidak boleh sebelum"):
        services.ubah(lampiran.pk, {"berlaku_sampai": date(2000, 1, 1)}, oleh=staf)

    assert aksi_tercatat() == []


def test_what_is_closed_keeps_reason_and_versions_and_can_be_opened_again(staf):
    lampiran = LampiranFactory()

    services.tutup(lampiran.pk, alasan="Pekerjaan selesai", oleh=staf)

    lampiran.refresh_from_db()
    assert (lampiran.status, lampiran.alasan_tutup) == ("ditutup", "Pekerjaan selesai")
    assert (lampiran.ditutup_oleh, lampiran.versi.count()) == (staf, 1)
    services.buka(lampiran.pk, oleh=staf)
    lampiran.refresh_from_db()
    assert (lampiran.status, lampiran.alasan_tutup) == ("aktif", "")
    assert aksi_tercatat() == ["lampiran.tutup", "lampiran.buka_lagi"]


def test_what_is_closed_is_not_closed_extended_or_changed(staf):
    lampiran = LampiranFactory(ditutup=True)

    for coba in (
        lambda: services.tutup(lampiran.pk, alasan="Lagi", oleh=staf),
        lambda: services.perbarui(lampiran.pk, LANJUT, diperiksa=berkas(), oleh=staf),
        lambda: services.ubah(lampiran.pk, {"nomor": "9"}, oleh=staf),
    ):
        with pytest.raises(AturanDilanggar):
            coba()

    assert aksi_tercatat() == []


def test_closing_without_its_line_is_none(staf, monkeypatch):
    lampiran = LampiranFactory()
    monkeypatch.setattr(services.audit, "catat", fails)

    with pytest.raises(StepFailedError):
        services.tutup(lampiran.pk, alasan="Selesai", oleh=staf)

    lampiran.refresh_from_db()
    assert lampiran.status == "aktif"


def test_a_naskah_with_an_attachment_is_not_deleted(staf):
    naskah = LampiranFactory().naskah

    with pytest.raises(AturanDilanggar, match="sudah memiliki lampiran"):
        hapus_naskah.hapus(naskah.pk, oleh=staf)


# --- Versions of a document -----------------------------------------------------------------


def test_a_document_has_versions_by_the_same_mechanism(staf):
    naskah = NaskahFactory()
    dokumen = dokumen_naskah.unggah(naskah.pk, diperiksa=berkas(), jenis="naskah", oleh=staf)

    dokumen_naskah.perbarui(
        dokumen.pk, diperiksa=berkas("dua"), keterangan="Lebih jelas", oleh=staf
    )

    dokumen.refresh_from_db()
    assert dokumen.berkas.nama == "dua.pdf"
    assert [str(v) for v in dokumen.versi.all()] == ["versi 2: dua.pdf", "versi 1: satu.pdf"]
    assert aksi_tercatat() == ["dokumen_naskah.unggah", "dokumen_naskah.perbarui"]


def test_a_document_kept_before_versions_were_keeps_its_file(staf):
    dokumen = NaskahFactory().dokumen.create(berkas=BerkasFactory(nama="lama.pdf", oleh=staf))

    dokumen_naskah.perbarui(dokumen.pk, diperiksa=berkas("dua"), keterangan="", oleh=staf)

    lama = dokumen.versi.get(ke=1)
    assert (lama.berkas.nama, lama.diunggah_pada) == ("lama.pdf", lama.berkas.diunggah_pada)


def test_the_file_of_an_attachment_is_not_kept_again_as_a_document(staf):
    naskah = NaskahFactory()
    catat(naskah, staf)

    with pytest.raises(AturanDilanggar, match="sudah tersimpan"):
        dokumen_naskah.unggah(naskah.pk, diperiksa=berkas(), jenis="lampiran", oleh=staf)


def test_the_database_refuses_a_version_of_two_or_of_none(staf):
    lampiran = LampiranFactory()
    dokumen = lampiran.naskah.dokumen.create(berkas=BerkasFactory())
    for pemilik in ({}, {"dokumen": dokumen, "lampiran": lampiran}):
        with pytest.raises(IntegrityError), transaction.atomic():
            VersiBerkas.objects.create(ke=9, berkas=BerkasFactory(), diunggah_oleh=staf, **pemilik)
