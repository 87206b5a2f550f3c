"""One action on many naskah: what was previewed is done, and can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.putusan import AturanDilanggar
from inti.services.sekali import pakai_kunci
from kerjasama.enums import JenisTindakanMassal as Jenis
from kerjasama.enums import PeranPD
from kerjasama.models import Naskah, NaskahPerangkatDaerah, TindakanMassal
from kerjasama.queries.massal import pemrakarsa_baru, unit_naskah

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from inti.models import Pengguna


@transaction.atomic
def terapkan(
    jenis: Jenis,
    nilai: Any,
    *,
    sebutan: str,
    baris: Sequence[tuple[int, Any]],
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> TindakanMassal:
    """Write `nilai` to every naskah that still stands as it did on the preview.

    `baris` are keys with the value that was shown. One audit line a naskah; what changed in the
    meantime is left alone and named. Raises AturanDilanggar when that is all of them.
    """
    pakai_kunci(kunci, oleh=oleh)
    tindakan = TindakanMassal(jenis=jenis, nilai=sebutan[:250], dibuat_oleh=oleh, baris=[])
    semua = _terkunci([pk for pk, _ in baris])
    for pk, dari in baris:
        naskah = semua.get(pk)
        ke = pemrakarsa_baru(dari, nilai) if jenis == Jenis.PERANGKAT_DAERAH else nilai
        if naskah is None or not _tulis(jenis, naskah, dari=dari, ke=ke):
            tindakan.dilewati.append(str(naskah or pk))
            continue
        tindakan.baris.append({"naskah": pk, "nama": str(naskah), "dari": dari, "ke": ke})
        audit.catat("naskah.ubah", naskah, oleh=oleh, nilai={jenis.value: [dari, ke]}, massal=True)
    if not tindakan.baris:
        raise AturanDilanggar("Semua naskah itu berubah sejak pratinjau; tidak ada yang diubah.")
    tindakan.save()
    return tindakan


@transaction.atomic
def batalkan(pk: int, *, oleh: Pengguna) -> list[str]:
    """Give back what stood there before; returns the naskah that changed since and stay.

    Raises AturanDilanggar when it was undone already.
    """
    sendiri = TindakanMassal.objects.filter(pk=pk, dibatalkan_pada=None)
    if not sendiri.update(dibatalkan_oleh=oleh, dibatalkan_pada=timezone.now()):
        raise AturanDilanggar("Tindakan ini sudah dibatalkan.")
    tindakan = TindakanMassal.objects.get(pk=pk)
    jenis, tetap = Jenis(tindakan.jenis), []
    semua = _terkunci([b["naskah"] for b in tindakan.baris])
    for baris in tindakan.baris:
        naskah, dari, ke = semua.get(baris["naskah"]), baris["ke"], baris["dari"]
        if naskah is None or not _tulis(jenis, naskah, dari=dari, ke=ke):
            tetap.append(baris["nama"])
            continue
        audit.catat("naskah.ubah", naskah, oleh=oleh, nilai={jenis.value: [dari, ke]}, massal=True)
    return tetap


def _terkunci(kunci: Sequence[int]) -> dict[int, Naskah]:
    """All at once and in one order, so that two actions on the same rows wait, not deadlock."""
    semua = Naskah.objects.select_for_update(of=("self",)).filter(pk__in=kunci)
    return {n.pk: n for n in semua.order_by("pk")}


def _tulis(jenis: Jenis, naskah: Naskah, *, dari: Any, ke: Any) -> bool:
    """Write only over what was seen; False when something else stands there now."""
    if jenis == Jenis.PERANGKAT_DAERAH:
        return _tulis_unit(naskah, dari=dari, ke=ke)
    kolom = jenis.value
    sendiri = Naskah.objects.filter(pk=naskah.pk, **{kolom: dari})
    return sendiri.update(**{kolom: ke}) == 1


def _tulis_unit(naskah: Naskah, *, dari: list[list[Any]], ke: list[list[Any]]) -> bool:
    """The rows that differ; those of the naskah are locked through it."""
    if unit_naskah([naskah.pk]).get(naskah.pk, []) != dari:
        return False
    lama, baru = ({(u, p) for u, p in sisi} for sisi in (dari, ke))
    milik = NaskahPerangkatDaerah.objects.filter(naskah=naskah)
    milik.filter(perangkat_daerah__in=[u for u, _ in lama - baru]).delete()
    NaskahPerangkatDaerah.objects.bulk_create(
        NaskahPerangkatDaerah(naskah=naskah, perangkat_daerah_id=u, peran=PeranPD(p))
        for u, p in sorted(baru - lama)
    )
    return True
