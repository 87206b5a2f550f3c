"""The log of control: written and corrected by the unit, never deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from inti import audit
from inti.putusan import wajib
from inti.services.berkas import simpan_unggahan
from inti.services.kolom import KolomBerubah, isi_kolom
from inti.services.sekali import pakai_kunci
from kerjasama.enums import StatusNaskah
from kerjasama.models import Naskah
from pengawasan.domain.pengendalian import periksa_pengendalian
from pengawasan.models import Pengendalian

if TYPE_CHECKING:
    from collections.abc import Mapping
    from uuid import UUID

    from inti.models import Pengguna
    from inti.unggahan import Diperiksa
    from kerjasama.models import PerangkatDaerah


@transaction.atomic
def catat(
    naskah_id: int,
    data: Mapping[str, Any],
    *,
    unit: PerangkatDaerah,
    oleh: Pengguna,
    berkas: Diperiksa | None = None,
    kunci: UUID | None = None,
) -> Pengendalian:
    """One entry of `unit`; `data` are the columns of its content.

    Raises AturanDilanggar for a draft, a day before signing or in the future.
    """
    pakai_kunci(kunci, oleh=oleh)
    naskah = _pegang(naskah_id)
    _periksa(naskah, data)
    catatan = Pengendalian.objects.create(
        naskah=naskah,
        perangkat_daerah=unit,
        berkas=simpan_unggahan(berkas, oleh=oleh) if berkas else None,
        dicatat_oleh=oleh,
        **data,
    )
    audit.catat("pengendalian.catat", catatan, oleh=oleh, tanggal=catatan.tanggal)
    return catatan


@transaction.atomic
def ubah(
    pk: int,
    data: Mapping[str, Any],
    *,
    versi: int,
    oleh: Pengguna,
    berkas: Diperiksa | None = None,
) -> Pengendalian:
    """Correct an entry that was read at `versi`; what was stays in the trail."""
    naskah_id = Pengendalian.objects.values_list("naskah", flat=True).get(pk=pk)
    _periksa(_pegang(naskah_id), data)
    catatan = Pengendalian.objects.select_related("berkas").get(pk=pk)
    semula = (
        {"berkas": [catatan.berkas.nama if catatan.berkas else "", berkas.nama]} if berkas else {}
    )
    beda = isi_kolom(catatan, data) | semula
    kolom = {n: v for n, v in data.items() if n in beda}
    if berkas:
        kolom["berkas"] = simpan_unggahan(berkas, oleh=oleh)
    if not kolom:
        return catatan
    baris = Pengendalian.objects.filter(pk=pk, versi=versi)
    if not baris.update(versi=F("versi") + 1, **kolom):
        raise KolomBerubah
    catatan.refresh_from_db()
    audit.catat("pengendalian.ubah", catatan, oleh=oleh, nilai=beda)
    return catatan


def _pegang(naskah_id: int) -> Naskah:
    return Naskah.objects.select_for_update(of=("self",)).get(pk=naskah_id)


def _periksa(naskah: Naskah, data: Mapping[str, Any]) -> None:
    wajib(
        periksa_pengendalian(
            data["tanggal"],
            tanggal_ttd=naskah.tanggal_ttd,
            berlaku=naskah.status != StatusNaskah.DRAF,
            hari_ini=timezone.localdate(),
        )
    )
