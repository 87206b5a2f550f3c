r"""How the parts of a backup are written: as they are, or encrypted in authenticated chunks.

The encrypted form (docs/operasi.md describes it for whoever must read it without this program):

    "PKSCAD1\n" · 16 bytes salt · chunk · chunk · … · last chunk

A chunk is AES-256-GCM over at most 1 MiB of plain text, with its 16 bytes tag. The key is
HKDF-SHA256(key file, salt, "pks cadangan isi"). The nonce is 7 zero bytes, the chunk's number
(4 bytes, big endian, from 0) and 1 for the last chunk, else 0; the associated data is the name of
the part. So a chunk that is changed, moved, left out or cut off, and a part that is put in the
place of another, is refused.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from typing import TYPE_CHECKING, Protocol

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from inti.cadangan.galat import CadanganError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

TANDA = b"PKSCAD1\n"
PANJANG_GARAM = 16
POTONGAN = 1024 * 1024
PANJANG_CAP = 16
KUNCI_TERPENDEK = 32


class Penulis(Protocol):
    """Where bytes go."""

    def write(self, isi: bytes, /) -> object: ...


class Sandi(Protocol):
    """A way to write and to read the parts of a backup."""

    akhiran: str

    def nama(self, sha256: str) -> str:
        """What a file of this content is called in the pool."""

    def ukuran(self, asli: int) -> int:
        """How many bytes `asli` bytes take."""

    def tulis(self, sumber: BinaryIO, tujuan: Penulis, bagian: str) -> None:
        """Write all of `sumber`."""

    def baca(self, sumber: BinaryIO, bagian: str) -> Iterator[bytes]:
        """The plain bytes. Raises CadanganError when they are not as they were written."""


class TanpaSandi:
    """The bytes as they are."""

    akhiran = ""

    def nama(self, sha256: str) -> str:
        return sha256

    def ukuran(self, asli: int) -> int:
        return asli

    def tulis(self, sumber: BinaryIO, tujuan: Penulis, bagian: str) -> None:
        while isi := sumber.read(POTONGAN):
            tujuan.write(isi)

    def baca(self, sumber: BinaryIO, bagian: str) -> Iterator[bytes]:
        while isi := sumber.read(POTONGAN):
            yield isi


class SandiKunci:
    """Encrypted with the content of a key file; names in the pool tell nothing of a content."""

    akhiran = ".sandi"

    def __init__(self, kunci: bytes) -> None:
        self._kunci = kunci
        self._kunci_nama = _turunkan(kunci, b"", b"pks cadangan nama")

    def nama(self, sha256: str) -> str:
        return hmac.new(self._kunci_nama, sha256.encode(), hashlib.sha256).hexdigest()

    def ukuran(self, asli: int) -> int:
        potongan = max(1, -(-asli // POTONGAN))
        return len(TANDA) + PANJANG_GARAM + asli + potongan * PANJANG_CAP

    def tulis(self, sumber: BinaryIO, tujuan: Penulis, bagian: str) -> None:
        garam = os.urandom(PANJANG_GARAM)
        aead = AESGCM(_turunkan(self._kunci, garam, b"pks cadangan isi"))
        tujuan.write(TANDA + garam)
        nomor, isi = 0, sumber.read(POTONGAN)
        while True:
            berikut = sumber.read(POTONGAN)
            tujuan.write(aead.encrypt(_nonce(nomor, akhir=not berikut), isi, bagian.encode()))
            if not berikut:
                return
            nomor, isi = nomor + 1, berikut

    def baca(self, sumber: BinaryIO, bagian: str) -> Iterator[bytes]:
        kepala = sumber.read(len(TANDA) + PANJANG_GARAM)
        if not kepala.startswith(TANDA) or len(kepala) < len(TANDA) + PANJANG_GARAM:
            raise CadanganError(f"{bagian}: bukan bagian cadangan yang disandi, atau terpotong.")
        garam = kepala[len(TANDA) :]
        aead = AESGCM(_turunkan(self._kunci, garam, b"pks cadangan isi"))
        nomor, isi = 0, sumber.read(POTONGAN + PANJANG_CAP)
        while True:
            berikut = sumber.read(POTONGAN + PANJANG_CAP)
            try:
                yield aead.decrypt(_nonce(nomor, akhir=not berikut), isi, bagian.encode())
            except (InvalidTag, ValueError) as error:
                raise CadanganError(
                    f"{bagian}: berubah, terpotong, atau disandi dengan kunci lain "
                    f"(potongan ke-{nomor + 1})."
                ) from error
            if not berikut:
                return
            nomor, isi = nomor + 1, berikut


def sandi_dari(berkas_kunci: Path | None) -> Sandi:
    """Encrypted when there is a key file. Raises CadanganError when it cannot serve as one."""
    if berkas_kunci is None:
        return TanpaSandi()
    try:
        kunci = berkas_kunci.read_bytes().strip()
    except OSError as error:
        raise CadanganError(
            f"Berkas kunci {berkas_kunci} tidak dapat dibaca: {error.strerror}."
        ) from error
    if len(kunci) < KUNCI_TERPENDEK:
        raise CadanganError(
            f"Berkas kunci {berkas_kunci} terlalu pendek: paling sedikit {KUNCI_TERPENDEK} bita. "
            "Buat dengan: openssl rand -base64 48"
        )
    return SandiKunci(kunci)


def _nonce(nomor: int, *, akhir: bool) -> bytes:
    return bytes(7) + nomor.to_bytes(4, "big") + bytes([akhir])


def _turunkan(kunci: bytes, garam: bytes, guna: bytes) -> bytes:
    return HKDF(SHA256(), length=32, salt=garam, info=guna).derive(kunci)
