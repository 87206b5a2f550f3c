"""The specimen list, with a unit and an urusan that this register knows."""

from __future__ import annotations

from kerjasama.domain.contoh_impor import (
    LEMBAR_DAFTAR,
    LEMBAR_PETUNJUK,
    KolomContoh,
    isi_daftar,
    isi_petunjuk,
    kolom_contoh,
)
from kerjasama.models import PerangkatDaerah, Urusan


def daftar_kolom() -> list[KolomContoh]:
    """Every column with how it is filled in, for the page."""
    return kolom_contoh(**_dikenal())


def baris_contoh() -> list[list[str]]:
    """Headings and sample rows."""
    return isi_daftar(**_dikenal())


def buku_contoh() -> dict[str, list[list[str]]]:
    """The same as sheets by name, the second one to be read."""
    dikenal = _dikenal()
    return {LEMBAR_DAFTAR: isi_daftar(**dikenal), LEMBAR_PETUNJUK: isi_petunjuk(**dikenal)}


def _dikenal() -> dict[str, str]:
    unit = PerangkatDaerah.objects.order_by("nama").values_list("nama", flat=True)
    urusan = Urusan.objects.values_list("nama", flat=True)
    return {"unit": unit.first() or "", "urusan": urusan.first() or ""}
