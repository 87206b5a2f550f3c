"""The mitra's reports that the team can analyse for a pemantauan."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import F, Q
from django.utils import timezone

from inti.formats import tanggal_indonesia
from pelaporan.models import PutaranLaporan
from pengawasan.models import HasilAnalisa

if TYPE_CHECKING:
    from pengawasan.models import Kegiatan


def analisa_kegiatan(kegiatan: Kegiatan) -> HasilAnalisa | None:
    """What was written so far."""
    terpilih = HasilAnalisa.objects.select_related("dianalisa_oleh")
    return terpilih.filter(kegiatan=kegiatan).first()


def putaran_untuk_analisa(kegiatan: Kegiatan, analisa: HasilAnalisa | None) -> list[PutaranLaporan]:
    """The newest submission of each report of the naskah, and those analysed already."""
    sudah = [satu["putaran"] for satu in analisa.laporan] if analisa else []
    terkini = Q(ke=F("laporan__putaran")) | Q(pk__in=sudah)
    return list(
        PutaranLaporan.objects.filter(terkini, laporan__kewajiban__naskah=kegiatan.naskah_id)
        .select_related("laporan__kewajiban__mitra")
        .order_by("-laporan__kewajiban__jatuh_tempo", "laporan__kewajiban__mitra__nama", "-ke")
    )


def sebutan(putaran: PutaranLaporan) -> str:
    """The report as an analysis names it: whose, which turn, when it came, its receipt."""
    kewajiban = putaran.laporan.kewajiban
    ulang = f" putaran ke-{putaran.ke}" if putaran.ke > 1 else ""
    pada = tanggal_indonesia(timezone.localdate(putaran.disampaikan_pada))
    return (
        f"{kewajiban.sebutan} {kewajiban.mitra}{ulang}, jatuh tempo "
        f"{tanggal_indonesia(kewajiban.jatuh_tempo)}, disampaikan {pada} "
        f"(tanda terima {putaran.nomor})"
    )


def rujukan(putaran: PutaranLaporan) -> dict[str, Any]:
    """What an analysis keeps of a report."""
    return {
        "laporan": putaran.laporan_id,
        "putaran": putaran.pk,
        "sebutan": sebutan(putaran),
    }
