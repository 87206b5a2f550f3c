"""Housekeeping takes out what nobody needs, says how much, and nothing that is wanted."""

import os
import time
from datetime import timedelta
from io import StringIO
from uuid import uuid4

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from inti.models import Berkas, KunciFormulir, PermintaanSandi
from inti.services import berkas as berkas_services
from inti.services import kebersihan
from tests.factories.inti import PenggunaFactory

pytestmark = pytest.mark.django_db
DUA_HARI = 2 * 24 * 3600


def tua(path):
    os.utime(path, (time.time() - DUA_HARI,) * 2)
    return path


def unggah(isi=b"isi"):
    return berkas_services.simpan(isi, nama="a.pdf", tipe="application/pdf", oleh=None)


@pytest.fixture
def yatim():
    berkas = unggah()
    path = tua(berkas.path)
    berkas.delete()
    return path


@pytest.fixture
def sisa(yatim):
    """One of each thing there is to take out, and beside it one to keep."""
    orang = PenggunaFactory()
    for umur in (timedelta(days=31), timedelta(days=1)):
        kunci = KunciFormulir.objects.create(pengguna=orang, kunci=uuid4())
        KunciFormulir.objects.filter(pk=kunci.pk).update(dipakai_pada=timezone.now() - umur)
        Session.objects.create(
            session_key=uuid4().hex, session_data="", expire_date=timezone.now() - umur
        )
    Session.objects.create(
        session_key="berlaku", session_data="", expire_date=timezone.now() + timedelta(hours=1)
    )
    for kunci in ("berlaku", "habis"):
        UserSession.objects.create(
            user=orang, session_key=kunci, ip="127.0.0.1", last_seen_at=timezone.now()
        )
    lama = PermintaanSandi.objects.create(surel="lama@contoh.example")
    PermintaanSandi.objects.create(surel="baru@contoh.example")
    sehari_lebih = timezone.now() - timedelta(hours=25)
    PermintaanSandi.objects.filter(pk=lama.pk).update(diminta_pada=sehari_lebih)
    tua(unggah(b"milik sebuah baris").path)
    tinggal = berkas_services.tempat_singgah()
    tinggal.write_bytes(b"separuh")
    tua(tinggal)
    berkas_services.tempat_singgah().write_bytes(b"sedang ditulis")


def test_takes_out_what_is_over_and_says_how_many(sisa):
    keluar = StringIO()

    call_command("bersihkan", stdout=keluar)

    assert keluar.getvalue().splitlines() == [
        "sesi yang habis: 2 dibuang",
        "kunci formulir lama: 1 dibuang",
        "sisa di tempat singgah: 1 dibuang",
        "berkas lengkap lewat waktu: 0 dibuang",
        "pratinjau gambar lama: 0 dibuang",
        "berkas tanpa baris: 1 dibuang",
        "perangkat yang sudah keluar: 1 dibuang",
        "data akun lewat masa simpan: 0 dibuang",
        "karantina lewat masa simpan: 0 dibuang",
        "permintaan sandi lama: 1 dibuang",
        "surel akun yang selesai: 0 dibuang",
    ]
    assert set(kebersihan.bersihkan().values()) == {0}
    assert Session.objects.get().session_key == "berlaku"
    assert Berkas.objects.get().path.exists()


def test_trial_counts_the_same_and_changes_nothing(sisa):
    hitungan = kebersihan.bersihkan(uji_coba=True)

    assert kebersihan.bersihkan(uji_coba=True) == hitungan
    assert kebersihan.bersihkan() == hitungan
    assert list(hitungan.values()) == [2, 1, 1, 0, 0, 1, 1, 0, 0, 1, 0]


def test_orphan_within_its_grace_stays(yatim):
    os.utime(yatim)

    assert kebersihan.berkas_yatim(uji_coba=False) == 0
    assert yatim.exists()


def test_orphan_that_is_uploaded_again_is_kept(yatim):
    unggah()

    assert kebersihan.berkas_yatim(uji_coba=False) == 0
    assert yatim.read_bytes() == b"isi"


def test_file_wanted_while_it_is_put_aside_comes_back(yatim, monkeypatch):
    asli = kebersihan.tempat_singgah

    def menyela():
        os.utime(yatim)  # an upload of the same bytes, whose row is not committed yet
        return asli()

    monkeypatch.setattr(kebersihan, "tempat_singgah", menyela)

    assert kebersihan.berkas_yatim(uji_coba=False) == 0
    assert yatim.read_bytes() == b"isi"


def test_upload_writes_anew_what_is_aside(yatim):
    yatim.unlink()

    assert unggah().path.read_bytes() == b"isi"
