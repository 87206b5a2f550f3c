"""What the page of a report shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse

from pelaporan.domain.kelengkapan import Syarat, syarat
from pelaporan.queries.bahan import bahan_kelengkapan
from pengawasan.enums import JenisKegiatan

if TYPE_CHECKING:
    from pelaporan.models import Laporan


@dataclass(frozen=True)
class SyaratTampil:
    """One requirement, and where to satisfy it: words and address; none for who only reads."""

    syarat: Syarat
    tautan: tuple[tuple[str, str], ...] = ()


def syarat_tampil(laporan: Laporan, *, susun: bool) -> list[SyaratTampil]:
    """The checklist of Pasal 10, each line with its links."""
    semua = syarat(JenisKegiatan(laporan.kegiatan.jenis), bahan_kelengkapan(laporan))
    if not susun:
        return [SyaratTampil(s) for s in semua]
    tautan = _tautan(laporan)
    di_kegiatan = (("Buka kegiatan", laporan.kegiatan.get_absolute_url()),)
    return [SyaratTampil(s, tautan.get(s.huruf, di_kegiatan)) for s in semua]


def _tautan(laporan: Laporan) -> dict[str, tuple[tuple[str, str], ...]]:
    """Where each letter is filled in; what is not named lies with the kegiatan."""
    kegiatan, pk = laporan.kegiatan, laporan.kegiatan_id
    ubah = reverse("pelaporan:laporan-ubah", args=[laporan.pk])
    belum = f"{reverse('pelaporan:laporan-mitra-belum')}?naskah={kegiatan.naskah_id}"
    laporan_mitra = (("Ingatkan mitra", belum), ("Isi pernyataan", ubah))
    if kegiatan.jenis == JenisKegiatan.PEMANTAUAN:
        di_kegiatan = ("Buka kegiatan", kegiatan.get_absolute_url())
        return {"a": laporan_mitra, "b": (di_kegiatan, ("Nyatakan tidak diperlukan", ubah))}
    return {
        "a": laporan_mitra,
        "b": (("Isi daftar hadir", reverse("pengawasan:hadirin-ubah", args=[pk])),),
        "c": (("Isi notulensi", reverse("pengawasan:notulensi-ubah", args=[pk])),),
        "e": (("Isi matrik", reverse("pengawasan:matrik-rincian", args=[pk])),),
        "Pasal 6 ayat (4)": (("Isi unsur", reverse("pengawasan:kegiatan-unsur", args=[pk])),),
    }
