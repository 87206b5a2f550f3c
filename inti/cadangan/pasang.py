"""Putting a database copy in the place of the site's own, after it has proved itself.

The copy first lies beside the site's database: in a file of its own (SQLite) or in a schema of
its own (PostgreSQL). Only what the caller finds whole there takes its place.
"""

from __future__ import annotations

import sqlite3
import subprocess
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from django.db import DatabaseError, connection, transaction

from inti.cadangan.galat import CadanganError
from inti.cadangan.salinan import LAMA, galat_alat, perintah_postgres, sambungan_lain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.backends.utils import CursorWrapper

ISI_SITUS = ("inti_pengguna", "inti_jejakaudit", "inti_berkas")
BUKAN_PEMILIK = (
    "Peran basis data tidak boleh memindahkan isi skema public: {sebab}. Pulihkan ke basis data "
    "kosong milik peran ini sendiri (createdb --owner)."
)
ISI_SKEMA = """
    WITH milik_ekstensi AS (SELECT classid, objid FROM pg_depend WHERE deptype = 'e')
    SELECT 'TABLE ' || oid::regclass FROM pg_class
    WHERE relnamespace = %(skema)s::regnamespace AND relkind IN ('r', 'p')
        AND ('pg_class'::regclass, oid) NOT IN (SELECT classid, objid FROM milik_ekstensi)
    UNION ALL
    SELECT 'FUNCTION ' || oid::regprocedure FROM pg_proc
    WHERE pronamespace = %(skema)s::regnamespace
        AND ('pg_proc'::regclass, oid) NOT IN (SELECT classid, objid FROM milik_ekstensi)
"""


def berisi() -> bool:
    """Whether the site's database has accounts, a trail or files."""
    with connection.cursor() as cursor:
        ada = set(connection.introspection.table_names(cursor))
        for tabel in ISI_SITUS:
            if tabel in ada:
                cursor.execute(f"SELECT 1 FROM {tabel} LIMIT 1")  # noqa: S608 - a name of ours
                if cursor.fetchone():
                    return True
    return False


@contextmanager
def berdampingan(isi: Iterable[bytes]) -> Iterator[BaseDatabaseWrapper]:
    """Load a copy beside the site's database and yield a connection to it.

    It takes the site's place when the block ends; when the block raises, the site keeps its own.
    Raises CadanganError when the copy cannot be loaded.
    """
    pemasang = _sqlite if connection.vendor == "sqlite" else _postgres
    with pemasang(isi) as basis_data:
        yield basis_data


@contextmanager
def _sqlite(isi: Iterable[bytes]) -> Iterator[BaseDatabaseWrapper]:
    tujuan = Path(connection.settings_dict["NAME"])
    samping = tujuan.with_name(f"{tujuan.name}.pulih")
    try:
        with samping.open("wb") as file:
            file.writelines(isi)
        with sambungan_lain(NAME=str(samping), OPTIONS={}) as basis_data:
            _periksa_sqlite(basis_data)
            yield basis_data
        connection.close()
        # By the backup API, as one transaction: whoever still has it open sees old or new.
        with closing(sqlite3.connect(samping)) as dari, closing(sqlite3.connect(tujuan)) as ke:
            dari.backup(ke)
            ke.execute("PRAGMA journal_mode=WAL")
    finally:
        samping.unlink(missing_ok=True)


def _periksa_sqlite(basis_data: BaseDatabaseWrapper) -> None:
    try:
        with basis_data.cursor() as cursor:
            cursor.execute("PRAGMA integrity_check(1)")
            jawab = cursor.fetchone()[0]
    except DatabaseError as error:
        raise CadanganError(f"Salinan basis data rusak: {error}.") from error
    if jawab != "ok":
        raise CadanganError(f"Salinan basis data rusak: {jawab}.")


@contextmanager
def _postgres(isi: Iterable[bytes]) -> Iterator[BaseDatabaseWrapper]:
    perintah, lingkungan = perintah_postgres(
        *("pg_restore", "--exit-on-error", "--single-transaction"),
        *("--no-owner", "--no-privileges", "--no-comments"),
    )
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"DROP SCHEMA IF EXISTS {LAMA} CASCADE")
            cursor.execute(f"CREATE SCHEMA {LAMA}")
            _pindahkan(cursor, dari="public", ke=LAMA)
    except DatabaseError as error:
        raise CadanganError(BUKAN_PEMILIK.format(sebab=error)) from error
    try:
        _pg_restore(perintah, lingkungan, isi)
        with sambungan_lain() as basis_data:
            yield basis_data
    except BaseException:
        with transaction.atomic(), connection.cursor() as cursor:
            for satu in _isi_skema(cursor, "public"):
                cursor.execute(f"DROP {satu} CASCADE")
            _pindahkan(cursor, dari=LAMA, ke="public")
            cursor.execute(f"DROP SCHEMA {LAMA}")
        raise
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA {LAMA} CASCADE")


def _pindahkan(cursor: CursorWrapper, *, dari: str, ke: str) -> None:
    """Tables with what hangs on them, and functions; extensions stay where they are.

    The functions of an extension belong to the superuser, and the copy names them by their schema.
    """
    for satu in _isi_skema(cursor, dari):
        cursor.execute(f"ALTER {satu} SET SCHEMA {ke}")


def _isi_skema(cursor: CursorWrapper, skema: str) -> list[str]:
    """What is in a schema and of no extension, as a statement names it; tables first."""
    cursor.execute(ISI_SKEMA, {"skema": skema})
    return [satu for (satu,) in cursor.fetchall()]


def _pg_restore(perintah: list[str], lingkungan: dict[str, str], isi: Iterable[bytes]) -> None:
    with TemporaryFile() as keluhan:
        with subprocess.Popen(  # noqa: S603 - the command is ours
            perintah, env=lingkungan, stdin=subprocess.PIPE, stdout=keluhan, stderr=keluhan
        ) as proses:
            assert proses.stdin is not None  # noqa: S101 - a pipe was asked for
            try:
                for potongan in isi:
                    proses.stdin.write(potongan)
                proses.stdin.close()
            except BrokenPipeError:
                pass  # it ended early, and says why
        keluhan.seek(0)
        if proses.returncode:
            raise galat_alat("pg_restore", proses.returncode, keluhan.read())
