"""The folder of backups: complete sets, the pool of files that they share, and who may write.

<folder>/isi/ab/<name>          a file, once, however many sets have it
<folder>/20261126T181500Z/      a set: manifes.json, berkas.txt (its files), the database
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from inti.cadangan.galat import CadanganError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path
    from typing import BinaryIO

    from inti.cadangan.sandi import Sandi

NAMA_HIMPUNAN = re.compile(r"\d{8}T\d{6}Z")
SEMENTARA = ".sedang-"
DAFTAR = "berkas.txt"
POTONGAN = 1024 * 1024


class Tersidik:
    """Passes bytes on and keeps their SHA-256 and number."""

    def __init__(self, tujuan: BinaryIO) -> None:
        self._tujuan = tujuan
        self._hash = hashlib.sha256()
        self.ukuran = 0

    def write(self, isi: bytes, /) -> int:
        self._hash.update(isi)
        self.ukuran += len(isi)
        return self._tujuan.write(isi)

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


class SumberTersidik:
    """The same for bytes that are read."""

    def __init__(self, sumber: BinaryIO) -> None:
        self._sumber = sumber
        self._hash = hashlib.sha256()

    def read(self, banyak: int = -1, /) -> bytes:
        isi = self._sumber.read(banyak)
        self._hash.update(isi)
        return isi

    @property
    def sha256(self) -> str:
        return self._hash.hexdigest()


class Gudang:
    """One folder of backups."""

    def __init__(self, folder: Path, sandi: Sandi) -> None:
        self.folder = folder
        self.sandi = sandi

    @contextmanager
    def dikunci(self) -> Iterator[None]:
        """Alone in the folder; what a vanished writer left is removed first.

        Raises CadanganError when another is at work or the folder cannot be written to.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            kunci = (self.folder / ".kunci").open("w")
        except OSError as error:
            raise CadanganError(
                f"Folder {self.folder} tidak dapat ditulis: {error.strerror}."
            ) from error
        with kunci:
            try:
                fcntl.flock(kunci, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise CadanganError(f"Cadangan lain sedang ditulis di {self.folder}.") from error
            for sisa in self.folder.glob(f"{SEMENTARA}*"):
                shutil.rmtree(sisa)
            yield

    def himpunan(self) -> list[Path]:
        """Complete sets, oldest first."""
        if not self.folder.is_dir():
            return []
        return sorted(p for p in self.folder.iterdir() if NAMA_HIMPUNAN.fullmatch(p.name))

    @contextmanager
    def himpunan_baru(self, now: datetime) -> Iterator[Path]:
        """A new set under a temporary name; it gets its own once everything is on the disk.

        Nothing stays when it could not be completed.
        """
        nama = f"{now:%Y%m%dT%H%M%SZ}"
        if (self.folder / nama).exists():
            raise CadanganError(f"Cadangan {nama} sudah ada; coba lagi sedetik kemudian.")
        sementara = self.folder / f"{SEMENTARA}{nama}"
        sementara.mkdir()
        try:
            yield sementara
            for path in sementara.iterdir():
                _ke_piringan(path)
            sementara.rename(self.folder / nama)
        except BaseException:
            shutil.rmtree(sementara, ignore_errors=True)
            raise

    def simpan(self, sumber: Path, sha256: str, ukuran: int) -> bool:
        """Take a file into the pool; False when it was there.

        Raises FileNotFoundError, or ValueError when its bytes have another hash than its name.
        """
        nama = self.sandi.nama(sha256)
        tujuan = self.tempat(nama)
        if tujuan.exists() and tujuan.stat().st_size == self.sandi.ukuran(ukuran):
            return False
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        sementara = tujuan.with_name(f"{SEMENTARA}{nama}")
        with sumber.open("rb") as asal:
            tersidik = SumberTersidik(asal)
            with sementara.open("wb") as file:
                self.sandi.tulis(tersidik, file, nama)  # type: ignore[arg-type] # it reads
                file.flush()
                os.fsync(file.fileno())
        if tersidik.sha256 != sha256:
            sementara.unlink()
            raise ValueError(sha256)
        sementara.replace(tujuan)
        return True

    def tempat(self, nama: str) -> Path:
        """Where a file of the pool lies."""
        return self.folder / "isi" / nama[:2] / nama

    def buang_lama(self, simpan: int) -> tuple[int, int]:
        """Keep the newest sets, and of the pool what they have; how many sets and files went."""
        lama = self.himpunan()[:-simpan]
        for satu in lama:
            shutil.rmtree(satu)
        dipakai = {nama for satu in self.himpunan() for nama in daftar_berkas(satu)}
        yatim = [p for p in self.folder.glob("isi/??/*") if p.name not in dipakai]
        for path in yatim:
            path.unlink()
        return len(lama), len(yatim)


def daftar_berkas(himpunan: Path) -> Iterator[str]:
    """The names in the pool of the files of one set."""
    with (himpunan / DAFTAR).open(encoding="ascii") as daftar:
        for baris in daftar:
            yield baris.rstrip("\n")


def _ke_piringan(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
