"""What the versions of a naskah contribute to a berkas lengkap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from inti.permissions import boleh_melihat_jejak
from kerjasama.enums import StatusAddendum
from kerjasama.models import Addendum
from kerjasama.queries.addendum import baris_beda, baris_versi
from kerjasama.queries.versi import beda_baris
from pelaporan.domain.berkas_lengkap import Isi
from pelaporan.queries.kata_berkas import baris, catat, lampirkan, tandai

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inti.models import Pengguna
    from kerjasama.models import Naskah


def isi_addendum(naskah: Naskah, pengguna: Pengguna) -> Isi:
    """Every addendum with old and new, and the naskah as it read before; for all who see it."""
    isi = Isi()
    semua = list(
        Addendum.objects.filter(naskah=naskah)
        .order_by("ke", "pk")
        .select_related("berkas", "dicatat_oleh", "dibatalkan_oleh")
    )
    isi.tabel(
        "Addendum",
        ("Addendum", "Tentang", "Ditandatangani", "Perubahan lain", "Status", "Dicatat oleh"),
        (
            baris(
                a,
                a.tentang,
                a.tanggal_ttd,
                a.perubahan_lain,
                f"{a.get_status_display()} {a.alasan_batal}".strip(),
                a.dicatat_oleh,
            )
            for a in semua
        ),
    )
    for satu in semua:
        _satu(isi, satu)
    _versi(isi, naskah, [a for a in semua if a.status == StatusAddendum.BERLAKU])
    if boleh_melihat_jejak(pengguna):
        tandai(isi, semua)
    return isi


def _satu(isi: Isi, addendum: Addendum) -> None:
    batal = "" if addendum.status == StatusAddendum.BERLAKU else " (dibatalkan)"
    isi.tabel(
        f"Yang diubah {addendum}{batal}",
        ("Isian", "Semula", "Menjadi"),
        (baris(b.label, b.lama, b.baru) for b in [*baris_beda(addendum), *beda_baris(addendum)]),
    )
    catat(isi, addendum.tanggal_ttd, "Addendum", f"{addendum} ditandatangani{batal}", addendum)
    catat(isi, addendum.dicatat_pada, "Addendum", f"{addendum} dicatat", addendum)
    dibatalkan = f"{addendum} dibatalkan: {addendum.alasan_batal}"
    catat(isi, addendum.dibatalkan_pada, "Addendum", dibatalkan, addendum)
    if addendum.berkas:
        lampirkan(isi, addendum.berkas, f"{addendum}{batal}", addendum)


def _versi(isi: Isi, naskah: Naskah, rantai: Sequence[Addendum]) -> None:
    """As it read before each addendum; the last version is the section of the naskah itself."""
    for versi in range(1, len(rantai) + 1):
        isi.tabel(
            f"Naskah versi ke-{versi}",
            ("Isian", "Isi"),
            (baris(b.label, b.isi) for b in baris_versi(naskah, rantai, versi)),
        )
