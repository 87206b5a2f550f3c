"""A follow-up as it is read: its deadline and why, its result, the ledger, what may be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.db.models import Exists, F, OuterRef, Prefetch, prefetch_related_objects
from django.utils import timezone

from inti.formats import tanggal_indonesia
from kerjasama.enums import AlasanBerakhir, PihakButir, StatusNaskah
from kerjasama.models import Addendum, Butir, Naskah
from kerjasama.queries.pemenuhan import baris_nyata
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
from pengawasan.models import Kebijakan, Kegiatan, PerkembanganTindakLanjut, Teguran, TindakLanjut
from pengawasan.queries.perpanjangan import pengajuan, tenggang_pada

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.db.models import QuerySet

    from inti.models import Pengguna
    from kerjasama.models import Mitra
    from kerjasama.queries.pemenuhan import BarisButir
    from pengawasan.models import Rekomendasi

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


def rincian(pengguna: Pengguna) -> QuerySet[TindakLanjut]:
    """Follow-ups one may see, with what the page of one shows."""
    return TindakLanjut.objects.terlihat_oleh(pengguna).select_related(
        "naskah",
        "perangkat_daerah",
        "addendum",
        "naskah_pengganti",
        "rekomendasi__baris__matrik__kegiatan",
        "dilaporkan_oleh",
        "ditutup_oleh",
    )


def sertakan_teguran(butir: TindakLanjut) -> None:
    """Where it is to bring a warning: those there are, each with its mitra."""
    if butir.jenis == JenisTindakLanjut.TEGURAN:
        teguran = Prefetch("teguran", Teguran.objects.select_related("mitra"))
        prefetch_related_objects([butir], teguran)


def perkembangan(butir: TindakLanjut) -> list[PerkembanganTindakLanjut]:
    """Its progress, the newest first, each with its files (`lampiran`: key and name)."""
    per_berkas = (
        butir.perkembangan.select_related("dicatat_oleh")
        .annotate(berkas_pk=F("berkas"), berkas_nama=F("berkas__berkas__nama"))
        .order_by("-tanggal", "-pk", "berkas")
    )
    semua: dict[int, Any] = {}
    for baris in per_berkas:
        satu = semua.setdefault(baris.pk, baris)
        satu.lampiran = getattr(satu, "lampiran", [])
        if baris.berkas_pk:
            satu.lampiran.append((baris.berkas_pk, baris.berkas_nama))
    return list(semua.values())


def hasil(butir: TindakLanjut, semua: Iterable[Any] | None = None) -> Hasil:
    """Whether the result that the kind asks for is there; `semua` is `butir_naskah`, if known."""
    jenis = JenisTindakLanjut(butir.jenis)
    if jenis == JenisTindakLanjut.PEMENUHAN and semua is not None:
        ada, uraian = _terpenuhi(sum(satu.dipilih for satu in semua))
    else:
        ada, uraian = PERIKSA[jenis](butir) if jenis in PERIKSA else (True, "")
    return Hasil(jenis, ada, uraian)


def _pembaruan(butir: TindakLanjut) -> tuple[bool, str]:
    satu = butir.addendum or butir.naskah_pengganti
    return satu is not None, str(satu or "")


def _pemenuhan(butir: TindakLanjut) -> tuple[bool, str]:
    return _terpenuhi(butir.butir.count())


def _terpenuhi(banyak: int) -> tuple[bool, str]:
    return banyak > 0, f"{banyak} butir" if banyak else ""


def _pengakhiran(butir: TindakLanjut) -> tuple[bool, str]:
    naskah = butir.naskah
    berakhir = naskah.status in (StatusNaskah.BERAKHIR, StatusNaskah.DIPUTUS)
    return berakhir, f"{naskah.get_status_display()}: {naskah.get_alasan_berakhir_display()}"


def isian_pengakhiran(butir: TindakLanjut) -> str:
    """What the form that ends the naskah opens with, as the query of its address.

    Nothing, where it is not to end. Default is named as the reason only where SP3 did not help;
    otherwise a person says which.
    """
    if butir.jenis != JenisTindakLanjut.PENGAKHIRAN:
        return ""
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
    status = [StatusTeguran(satu.status) for satu in butir.teguran.all()]
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


def pihak_butir(butir: TindakLanjut) -> PihakButir | None:
    """The side that huruf d or e speaks of."""
    return PIHAK.get(JenisRekomendasi(butir.rekomendasi.jenis))


def pilihan_butir(butir: TindakLanjut) -> QuerySet[Butir]:
    """The items of that side."""
    semua = Butir.objects.filter(naskah=butir.naskah_id)
    pihak = pihak_butir(butir)
    return semua.filter(pihak=pihak) if pihak else semua


def butir_asal(butir: TindakLanjut) -> QuerySet[Butir]:
    """The item that its row of the matrix came from, where that is one of those."""
    asal = butir.rekomendasi.baris.asal_butir_id
    return pilihan_butir(butir).filter(pk=asal) if asal else Butir.objects.none()


def butir_naskah(butir: TindakLanjut) -> list[Any]:
    """Where it is about items of the ledger: those of the naskah, each `dipilih` or not."""
    if butir.jenis != JenisTindakLanjut.PEMENUHAN:
        return []
    dipilih = butir.butir.filter(butir=OuterRef("pk"))
    return list(Butir.objects.filter(naskah=butir.naskah_id).annotate(dipilih=Exists(dipilih)))


def ledger_butir(
    butir: TindakLanjut, semua: Iterable[Any], pengguna: Pengguna, *, per: date
) -> list[BarisButir]:
    """What each side states of the items that it is about, from the ledger itself."""
    dipilih = [satu for satu in semua if satu.dipilih]
    return baris_nyata(butir.naskah, dipilih, pengguna, per=per) if dipilih else []
