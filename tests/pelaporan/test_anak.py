"""The process that is kept warm: what it does for each piece of work, and how it ends."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pelaporan import anak
from pelaporan.anak import AKAR, TERBUNUH, Hangat

# Does what its input says, instead of rendering.
KODE = """
import os, sys, time
from pelaporan import hangat_anak, render_anak
render_anak.kerjakan = lambda kata: exec(sys.stdin.read()) or 0
hangat_anak.main()
"""
PERINTAH = (sys.executable, "-c", KODE)
ANAK_LAGI = "if os.fork() == 0: time.sleep(600)\n"


@pytest.fixture
def hangat():
    satu = Hangat()
    yield satu
    satu.tutup()


def kerjakan(hangat, kode, detik=60):
    return hangat.jalankan(PERINTAH, "apa saja", kode.encode(), detik=detik)


def kosong(kelompok):
    """Wait until no process of the group is left; pytest's own limit ends a test that never is."""
    while True:
        try:
            os.killpg(kelompok, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)


def test_each_piece_of_work_is_done_by_a_copy_of_one_process(hangat):
    kode = "print(os.getpid(), os.getppid(), hasattr(os, 'diubah')); os.diubah = True"

    jawaban = [kerjakan(hangat, kode).stdout.split() for _ in range(2)]

    assert len({pid for pid, *_ in jawaban}) == 2
    assert {int(induk) for _, induk, _ in jawaban} == {hangat.pid}
    assert {diubah for *_, diubah in jawaban} == {b"False"}


def test_output_and_error_and_how_it_ended_come_back(hangat):
    hasil = kerjakan(hangat, "print('ya'); sys.stderr.write('tidak'); 1 / 0")

    assert (hasil.returncode, hasil.stdout) == (1, b"ya\n")
    assert hasil.stderr.startswith(b"tidak")
    assert b"ZeroDivisionError" in hasil.stderr


def test_copy_that_is_killed_leaves_the_warm_one_alive(hangat):
    kerjakan(hangat, "")
    pid = hangat.pid

    assert kerjakan(hangat, "os.kill(os.getpid(), 9)").returncode == TERBUNUH
    assert kerjakan(hangat, "print('lagi')").stdout == b"lagi\n"
    assert hangat.pid == pid


def test_it_outlives_the_signal_that_tells_a_worker_to_finish(hangat):
    kerjakan(hangat, "")
    pid = hangat.pid

    hasil = kerjakan(hangat, "os.killpg(0, 15); print('selesai')")

    assert (hasil.stdout, hangat.pid) == (b"selesai\n", pid)


@pytest.mark.parametrize("kapan", ["menganggur", "bekerja"])
def test_warm_one_that_is_killed_is_followed_by_another(hangat, kapan):
    kerjakan(hangat, "")
    pid = hangat.pid
    if kapan == "menganggur":
        os.kill(pid, signal.SIGKILL)
        os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT)
    else:
        assert kerjakan(hangat, "os.kill(os.getppid(), 9); time.sleep(600)").returncode == TERBUNUH

    assert kerjakan(hangat, "print('lagi')").stdout == b"lagi\n"
    assert hangat.pid != pid
    assert kosong(pid)


def test_work_that_takes_too_long_ends_with_all_it_has_begun(hangat):
    kerjakan(hangat, "")
    pid = hangat.pid

    with pytest.raises(subprocess.TimeoutExpired):
        kerjakan(hangat, f"{ANAK_LAGI}time.sleep(600)", detik=0.5)

    assert kosong(pid)


@pytest.mark.parametrize("akhir", ["os.kill(os.getpid(), 9)", "sys.exit()"])
@pytest.mark.parametrize("selagi", ["menganggur", "bekerja"])
def test_it_ends_with_the_process_that_keeps_it(akhir, selagi):
    tunda = "" if selagi == "menganggur" else f"{ANAK_LAGI}time.sleep(600)"
    kode = (
        "import os, sys, threading, time\n"
        "from tests.pelaporan.test_anak import Hangat, kerjakan\n"
        "hangat = Hangat()\n"
        "kerjakan(hangat, '')\n"
        "print(hangat.pid, flush=True)\n"
        f"threading.Thread(target=kerjakan, args=(hangat, {tunda!r}), daemon=True).start()\n"
        "time.sleep(0.5)\n"
        f"{akhir}"
    )

    hasil = subprocess.run(
        [sys.executable, "-c", kode], cwd=AKAR, capture_output=True, text=True, check=False
    )

    assert kosong(int(hasil.stdout))


def test_copy_of_the_keeper_keeps_one_of_its_own(hangat):
    kerjakan(hangat, "")
    baca, tulis = os.pipe()
    if not os.fork():
        hasil = kerjakan(hangat, "print(os.getppid(), end='')").stdout
        milik = int(hasil) == hangat.pid
        hangat.tutup()
        os.write(tulis, hasil if milik else b"0")
        os._exit(0)
    os.wait()

    lain = int(os.read(baca, 64))
    os.close(baca)
    os.close(tulis)

    assert lain not in {0, hangat.pid}
    assert int(kerjakan(hangat, "print(os.getppid())").stdout) == hangat.pid


def test_a_new_one_takes_over_after_so_many_pieces(hangat, monkeypatch):
    monkeypatch.setattr(anak, "KALI_TERBANYAK", 2)

    induk = [kerjakan(hangat, "print(os.getppid())").stdout for _ in range(4)]

    assert induk[0] == induk[1] != induk[2] == induk[3]


@pytest.mark.parametrize("akhir", ["", "os.kill(os.getpid(), 9)"])
def test_nothing_is_left_behind_on_the_disk(hangat, akhir):
    kode = f"import tempfile; print(tempfile.mkdtemp(), flush=True); {akhir}"

    folder = kerjakan(hangat, kode).stdout.decode().strip()

    assert "/pdf-" in folder
    assert not Path(folder).exists()


def test_it_knows_no_secret(hangat, monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "rahasia")

    assert b"rahasia" not in kerjakan(hangat, "print(os.environ)").stdout
