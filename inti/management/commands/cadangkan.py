"""See the help text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError

from inti.cadangan.galat import CadanganError
from inti.cadangan.gudang import Gudang
from inti.cadangan.sandi import sandi_dari
from inti.formats import ribuan
from inti.management.gudang import argumen_gudang, folder_dari, kunci_dari
from inti.services.cadangan import cadangkan

if TYPE_CHECKING:
    from django.core.management.base import CommandParser


class Command(BaseCommand):
    """One consistent set of database and files, while people work."""

    help = "Cadangkan basis data dan berkas sebagai satu himpunan, selagi situs berjalan."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to, with which key, how many to keep."""
        parser.add_argument("--ke", help="Folder cadangan (bawaan CADANGAN_DIR).")
        argumen_gudang(parser)
        parser.add_argument(
            "--simpan",
            type=int,
            default=0,
            metavar="N",
            help="Sisakan N himpunan terbaru dan buang yang lebih lama (bawaan: semua disimpan).",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it and say what is in it. Fails when the set is missing or has flaws."""
        if options["simpan"] < 0:
            raise CommandError("--simpan harus 1 atau lebih; tanpa --simpan semua disimpan.")
        try:
            gudang = Gudang(folder_dari(options["ke"]), sandi_dari(kunci_dari(options["kunci"])))
            hasil = cadangkan(gudang, simpan=options["simpan"])
        except CadanganError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            raise CommandError(f"Cadangan tidak dapat ditulis: {error}.") from error
        manifes = hasil.manifes
        self.stdout.write(
            f"{hasil.himpunan}\n"
            f"{len(manifes.tabel)} tabel, {ribuan(sum(manifes.tabel.values()))} baris; "
            f"{ribuan(manifes.jumlah_berkas)} berkas, {ribuan(hasil.berkas_baru)} di antaranya "
            f"baru; jejak audit {ribuan(manifes.jumlah_jejak)} baris.\n"
            f"Sidik manifes: {hasil.sidik}"
        )
        if not gudang.sandi.akhiran:
            self.stderr.write("Cadangan ini tidak disandi; isi CADANGAN_KUNCI atau --kunci.")
        if hasil.himpunan_dibuang:
            self.stdout.write(f"{hasil.himpunan_dibuang} himpunan lama dibuang.")
        if hasil.cacat:
            raise CommandError(
                "Cadangan dibuat, tetapi situs sendiri kehilangan isi berkas:\n"
                + "\n".join(hasil.cacat[:20])
                + "\nJalankan manage.py periksa_berkas, dan pulihkan isinya dari cadangan lama."
            )
