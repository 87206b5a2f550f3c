"""Restoring a set, which first proves itself: nothing of the site changes before it has."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader

from inti.cadangan import manifes as manifes_services
from inti.cadangan.galat import CadanganError
from inti.cadangan.gudang import DAFTAR, Gudang, daftar_berkas
from inti.cadangan.pasang import berdampingan, berisi
from inti.cadangan.salinan import hitung_baris, sidik_berkas
from inti.formats import ribuan
from inti.models import Berkas, JejakAudit
from inti.queries.integritas import jejak_rusak

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper

    from inti.cadangan.manifes import Bagian, Manifes

SAMPING = "pulih"
SEBUT_TERBANYAK = 20
Kabar = Callable[[str], object]


@dataclass(frozen=True)
class Sumber:
    """One set in its folder, read with one key; `sidik` is its manifest's hash, if known."""

    gudang: Gudang
    himpunan: Path
    sidik: str = ""


@dataclass
class Terbukti:
    """What was proved of a set, and what must be done after it took the site's place."""

    himpunan: str
    baris: int = 0
    tabel: int = 0
    jejak: int = 0
    kepala_jejak: str = ""
    berkas: int = 0
    migrasi_tertinggal: list[str] = field(default_factory=list)


def periksa(sumber: Sumber, kabar: Kabar) -> Manifes:
    """Whether every part of a set is as it was written; restores nothing.

    Raises CadanganError naming what is wrong.
    """
    manifes = _kepala(sumber, kabar)
    _semua_berkas(sumber, manifes, None, kabar)
    return manifes


def pulihkan(sumber: Sumber, kabar: Kabar, *, timpa: bool = False) -> Terbukti:
    """Put a set in the site's place.

    Raises CadanganError, and the site is as it was, when the site is not empty (unless `timpa`),
    when anything of the set is missing, changed or cut off, or when the copy is not what its
    manifest says: rows per table, the whole audit trail and its anchor, a file for each row.
    """
    if not timpa and (berisi() or _ada_berkas()):
        raise CadanganError(
            "Situs ini sudah berisi. Pulihkan ke tempat lain (VAR_DIR dan DATABASE_URL lain), "
            "atau sebut --timpa untuk mengganti seluruh isinya."
        )
    manifes = _kepala(sumber, kabar)
    with _tempat_berkas() as singgah:
        _semua_berkas(sumber, manifes, singgah, kabar)
        isi = _baca_bagian(sumber, manifes.basis_data)
        kabar("Memasang salinan basis data di samping …")
        with berdampingan(isi) as basis_data:
            terbukti = _buktikan(basis_data, manifes, singgah, sumber.himpunan.name)
            # Files first: a row must never be without its file.
            _pindahkan(singgah)
    return terbukti


def _kepala(sumber: Sumber, kabar: Kabar) -> Manifes:
    himpunan, sandi = sumber.himpunan, sumber.gudang.sandi
    manifes = manifes_services.baca(himpunan, sandi, sidik=sumber.sidik)
    for bagian in (manifes.daftar_berkas, manifes.basis_data):
        _periksa_bagian(himpunan, bagian)
    vendor = connection.vendor.replace("sqlite", "sqlite3")
    if manifes.jenis != vendor:
        raise CadanganError(
            f"Cadangan ini dari {manifes.jenis}, sedangkan basis data di sini {vendor}. "
            "Atur DATABASE_URL ke jenis yang sama."
        )
    if asing := sorted({*manifes.migrasi} - _migrasi_dikenal()):
        raise CadanganError(
            f"Cadangan dibuat oleh aplikasi yang lebih baru (migrasi {', '.join(asing[:5])}). "
            "Pasang versi aplikasi itu dahulu."
        )
    if manifes.cacat:
        kabar(
            f"Ketika cadangan ini dibuat, {ribuan(len(manifes.cacat))} berkas sudah tidak utuh: "
            f"{'; '.join(manifes.cacat[:SEBUT_TERBANYAK])}"
        )
    kabar(f"Himpunan {himpunan.name}: manifes, basis data, dan daftar berkas utuh.")
    return manifes


def _periksa_bagian(himpunan: Path, bagian: Bagian) -> None:
    path = himpunan / bagian.nama
    if not path.exists():
        raise CadanganError(f"{bagian.nama}: tidak ada di {himpunan}.")
    ukuran = path.stat().st_size
    if ukuran != bagian.ukuran:
        raise CadanganError(
            f"{bagian.nama}: {ribuan(ukuran)} bita, seharusnya {ribuan(bagian.ukuran)}; terpotong."
        )
    if sidik_berkas(path) != bagian.sha256:
        raise CadanganError(f"{bagian.nama}: isinya berubah (hash tidak sesuai dengan manifes).")


def _semua_berkas(sumber: Sumber, manifes: Manifes, tujuan: Path | None, kabar: Kabar) -> None:
    """Read every file of the set, into `tujuan` if given; all that are wrong are named."""
    cacat: list[str] = []
    jumlah = 0
    for nama in daftar_berkas(sumber.himpunan):
        jumlah += 1
        try:
            _satu_berkas(sumber.gudang, nama, tujuan)
        except CadanganError as error:
            cacat.append(str(error))
    if jumlah != manifes.jumlah_berkas:
        cacat.append(f"{DAFTAR}: {jumlah} berkas, seharusnya {manifes.jumlah_berkas}")
    if cacat:
        lagi = len(cacat) - SEBUT_TERBANYAK
        sebut = cacat[:SEBUT_TERBANYAK] + ([f"dan {ribuan(lagi)} lagi"] if lagi > 0 else [])
        raise CadanganError("Berkas dalam cadangan tidak utuh:\n" + "\n".join(sebut))
    kabar(f"Berkas: {ribuan(jumlah)} berkas, isinya cocok dengan hash-nya.")


def _satu_berkas(gudang: Gudang, nama: str, tujuan: Path | None) -> None:
    """A file is right when the hash of its bytes gives its name in the pool."""
    sidik = hashlib.sha256()
    sementara = tujuan / "sementara" if tujuan else Path("/dev/null")
    try:
        with gudang.tempat(nama).open("rb") as asal, sementara.open("wb") as file:
            for isi in gudang.sandi.baca(asal, nama):
                sidik.update(isi)
                file.write(isi)
    except FileNotFoundError as error:
        raise CadanganError(f"isi/{nama[:2]}/{nama}: tidak ada") from error
    sha256 = sidik.hexdigest()
    if gudang.sandi.nama(sha256) != nama:
        raise CadanganError(f"isi/{nama[:2]}/{nama}: isinya berubah")
    if tujuan:
        (tujuan / sha256[:2]).mkdir(exist_ok=True)
        sementara.replace(tujuan / sha256[:2] / sha256)


def _baca_bagian(sumber: Sumber, bagian: Bagian) -> Iterator[bytes]:
    sandi = sumber.gudang.sandi
    with (sumber.himpunan / bagian.nama).open("rb") as file:
        yield from sandi.baca(file, bagian.nama.removesuffix(sandi.akhiran))


def _buktikan(
    basis_data: BaseDatabaseWrapper, manifes: Manifes, singgah: Path, himpunan: str
) -> Terbukti:
    tabel = hitung_baris(basis_data)
    if tabel != manifes.tabel:
        beda = sorted(set(tabel.items()) ^ set(manifes.tabel.items()))
        nama = sorted({n for n, _ in beda})
        raise CadanganError(
            "Jumlah baris tidak sesuai dengan manifes: "
            + "; ".join(
                f"{n} {tabel.get(n, '-')}, tercatat {manifes.tabel.get(n, '-')}" for n in nama
            )
        )
    with _dikenal_orm(basis_data):
        kepala = JejakAudit.objects.using(SAMPING).order_by("-pk").values_list("hash", flat=True)
        if rusak := jejak_rusak(SAMPING):
            raise CadanganError(f"Jejak audit rusak: {rusak}.")
        if (kepala.first() or "") != manifes.kepala_jejak or (
            tabel[JejakAudit._meta.db_table] != manifes.jumlah_jejak
        ):
            raise CadanganError("Jejak audit tidak berakhir pada kepala yang dicatat manifes.")
        _setiap_baris_berisi(singgah, len(manifes.cacat))
    return Terbukti(
        himpunan=himpunan,
        baris=sum(tabel.values()),
        tabel=len(tabel),
        jejak=manifes.jumlah_jejak,
        kepala_jejak=manifes.kepala_jejak,
        berkas=manifes.jumlah_berkas,
        migrasi_tertinggal=sorted(_migrasi_dikenal() - {*manifes.migrasi}),
    )


def _setiap_baris_berisi(singgah: Path, cacat: int) -> None:
    semua = Berkas.objects.using(SAMPING).order_by("sha256").values_list("sha256", flat=True)
    hilang = [s for s in semua.distinct().iterator() if not (singgah / s[:2] / s).exists()]
    if len(hilang) > cacat:
        raise CadanganError(
            f"{ribuan(len(hilang))} baris berkas tanpa isi: {', '.join(hilang[:SEBUT_TERBANYAK])}"
        )


@contextmanager
def _dikenal_orm(basis_data: BaseDatabaseWrapper) -> Iterator[None]:
    """Let the models read the copy as the database `SAMPING`."""
    connections[SAMPING] = basis_data
    try:
        yield
    finally:
        del connections[SAMPING]


@contextmanager
def _tempat_berkas() -> Iterator[Path]:
    """A folder on the disk of the files; gone afterwards, with whatever is still in it."""
    folder = Path(settings.BERKAS_DIR)
    singgah = folder.with_name(f"{folder.name}.pulih")
    shutil.rmtree(singgah, ignore_errors=True)
    singgah.mkdir(parents=True)
    try:
        yield singgah
    finally:
        shutil.rmtree(singgah, ignore_errors=True)


def _pindahkan(singgah: Path) -> None:
    folder = Path(settings.BERKAS_DIR)
    for path in singgah.glob("??/*"):
        tujuan = folder / path.parent.name
        tujuan.mkdir(parents=True, exist_ok=True)
        path.replace(tujuan / path.name)


def _ada_berkas() -> bool:
    return any(Path(settings.BERKAS_DIR).glob("??/*"))


def _migrasi_dikenal() -> set[str]:
    loader = MigrationLoader(None, ignore_no_migrations=True)
    semua = loader.disk_migrations
    # A folded migration knows those that it replaces.
    dilipat = {lama for migrasi in semua.values() for lama in migrasi.replaces}
    return {f"{app}.{nama}" for app, nama in {*semua, *dilipat}}
