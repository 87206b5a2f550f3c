"""Bringing the rows of a naskah to what was given; services.naskah alone opens this door.

Rows that stay keep their key, so that what points at them keeps its meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import ProtectedError, Q

from inti.putusan import AturanDilanggar
from kerjasama.models import Butir, Naskah, NaskahPerangkatDaerah, ParaPihak

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.models import Model, QuerySet

    Baris = Sequence[dict[str, Any]]


def selaraskan(
    naskah: Naskah, *, pihak: Baris | None, perangkat_daerah: Baris | None, butir: Baris | None
) -> None:
    """Keep, change, add and remove. None leaves the rows of that kind as they are.

    The caller holds the naskah and its mitra (services.mitra.pegang).

    Raises AturanDilanggar when one is named twice, or an item names a mitra that is no party.
    """
    if pihak is not None:
        _berkunci(ParaPihak, naskah, pihak, "mitra")
    if perangkat_daerah is not None:
        _berkunci(NaskahPerangkatDaerah, naskah, perangkat_daerah, "perangkat_daerah")
    if butir is not None:
        _butir(naskah, butir)
    asing = naskah.butir.exclude(mitra=None).exclude(mitra__in=naskah.pihak.values("mitra"))
    if satu := asing.select_related("mitra").first():
        raise AturanDilanggar(
            f"Butir “{satu}” menyebut {satu.mitra}, yang bukan pihak naskah ini. "
            "Hapus butirnya, atau pilih mitra lain."
        )


def _berkunci(model: type[Any], naskah: Naskah, baris: Baris, kunci: str) -> None:
    """Rows known by the mitra or the unit they name."""
    diminta = {b[kunci]: {n: v for n, v in b.items() if n != kunci} for b in baris}
    if len(diminta) < len(baris):
        raise AturanDilanggar("Mitra atau perangkat daerah yang sama disebut dua kali.")
    milik = model.objects.filter(naskah=naskah)
    ada = {getattr(b, f"{kunci}_id"): b for b in milik}
    lepas = ada.keys() - diminta.keys()
    if model is ParaPihak:
        # Who left by an addendum stays; one that is named again is a party as if it never had.
        lepas = {k for k in lepas if ada[k].diakhiri_pada is None}
        diminta = {k: isi | {"diakhiri_pada": None} for k, isi in diminta.items()}
    milik.filter(**{f"{kunci}__in": lepas}).delete()
    for satu, isi in diminta.items():
        if satu in ada:
            _perbarui(ada[satu], isi)
    model.objects.bulk_create(
        model(naskah=naskah, **{f"{kunci}_id": satu}, **isi)
        for satu, isi in diminta.items()
        if satu not in ada
    )


def _butir(naskah: Naskah, baris: Baris) -> None:
    """Items, known by their key where one is given; their order is that of the rows."""
    ada = {b.pk: b for b in naskah.butir.all()}
    baru, tetap = [], set()
    for urutan, satu in enumerate(baris, start=1):
        isi = {n: v for n, v in satu.items() if n not in {"pk", "mitra"}} | {"urutan": urutan}
        if "mitra" in satu:
            isi["mitra_id"] = satu["mitra"]
        lama = ada.get(satu.get("pk") or 0)
        if lama is None:
            baru.append(Butir(naskah=naskah, **isi))
        else:
            tetap.add(lama.pk)
            _perbarui(lama, isi)
    _hapus_butir(naskah.butir.exclude(pk__in=tetap))
    Butir.objects.bulk_create(baru)


def _hapus_butir(butir: QuerySet[Butir]) -> None:
    """Take items out; what someone stated of them, or paid for them, keeps them."""
    try:
        butir.delete()
    except ProtectedError as error:
        bekerja = Q(pernyataan__isnull=False) | Q(setoran__pembayaran__isnull=False)
        satu, sebab = butir.filter(bekerja).first(), "pernyataan pemenuhan atau pembayaran"
        if satu is None:
            penahan = next(o for o in error.protected_objects if hasattr(o, "butir"))
            satu, sebab = penahan.butir, str(penahan._meta.verbose_name)
        raise AturanDilanggar(
            f"Butir “{satu}” sudah mempunyai {sebab}, sehingga tidak dapat dihapus. Ubah "
            "uraiannya, atau isi tenggatnya."
        ) from error


def _perbarui(baris: Model, isi: dict[str, Any]) -> None:
    beda = {n: v for n, v in isi.items() if getattr(baris, n) != v}
    if beda:
        type(baris)._default_manager.filter(pk=baris.pk).update(**beda)
