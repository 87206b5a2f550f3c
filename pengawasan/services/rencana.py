"""Setting planned days, one or many; the legal date stays where it is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.formats import tanggal_indonesia
from inti.putusan import AturanDilanggar, wajib
from pengawasan.domain.rencana import BERUBAH, Pilihan
from pengawasan.enums import StatusJadwal, StatusKegiatan
from pengawasan.models import Jadwal, Kegiatan, PerataanRencana
from pengawasan.queries.perataan_rencana import kegiatan_jadwal, periksa_pilihan, rencana_kini

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from inti.models import Pengguna

TIDAK_ADA = "Tidak ada tanggal yang diterapkan."


@transaction.atomic
def tetapkan(pk: int, *, tanggal: date, oleh: Pengguna) -> None:
    """Plan one obligation on a day, and its kegiatan where that has not been assigned."""
    jadwal = _terkunci([pk])[pk]
    pilihan = Pilihan(pk, rencana_kini(jadwal), tanggal)
    wajib(periksa_pilihan(jadwal, pilihan))
    if not _tulis(jadwal, pilihan.semula, tanggal):
        raise AturanDilanggar(BERUBAH)
    audit.catat("jadwal.rencanakan", jadwal, oleh=oleh, dari=pilihan.semula, ke=tanggal)


@transaction.atomic
def terapkan(
    pilihan: Sequence[Pilihan], *, oleh: Pengguna
) -> tuple[PerataanRencana, list[tuple[Jadwal, str]]]:
    """Set what can still be set; returns the set, and what was left out with the reason.

    Raises AturanDilanggar when nothing is left.
    """
    jadwal = _terkunci(p.jadwal for p in pilihan)
    baris: list[dict[str, Any]] = []
    dilewati = []
    for satu in sorted({p.jadwal: p for p in pilihan}.values(), key=lambda p: p.jadwal):
        if satu.jadwal not in jadwal:
            continue
        kini = jadwal[satu.jadwal]
        putusan = periksa_pilihan(kini, satu)
        if putusan and _tulis(kini, satu.semula, satu.tanggal):
            baris.append(_baris(kini, satu))
        else:
            dilewati.append((kini, putusan.alasan or BERUBAH))
    if not baris:
        sebab = " ".join(dict.fromkeys(alasan for _, alasan in dilewati))
        raise AturanDilanggar(f"{TIDAK_ADA} {sebab}".strip())
    perataan = PerataanRencana.objects.create(baris=baris, diterapkan_oleh=oleh)
    audit.catat("rencana_bersama.tetapkan", perataan, oleh=oleh, baris=baris)
    return perataan, dilewati


@transaction.atomic
def batalkan(pk: int, *, oleh: Pengguna) -> None:
    """Put back what stood there before; refused as soon as something hangs on one of the days."""
    kunci = list(PerataanRencana.objects.values_list("baris", flat=True).get(pk=pk))
    jadwal = _terkunci(satu["jadwal"] for satu in kunci)
    dibatalkan = PerataanRencana.objects.filter(pk=pk, dibatalkan_pada=None).update(
        dibatalkan_oleh=oleh, dibatalkan_pada=timezone.now()
    )
    if not dibatalkan:
        raise AturanDilanggar("Rencana bersama ini sudah dibatalkan.")
    for satu in kunci:
        _kembalikan(jadwal.get(satu["jadwal"]), satu)
    audit.catat("rencana_bersama.batalkan", PerataanRencana.objects.get(pk=pk), oleh=oleh)


def _terkunci(kunci: Iterable[int]) -> dict[int, Jadwal]:
    baris = Jadwal.objects.select_for_update(of=("self",)).filter(pk__in=list(kunci))
    terurut = baris.select_related("naskah").prefetch_related("kegiatan").order_by("pk")
    return {j.pk: j for j in terurut}


def _tulis(jadwal: Jadwal, semula: date | None, tanggal: date | None) -> bool:
    """Only where nothing has changed; the kegiatan first, because it may have been assigned."""
    kegiatan = kegiatan_jadwal(jadwal)
    if kegiatan is not None and tanggal is not None:
        belum = Kegiatan.objects.filter(
            pk=kegiatan.pk,
            status=StatusKegiatan.DIRENCANAKAN,
            tanggal_rencana=kegiatan.tanggal_rencana,
        )
        if not belum.update(tanggal_rencana=tanggal):
            return False
    sama = Jadwal.objects.filter(
        pk=jadwal.pk, status=StatusJadwal.TERBUKA, tanggal_rencana=jadwal.tanggal_rencana
    )
    return sama.update(tanggal_rencana=tanggal) == 1


def _baris(jadwal: Jadwal, pilihan: Pilihan) -> dict[str, Any]:
    kegiatan = kegiatan_jadwal(jadwal)
    semula = pilihan.semula
    return {
        "jadwal": jadwal.pk,
        "nama": str(jadwal)[:300],
        "kegiatan": kegiatan.pk if kegiatan else None,
        "sebelum": semula.isoformat() if semula else None,
        "sesudah": pilihan.tanggal.isoformat(),
        "alasan": pilihan.alasan,
    }


def _kembalikan(jadwal: Jadwal | None, baris: dict[str, Any]) -> None:
    """Raises AturanDilanggar, and nothing is put back, when the row has moved on."""
    nama = baris["nama"]
    if jadwal is None:
        raise AturanDilanggar(f"{nama} tidak ada lagi, jadi tidak dapat dikembalikan.")
    kegiatan = kegiatan_jadwal(jadwal)
    kini = rencana_kini(jadwal)
    if (kegiatan and kegiatan.pk) != baris["kegiatan"] or kini is None:
        raise AturanDilanggar(f"{nama} sudah mempunyai kegiatan lain; ubah satu per satu.")
    sebelum = date.fromisoformat(baris["sebelum"]) if baris["sebelum"] else None
    if kini.isoformat() != baris["sesudah"] or not _tulis(jadwal, kini, sebelum):
        raise AturanDilanggar(
            f"{nama} sudah diubah lagi setelah {tanggal_indonesia(kini)}; ubah satu per satu."
        )
