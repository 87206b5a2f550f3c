"""A consistent copy of the database while people work, and what is in exactly that copy."""

from __future__ import annotations

import fcntl
import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.backends.postgresql.client import DatabaseClient

from inti.cadangan.galat import CadanganError
from inti.cadangan.gudang import Tersidik
from inti.cadangan.manifes import Bagian

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

    from django.db.backends.base.base import BaseDatabaseWrapper

    from inti.cadangan.sandi import Sandi

BASIS_DATA = "basisdata"
# Where a restore on PostgreSQL puts the site's own tables until the copy has proved itself.
LAMA = "lama_sebelum_pulih"


@dataclass(frozen=True)
class Salinan:
    """The copy in the set, and what was counted in it; `rujukan` lists its files (hash, size)."""

    basis_data: Bagian
    versi: str
    tabel: dict[str, int]
    migrasi: list[str]
    jumlah_jejak: int
    kepala_jejak: str
    rujukan: Path


def salin(himpunan: Path, sandi: Sandi) -> Salinan:
    """Copy the database into the set. Raises CadanganError when it cannot be done."""
    pembuat = _salin_sqlite if connection.vendor == "sqlite" else _salin_postgres
    return pembuat(himpunan, sandi)


@contextmanager
def sambungan_lain(**ganti: Any) -> Iterator[BaseDatabaseWrapper]:
    """A connection of its own to the database, without the time limit of a page."""
    lain = connection.copy()
    lain.settings_dict.update(ganti)
    lain.settings_dict["OPTIONS"].pop("options", None)
    try:
        yield lain
    finally:
        lain.close()


def hitung_baris(basis_data: BaseDatabaseWrapper) -> dict[str, int]:
    """How many rows each table has."""
    with basis_data.cursor() as cursor:
        hasil = {}
        for tabel in sorted(basis_data.introspection.table_names(cursor)):
            nama = basis_data.ops.quote_name(tabel)
            cursor.execute(f"SELECT count(*) FROM {nama}")  # noqa: S608 - the database's own name
            hasil[tabel] = cursor.fetchone()[0]
        return hasil


def alat_postgres(nama: str) -> str:
    """The path of a PostgreSQL client program.

    Raises CadanganError when it is not installed or older than the server.
    """
    path = shutil.which(nama)
    server = connection.pg_version // 10000  # type: ignore[attr-defined] # PostgreSQL only
    pasang = f"Pasang dengan: apt-get install postgresql-client-{server}"
    if path is None:
        raise CadanganError(f"Program {nama} tidak ada di mesin ini. {pasang}")
    kata = subprocess.run([path, "--version"], capture_output=True, text=True, check=True).stdout  # noqa: S603 - found above
    versi = re.search(r"(\d+)[.\d]*", kata)
    if versi is None or int(versi[1]) < server:
        raise CadanganError(
            f"Program {nama} ({kata.strip()}) lebih tua daripada server PostgreSQL {server}. "
            f"{pasang}"
        )
    return path


def perintah_postgres(nama: str, *argumen: str) -> tuple[list[str], dict[str, str]]:
    """The command and its environment; the password travels in the environment."""
    kata, lingkungan = DatabaseClient.settings_to_cmd_args_env(connection.settings_dict, [])
    argumen_sambungan = [*kata[1:-1], "--dbname", kata[-1], "--no-password"]
    return [alat_postgres(nama), *argumen_sambungan, *argumen], os.environ | (lingkungan or {})


def galat_alat(nama: str, kode: int, keluhan: bytes) -> CadanganError:
    """What the program said, shortened."""
    kata = " ".join(keluhan.decode(errors="replace").split())[:500]
    return CadanganError(f"{nama} gagal (kode {kode}): {kata or 'tanpa keterangan'}")


def _salin_sqlite(himpunan: Path, sandi: Sandi) -> Salinan:
    """One step of the online backup: one moment, and nobody waits for it in WAL mode.

    What will be encrypted is copied beside the site's own database: nothing readable ever lies
    in the folder of backups, which may be another's disk.
    """
    asal = Path(connection.settings_dict["NAME"])
    if not sandi.akhiran:
        return _salin_ke(himpunan / f"{BASIS_DATA}.sqlite3", asal, himpunan, sandi)
    polos = asal.with_name(f"{asal.name}.cadangan")
    # Another that fills another folder waits its turn: they would share this copy.
    with asal.with_name(f"{polos.name}.kunci").open("w") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)
        polos.unlink(missing_ok=True)  # of one that was killed
        try:
            return _salin_ke(polos, asal, himpunan, sandi)
        finally:
            polos.unlink(missing_ok=True)


def _salin_ke(polos: Path, asal: Path, himpunan: Path, sandi: Sandi) -> Salinan:
    nama = f"{BASIS_DATA}.sqlite3"
    with (
        closing(sqlite3.connect(f"{asal.absolute().as_uri()}?mode=ro", uri=True)) as dari,
        closing(sqlite3.connect(polos)) as ke,
    ):
        dari.backup(ke)
        ke.execute("PRAGMA journal_mode=DELETE")
    with sambungan_lain(NAME=str(polos), OPTIONS={}) as basis_data:
        isi = _hitung(basis_data, himpunan)
    if sandi.akhiran:
        with polos.open("rb") as sumber:
            bagian = _tulis_bagian(himpunan, nama, sumber, sandi)
    else:
        bagian = Bagian(nama, polos.stat().st_size, sidik_berkas(polos))
    return Salinan(basis_data=bagian, versi=sqlite3.sqlite_version, **isi)


def _salin_postgres(himpunan: Path, sandi: Sandi) -> Salinan:
    """The dump and the counts see one snapshot, which this transaction holds open."""
    with sambungan_lain() as basis_data:
        basis_data.set_autocommit(False)
        with basis_data.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            cursor.execute("SELECT pg_export_snapshot(), current_setting('server_version')")
            cuplikan, versi = cursor.fetchone()
        bagian = _pg_dump(himpunan, sandi, cuplikan)
        isi = _hitung(basis_data, himpunan)
        basis_data.rollback()
    return Salinan(basis_data=bagian, versi=versi, **isi)


def _pg_dump(himpunan: Path, sandi: Sandi, cuplikan: str) -> Bagian:
    perintah, lingkungan = perintah_postgres(
        *("pg_dump", "--format=custom", "--no-owner", "--no-privileges", "--no-comments"),
        *(f"--exclude-schema={LAMA}", f"--snapshot={cuplikan}"),
    )
    with (himpunan / "pg_dump.log").open("w+b") as keluhan:
        proses = subprocess.Popen(  # noqa: S603 - the command is ours
            perintah, env=lingkungan, stdout=subprocess.PIPE, stderr=keluhan
        )
        with proses:
            bagian = _tulis_bagian(himpunan, f"{BASIS_DATA}.dump", proses.stdout, sandi)
        keluhan.seek(0)
        if proses.returncode:
            raise galat_alat("pg_dump", proses.returncode, keluhan.read())
    (himpunan / "pg_dump.log").unlink()
    return bagian


def _tulis_bagian(himpunan: Path, nama: str, sumber: BinaryIO | Any, sandi: Sandi) -> Bagian:
    path = himpunan / f"{nama}{sandi.akhiran}"
    with path.open("wb") as file:
        tersidik = Tersidik(file)
        sandi.tulis(sumber, tersidik, nama)
    return Bagian(path.name, tersidik.ukuran, tersidik.sha256)


def sidik_berkas(path: Path) -> str:
    """SHA-256 of the bytes as they lie there."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _hitung(basis_data: BaseDatabaseWrapper, himpunan: Path) -> dict[str, Any]:
    with basis_data.cursor() as cursor:
        cursor.execute("SELECT hash FROM inti_jejakaudit ORDER BY id DESC LIMIT 1")
        kepala = cursor.fetchone()
        cursor.execute("SELECT app, name FROM django_migrations ORDER BY app, name")
        migrasi = [f"{app}.{nama}" for app, nama in cursor.fetchall()]
    rujukan = himpunan / "rujukan.tmp"
    with basis_data.chunked_cursor() as cursor, rujukan.open("w", encoding="ascii") as daftar:
        cursor.execute("SELECT DISTINCT sha256, ukuran FROM inti_berkas ORDER BY sha256")
        while baris := cursor.fetchmany(10_000):
            daftar.writelines(f"{sha256} {ukuran}\n" for sha256, ukuran in baris)
    tabel = hitung_baris(basis_data)
    return {
        "tabel": tabel,
        "migrasi": migrasi,
        "jumlah_jejak": tabel["inti_jejakaudit"],
        "kepala_jejak": kepala[0] if kepala else "",
        "rujukan": rujukan,
    }
