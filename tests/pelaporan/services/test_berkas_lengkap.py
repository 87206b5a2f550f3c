"""The berkas lengkap: the same bytes for the same facts, only what one may see, kept for a time."""

import hashlib
import io
import json
import os
import zipfile
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from inti.models import Berkas, JejakAudit, Notifikasi
from inti.putusan import AturanDilanggar
from inti.services.berkas import sapu_singgah, tempat_singgah
from inti.unggahan import PDF, Diperiksa
from kerjasama.models import DokumenNaskah, Naskah
from kerjasama.queries.naskah import untuk_rincian
from kerjasama.services import dokumen_naskah, hapus_naskah
from kerjasama.services import naskah as naskah_services
from pelaporan.models import BerkasLengkap
from pelaporan.queries.berkas_lengkap import kumpulkan
from pelaporan.services import berkas_lengkap as services
from pelaporan.services import pekerjaan
from tests.factories.adegan import PENANDA, bangun
from tests.factories.inti import BerkasFactory, PenggunaFactory
from tests.factories.kerjasama import (
    LampiranFactory,
    MitraFactory,
    NarahubungFactory,
    NaskahFactory,
    anggota_mitra,
)
from tests.factories.pelaporan import KewajibanLaporanFactory, LaporanMitraFactory
from tests.factories.pengawasan import BeritaAcaraFactory, KegiatanFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


@pytest.fixture
def naskah():
    """One with a document."""
    satu = NaskahFactory()
    DokumenNaskah.objects.create(naskah=satu, berkas=BerkasFactory(nama="naskah asli.pdf"))
    return satu


def susun(naskah, oleh):
    """Ask and make."""
    satu = services.minta(naskah.pk, oleh=oleh)
    services.kerjakan_antrean()
    satu.refresh_from_db()
    return satu


def buka(satu):
    return zipfile.ZipFile(io.BytesIO(satu.berkas.baca()))


def teks(satu):
    """Every word in it, the files included."""
    arsip = buka(satu)
    return "\n".join(
        [*arsip.namelist(), *(arsip.read(n).decode(errors="replace") for n in arsip.namelist())]
    )


# --- What is in it --------------------------------------------------------------------------


def test_it_holds_index_chronology_files_and_a_manifest_that_is_true(naskah, staf):
    satu = susun(naskah, staf)

    arsip = buka(satu)
    manifes = json.loads(arsip.read("manifes.json"))
    assert {"indeks.html", "kronologi.csv", "daftar-berkas.csv"} <= set(arsip.namelist())
    assert sorted(arsip.namelist()) == sorted(
        [*(a["path"] for a in manifes["isi"]), "manifes.json"]
    )
    for anggota in manifes["isi"]:
        isi = arsip.read(anggota["path"])
        assert (hashlib.sha256(isi).hexdigest(), len(isi)) == (anggota["sha256"], anggota["ukuran"])
    assert satu.manifes == hashlib.sha256(arsip.read("manifes.json")).hexdigest()
    assert satu.jumlah == len(arsip.namelist())


def test_file_keeps_its_name_and_its_row(naskah, staf):
    manifes = json.loads(buka(susun(naskah, staf)).read("manifes.json"))

    (berkas,) = [a for a in manifes["isi"] if a["path"].startswith("berkas/")]
    assert berkas["path"].endswith("-naskah asli.pdf")
    assert berkas["sumber"] == [f"kerjasama.dokumennaskah:{naskah.dokumen.get().pk}"]


def test_twice_on_unchanged_data_gives_the_same_bytes_whenever_it_is_made(staf):
    naskah = Naskah.objects.get(pk=bangun().alamat["kerjasama:naskah-rincian"][0])
    satu = susun(naskah, staf)
    pertama = satu.berkas.baca()

    with time_machine.travel(timezone.now() + timedelta(days=3), tick=False):
        dua = susun(naskah, staf)

    assert dua.manifes == satu.manifes
    assert dua.berkas.baca() == pertama


def test_changed_data_gives_another_manifest(naskah, staf):
    satu = susun(naskah, staf)
    DokumenNaskah.objects.create(naskah=naskah, berkas=BerkasFactory())

    assert susun(naskah, staf).manifes != satu.manifes


def test_whole_scene_is_in_it_for_those_who_supervise(staf):
    adegan = bangun()
    naskah = Naskah.objects.get(pk=adegan.alamat["kerjasama:naskah-rincian"][0])

    satu = susun(naskah, staf)

    utuh = teks(satu)
    assert [p for p in PENANDA if p not in utuh] == []
    for kata in (
        "Penandatanganan",
        "Jadwal",
        "Surat tugas",
        "Berita acara",
        "Daftar hadir",
        "Notulensi",
        "Matrik hasil evaluasi",
        "Tindak lanjut",
        "Laporan kepada Ketua TKKSD",
        "Kewajiban laporan mitra",
        "Addendum",
        "Pernyataan pemenuhan",
        "Pembayaran setoran",
        "Jejak audit",
        "nyata.pdf",
        "setor.pdf",
        "bundel.pdf",
        "bukti.pdf",
        "foto.jpg",
        "kirim.pdf",
    ):
        assert kata in utuh, kata


# --- Only what one may see ------------------------------------------------------------------


def test_pd_has_neither_reports_to_the_chair_nor_the_register_s_trail():
    adegan = bangun()
    naskah = Naskah.objects.get(pk=adegan.alamat["kerjasama:naskah-rincian"][0])

    utuh = teks(susun(naskah, adegan.orang["pd"]))

    assert "Berita acara" in utuh
    for kata in ("Laporan kepada Ketua TKKSD", "bundel.pdf", "mencatat naskah", "-draf.pdf"):
        assert kata not in utuh, kata


def test_mitra_has_its_own_side_only():
    adegan = bangun()
    naskah = Naskah.objects.get(pk=adegan.alamat["kerjasama:naskah-rincian"][0])
    lain = MitraFactory(nama="PT Sebelah")
    pihak = naskah.pihak.create(mitra=lain)
    NarahubungFactory(pihak=pihak, nama="Ibu Sebelah")
    naskah.butir.create(jenis="hak", pihak="mitra", mitra=lain, uraian="Hak pihak sebelah")
    laporan = LaporanMitraFactory(
        kewajiban=KewajibanLaporanFactory(naskah=naskah, mitra=lain, ke=8), disampaikan=True
    )

    utuh = teks(susun(naskah, adegan.orang["mitra"]))

    assert "-draf.pdf" in utuh  # its own draft
    assert laporan.riwayat.get().nomor not in utuh
    for kata in ("Ibu Sebelah", "Hak pihak sebelah", "Berita acara", "Jadwal", "Jejak audit"):
        assert kata not in utuh, kata


def test_what_stands_beside_the_cycle_is_in_it_as_far_as_it_is_seen(staf):
    adegan = bangun()
    naskah = Naskah.objects.get(pk=adegan.alamat["kerjasama:naskah-rincian"][0])

    utuh = teks(susun(naskah, staf))
    milik = teks(susun(naskah, adegan.orang["mitra"]))

    for kata in ("Penundaan", "Pengendalian", "Kertas kerja", "Teguran", "Dokumen resmi"):
        assert kata in utuh, kata
    assert "Kertas kerja" in milik
    assert "Pengendalian" not in milik


def test_draft_berita_acara_is_in_that_of_its_unit_alone(staf):
    kegiatan = KegiatanFactory(ditugaskan=True)
    BeritaAcaraFactory(kegiatan=kegiatan, temuan="Temuan rahasia draf")

    assert "Temuan rahasia draf" not in teks(susun(kegiatan.naskah, staf))


def test_gathering_asks_as_often_for_three_of_each_as_for_one(staf):
    adegan = bangun()
    pk = adegan.alamat["kerjasama:naskah-rincian"][0]
    jumlah = []
    assert staf.peran  # read once a request
    for ke in (20, 30):
        naskah = untuk_rincian(Naskah.objects).get(pk=pk)
        with CaptureQueriesContext(connection) as kueri:
            kumpulkan(naskah, staf)
        jumlah.append(len(kueri))
        for nomor in range(2):
            kegiatan = KegiatanFactory(naskah=naskah, ditugaskan=True)
            BeritaAcaraFactory(kegiatan=kegiatan, diajukan=True)
            kewajiban = KewajibanLaporanFactory(naskah=naskah, ke=ke + nomor)
            LaporanMitraFactory(kewajiban=kewajiban, disampaikan=True)
            DokumenNaskah.objects.create(naskah=naskah, berkas=BerkasFactory())
            LampiranFactory(naskah=naskah)

    assert jumlah == [80, 80]


def test_every_version_of_attachments_and_documents_is_in_it(naskah, staf):
    LampiranFactory(naskah=naskah, nama="Jaminan pasar", berkas=BerkasFactory(nama="jaminan.pdf"))
    pdf = Diperiksa(b"%PDF-1.4 baru", PDF, "naskah baru.pdf")
    dokumen_naskah.perbarui(naskah.dokumen.get().pk, diperiksa=pdf, keterangan="", oleh=staf)

    with buka(susun(naskah, staf)) as zipped:
        nama = " ".join(zipped.namelist())

    for bagian in ("jaminan", "naskah-asli", "naskah-baru"):
        assert bagian in nama.replace(" ", "-")


# --- The row is the job ---------------------------------------------------------------------


def test_one_line_for_the_request_one_when_it_is_there_and_the_person_is_told(naskah, staf):
    satu = susun(naskah, staf)

    jejak = JejakAudit.objects.filter(objek_jenis="pelaporan.berkaslengkap").order_by("pk")
    assert list(jejak.values_list("aksi", "pelaku")) == [
        ("berkas_lengkap.minta", staf.pk),
        ("berkas_lengkap.terbitkan", None),
    ]
    assert Notifikasi.objects.get().kepada == staf
    assert (satu.status, satu.persen) == ("siap", 100)


def test_asking_again_while_it_is_being_made_is_refused(naskah, staf):
    services.minta(naskah.pk, oleh=staf)

    with pytest.raises(AturanDilanggar, match="sedang disusun"):
        services.minta(naskah.pk, oleh=staf)

    assert BerkasLengkap.objects.count() == 1
    services.minta(naskah.pk, oleh=PenggunaFactory(staf=True))


def test_it_is_made_once(naskah, staf):
    services.minta(naskah.pk, oleh=staf)

    assert [services.kerjakan_antrean() for _ in range(3)] == [1, 0, 0]


def test_failing_trail_undoes_the_request(naskah, staf, monkeypatch):
    monkeypatch.setattr(services.audit, "catat", lambda *a, **k: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        services.minta(naskah.pk, oleh=staf)

    assert not BerkasLengkap.objects.exists()


@pytest.mark.parametrize("rusak", [b"", b"ditukar"])
def test_file_that_is_gone_or_changed_is_named_and_leaves_no_half_zip(naskah, staf, rusak):
    path = naskah.dokumen.get().berkas.path
    path.unlink()
    if rusak:
        path.write_bytes(rusak)

    services.minta(naskah.pk, oleh=staf)
    for _ in range(4):
        services.kerjakan_antrean()

    satu = BerkasLengkap.objects.get()
    assert (satu.status, satu.percobaan, satu.berkas) == ("gagal", 3, None)
    assert "naskah asli.pdf" in satu.kesalahan
    assert list(tempat_singgah().parent.iterdir()) == []


def test_who_lost_the_naskah_meanwhile_gets_nothing():
    naskah = NaskahFactory()
    orang = anggota_mitra(naskah.mitra.get())
    services.minta(naskah.pk, oleh=orang)
    orang.keanggotaan.all().delete()

    services.kerjakan_antrean()

    satu = BerkasLengkap.objects.get()
    assert (satu.status, satu.kesalahan) == ("gagal", services.TAK_TERLIHAT)


@pytest.mark.parametrize(
    ("nama", "nilai", "sebab", "status"),
    [("TERBESAR", 1, "lebih dari 2 GB", "gagal"), ("rakit", None, "catatan server", "antre")],
)
def test_what_cannot_be_packed_says_why(naskah, staf, monkeypatch, nama, nilai, sebab, status):
    monkeypatch.setattr(services, nama, nilai)

    satu = susun(naskah, staf)

    assert satu.status == status
    assert sebab in satu.kesalahan


def test_full_disk_is_said_before_a_byte_is_written(naskah, staf, settings):
    settings.CADANGAN_DISK = 10**18

    assert "ruang penyimpanan" in susun(naskah, staf).kesalahan


def test_worker_that_vanished_is_replaced_and_one_at_work_is_left_alone(naskah, staf):
    satu = services.minta(naskah.pk, oleh=staf)
    lama = timezone.now() - timedelta(minutes=16)

    assert BerkasLengkap.objects.ambil(satu.pk, timezone.now())
    assert services.kerjakan_antrean() == 0
    BerkasLengkap.objects.update(diambil_pada=lama)
    assert services.kerjakan_antrean() == 1


def test_one_that_takes_every_worker_with_it_fails_in_the_end(naskah, staf):
    satu = services.minta(naskah.pk, oleh=staf)
    BerkasLengkap.objects.filter(pk=satu.pk).update(percobaan=3)

    services.kerjakan_antrean()

    satu.refresh_from_db()
    assert (satu.status, satu.kesalahan) == ("gagal", pekerjaan.TERHENTI)


def test_worker_that_lost_its_claim_writes_nothing(naskah, staf, monkeypatch):
    asli = services.tulis

    def lambat(*args):
        """Meanwhile another worker takes it up."""
        BerkasLengkap.objects.update(percobaan=2)
        asli(*args)

    monkeypatch.setattr(services, "tulis", lambat)

    satu = susun(naskah, staf)

    assert (satu.status, satu.berkas) == ("dikerjakan", None)
    assert not Berkas.objects.filter(tipe="application/zip").exists()


# --- Kept for a time ------------------------------------------------------------------------


def test_past_its_time_the_file_goes_and_the_row_stays(
    naskah, staf, django_capture_on_commit_callbacks
):
    satu = susun(naskah, staf)
    path = satu.berkas.path
    assert services.kedaluwarsakan() == 0
    assert path.exists()

    with (
        time_machine.travel(timezone.now() + timedelta(days=8)),
        django_capture_on_commit_callbacks(execute=True),
    ):
        services.kedaluwarsakan()
        services.kedaluwarsakan()

    satu.refresh_from_db()
    assert (satu.status, satu.berkas) == ("kedaluwarsa", None)
    assert not path.exists()


def test_new_one_takes_the_place_of_the_old_and_shared_bytes_stay(
    naskah, staf, django_capture_on_commit_callbacks
):
    lama = susun(naskah, staf)
    with django_capture_on_commit_callbacks(execute=True):
        baru = susun(naskah, staf)

    lama.refresh_from_db()
    assert (lama.status, baru.status) == ("kedaluwarsa", "siap")
    assert baru.berkas.path.exists()  # the very same bytes


def test_what_a_vanished_writer_left_is_swept_after_a_day():
    lama, baru = tempat_singgah(), tempat_singgah()
    for path in (lama, baru):
        path.write_bytes(b"x")
    os.utime(lama, (0, 0))

    assert sapu_singgah() == 1
    assert (lama.exists(), baru.exists()) == (False, True)


def test_naskah_entered_by_mistake_can_go_unless_a_file_is_kept(staf):
    naskah = naskah_services.catat(
        {"jenis": "pks", "judul": "Salah catat"}, pihak=[], perangkat_daerah=[], butir=[], oleh=staf
    )
    susun(naskah, staf)

    with pytest.raises(AturanDilanggar, match="berkas lengkap"):
        hapus_naskah.hapus(naskah.pk, oleh=staf)
    with time_machine.travel(timezone.now() + timedelta(days=8)):
        services.kedaluwarsakan()
    hapus_naskah.hapus(naskah.pk, oleh=staf)

    assert not BerkasLengkap.objects.exists()
