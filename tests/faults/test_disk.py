"""The disk of the files is full: refused in words, no half file, and it works again with room."""

import errno
import os
import re
import subprocess
from pathlib import Path

import pytest
from django.urls import reverse

from inti.models import Berkas
from pelaporan.enums import JenisDokumen
from pelaporan.models import Dokumen
from pelaporan.services import dokumen
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import SuratTugasFactory
from tests.kerjasama.views.test_lampiran import berkas, kiriman
from tests.support.simpanan import berkas_rusak

pytestmark = pytest.mark.django_db


@pytest.fixture
def kecil(tmp_path, settings, monkeypatch):
    """A disk of one megabyte for the files, and how to fill and to empty it.

    Who may not mount anything gets a disk that only says that it is full; root must be able to.
    """
    tempat = settings.BERKAS_DIR = tmp_path / "kecil"
    tempat.mkdir()
    perintah = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(tempat)]
    if subprocess.run(perintah, check=_boleh_memasang(), capture_output=True).returncode:
        yield from _pura_pura(monkeypatch)
        return
    pengisi = tempat / "penuh"

    def penuhi():
        while _masih_muat(pengisi):
            pass

    yield penuhi, pengisi.unlink
    subprocess.run(["umount", str(tempat)], check=True)


def _boleh_memasang():
    """Whether this process has CAP_SYS_ADMIN: then the real disk is asked for."""
    keadaan = Path("/proc/self/status").read_text()
    return bool(int(re.search(r"^CapEff:\s*(\w+)", keadaan, re.MULTILINE)[1], 16) >> 21 & 1)


def _masih_muat(pengisi):
    try:
        with pengisi.open("ab", buffering=0) as file:
            return file.write(bytes(4096)) == 4096
    except OSError:
        return False


def _pura_pura(monkeypatch):
    penuh = []

    def fsync(_):
        if penuh:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fsync)
    yield lambda: penuh.append(True), penuh.clear


def test_an_upload_is_refused_in_words_and_leaves_nothing(client, kecil, settings):
    penuhi, kosongkan = kecil
    naskah = NaskahFactory()
    client.force_login(PenggunaFactory(staf=True))
    client.raise_request_exception = False
    alamat = reverse("kerjasama:lampiran-tambah", args=[naskah.pk])
    penuhi()

    ditolak = client.post(alamat, kiriman(berkas=berkas("x" * 60)))

    assert ditolak.status_code == 507
    assert "penyimpanan server penuh" in ditolak.content.decode()
    assert not naskah.lampiran.exists()
    assert not Berkas.objects.exists()
    kosongkan()
    assert list(berkas_rusak()) == []
    assert client.post(alamat, kiriman(berkas=berkas("x" * 60))).status_code == 302
    assert Berkas.objects.get().path.stat().st_size
    assert list(berkas_rusak()) == []


def test_a_document_waits_for_room(kecil):
    penuhi, kosongkan = kecil
    dokumen.terbitkan(JenisDokumen.SURAT_TUGAS, SuratTugasFactory().pk, oleh=PenggunaFactory())
    penuhi()

    dokumen.kerjakan_antrean()

    satu = Dokumen.objects.get()
    assert satu.berkas is None
    assert satu.status == "antre"
    kosongkan()
    dokumen.kerjakan_antrean()
    satu.refresh_from_db()
    assert (satu.status, list(berkas_rusak())) == ("siap", [])
