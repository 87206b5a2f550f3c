"""What an addendum does to the items of its naskah; services.addendum alone opens this door."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Max, ProtectedError

from inti.putusan import AturanDilanggar
from kerjasama.domain.addendum import biasa
from kerjasama.enums import AksiButir
from kerjasama.models import Butir
from kerjasama.services.butir import simpan

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from kerjasama.models import Naskah

    Perubahan = list[dict[str, Any]]

KOLOM = (
    "jenis", "pihak", "mitra_id", "uraian", "target", "ukuran", "satuan", "target_angka",
    "kekerapan", "jatuh_tempo_pertama", "tenggat", "sifat_uang", "jumlah", "diakhiri_pada",
)  # fmt: skip


def terapkan(naskah: Naskah, baris: Sequence[dict[str, Any]], *, tanggal: date) -> Perubahan:
    """Add, change and end items as signed on `tanggal`; what was and what is, item by item.

    A row holds `aksi`, `pk` for one that is there, and the columns as `data`.
    """
    hasil = []
    for satu in baris:
        butir, lama = _butir(naskah, satu)
        if satu["aksi"] == AksiButir.AKHIRI:
            butir.diakhiri_pada = tanggal
        else:
            for nama, isi in satu["data"].items():
                setattr(butir, nama, isi)
        baru = _nilai(butir)
        beda = {n: v for n, v in baru.items() if lama.get(n) != v}
        if not beda:
            continue
        simpan(butir)
        hasil.append(
            {
                "pk": butir.pk,
                "aksi": satu["aksi"],
                "sebutan": str(butir),
                "mitra": sorted({m for m in (lama.get("mitra_id"), butir.mitra_id) if m}),
                "lama": {n: lama[n] for n in beda} if lama else None,
                "baru": beda,
            }
        )
    return hasil


def kembalikan(naskah: Naskah, perubahan: Perubahan) -> None:
    """Undo it, from the last to the first; raises AturanDilanggar where something built on it."""
    ada = {b.pk: b for b in naskah.butir.all()}
    for satu in reversed(perubahan):
        butir = ada.get(satu["pk"])
        nilai = _nilai(butir) if butir else {}
        if butir is None or any(nilai[n] != v for n, v in satu["baru"].items()):
            raise AturanDilanggar(
                f"Setelah addendum ini, butir “{satu['sebutan']}” sudah diubah lagi. Kembalikan "
                "dahulu isinya seperti menurut addendum."
            )
        if satu["lama"] is None:
            _hapus(butir)
            continue
        for nama, isi in satu["lama"].items():
            bidang = next(f for f in Butir._meta.concrete_fields if f.attname == nama)
            setattr(butir, nama, isi if nama == "mitra_id" else bidang.to_python(isi))
        simpan(butir)


def _butir(naskah: Naskah, satu: dict[str, Any]) -> tuple[Butir, dict[str, Any]]:
    """The item of a row, and its columns as they are; a new one stands at the end and has none."""
    if satu["aksi"] == AksiButir.TAMBAH:
        terakhir = naskah.butir.aggregate(n=Max("urutan"))["n"] or 0
        return Butir(naskah=naskah, urutan=terakhir + 1), {}
    butir = naskah.butir.filter(pk=satu["pk"], diakhiri_pada=None).first()
    if butir is None:
        raise AturanDilanggar("Ada butir yang baru saja dihapus atau diakhiri. Muat ulang halaman.")
    butir.naskah = naskah
    return butir, _nilai(butir)


def _hapus(butir: Butir) -> None:
    try:
        butir.delete()
    except ProtectedError as error:
        raise AturanDilanggar(
            f"Butir “{butir}” yang ditambahkan addendum ini sudah dinyatakan, dibayar, atau "
            "dibahas, sehingga addendumnya tidak dapat dibatalkan."
        ) from error


def _nilai(butir: Butir) -> dict[str, Any]:
    """The columns as JSON keeps them."""
    nilai = {n: getattr(butir, n) for n in KOLOM}
    if butir.target_angka is not None:
        # With the two decimals of its column, however it was typed.
        nilai["target_angka"] = f"{Decimal(butir.target_angka):.2f}"
    return {n: biasa(v) for n, v in nilai.items()}
