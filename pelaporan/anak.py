"""Child processes for bytes from outside: limits are their own, secrets stay here.

One that is started for each piece of work pays for its imports each time. `Hangat` keeps one that
has paid, and that copies itself for each piece; it never does any itself (`hangat_anak`).
"""

from __future__ import annotations

import atexit
import os
import signal
import socket
import subprocess
import sys
import tempfile
from contextlib import ExitStack, suppress
from pathlib import Path
from threading import Lock
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

AKAR = Path(__file__).resolve().parent.parent
# All that a document can reach, besides the files of its own snapshot.
STATIC = AKAR / "static"
ASET = {
    "aset:print.css": STATIC / "css" / "print.css",
    "aset:arimo-400.woff2": STATIC / "vendor/arimo-5.3.0/arimo-latin-400-normal.woff2",
    "aset:arimo-700.woff2": STATIC / "vendor/arimo-5.3.0/arimo-latin-700-normal.woff2",
    "aset:arimo-400i.woff2": STATIC / "vendor/arimo-5.3.0/arimo-latin-400-italic.woff2",
    "aset:arimo-700i.woff2": STATIC / "vendor/arimo-5.3.0/arimo-latin-700-italic.woff2",
    "aset:lambang": STATIC / "img" / "lambang-netral.svg",
}
# What the child needs of the environment; it gets no secret.
LINGKUNGAN = (
    "PATH",
    "HOME",
    "LANG",
    "TMPDIR",
    "XDG_CACHE_HOME",
    "FONTCONFIG_PATH",
    "LD_LIBRARY_PATH",
)
# What a child that renders ends with, besides failing.
ALAMAT_DITOLAK, GAMBAR_HILANG = 3, 5
# How many pieces of work one copies itself for before a new one takes its place.
KALI_TERBANYAK = 200
TERBUNUH = -signal.SIGKILL


def lingkungan() -> dict[str, str]:
    """With a fixed hash seed, so that the same input gives the same bytes."""
    return {k: os.environ[k] for k in LINGKUNGAN if k in os.environ} | {"PYTHONHASHSEED": "0"}


def jalankan(
    perintah: Sequence[str], masukan: bytes, *, detik: float
) -> subprocess.CompletedProcess[bytes]:
    """Give it the bytes and wait. Raises subprocess.TimeoutExpired."""
    return subprocess.run(  # noqa: S603 - our own module, no shell, a fixed word
        perintah,
        input=masukan,
        capture_output=True,
        timeout=detik,
        cwd=AKAR,
        env=lingkungan(),
        check=False,
    )


def wadah() -> IO[bytes]:
    """A file without a name, in memory where the system has such."""
    if sys.platform == "linux":
        return os.fdopen(os.memfd_create("anak"), "w+b")
    return tempfile.TemporaryFile()


class Hangat:
    """A process kept warm by this one; it ends with it, however that ends."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._anak: tuple[subprocess.Popen[bytes], socket.socket] | None = None
        self._perintah: tuple[str, ...] = ()
        self._sisa = 0
        atexit.register(self.tutup)
        os.register_at_fork(after_in_child=self._lupakan)

    @property
    def pid(self) -> int | None:
        """The process, which is also the group of all that it begins."""
        return self._anak[0].pid if self._anak else None

    def jalankan(
        self, perintah: Sequence[str], kata: str, masukan: bytes, *, detik: float
    ) -> subprocess.CompletedProcess[bytes]:
        """As if `perintah` were started for that word. Raises subprocess.TimeoutExpired."""
        with self._lock, ExitStack() as terbuka:
            kanal = [terbuka.enter_context(wadah()) for _ in range(3)]
            kanal[0].write(masukan)
            for satu in kanal:
                satu.seek(0)
            saluran = self._siap(tuple(perintah))
            try:
                kode = _minta(saluran, kata, [file.fileno() for file in kanal], detik)
            except TimeoutError as error:
                self.tutup()
                raise subprocess.TimeoutExpired(perintah, detik) from error
            if kode is None:
                self.tutup()
            keluaran, galat = (_seluruh(file) for file in kanal[1:])
        return subprocess.CompletedProcess(
            perintah, TERBUNUH if kode is None else kode, keluaran, galat
        )

    def tutup(self) -> None:
        """End it, and all it has begun."""
        if not self._anak:
            return
        anak, saluran = self._anak
        self._anak = None
        saluran.close()
        with suppress(ProcessLookupError):
            os.killpg(anak.pid, signal.SIGKILL)
        anak.wait()

    def _siap(self, perintah: tuple[str, ...]) -> socket.socket:
        """Where one hears that is warm: the one there is, or a new one."""
        if self._anak and self._perintah == perintah and self._sisa:
            anak, saluran = self._anak
            if anak.poll() is None:
                self._sisa -= 1
                return saluran
        self.tutup()
        saluran, sana = socket.socketpair()
        with sana:
            anak = subprocess.Popen(  # noqa: S603 - our own module, no shell
                perintah,
                stdin=sana.fileno(),
                stdout=subprocess.DEVNULL,
                cwd=AKAR,
                env=lingkungan(),
                start_new_session=True,
            )
        self._anak, self._perintah, self._sisa = (anak, saluran), perintah, KALI_TERBANYAK - 1
        return saluran

    def _lupakan(self) -> None:
        """A copy of this process has none yet; the one it knows of is its original's."""
        if self._anak:
            anak, saluran = self._anak
            saluran.close()
            anak.returncode = 0
        self._lock, self._anak = Lock(), None


def _minta(saluran: socket.socket, kata: str, kanal: list[int], detik: float) -> int | None:
    """How the copy ended; None when there is nobody any more to tell. Raises TimeoutError."""
    saluran.settimeout(detik)
    try:
        socket.send_fds(saluran, [kata.encode()], kanal)
        jawaban = saluran.recv(64)
    except ConnectionError:
        return None
    return int(jawaban) if jawaban else None


def _seluruh(file: IO[bytes]) -> bytes:
    file.seek(0)
    return file.read()
