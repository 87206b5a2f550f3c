"""The items of the ledger one by one: recorded and changed with measure, time and money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import Max

from inti import audit
from inti.putusan import AturanDilanggar
from inti.services.kolom import isi_kolom, teks_kolom
from inti.services.sekali import pakai_kunci
from kerjasama.domain.butir import periksa_jadwal
from kerjasama.models import Butir, Naskah
from kerjasama.services import setoran

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from inti.models import Pengguna


@transaction.atomic
def catat(
    naskah_pk: int, data: dict[str, Any], *, oleh: Pengguna, kunci: UUID | None = None
) -> Butir:
    """A new item at the end of the list, with its due rows where it owes money."""
    pakai_kunci(kunci, oleh=oleh)
    naskah = Naskah.objects.select_for_update(of=("self",)).get(pk=naskah_pk)
    terakhir = naskah.butir.aggregate(n=Max("urutan"))["n"] or 0
    butir = Butir(naskah=naskah, urutan=terakhir + 1, **data)
    simpan(butir)
    setoran.selaraskan(naskah, oleh=oleh)
    audit.catat("butir.catat", butir, oleh=oleh, nilai=_nilai(data))
    return butir


@transaction.atomic
def ubah(
    pk: int, data: dict[str, Any], *, oleh: Pengguna, asal: Mapping[str, str] | None = None
) -> Butir:
    """Correct an item; the trail holds what was and what is, and its due rows follow."""
    naskah = Naskah.objects.select_for_update(of=("self",)).get(butir=pk)
    butir = Butir.objects.select_related("naskah").get(pk=pk)
    beda = isi_kolom(butir, data, asal=asal)
    if not beda:
        return butir
    simpan(butir)
    setoran.selaraskan(naskah, oleh=oleh)
    audit.catat("butir.ubah", butir, oleh=oleh, nilai=beda)
    return butir


def simpan(butir: Butir) -> None:
    """Write an item that fits its naskah, with refusals as sentences; the caller holds both."""
    naskah = butir.naskah
    salah = periksa_jadwal(butir.jadwal, ttd=naskah.tanggal_ttd, akhir=naskah.hari_terakhir)
    if salah:
        raise AturanDilanggar(" ".join(salah.values()))
    if butir.mitra_id and not naskah.pihak.filter(mitra=butir.mitra_id).exists():
        raise AturanDilanggar("Mitra butir ini bukan pihak pada naskahnya.")
    try:
        with transaction.atomic():
            butir.save()
    except IntegrityError as error:
        raise AturanDilanggar(
            "Butir tidak dapat disimpan; periksa pihak, mitra, tanggal, dan jumlahnya."
        ) from error


def _nilai(data: dict[str, Any]) -> dict[str, Any]:
    return {n: teks_kolom(v) for n, v in data.items() if v not in (None, "")}
