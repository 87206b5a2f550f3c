"""The attachments of a report (Pasal 10): their order, their letters and their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pengawasan.enums import JenisKegiatan

if TYPE_CHECKING:
    from collections.abc import Iterable

PDF = "application/pdf"
AYAT = {JenisKegiatan.PEMANTAUAN: "(1)", JenisKegiatan.EVALUASI: "(2)"}
SATUAN_ROMAWI = (
    (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"),
    (1, "I"),
)  # fmt: skip


def romawi(angka: int) -> str:
    """`4` is `IV`; attachments are counted in Roman figures."""
    hasil = ""
    for nilai, huruf in SATUAN_ROMAWI:
        kali, angka = divmod(angka, nilai)
        hasil += huruf * kali
    return hasil


def berarsip(isi: dict[str, Any]) -> bool:
    """Whether the bundle of a snapshot may claim to be an archive (decision 0016)."""
    berkas = (satu for lampiran in isi["lampiran"] for satu in lampiran.get("berkas", ()))
    return all(satu["tipe"] != PDF for satu in berkas)


def nomori(jenis: JenisKegiatan, lampiran: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """In the order of the letters, each with its number and the article that asks for it."""
    urut = sorted(lampiran, key=lambda satu: str(satu["huruf"]))
    return [
        satu | {"nomor": romawi(ke), "pasal": f"Pasal 10 ayat {AYAT[jenis]} huruf {satu['huruf']}"}
        for ke, satu in enumerate(urut, start=1)
    ]
