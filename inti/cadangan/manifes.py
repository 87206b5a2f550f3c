"""What a set holds: read first at a restore, and everything else is compared with it."""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from inti.cadangan.galat import CadanganError

if TYPE_CHECKING:
    from pathlib import Path

    from inti.cadangan.sandi import Sandi

BENTUK = 1
NAMA = "manifes.json"
SIDIK = "manifes.sha256"


@dataclass(frozen=True)
class Bagian:
    """A file of the set as it lies there."""

    nama: str
    ukuran: int
    sha256: str


@dataclass(frozen=True)
class Manifes:
    """The content of one set; `jejak` is the anchor of the audit trail: how long, and its head."""

    dibuat_pada: str
    jenis: str
    versi_basis_data: str
    basis_data: Bagian
    daftar_berkas: Bagian
    jumlah_berkas: int
    tabel: dict[str, int]
    migrasi: list[str]
    jumlah_jejak: int
    kepala_jejak: str
    cacat: list[str] = field(default_factory=list)
    bentuk: int = BENTUK

    def tulis(self, himpunan: Path, sandi: Sandi) -> str:
        """Write it, with the hash of its own bytes beside it; returns that hash."""
        isi = json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True).encode()
        path = himpunan / f"{NAMA}{sandi.akhiran}"
        with path.open("wb") as file:
            sandi.tulis(io.BytesIO(isi), file, NAMA)
        sidik = hashlib.sha256(path.read_bytes()).hexdigest()
        (himpunan / SIDIK).write_text(f"{sidik}  {path.name}\n", encoding="ascii")
        return sidik


def baca(himpunan: Path, sandi: Sandi, *, sidik: str = "") -> Manifes:
    """The manifest of a set. Raises CadanganError unless it is whole (and is the one named)."""
    path = himpunan / f"{NAMA}{sandi.akhiran}"
    if not path.exists():
        raise CadanganError(_tidak_ada(himpunan, sandi))
    mentah = path.read_bytes()
    ada = hashlib.sha256(mentah).hexdigest()
    tercatat = _sidik_tercatat(himpunan)
    if ada != tercatat:
        raise CadanganError(f"{path.name}: tidak sesuai dengan {SIDIK}; berubah atau terpotong.")
    if sidik and ada != sidik.lower():
        raise CadanganError(f"{path.name}: bukan manifes yang dimaksud; sidiknya {ada}.")
    isi = b"".join(sandi.baca(io.BytesIO(mentah), NAMA))
    try:
        return _dari_json(json.loads(isi))
    except (ValueError, TypeError, KeyError) as error:
        raise CadanganError(f"{path.name}: tidak dapat dibaca.") from error


def _dari_json(isi: dict[str, Any]) -> Manifes:
    if isi["bentuk"] != BENTUK:
        raise CadanganError(
            f"Bentuk cadangan {isi['bentuk']} tidak dikenal; perlu aplikasi yang lebih baru."
        )
    bagian = {k: Bagian(**isi[k]) for k in ("basis_data", "daftar_berkas")}
    return Manifes(**isi | bagian)


def _sidik_tercatat(himpunan: Path) -> str:
    try:
        return (himpunan / SIDIK).read_text(encoding="ascii").partition(" ")[0]
    except (OSError, UnicodeDecodeError) as error:
        raise CadanganError(f"{SIDIK}: tidak ada atau tidak dapat dibaca.") from error


def _tidak_ada(himpunan: Path, sandi: Sandi) -> str:
    if sandi.akhiran and (himpunan / NAMA).exists():
        return f"Cadangan {himpunan} tidak disandi; jalankan tanpa berkas kunci."
    if not sandi.akhiran and list(himpunan.glob(f"{NAMA}.*")):
        return f"Cadangan {himpunan} disandi; sebut berkas kuncinya dengan --kunci."
    return f"{himpunan} bukan cadangan yang lengkap: tidak ada {NAMA}."
