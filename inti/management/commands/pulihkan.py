"""See the help text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from inti.cadangan.galat import CadanganError
from inti.cadangan.gudang import NAMA_HIMPUNAN, Gudang
from inti.cadangan.sandi import sandi_dari
from inti.formats import ribuan
from inti.management.gudang import argumen_gudang, folder_dari, kunci_dari
from inti.services.pemulihan import Sumber, Terbukti, periksa, pulihkan

if TYPE_CHECKING:
    from django.core.management.base import CommandParser

    from inti.cadangan.sandi import Sandi


class Command(BaseCommand):
    """Puts a backup in the place of the site's content, after it has proved itself."""

    help = "Pulihkan cadangan ke situs ini; yang tidak utuh ditolak sebelum apa pun diganti."

    def add_arguments(self, parser: CommandParser) -> None:
        """Which set, with which key, over what."""
        parser.add_argument(
            "sumber",
            nargs="?",
            help="Himpunan, atau folder cadangan: yang terbaru (bawaan CADANGAN_DIR).",
        )
        argumen_gudang(parser)
        parser.add_argument(
            "--sidik", default="", help="Sidik manifes yang dicetak ketika cadangan dibuat."
        )
        parser.add_argument(
            "--periksa", action="store_true", help="Hanya periksa himpunannya; situs tidak diubah."
        )
        parser.add_argument(
            "--timpa", action="store_true", help="Ganti seluruh isi situs yang sudah berisi."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Restore (or only check) and print what was proved."""
        try:
            sumber = _sumber(
                options["sumber"], sandi_dari(kunci_dari(options["kunci"])), options["sidik"]
            )
            if options["periksa"]:
                periksa(sumber, self.stdout.write)
                return
            terbukti = pulihkan(sumber, self.stdout.write, timpa=options["timpa"])
        except CadanganError as error:
            raise CommandError(f"Tidak dipulihkan. {error}") from error
        except OSError as error:
            raise CommandError(f"Tidak dipulihkan: {error}.") from error
        self._umumkan(terbukti)

    def _umumkan(self, terbukti: Terbukti) -> None:
        self.stdout.write(
            f"Baris: {terbukti.tabel} tabel, {ribuan(terbukti.baris)} baris, sama dengan manifes.\n"
            f"Jejak audit: {ribuan(terbukti.jejak)} baris menyambung; kepalanya "
            f"{terbukti.kepala_jejak or '-'}, sama dengan manifes.\n"
            f"Setiap baris berkas ada isinya.\n"
            f"Himpunan {terbukti.himpunan} sudah menggantikan isi situs."
        )
        if terbukti.migrasi_tertinggal:
            self.stdout.write(
                "Cadangan dari versi yang lebih lama; jalankan manage.py siapkan "
                f"({', '.join(terbukti.migrasi_tertinggal)})."
            )


def _sumber(sebutan: str | None, sandi: Sandi, sidik: str) -> Sumber:
    path = folder_dari(sebutan)
    if NAMA_HIMPUNAN.fullmatch(path.name):
        return Sumber(Gudang(path.parent, sandi), path, sidik)
    gudang = Gudang(path, sandi)
    if not (semua := gudang.himpunan()):
        raise CadanganError(f"Tidak ada cadangan di {path}.")
    return Sumber(gudang, semua[-1], sidik)
