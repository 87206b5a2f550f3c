"""What an addendum does to the items of its naskah; services.addendum alone opens this door."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db.models import Max, ProtectedError

from inti.putusan import AturanDilanggar
from kerjasama.domain.addendum import biasa
from kerjasama.enums import AksiBaris
from kerjasama.models import Butir
from kerjasama.services.baris_addendum import Langkah
from kerjasama.services.butir import simpan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from kerjasama.models import Naskah

    Baris = Sequence[dict[str, Any]]
    Perubahan = list[dict[str, Any]]

KOLOM = (
    "jenis", "pihak", "mitra_id", "uraian", "target", "ukuran", "satuan", "target_angka",
    "kekerapan", "jatuh_tempo_pertama", "tenggat", "sifat_uang", "jumlah", "diakhiri_pada",
)  # fmt: skip


def rancang(naskah: Naskah, baris: Baris, *, tanggal: date) -> list[Langkah]:
    """What becomes of the items as signed on `tanggal`; nothing is written.

    A row holds `aksi`, `pk` for one that is there, and the columns as `data`.
    """
    hasil: list[Langkah] = []
    urutan = naskah.butir.aggregate(n=Max("urutan"))["n"] or 0
    for satu in baris:
        butir, lama = _butir(naskah, satu)
        if not lama:
            urutan += 1
            butir.urutan = urutan
        if satu["aksi"] == AksiBaris.AKHIRI:
            butir.diakhiri_pada = tanggal
        else:
            for nama, isi in satu["data"].items():
                setattr(butir, nama, isi)
        baru = _nilai(butir)
        beda = {n: v for n, v in baru.items() if lama.get(n) != v}
        if not beda:
            continue
        catatan = {
            "pk": butir.pk,
            "aksi": satu["aksi"],
            "sebutan": str(butir),
            "mitra": sorted({m for m in (lama.get("mitra_id"), butir.mitra_id) if m}),
            "lama": {n: lama[n] for n in beda} if lama else None,
            "baru": beda,
        }
        hasil.append(Langkah(butir, catatan))
    return hasil


def milik_yang_keluar(naskah: Naskah, mitra: Iterable[int], baris: Baris) -> Baris:
    """The rows with those that end the items of mitra that leave, where none says otherwise."""
    tersentuh = [b["pk"] for b in baris if b["pk"]]
    sisa = naskah.butir.filter(mitra__in=list(mitra), diakhiri_pada=None).exclude(pk__in=tersentuh)
    kunci = sisa.values_list("pk", flat=True)
    return [*baris, *({"aksi": AksiBaris.AKHIRI.value, "pk": pk} for pk in kunci)]


def terapkan(langkah: Sequence[Langkah]) -> Perubahan:
    """Write what was designed; what was and what is, item by item."""
    for satu in langkah:
        simpan(satu.baris)
        satu.catatan["pk"] = satu.baris.pk
    return [satu.catatan for satu in langkah]


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
    """The item of a row, and its columns as they are; a new one has none."""
    if satu["aksi"] == AksiBaris.TAMBAH:
        return Butir(naskah=naskah), {}
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
