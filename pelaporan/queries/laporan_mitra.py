"""The mitra's reports as they are read, on both sides."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import (
    CharField,
    Exists,
    F,
    OuterRef,
    Prefetch,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Cast, Concat
from django.utils import timezone

from inti.enums import TIDAK_SAMPAI
from inti.models import JejakAudit, Notifikasi
from pelaporan.domain.formulir import baca
from pelaporan.domain.isi_laporan import BagianTampil, susunan
from pelaporan.domain.laporan_mitra import batas_perbaikan, hari_terlambat, keadaan
from pelaporan.enums import KeadaanKewajiban, StatusKewajibanLaporan, StatusLaporanMitra
from pelaporan.models import (
    BerkasLaporan,
    KewajibanLaporan,
    LaporanMitra,
    PerpanjanganBatas,
    PutaranLaporan,
    TandaTerima,
)
from pelaporan.permissions import PEMBACA
from pengawasan.enums import DasarTeguran, StatusTeguran
from pengawasan.models import Teguran
from pengawasan.queries.fakta import kebijakan_pada

if TYPE_CHECKING:
    from datetime import date

    from inti.models import Pengguna


# --- Lists --------------------------------------------------------------------------------


def daftar(pengguna: Pengguna) -> QuerySet[LaporanMitra]:
    """What was submitted, last first, with what a row shows."""
    return terakhir_dahulu(LaporanMitra.objects.terlihat_oleh(pengguna).terkirim())


def terakhir_dahulu(laporan: QuerySet[LaporanMitra]) -> QuerySet[LaporanMitra]:
    """Last sent first, with the number, time and deadline of the round that was sent last."""
    terakhir = laporan.filter(riwayat__ke=F("putaran"))
    lengkap = terakhir.annotate(
        disampaikan_pada=F("riwayat__disampaikan_pada"),
        nomor=F("riwayat__nomor"),
        batas_putaran=F("riwayat__batas"),
        telat=Q(riwayat__disampaikan_pada__date__gt=F("riwayat__batas")),
    ).order_by("-disampaikan_pada", "-pk")
    return lengkap.select_related("kewajiban__naskah", "kewajiban__mitra")


def belum_disampaikan(pengguna: Pengguna) -> QuerySet[KewajibanLaporan]:
    """What is owed, longest overdue first: the last reminder that was given, the open teguran."""
    ingatan = JejakAudit.objects.filter(
        objek_jenis=KewajibanLaporan._meta.label_lower,
        objek_id=OuterRef("pk"),
        aksi="kewajiban_laporan.ingatkan",
    )
    gagal = Notifikasi.objects.filter(
        jejak__objek_jenis=KewajibanLaporan._meta.label_lower,
        jejak__objek_id=OuterRef("pk"),
        jejak__aksi="kewajiban_laporan.ingatkan",
        status__in=TIDAK_SAMPAI,
    )
    teguran = Teguran.objects.filter(
        naskah=OuterRef("naskah"),
        mitra=OuterRef("mitra"),
        kunci_dasar=Concat(Value(f"{DasarTeguran.LAPORAN}:"), Cast(OuterRef("pk"), CharField())),
        status=StatusTeguran.TERBUKA,
    )
    return (
        KewajibanLaporan.objects.terlihat_oleh(pengguna)
        .terbuka()
        .select_related("naskah", "mitra", "laporan")
        .annotate(
            diingatkan_pada=Subquery(ingatan.order_by("-pk").values("waktu")[:1]),
            teguran_pk=Subquery(teguran.values("pk")[:1]),
            pengingat_gagal=Exists(gagal),
        )
        .order_by("batas", "pk")
    )


def tanda_terima_saya(pengguna: Pengguna) -> QuerySet[TandaTerima]:
    """Receipts of the rounds sent last whose reading is this person's to state."""
    jenis = [penerima for penerima, peran in PEMBACA.items() if pengguna.peran & peran]
    unit = pengguna.keanggotaan.aktif().exclude(perangkat_daerah=None).values("perangkat_daerah")
    return TandaTerima.objects.filter(
        Q(perangkat_daerah=None) | Q(perangkat_daerah__in=unit),
        penerima__in=jenis,
        putaran__ke=F("putaran__laporan__putaran"),
    )


def belum_dibaca(laporan: QuerySet[LaporanMitra], pengguna: Pengguna) -> QuerySet[LaporanMitra]:
    """Reports with a receipt that this person has not marked as read."""
    milik = tanda_terima_saya(pengguna).filter(dibaca_pada=None)
    return laporan.filter(Exists(milik.filter(putaran__laporan=OuterRef("pk"))))


def terlambat(laporan: QuerySet[LaporanMitra]) -> QuerySet[LaporanMitra]:
    """Sent after the deadline, or returned and past the new one."""
    telat = PutaranLaporan.objects.filter(
        laporan=OuterRef("pk"), disampaikan_pada__date__gt=F("batas")
    )
    lewat = Q(status=StatusLaporanMitra.DIKEMBALIKAN, batas_perbaikan__lt=timezone.localdate())
    return laporan.filter(lewat | Exists(telat))


# --- The portal ---------------------------------------------------------------------------


@dataclass(frozen=True)
class KartuKewajiban:
    """One duty as the mitra sees it."""

    kewajiban: KewajibanLaporan
    laporan: LaporanMitra | None
    keadaan: KeadaanKewajiban
    hari_terlambat: int


def kartu(kewajiban: KewajibanLaporan, hari_ini: date) -> KartuKewajiban:
    """A duty with where it stands; `laporan` must be selected with it."""
    laporan = getattr(kewajiban, "laporan", None)
    kata = keadaan(
        StatusKewajibanLaporan(kewajiban.status),
        StatusLaporanMitra(laporan.status) if laporan else None,
        jatuh_tempo=kewajiban.jatuh_tempo,
        batas=kewajiban.batas,
        hari_ini=hari_ini,
    )
    return KartuKewajiban(kewajiban, laporan, kata, hari_terlambat(kewajiban.batas, hari_ini))


def terbuka_portal(pengguna: Pengguna) -> QuerySet[KewajibanLaporan]:
    """What the person's mitra owe, earliest deadline first: late ones are on top."""
    milik = KewajibanLaporan.objects.milik(pengguna).terbuka()
    menunggu = PerpanjanganBatas.objects.menunggu().filter(kewajiban=OuterRef("pk"))
    tampil = milik.annotate(menunggu_perpanjangan=Exists(menunggu))
    return tampil.select_related("naskah", "mitra", "laporan", "permintaan").order_by("batas", "pk")


def riwayat_portal(pengguna: Pengguna) -> QuerySet[LaporanMitra]:
    """What the person's mitra submitted, last first."""
    milik = KewajibanLaporan.objects.milik(pengguna)
    return terakhir_dahulu(LaporanMitra.objects.filter(kewajiban__in=milik).terkirim())


def laporan_portal(pengguna: Pengguna) -> QuerySet[LaporanMitra]:
    """The reports that the person may fill in or look back on."""
    milik = KewajibanLaporan.objects.milik(pengguna)
    return LaporanMitra.objects.filter(kewajiban__in=milik).select_related(
        "formulir", "kewajiban__naskah", "kewajiban__mitra"
    )


# --- One report ---------------------------------------------------------------------------


@dataclass(frozen=True)
class TandaTerimaTampil:
    """A receipt, and whether it waits for this reader."""

    tanda: TandaTerima
    menunggu_saya: bool


@dataclass(frozen=True)
class PutaranTampil:
    """One round, whole: its text, its files, its receipts."""

    putaran: PutaranLaporan
    susunan: list[BagianTampil]
    berkas: list[BerkasLaporan]
    tanda_terima: list[TandaTerimaTampil]
    hari_terlambat: int


def putaran_tampil(laporan: LaporanMitra, pengguna: Pengguna) -> list[PutaranTampil]:
    """Every round, last first, in a constant number of queries."""
    tanda_terima = TandaTerima.objects.select_related("perangkat_daerah", "dibaca_oleh")
    semua = laporan.riwayat.select_related("disampaikan_oleh", "ditinjau_oleh").prefetch_related(
        Prefetch("tanda_terima", tanda_terima)
    )
    berkas = list(laporan.berkas.filter(putaran__gt=0).select_related("berkas"))
    milik = tanda_terima_saya(pengguna).filter(putaran__laporan=laporan, dibaca_pada=None)
    menunggu = set(milik.values_list("pk", flat=True))
    return [
        PutaranTampil(
            putaran=p,
            susunan=susunan(baca(p.isi["formulir"]["definisi"]), p.isi["isi"]),
            berkas=[b for b in berkas if b.putaran == p.ke],
            tanda_terima=[TandaTerimaTampil(t, t.pk in menunggu) for t in p.tanda_terima.all()],
            hari_terlambat=hari_terlambat(p.batas, timezone.localtime(p.disampaikan_pada).date()),
        )
        for p in semua.order_by("-ke")
    ]


def batas_perbaikan_bawaan(kewajiban: KewajibanLaporan, hari_ini: date) -> date:
    """The deadline that a returned report gets unless the reviewer says another."""
    return batas_perbaikan(
        None,
        hari_ini=hari_ini,
        tenggang=kebijakan_pada(hari_ini)[1].tenggang_laporan,
        batas=kewajiban.batas,
        jatuh_tempo=kewajiban.jatuh_tempo,
    )
