"""A follow-up as it is read: its deadline and why, its result, the ledger, what may be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.utils import timezone

from inti.formats import tanggal_indonesia
from kerjasama.enums import AlasanBerakhir, PihakButir, StatusNaskah
from kerjasama.models import Addendum, Butir, Naskah
from kerjasama.queries.pemenuhan import ledger
from pengawasan.domain.jenis_tindak_lanjut import Hasil
from pengawasan.domain.perpanjangan import tanggal_usul
from pengawasan.enums import (
    JenisKegiatan,
    JenisRekomendasi,
    JenisTindakLanjut,
    StatusKegiatan,
    StatusTeguran,
    TahapHukum,
)
from pengawasan.models import Kebijakan, Kegiatan, PerkembanganTindakLanjut
from pengawasan.queries.perpanjangan import pengajuan, tenggang_pada

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import Pengguna
    from kerjasama.models import Mitra
    from kerjasama.queries.pemenuhan import BarisButir
    from pengawasan.models import Rekomendasi, TindakLanjut

TENGGAT_HARI = 90
PIHAK = {JenisRekomendasi.D: PihakButir.MITRA, JenisRekomendasi.E: PihakButir.PEMERINTAH}


@dataclass(frozen=True)
class Tenggat:
    """By when, and who says so."""

    tanggal: date
    dasar: str


def tenggat_awal(
    rekomendasi: Rekomendasi, jenis: JenisTindakLanjut, naskah: Naskah, *, per: date
) -> Tenggat:
    """That of the recommendation; of a renewal the lead time of the naskah; else the policy's."""
    if rekomendasi.tenggat:
        return Tenggat(rekomendasi.tenggat, "Ditetapkan dalam rekomendasi, Pasal 6 ayat (7)")
    akhir = naskah.tanggal_berakhir
    if jenis == JenisTindakLanjut.PEMBARUAN and akhir and akhir >= per:
        ajukan = pengajuan(naskah, per=per, baku=tenggang_pada(per))
        if ajukan:
            return Tenggat(
                tanggal_usul(ajukan.batas, akhir=akhir, per=per),
                _dasar(ajukan.batas, ajukan.dasar, per),
            )
    kebijakan = Kebijakan.objects.berlaku_pada(per)
    hari = kebijakan.tenggat_tindak_lanjut if kebijakan else TENGGAT_HARI
    sumber = f"kebijakan {kebijakan.versi}" if kebijakan else "kebijakan baku"
    return Tenggat(per + timedelta(days=hari), f"{hari} hari sejak diputuskan ({sumber})")


def _dasar(batas: date, dasar: str, per: date) -> str:
    """`3 bulan sebelum berakhir (…)`; where that is past, as soon as may be."""
    if batas > per:
        return f"Batas pengajuan: {dasar}"[:250]
    return f"Batas pengajuan {dasar} sudah lewat {tanggal_indonesia(batas)}; segera"[:250]


def hasil(butir: TindakLanjut) -> Hasil:
    """Whether the result that the kind asks for is there."""
    jenis = JenisTindakLanjut(butir.jenis)
    ada, uraian = PERIKSA[jenis](butir) if jenis in PERIKSA else (True, "")
    return Hasil(jenis, ada, uraian)


def _pembaruan(butir: TindakLanjut) -> tuple[bool, str]:
    satu = butir.addendum or butir.naskah_pengganti
    return satu is not None, str(satu or "")


def _pemenuhan(butir: TindakLanjut) -> tuple[bool, str]:
    banyak = butir.butir.count()
    return banyak > 0, f"{banyak} butir" if banyak else ""


def _pengakhiran(butir: TindakLanjut) -> tuple[bool, str]:
    naskah = butir.naskah
    berakhir = naskah.status in (StatusNaskah.BERAKHIR, StatusNaskah.DIPUTUS)
    return berakhir, f"{naskah.get_status_display()}: {naskah.get_alasan_berakhir_display()}"


def isian_pengakhiran(butir: TindakLanjut) -> str:
    """What the form that ends the naskah opens with, as the query of its address.

    Default is named as the reason only where SP3 did not help; otherwise a person says which.
    """
    rekomendasi = butir.rekomendasi
    putusan, evaluasi = rekomendasi.walikota_pada, rekomendasi.baris.matrik.kegiatan
    hari = timezone.localdate(putusan) if putusan else None
    ingkar = butir.naskah.teguran.filter(status=StatusTeguran.DILANJUTKAN).exists()
    kata = f"Putusan kepala daerah {tanggal_indonesia(hari)} atas " if hari else ""
    return urlencode(
        {
            "alasan": AlasanBerakhir.WANPRESTASI if ingkar else "",
            "tanggal": hari or "",
            "dasar": f"{kata}rekomendasi huruf f (Pasal 6 ayat (7)), evaluasi "
            f"{tanggal_indonesia(evaluasi.tanggal_pelaksanaan or evaluasi.tanggal_rencana)}",
        }
    )


def _teguran(butir: TindakLanjut) -> tuple[bool, str]:
    status = [StatusTeguran(s) for s in butir.teguran.values_list("status", flat=True)]
    ada = bool(status) and StatusTeguran.TERBUKA not in status
    return ada, ", ".join(s.label for s in status)


def _hukum(butir: TindakLanjut) -> tuple[bool, str]:
    tahap = PerkembanganTindakLanjut.objects.filter(tindak_lanjut=butir).exclude(tahap="")
    satu = tahap.order_by("-tanggal", "-pk").values_list("tahap", flat=True).first()
    return satu is not None, TahapHukum(satu).label if satu else ""


PERIKSA = {
    JenisTindakLanjut.PEMBARUAN: _pembaruan,
    JenisTindakLanjut.PEMENUHAN: _pemenuhan,
    JenisTindakLanjut.PENGAKHIRAN: _pengakhiran,
    JenisTindakLanjut.TEGURAN: _teguran,
    JenisTindakLanjut.PROSES_HUKUM: _hukum,
}


def dievaluasi_lagi(butir: TindakLanjut) -> bool:
    """Whether a later evaluasi of the naskah was decided."""
    asal = butir.rekomendasi.baris.matrik.kegiatan
    sesudah = Kegiatan.objects.filter(
        naskah=butir.naskah_id, jenis=JenisKegiatan.EVALUASI, status=StatusKegiatan.DIPUTUSKAN
    ).exclude(pk=asal.pk)
    if asal.tanggal_pelaksanaan:
        sesudah = sesudah.filter(tanggal_pelaksanaan__gt=asal.tanggal_pelaksanaan)
    return sesudah.exists()


def belum_ditegur(butir: TindakLanjut) -> QuerySet[Mitra]:
    """The mitra against whom it has opened no case that stands; a cancelled one may be anew."""
    kasus = butir.teguran.exclude(status=StatusTeguran.DIBATALKAN)
    return butir.naskah.mitra.exclude(pk__in=kasus.values("mitra")).order_by("nama", "pk")


def pilihan_addendum(butir: TindakLanjut) -> QuerySet[Addendum]:
    """The addenda of the naskah that stand."""
    return Addendum.objects.berlaku().filter(naskah=butir.naskah_id)


def pilihan_pengganti(butir: TindakLanjut) -> QuerySet[Naskah]:
    """The naskah that say they replace it; a draft is not yet one."""
    return Naskah.objects.filter(menggantikan=butir.naskah_id).exclude(status=StatusNaskah.DRAF)


def pilihan_butir(butir: TindakLanjut) -> QuerySet[Butir]:
    """The items of the side that huruf d or e speaks of."""
    semua = Butir.objects.filter(naskah=butir.naskah_id)
    pihak = PIHAK.get(JenisRekomendasi(butir.rekomendasi.jenis))
    return semua.filter(pihak=pihak) if pihak else semua


def butir_asal(butir: TindakLanjut) -> QuerySet[Butir]:
    """The item that its row of the matrix came from, where that is one of those."""
    asal = butir.rekomendasi.baris.asal_butir_id
    return pilihan_butir(butir).filter(pk=asal) if asal else Butir.objects.none()


def ledger_butir(butir: TindakLanjut, pengguna: Pengguna, *, per: date) -> list[BarisButir]:
    """What each side states of the items that it is about, from the ledger itself."""
    dipilih = set(butir.butir.values_list("butir", flat=True))
    if not dipilih:
        return []
    semua = ledger(butir.naskah, pengguna, per=per).baris
    return [baris for baris in semua if baris.butir.pk in dipilih]
