"""What of the register holds a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inti.queries.milik_berkas import SumberMilik
from kerjasama.models import (
    Addendum,
    BuktiPernyataan,
    Butir,
    DokumenNaskah,
    Impor,
    Naskah,
    PembayaranSetoran,
    Setoran,
    VersiBerkas,
)
from kerjasama.permissions import boleh_melihat_naskah, boleh_mengimpor
from kerjasama.queries.pencarian import sebutan_naskah

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import QuerySet


def pada_naskah(
    sebutan: str, baris: Callable[[], QuerySet[Any]], naskah: str = "naskah"
) -> SumberMilik:
    """Of rows that hang on a naskah; `naskah` leads there."""
    return SumberMilik(
        f"{sebutan}, naskah",
        baris,
        "kerjasama:naskah-rincian",
        boleh_melihat_naskah,
        Naskah.objects.terlihat_oleh,
        objek=naskah,
        nama=sebutan_naskah(f"{naskah}__"),
    )


SUMBER = (
    pada_naskah("Dokumen", DokumenNaskah.objects.all),
    pada_naskah(
        "Dokumen", lambda: VersiBerkas.objects.filter(dokumen__isnull=False), "dokumen__naskah"
    ),
    pada_naskah(
        "Lampiran", lambda: VersiBerkas.objects.filter(lampiran__isnull=False), "lampiran__naskah"
    ),
    pada_naskah("Addendum", Addendum.objects.all),
    SumberMilik(
        "Bukti pemenuhan, butir",
        BuktiPernyataan.objects.all,
        "kerjasama:butir-rincian",
        boleh_melihat_naskah,
        Butir.objects.terlihat_oleh,
        objek="pernyataan__butir",
        nama=sebutan_naskah("pernyataan__butir__naskah__"),
    ),
    SumberMilik(
        "Bukti pembayaran, setoran",
        PembayaranSetoran.objects.all,
        "kerjasama:setoran-rincian",
        boleh_melihat_naskah,
        Setoran.objects.terlihat_oleh,
        objek="setoran",
        berkas="bukti",
        nama=sebutan_naskah("setoran__butir__naskah__"),
    ),
    SumberMilik(
        "Daftar impor",
        Impor.objects.all,
        "kerjasama:impor-rincian",
        boleh_mengimpor,
        lambda _: Impor.objects.all(),
        nama="nama",
    ),
)
