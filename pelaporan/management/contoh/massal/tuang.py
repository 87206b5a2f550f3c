"""Pouring batches into the database: COPY on PostgreSQL, one prepared INSERT a table on SQLite."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from django.db import connection
from django.db.models import Max

from inti import audit
from inti.models import JejakAudit, UrutanSurat
from inti.models.jejak import hash_baris
from kerjasama.services import indeks
from pelaporan.management.contoh.massal.tabel import Tabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.db.models import Model

    from pelaporan.management.contoh.massal.tabel import Jejak, Kumpulan

KUNCI_SEKALI = 500
JEJAK = Tabel(
    JejakAudit,
    *("waktu", "pelaku_id", "pelaku_nama", "sebagai", "aksi", "objek_jenis", "objek_id"),
    *("objek_nama", "perubahan", "sebelumnya", "hash"),
)


class Kunci:
    """Keys of rows that are not written yet, so that others of the batch can point at them."""

    def __init__(self) -> None:
        self._sisa: dict[type[Model], Iterator[int]] = {}

    def ambil(self, model: type[Model]) -> int:
        """The next key of the table."""
        pk = next(self._sisa.get(model, iter(())), None)
        if pk is None:
            self.siapkan(model, KUNCI_SEKALI)
            pk = next(self._sisa[model])
        return pk

    def siapkan(self, model: type[Model], banyak: int) -> None:
        """So many at once; what is left of them before comes first."""
        baru = _dari_urutan if connection.vendor == "postgresql" else _sesudah_terakhir
        self._sisa[model] = chain(self._sisa.get(model, ()), baru(model, banyak))

    def mulai_lagi(self) -> None:
        """A new transaction: where keys are no sequence's, the table says which come next."""
        if connection.vendor != "postgresql":
            self._sisa.clear()


def _dari_urutan(model: type[Model], banyak: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [model._meta.db_table, banyak],
        )
        return [pk for (pk,) in cursor.fetchall()]


def _sesudah_terakhir(model: type[Model], banyak: int) -> Iterator[int]:
    """To the end: whoever writes holds the whole database, and none is given out twice."""
    akhir = model._default_manager.aggregate(akhir=Max("pk"))["akhir"] or 0
    while True:
        yield (akhir := akhir + 1)


def tuang(kumpulan: Kumpulan) -> None:
    """Write a batch within the transaction of the caller, the lines of the trail last.

    Rows go in the order in which the tables were first named: what the database locks once its
    owner is decided comes before its owner.
    """
    for tabel, baris in kumpulan.baris.items():
        tulis(tabel, baris)
    indeks.catat_kata(kumpulan.kata)
    for tahun, terakhir in kumpulan.surat.items():
        UrutanSurat.objects.update_or_create(tahun=tahun, defaults={"terakhir": terakhir})
    # Asked before the lines begin to flow: the connection takes nothing else in between.
    kepala = audit.ujung()
    tulis(JEJAK, _sambung(sorted(kumpulan.jejak, key=attrgetter("waktu")), kepala))


def _sambung(semua: Iterable[Jejak], kepala: str) -> Iterator[tuple[Any, ...]]:
    """Each line with the hash of the one before, from the end of the trail on."""
    for satu in semua:
        jenis, nama = satu.objek._meta.label_lower, satu.nama[:300]
        isi = {
            "waktu": satu.waktu.astimezone(UTC).isoformat(),
            "pelaku": satu.oleh.pk,
            "pelaku_nama": satu.oleh.nama,
            "sebagai": satu.oleh.sebagai,
            "aksi": satu.aksi,
            "objek": [jenis, satu.pk, nama],
            "perubahan": satu.perubahan,
        }
        sebelumnya, kepala = kepala, hash_baris(kepala, isi)
        yield (
            *(satu.waktu, satu.oleh.pk, satu.oleh.nama, satu.oleh.sebagai, satu.aksi, jenis),
            *(satu.pk, nama, json.dumps(satu.perubahan), sebelumnya, kepala),
        )


def tulis(tabel: Tabel, baris: Iterable[Iterable[Any]]) -> None:
    """Rows that are whole (`Tabel.baris`), within the transaction of the caller."""
    kolom = ", ".join(f'"{k}"' for k in tabel.kolom)
    connection.ensure_connection()
    if connection.vendor == "postgresql":
        with (
            connection.connection.cursor() as cursor,
            cursor.copy(f'COPY "{tabel.nama}" ({kolom}) FROM STDIN') as salin,
        ):
            for satu in baris:
                salin.write_row(satu)
        return
    tanda = ", ".join("?" * len(tabel.kolom))
    perintah = f'INSERT INTO "{tabel.nama}" ({kolom}) VALUES ({tanda})'  # noqa: S608 - our own names
    connection.connection.executemany(perintah, (tuple(map(_tertulis, satu)) for satu in baris))


def _tertulis(nilai: Any) -> Any:
    """A date or a moment as SQLite keeps it."""
    if isinstance(nilai, datetime):
        return connection.ops.adapt_datetimefield_value(nilai)
    return nilai.isoformat() if isinstance(nilai, date) else nilai
