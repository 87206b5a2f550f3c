"""See the help text."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from inti import pemindai
from inti.models import Berkas
from inti.queries.integritas import berkas_tanpa_baris, cacat_tercatat
from inti.services.berkas_utuh import kabari, periksa_semua, periksa_yang_rusak
from inti.services.pindai_simpanan import pindai_simpanan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.core.management.base import CommandParser


class Command(BaseCommand):
    """Re-hashes every file and looks for orphans both ways; or shows every file to the scanner."""

    help = "Hitung ulang hash seluruh berkas; sebut yang hilang, berubah, atau yatim."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to scan, and from where on."""
        parser.add_argument(
            "--virus",
            action="store_true",
            help="Tunjukkan setiap berkas yang tersimpan kepada pemindai virus (CLAMD) dan sebut "
            "temuannya. Tidak ada yang dipindahkan atau dihapus.",
        )
        parser.add_argument(
            "--rusak",
            action="store_true",
            help="Baca hanya yang tercatat rusak: yang isinya sudah dikembalikan tidak lagi rusak.",
        )
        parser.add_argument(
            "--sejak",
            type=int,
            default=0,
            metavar="NOMOR",
            help="Bersama --virus: mulai dari berkas bernomor ini.",
        )

    def handle(self, *args: Any, virus: bool, rusak: bool, sejak: int, **options: Any) -> None:
        """Fail when anything is not as it was received, or the scanner finds something."""
        if virus:
            self._pindai(sejak)
        elif rusak:
            periksa_yang_rusak()
            kabari()
            self._sebut(cacat_tercatat(), "Tidak ada lagi berkas yang rusak.")
        else:
            periksa_semua()
            masalah = chain(cacat_tercatat(), berkas_tanpa_baris())
            self._sebut(masalah, f"{Berkas.objects.count()} berkas utuh.")

    def _sebut(self, masalah: Iterable[str], utuh: str) -> None:
        banyak = 0
        for baris in masalah:
            self.stderr.write(baris)
            banyak += 1
        if banyak:
            raise CommandError(f"{banyak} masalah ditemukan.")
        self.stdout.write(utuh)

    def _pindai(self, sejak: int) -> None:
        if not pemindai.menyala():
            raise CommandError("CLAMD belum diisi; tidak ada pemindai virus.")
        dipindai = temuan = belum = 0
        for satu in pindai_simpanan(sejak):
            dipindai += 1
            temuan += bool(satu.temuan)
            belum += bool(satu.sebab)
            if satu.temuan or satu.sebab:
                self.stderr.write(str(satu))
        if temuan or belum:
            raise CommandError(
                f"{dipindai} berkas dipindai: {temuan} bervirus, {belum} belum terpindai."
            )
        self.stdout.write(f"{dipindai} berkas dipindai, tidak ada temuan.")
