"""The virus scanner: what it says decides, and while it says nothing nothing is taken."""

import io
import logging
import os
import time
import zipfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from inti import pemindai
from inti.checks import periksa_pemindai
from inti.enums import StatusKarantina
from inti.models import Berkas, BerkasKarantina, JejakAudit, Notifikasi
from inti.pemindai import PemindaiMatiError, baca_jawaban, pindai
from inti.services import karantina, pindai_simpanan
from inti.services.kebersihan import bersihkan
from inti.unggahan import DOCX, PDF, periksa
from tests.factories.inti import BerkasFactory, PenggunaFactory
from tests.factories.pelaporan import LaporanMitraFactory
from tests.support.berkas_jahat import EICAR, docx, pdf
from tests.support.clamd_palsu import clamd

pytestmark = pytest.mark.django_db

BERVIRUS = docx({"word/media/a.bin": EICAR}, cara=zipfile.ZIP_STORED)


@pytest.fixture(autouse=True)
def _tempat(settings, tmp_path):
    settings.KARANTINA_DIR = tmp_path / "karantina"


@pytest.fixture
def _cepat(monkeypatch):
    for nama in ("DETIK_SAMBUNG", "DETIK_PINDAI", "DETIK_DENYUT"):
        monkeypatch.setattr(pemindai, nama, 0.3)


def unggah(isi=BERVIRUS, nama="surat.docx"):
    return periksa(SimpleUploadedFile(nama, isi), (PDF, DOCX))


@pytest.mark.parametrize("unix", [False, True])
def test_clean_file_is_taken(settings, tmp_path, unix):
    with clamd(jalur=tmp_path / "s" if unix else None) as settings.CLAMD:
        assert unggah(pdf(), "surat.pdf").tipe == PDF
        assert pemindai.hidup()


def test_without_a_scanner_nothing_is_asked(settings):
    assert settings.CLAMD == ""
    assert unggah().tipe == DOCX


def test_large_file_arrives_whole(settings):
    besar = io.BytesIO(b"x" * 700_000 + EICAR)

    with clamd() as settings.CLAMD:
        assert pindai(besar) == "Eicar-Test-Signature"


def test_infected_file_is_refused_plainly_and_kept_apart(settings, caplog):
    with clamd() as settings.CLAMD, pytest.raises(ValidationError, match="Eicar") as ditolak:
        unggah()

    assert "“surat.docx” ditolak" in ditolak.value.messages[0]
    (satu,) = Path(settings.KARANTINA_DIR).iterdir()
    assert satu.read_bytes() == BERVIRUS
    assert satu.stat().st_mode & 0o077 == 0
    (log,) = [r for r in caplog.records if r.getMessage() == "berkas.karantina"]
    assert (log.name, log.levelno, log.rinci["sha256"]) == ("keamanan", logging.ERROR, satu.name)


@pytest.mark.usefixtures("_cepat")
@pytest.mark.parametrize("sikap", ["diam", "putus", "batas", "ngawur"])
def test_scanner_that_gives_no_verdict_lets_nothing_in(settings, caplog, sikap):
    with clamd(sikap) as settings.CLAMD, pytest.raises(ValidationError, match="Coba lagi"):
        unggah(pdf(), "surat.pdf")

    assert "berkas.tidak_terpindai" in caplog.messages
    assert not Path(settings.KARANTINA_DIR).exists()


@pytest.mark.usefixtures("_cepat")
@pytest.mark.parametrize("sikap", ["diam", "putus"])
def test_scanner_that_does_not_answer_is_not_alive(settings, sikap):
    with clamd(sikap) as settings.CLAMD:
        assert not pemindai.hidup()


def test_scanner_that_is_not_there_is_waited_for_no_longer_than_said(settings):
    with clamd() as alamat:
        pass
    settings.CLAMD, mulai = alamat, time.monotonic()

    with pytest.raises(PemindaiMatiError):
        pindai(io.BytesIO(b"x"))

    assert time.monotonic() - mulai < 5


def test_without_room_only_the_hash_is_noted(settings, caplog):
    settings.CADANGAN_DISK = 2**60

    with clamd() as settings.CLAMD, pytest.raises(ValidationError):
        unggah()

    assert list(Path(settings.KARANTINA_DIR).iterdir()) == []
    (log,) = [r for r in caplog.records if r.getMessage() == "berkas.karantina"]
    assert log.rinci["disimpan"] is False


def test_quarantine_is_emptied_after_its_time(settings, django_capture_on_commit_callbacks):
    with clamd() as settings.CLAMD, suppress(ValidationError):
        unggah()
    (satu,) = Path(settings.KARANTINA_DIR).iterdir()
    os.utime(satu, (0, 0))
    assert karantina.bersihkan(uji_coba=True) == 0

    with time_machine.travel(timezone.now() + timedelta(days=91)):
        assert karantina.bersihkan(uji_coba=True) == 1
        assert satu.exists()
        with django_capture_on_commit_callbacks(execute=True):
            assert karantina.bersihkan(uji_coba=False) == 1

    assert not satu.exists()
    assert BerkasKarantina.objects.get().status == StatusKarantina.DIHAPUS
    assert JejakAudit.objects.latest("pk").aksi == "berkas_karantina.hapus"


def test_bytes_without_a_refusal_are_swept_too(settings):
    settings.KARANTINA_DIR.mkdir()
    yatim = settings.KARANTINA_DIR / "sisa"
    yatim.write_bytes(b"x")
    assert karantina.bersihkan(uji_coba=False) == 0

    os.utime(yatim, (0, 0))

    assert karantina.bersihkan(uji_coba=True) == 1
    assert karantina.bersihkan(uji_coba=False) == 1
    assert not yatim.exists()


def test_quarantine_is_part_of_the_nightly_housekeeping():
    assert bersihkan()["karantina lewat masa simpan"] == 0


# --- Through the pages --------------------------------------------------------------------


@pytest.fixture
def laporan(client):
    laporan = LaporanMitraFactory()
    client.force_login(laporan.dibuat_oleh)
    return laporan


def test_mitra_is_told_staff_and_administrators_see_it_and_nothing_is_stored(
    client, settings, laporan
):
    admin, staf = PenggunaFactory(admin=True), PenggunaFactory(staf=True)
    data = {"berkas": SimpleUploadedFile("surat.docx", BERVIRUS)}

    with clamd() as settings.CLAMD:
        alamat = reverse("pelaporan:portal-unggah", args=[laporan.pk])
        jawab = client.post(alamat, data, follow=True)

    assert "administrator diberi tahu" in jawab.text
    assert (Berkas.objects.count(), laporan.berkas.count()) == (0, 0)
    jejak = JejakAudit.objects.get(aksi="berkas.karantina")
    assert (jejak.pelaku_id, jejak.perubahan["nama"]) == (laporan.dibuat_oleh_id, "surat.docx")
    satu = BerkasKarantina.objects.get()
    assert (satu.tujuan, satu.diunggah_oleh, satu.ukuran) == (
        alamat, laporan.dibuat_oleh, len(BERVIRUS),
    )  # fmt: skip
    assert {n.kepada: n.tautan for n in Notifikasi.objects.filter(jejak=jejak)} == {
        admin: satu.get_absolute_url(), staf: "",
    }  # fmt: skip


def test_list_with_a_virus_is_refused_at_its_field(client, settings):
    client.force_login(PenggunaFactory(staf=True))
    data = {"berkas": SimpleUploadedFile("daftar.csv", EICAR)}

    with clamd() as settings.CLAMD:
        jawab = client.post(reverse("kerjasama:impor-daftar"), data)

    assert "Eicar-Test-Signature" in jawab.text
    assert not Berkas.objects.exists()


def test_list_is_read_whole_after_the_scanner_has_read_it(client, settings):
    client.force_login(PenggunaFactory(staf=True))
    isi = b"nomor_pemda,judul,mitra\n1/2024,Kios,PT A\n"

    with clamd() as settings.CLAMD:
        client.post(reverse("kerjasama:impor-daftar"), {"berkas": SimpleUploadedFile("a.csv", isi)})

    assert Berkas.objects.get().baca() == isi


@pytest.mark.usefixtures("_cepat")
@pytest.mark.parametrize(("sikap", "sehat"), [("jujur", True), ("putus", False)])
def test_health_says_whether_the_scanner_answers(client, settings, sikap, sehat):
    with clamd(sikap) as settings.CLAMD:
        assert client.get(reverse("sehat")).json()["bagian"]["pemindai_virus"] is sehat


# --- Other doors, and what is stored already -----------------------------------------------


def test_list_brought_by_the_command_is_scanned(settings, tmp_path):
    berkas = tmp_path / "daftar.csv"
    berkas.write_bytes(b"nomor_pemda,judul\n1," + EICAR)

    with clamd() as settings.CLAMD, pytest.raises(CommandError, match="Eicar-Test-Signature"):
        call_command("impor_naskah", str(berkas))

    satu = BerkasKarantina.objects.get()
    assert (satu.tujuan, satu.diunggah_oleh) == ("manage.py impor_naskah", None)
    assert not Berkas.objects.exists()


@pytest.mark.usefixtures("_cepat")
def test_list_is_not_brought_in_while_the_scanner_is_silent(settings, tmp_path):
    berkas = tmp_path / "daftar.csv"
    berkas.write_bytes(b"nomor_pemda,judul,mitra\n1/2024,Kios,PT A\n")

    with clamd("putus") as settings.CLAMD, pytest.raises(CommandError, match="Coba lagi"):
        call_command("impor_naskah", str(berkas))

    assert not Berkas.objects.exists()


def test_stored_files_are_shown_to_the_scanner_and_stay_where_they_are(
    settings, caplog, capsys, monkeypatch
):
    monkeypatch.setattr(pindai_simpanan, "SEKALI", 2)
    semua = [BerkasFactory(isi=b"%d" % n) for n in range(4)]
    bervirus = BerkasFactory(isi=EICAR, nama="lama.docx")

    with clamd() as settings.CLAMD, pytest.raises(CommandError, match="1 bervirus"):
        call_command("periksa_berkas", virus=True)

    assert capsys.readouterr().err.splitlines() == [
        f"berkas {bervirus.pk} (lama.docx): Eicar-Test-Signature"
    ]
    (log,) = [r for r in caplog.records if r.getMessage() == "berkas.virus_tersimpan"]
    assert (log.name, log.rinci["berkas"]) == ("keamanan", bervirus.pk)
    assert bervirus.path.exists()
    assert not Path(settings.KARANTINA_DIR).exists()
    bervirus.path.unlink()
    bervirus.delete()

    with clamd() as settings.CLAMD:
        call_command("periksa_berkas", virus=True, sejak=semua[1].pk)

    assert capsys.readouterr().out == "3 berkas dipindai, tidak ada temuan.\n"


@pytest.mark.usefixtures("_cepat")
def test_stored_file_that_could_not_be_scanned_is_said(settings, capsys):
    hilang, _ = BerkasFactory(isi=b"a"), BerkasFactory(isi=b"b")
    hilang.path.unlink()

    with clamd("putus") as settings.CLAMD, pytest.raises(CommandError, match="2 belum terpindai"):
        call_command("periksa_berkas", virus=True)

    keluar = capsys.readouterr().err
    assert "isi hilang" in keluar
    assert "pemindai tidak menjawab" in keluar


def test_without_a_scanner_stored_files_cannot_be_scanned():
    with pytest.raises(CommandError, match="CLAMD"):
        call_command("periksa_berkas", virus=True)


# --- What it may be told ------------------------------------------------------------------


@pytest.mark.parametrize("alamat", ["", "unix:/run/clamav/clamd.ctl", "tcp://127.0.0.1:3310"])
def test_address_that_can_be_read_passes_the_check(settings, alamat):
    settings.CLAMD = alamat

    assert periksa_pemindai() == []


@pytest.mark.parametrize("alamat", ["localhost:3310", "tcp://a", "unix:clamd", "tcp://a:x", "x"])
def test_address_that_cannot_be_read_stops_the_start(settings, alamat):
    settings.CLAMD = alamat

    assert [e.id for e in periksa_pemindai()] == ["inti.E005"]


@given(jawaban=st.binary(max_size=200) | st.just(b"stream: ").flatmap(
    lambda awal: st.binary(max_size=40).map(lambda isi: awal + isi + b" FOUND")
))  # fmt: skip
def test_any_reply_is_a_verdict_or_none(jawaban):
    with suppress(PemindaiMatiError):
        temuan = baca_jawaban(jawaban)
        assert bool(temuan) == jawaban.strip().endswith(b"FOUND")
        assert temuan.isprintable()


@pytest.mark.parametrize("jawaban", [b"", b"stream:", b"stream: OK\nstream: x FOUND", b"OK", b"oK"])
def test_reply_that_is_not_to_the_letter_is_no_verdict(jawaban):
    with pytest.raises(PemindaiMatiError):
        baca_jawaban(jawaban)
