"""See the help text."""

from __future__ import annotations

import csv
from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from inti.putusan import AturanDilanggar
from inti.unggahan import nama_aman, pindai
from kerjasama.enums import StatusBarisImpor as Status
from kerjasama.queries.impor import baris_sisa, kepala_sisa, sebut_catatan, sisa
from kerjasama.services.lembar import baca_lembar
from kerjasama.services.lembar_batas import UKURAN_TERBESAR
from kerjasama.services.ruang_tinjau import baca_daftar
from kerjasama.services.unggah_impor import bawa_masuk

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from django.core.management.base import CommandParser

    from kerjasama.services.ruang_tinjau import BarisTerbaca

RINGKASAN = (
    ("Siap", Status.SIAP),
    ("Perlu ditinjau", Status.PERLU_DITINJAU),
    ("Duplikat", Status.DUPLIKAT),
)


class Command(BaseCommand):
    """CSV or XLSX into staging; a person confirms on the review page."""

    help = "Bawa daftar naskah (CSV/XLSX) ke ruang tinjau; cetak jumlah baris menurut keadaannya."

    def add_arguments(self, parser: CommandParser) -> None:
        """File, dry run, report."""
        parser.add_argument("berkas", metavar="BERKAS")
        parser.add_argument("--uji-coba", action="store_true", help="Tidak menulis apa pun.")
        parser.add_argument("--laporan", metavar="OUT.csv", help="Tulis baris yang belum diterima.")

    def handle(
        self, *args: Any, berkas: str, uji_coba: bool, laporan: str | None, **options: Any
    ) -> None:
        """Read, stage unless trying, and say how the rows stand."""
        isi = _isi(Path(berkas))
        nama = nama_aman(Path(berkas).name)
        try:
            baris, status = self._coba(nama, isi) if uji_coba else self._simpan(nama, isi)
        except ValidationError as error:
            raise CommandError(error.messages[0]) from error
        except AturanDilanggar as error:
            raise CommandError(error.alasan) from error
        hitung = Counter(status)
        self.stdout.write(f"Baris dibaca: {sum(hitung.values())}")
        for label, satu in RINGKASAN:
            self.stdout.write(f"{label}: {hitung[satu]}")
        for label, satu in (("Sudah diterima", Status.DITERIMA), ("Ditolak", Status.DITOLAK)):
            if hitung[satu]:
                self.stdout.write(f"{label}: {hitung[satu]}")
        if laporan:
            _tulis(Path(laporan), baris)

    def _simpan(self, nama: str, isi: bytes) -> tuple[Iterable[list[str]], list[str]]:
        pindai(BytesIO(isi), nama, tujuan="manage.py impor_naskah")
        impor, baru = bawa_masuk(nama, isi, oleh=None)
        if not baru:
            self.stdout.write(
                "Berkas yang sama sudah pernah dibawa masuk; tidak ada yang ditambahkan."
            )
        return sisa(impor), list(impor.baris.values_list("status", flat=True))

    def _coba(self, nama: str, isi: bytes) -> tuple[Iterable[list[str]], list[str]]:
        daftar = baca_daftar(baca_lembar(nama, isi))
        return _laporan(daftar), [b.status for b in daftar]


def _laporan(daftar: list[BarisTerbaca]) -> Iterator[list[str]]:
    kolom = list(dict.fromkeys(k for b in daftar for k in b.mentah))
    yield kepala_sisa(kolom)
    for b in daftar:
        catatan = [sebut_catatan(p.kolom, p.pesan) for p in b.usulan.peringatan]
        yield baris_sisa(b.nomor, b.status.label, catatan, b.mentah, kolom)


def _isi(path: Path) -> bytes:
    try:
        if path.stat().st_size > UKURAN_TERBESAR:
            raise CommandError("Berkas terlalu besar; paling besar 25 MB.")
        return path.read_bytes()
    except OSError as error:
        raise CommandError(f"Berkas {path} tidak dapat dibaca.") from error


def _tulis(path: Path, baris: Iterable[list[str]]) -> None:
    try:
        with path.open("w", newline="", encoding="utf-8-sig") as keluaran:
            csv.writer(keluaran).writerows(baris)
    except OSError as error:
        raise CommandError(f"Laporan {path} tidak dapat ditulis.") from error
