"""What stands in the calendar: each kind as rows of the same shape, so that one query reads all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import (
    CharField,
    Count,
    DateField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    TextField,
    TimeField,
    Value,
)
from django.db.models.fields.json import KeyTextTransform, KeyTransform
from django.db.models.functions import Cast, Coalesce

from inti.models import JejakAudit
from inti.roles import Kemampuan, mampu
from kerjasama.models import LampiranBertanggal, Naskah, Setoran
from pelaporan.enums import JenisKalender, StatusLaporanMitra
from pelaporan.models import KewajibanLaporan
from pengawasan.enums import StatusKegiatan, StatusSuratTeguran, StatusTeguran
from pengawasan.models import (
    Jadwal,
    Kebijakan,
    Kegiatan,
    PenundaanJadwal,
    Rapat,
    SuratTeguran,
    TindakLanjut,
)

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet
    from django.db.models.expressions import Combinable

    from inti.models import Pengguna

J = JenisKalender
MELIHAT_PENGAWASAN = frozenset({J.JADWAL, J.RENCANA, J.TINDAK_LANJUT})
# A change of the plan as the file of one kegiatan counts it, so that both say the same.
MENGUBAH_KEGIATAN = ("kegiatan.ubah", "kegiatan.batalkan")
NOL = Value(0, IntegerField())
KOSONG = Value("", TextField())
TANPA_JAM = Cast(Value(None), TimeField())
TANPA_KUNCI = Cast(Value(None), IntegerField())


@dataclass(frozen=True)
class Sumber:
    """Rows of one kind within two days, and where each finds what the calendar says of it."""

    baris: Callable[[Pengguna, date, date], QuerySet[Any]]
    tanggal: str | Combinable
    # What it is about, and its turn.
    pokok: Combinable = KOSONG
    ke: str | Combinable = NOL
    naskah: str = "naskah__"
    dasar: Combinable = KOSONG
    jam: str | Combinable = TANPA_JAM
    tempat: Combinable = KOSONG
    # Counters that never fall, and rise with every change of the day.
    revisi: Combinable = NOL


def yang_boleh(pengguna: Pengguna) -> list[JenisKalender]:
    """The kinds that this person's roles show."""
    peran = pengguna.peran
    if not mampu(peran, Kemampuan.LIHAT_KALENDER):
        return []
    if mampu(peran, Kemampuan.LIHAT_PENGAWASAN):
        return list(J)
    return [j for j in J if j not in MELIHAT_PENGAWASAN]


def _jejak(model: type[Model], kunci: str = "pk", aksi: tuple[str, ...] = ()) -> Combinable:
    """How many lines of the audit trail are about the row."""
    baris = JejakAudit.objects.filter(
        objek_jenis=model._meta.label_lower, objek_id=OuterRef(kunci)
    ).order_by()
    baris = baris.filter(aksi__in=aksi) if aksi else baris
    jumlah = baris.values("objek_jenis").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(jumlah, IntegerField()), NOL)


def _kebijakan(rencana: str) -> Combinable:
    """How many versions of the policy the plan has come to know."""
    terbit = Kebijakan.objects.terbit().filter(
        berlaku_mulai__lte=OuterRef(f"{rencana}__kebijakan__berlaku_mulai")
    )
    jumlah = terbit.order_by().values("status").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(jumlah, IntegerField()), NOL)


def _rencana(rencana: str) -> Combinable:
    """The facts and the policy from which the plan was made last."""
    return Coalesce(Cast(f"{rencana}__versi_fakta", IntegerField()), NOL) + _kebijakan(rencana)


def _putusan_tunda() -> Combinable:
    diputus = PenundaanJadwal.objects.filter(jadwal=OuterRef("pk"), diputuskan_pada__isnull=False)
    jumlah = diputus.order_by().values("jadwal").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(jumlah, IntegerField()), NOL)


def _jadwal(pengguna: Pengguna, awal: date, akhir: date) -> QuerySet[Any]:
    return Jadwal.objects.terlihat_oleh(pengguna).terbuka().jatuh_antara(awal, akhir)


def _rencana_terbuka(pengguna: Pengguna, awal: date, akhir: date) -> QuerySet[Any]:
    """A day is planned, but no kegiatan stands for it yet."""
    hidup = Kegiatan.objects.filter(jadwal=OuterRef("pk")).exclude(status=StatusKegiatan.DIBATALKAN)
    terbuka = Jadwal.objects.terlihat_oleh(pengguna).terbuka()
    return terbuka.filter(~Exists(hidup), tanggal_rencana__range=(awal, akhir))


def _kegiatan(pengguna: Pengguna, awal: date, akhir: date) -> QuerySet[Any]:
    hidup = Kegiatan.objects.terlihat_oleh(pengguna).exclude(status=StatusKegiatan.DIBATALKAN)
    return hidup.filter(tanggal_rencana__range=(awal, akhir))


def _rapat(pengguna: Pengguna, awal: date, akhir: date) -> QuerySet[Any]:
    hidup = Rapat.objects.terlihat_oleh(pengguna).filter(dibatalkan_pada=None)
    return hidup.filter(tanggal__range=(awal, akhir))


def _laporan(pengguna: Pengguna, awal: date, akhir: date) -> QuerySet[Any]:
    """By the day until which it can be mended where it was returned."""
    kembali = Q(
        laporan__status=StatusLaporanMitra.DIKEMBALIKAN, laporan__batas_perbaikan__isnull=False
    )
    biasa = ~kembali & Q(batas__range=(awal, akhir))
    perbaikan = kembali & Q(laporan__batas_perbaikan__range=(awal, akhir))
    terbuka = KewajibanLaporan.objects.terlihat_oleh(pengguna).terbuka()
    return terbuka.exclude(laporan__status=StatusLaporanMitra.DISAMPAIKAN).filter(biasa | perbaikan)


def _tindak_lanjut(pengguna: Pengguna, awal: date, akhir: date) -> QuerySet[Any]:
    terbuka = TindakLanjut.objects.terlihat_oleh(pengguna).terbuka()
    return terbuka.filter(tenggat__range=(awal, akhir))


def _setoran(pengguna: Pengguna, awal: date, akhir: date) -> QuerySet[Any]:
    belum = Setoran.objects.terlihat_oleh(pengguna).belum_lunas()
    return belum.filter(jatuh_tempo__range=(awal, akhir))


def _teguran(pengguna: Pengguna, awal: date, akhir: date) -> QuerySet[Any]:
    terbit = SuratTeguran.objects.terlihat_oleh(pengguna).filter(
        kini=True,
        status__in=(StatusSuratTeguran.TERBIT, StatusSuratTeguran.TIDAK_CUKUP),
        teguran__status=StatusTeguran.TERBUKA,
    )
    return terbit.filter(batas_jawaban__range=(awal, akhir))


def _naskah(pengguna: Pengguna, awal: date, akhir: date) -> QuerySet[Any]:
    berlaku = Naskah.objects.terlihat_oleh(pengguna).dinyatakan_berlaku()
    return berlaku.filter(tanggal_berakhir__range=(awal, akhir))


def _lampiran(pengguna: Pengguna, awal: date, akhir: date) -> QuerySet[Any]:
    perlu = LampiranBertanggal.objects.terlihat_oleh(pengguna).diperlukan()
    return perlu.filter(berlaku_sampai__range=(awal, akhir))


def _kalimat(dasar: str) -> Combinable:
    """The first sentence of why it is due, also across a relation, where KT does not go."""
    return KeyTextTransform("0", KeyTransform("kalimat", dasar))


KALIMAT = Coalesce(_kalimat("dasar"), KOSONG, output_field=TextField())
BATAS_LAPORAN = Coalesce("laporan__batas_perbaikan", "batas", output_field=DateField())
SUMBER: dict[JenisKalender, Sumber] = {
    J.JADWAL: Sumber(
        _jadwal,
        Coalesce("ditunda_sampai", "jatuh_tempo"),
        pokok=F("jenis"),
        ke="ke",
        dasar=KALIMAT,
        revisi=_rencana("naskah__perencanaan") + _putusan_tunda() + _jejak(Jadwal),
    ),
    J.RENCANA: Sumber(
        _rencana_terbuka,
        "tanggal_rencana",
        pokok=F("jenis"),
        ke="ke",
        dasar=KALIMAT,
        revisi=_rencana("naskah__perencanaan") + _jejak(Jadwal),
    ),
    J.KEGIATAN: Sumber(
        _kegiatan,
        "tanggal_rencana",
        pokok=F("jenis"),
        dasar=Coalesce(_kalimat("jadwal__dasar"), "alasan", output_field=TextField()),
        jam="waktu_rencana",
        tempat=F("tempat"),
        revisi=_jejak(Kegiatan, aksi=MENGUBAH_KEGIATAN),
    ),
    J.RAPAT: Sumber(
        _rapat,
        "tanggal",
        naskah="",
        jam="mulai",
        tempat=F("tempat"),
        revisi=Cast("urutan_kalender", IntegerField()),
    ),
    J.LAPORAN: Sumber(
        _laporan,
        BATAS_LAPORAN,
        ke="ke",
        dasar=KALIMAT,
        revisi=_rencana("naskah__perencanaan_laporan")
        + Coalesce(Cast("laporan__putaran", IntegerField()), NOL) * 2
        + _jejak(KewajibanLaporan),
    ),
    J.TINDAK_LANJUT: Sumber(
        _tindak_lanjut,
        "tenggat",
        pokok=F("jenis"),
        dasar=F("dasar_tenggat"),
        revisi=_jejak(TindakLanjut),
    ),
    J.SETORAN: Sumber(
        _setoran,
        "jatuh_tempo",
        pokok=F("butir__sifat_uang"),
        ke="ke",
        naskah="butir__naskah__",
        revisi=Cast("butir__naskah__versi_fakta", IntegerField())
        + _jejak(Setoran)
        + _jejak(Setoran.butir.field.related_model, "butir"),
    ),
    J.TEGURAN: Sumber(
        _teguran,
        "batas_jawaban",
        ke="tingkat",
        naskah="teguran__naskah__",
        revisi=_jejak(SuratTeguran.teguran.field.related_model, "teguran"),
    ),
    J.NASKAH: Sumber(
        _naskah, "tanggal_berakhir", naskah="self", revisi=Cast("versi_fakta", IntegerField())
    ),
    J.LAMPIRAN: Sumber(
        _lampiran, "berlaku_sampai", pokok=F("jenis"), revisi=_jejak(LampiranBertanggal)
    ),
}
KOLOM = (
    "k_jenis",
    "k_pk",
    "k_tanggal",
    "k_pokok",
    "k_ke",
    "k_naskah",
    "k_nomor",
    "k_judul",
    "k_dasar",
    "k_jam",
    "k_tempat",
    "k_induk",
    "k_revisi",
)


def baris_seragam(
    jenis: JenisKalender, baris: QuerySet[Any], *, revisi: bool
) -> QuerySet[Any, tuple[Any, ...]]:
    """The rows of one kind in the columns that all kinds share."""
    sumber = SUMBER[jenis]
    awalan = "" if sumber.naskah == "self" else sumber.naskah
    bernaskah = bool(sumber.naskah)
    induk = {J.TEGURAN: "teguran_id", J.LAPORAN: "laporan__pk"}.get(jenis)
    nilai: dict[str, Combinable] = {
        "k_jenis": Value(jenis.value, CharField()),
        "k_pk": F("pk"),
        "k_tanggal": _kolom(sumber.tanggal),
        "k_pokok": Cast(sumber.pokok, TextField()),
        "k_ke": Cast(sumber.ke, IntegerField()),
        "k_naskah": F(f"{awalan}pk") if bernaskah else TANPA_KUNCI,
        "k_nomor": Cast(f"{awalan}nomor", TextField()) if bernaskah else KOSONG,
        "k_judul": Cast(f"{awalan}judul", TextField()) if bernaskah else KOSONG,
        "k_dasar": Cast(sumber.dasar, TextField()),
        "k_jam": _kolom(sumber.jam),
        "k_tempat": Cast(sumber.tempat, TextField()),
        "k_induk": F(induk) if induk else TANPA_KUNCI,
        "k_revisi": sumber.revisi if revisi else NOL,
    }
    seragam: QuerySet[Any, tuple[Any, ...]] = baris.order_by().annotate(**nilai).values_list(*KOLOM)
    return seragam


def _kolom(nama: str | Combinable) -> Combinable:
    return F(nama) if isinstance(nama, str) else nama
