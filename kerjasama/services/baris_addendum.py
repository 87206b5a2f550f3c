"""What an addendum does to the parties and units of its naskah; services.addendum alone opens it.

A mitra that leaves keeps its row with the day; a unit that leaves is named by the addendum alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from inti.putusan import AturanDilanggar
from kerjasama.domain.addendum import biasa
from kerjasama.enums import AksiBaris
from kerjasama.models import (
    LampiranBertanggal,
    Narahubung,
    NaskahPerangkatDaerah,
    ParaPihak,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kerjasama.models import Naskah

    Baris = Sequence[dict[str, Any]]
    Perubahan = list[dict[str, Any]]

BERUBAH = "Para pihak naskah ini baru saja diubah orang lain. Muat ulang halaman."


@dataclass(frozen=True)
class Jenis:
    """A kind of row: its model, whom it names, and what is said of them."""

    model: type[Any]
    kunci: str
    kolom: tuple[str, ...]


JENIS = {
    "pihak": Jenis(
        ParaPihak,
        "mitra",
        ("nomor", "penanda_tangan", "jabatan", "bergabung_pada", "diakhiri_pada"),
    ),
    "perangkat_daerah": Jenis(
        NaskahPerangkatDaerah, "perangkat_daerah", ("peran", "penanda_tangan", "jabatan")
    ),
}


@dataclass(frozen=True)
class Langkah:
    """One row as it will be, and what the addendum keeps of the change."""

    baris: Any
    catatan: dict[str, Any]


def rancang(naskah: Naskah, jenis: str, baris: Baris, *, tanggal: date) -> list[Langkah]:
    """What becomes of the rows; nothing is written. Rows that stay the same are left out.

    A row holds `aksi`, `pk` for one that is there, and the columns as `data`; a new one names its
    mitra or unit there by key.
    """
    satu_jenis = JENIS[jenis]
    milik = satu_jenis.model.objects.filter(naskah=naskah).select_related(satu_jenis.kunci)
    ada = {getattr(b, f"{satu_jenis.kunci}_id"): b for b in milik}
    semua = [_langkah(naskah, satu_jenis, satu, ada, tanggal=tanggal) for satu in baris]
    return [s for s in semua if s.catatan["baru"] != s.catatan["lama"]]


def terapkan(langkah: Sequence[Langkah]) -> Perubahan:
    """Write what was designed; what was and what is, row by row."""
    for satu in langkah:
        if satu.catatan["baru"] is None:
            satu.baris.delete()
        else:
            satu.baris.save()
            satu.catatan["pk"] = satu.baris.pk
    return [satu.catatan for satu in langkah]


def kembalikan(naskah: Naskah, perubahan: dict[str, Perubahan]) -> None:
    """Undo it, from the last to the first; raises AturanDilanggar where something built on it."""
    for jenis, satu_jenis in JENIS.items():
        for satu in reversed(perubahan.get(jenis, [])):
            _kembalikan(naskah, satu_jenis, satu)


def _langkah(
    naskah: Naskah, jenis: Jenis, satu: dict[str, Any], ada: dict[int, Any], *, tanggal: date
) -> Langkah:
    isi = dict(satu.get("data", {}))
    if satu["aksi"] == AksiBaris.TAMBAH:
        kunci = isi.pop(jenis.kunci)
        baris, lama = _baru(naskah, jenis, kunci, ada)
        if jenis.model is ParaPihak:
            isi |= {"bergabung_pada": tanggal, "diakhiri_pada": None}
    else:
        baris = next((b for b in ada.values() if b.pk == satu["pk"]), None)
        if baris is None or getattr(baris, "diakhiri_pada", None):
            raise AturanDilanggar(BERUBAH)
        lama = _nilai(jenis, baris)
    keluar = satu["aksi"] == AksiBaris.AKHIRI
    if keluar and jenis.model is ParaPihak:
        isi = {"diakhiri_pada": tanggal}
    for nama, nilai in isi.items():
        setattr(baris, nama, nilai)
    hilang = keluar and jenis.model is not ParaPihak
    catatan = {
        "pk": baris.pk,
        "aksi": satu["aksi"],
        "kunci": getattr(baris, f"{jenis.kunci}_id"),
        "sebutan": str(getattr(baris, jenis.kunci)),
        "lama": lama,
        "baru": None if hilang else _nilai(jenis, baris),
    }
    return Langkah(baris, catatan)


def _baru(
    naskah: Naskah, jenis: Jenis, kunci: int, ada: dict[int, Any]
) -> tuple[Any, dict[str, Any] | None]:
    """A row for who is named, and its columns where it left before and comes back."""
    lama = ada.get(kunci)
    if lama is None:
        ada[kunci] = jenis.model(naskah=naskah, **{f"{jenis.kunci}_id": kunci})
        return ada[kunci], None
    if getattr(lama, "diakhiri_pada", None) is None:
        raise AturanDilanggar(f"{getattr(lama, jenis.kunci)} sudah tercatat pada naskah ini.")
    return lama, _nilai(jenis, lama)


def _kembalikan(naskah: Naskah, jenis: Jenis, satu: dict[str, Any]) -> None:
    lama, baru = satu["lama"], satu["baru"]
    milik = jenis.model.objects.filter(naskah=naskah)
    if baru is None:
        if milik.filter(**{jenis.kunci: satu["kunci"]}).exists():
            raise AturanDilanggar(_berubah(satu))
        kunci = {f"{jenis.kunci}_id": satu["kunci"]}
        jenis.model.objects.create(naskah=naskah, **kunci, **lama)
        return
    baris = milik.filter(pk=satu["pk"]).first()
    if baris is None or _nilai(jenis, baris) != baru:
        raise AturanDilanggar(_berubah(satu))
    if lama is None:
        if jenis.model is ParaPihak:
            _periksa_lepas(baris)
        baris.delete()
        return
    for nama, nilai in lama.items():
        setattr(baris, nama, jenis.model._meta.get_field(nama).to_python(nilai))
    baris.save()


def _berubah(satu: dict[str, Any]) -> str:
    return (
        f"Setelah addendum ini, {satu['sebutan']} sudah diubah lagi. Kembalikan dahulu isinya "
        "seperti menurut addendum."
    )


def _periksa_lepas(pihak: ParaPihak) -> None:
    """Nothing of the mitra in this naskah stands on its having become a party."""
    milik = {"naskah": pihak.naskah_id, "mitra": pihak.mitra_id}
    ada = {
        "butir hak dan kewajiban": pihak.naskah.butir.filter(mitra=pihak.mitra_id),
        "lampiran": LampiranBertanggal.objects.filter(**milik),
        "narahubung": Narahubung.objects.filter(pihak=pihak),
    }
    if sebab := next((nama for nama, semua in ada.items() if semua.exists()), None):
        raise AturanDilanggar(
            f"{pihak} yang ditambahkan addendum ini sudah mempunyai {sebab} pada naskah ini, "
            "sehingga addendumnya tidak dapat dibatalkan."
        )


def _nilai(jenis: Jenis, baris: Any) -> dict[str, Any]:
    """The columns as JSON keeps them."""
    return {nama: biasa(getattr(baris, nama)) for nama in jenis.kolom}
