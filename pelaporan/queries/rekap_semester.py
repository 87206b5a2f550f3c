"""The semester report of a Perangkat Daerah: nine items per naskah, out of what was recorded."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import CharField, F, Prefetch, TextField, Value
from django.db.models.functions import Cast, Concat

from inti import lembar
from inti.formats import tanggal_indonesia
from inti.models import Pemerintah
from kerjasama.models import Naskah, ParaPihak
from pelaporan.queries.rekap_angka import dalam_masa
from pelaporan.queries.rekap_sumber import NASKAH
from pengawasan.enums import StatusBeritaAcara, StatusKegiatan
from pengawasan.models import BarisMatrik, HasilAnalisa, Pengendalian, SuratTeguran, Temuan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.db.models import QuerySet

    from inti.models import Pengguna
    from kerjasama.models import PerangkatDaerah
    from pelaporan.domain.masa_rekap import Masa

RESMI = (StatusKegiatan.DILAPORKAN, StatusKegiatan.DIPUTUSKAN)
KOSONG = Value("", output_field=TextField())


@dataclass
class Catatan:
    """What was recorded of one naskah in the period, oldest first."""

    permasalahan: list[str] = field(default_factory=list)
    upaya: list[str] = field(default_factory=list)
    lain: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class ButirSemester:
    """The nine items of one naskah."""

    naskah: Naskah
    judul: str
    bentuk: str
    para_pihak: list[str]
    maksud_tujuan: str
    objek: str
    jangka_waktu: str
    catatan: Catatan


def naskah_semester(
    pengguna: Pengguna | None, unit: PerangkatDaerah, masa: Masa
) -> QuerySet[Naskah]:
    """The naskah of the unit that were in force on some day of the period."""
    terlihat = NASKAH.dasar(pengguna).filter(dalam_masa(masa, masa.akhir), perangkat_daerah=unit)
    pihak = ParaPihak.objects.select_related("mitra").order_by("pk")
    return terlihat.prefetch_related(Prefetch("pihak", pihak)).order_by("tanggal_ttd", "pk")


def butir_semester(naskah: Sequence[Naskah], masa: Masa) -> list[ButirSemester]:
    """The nine items of each, in one statement more."""
    catatan = _catatan([n.pk for n in naskah], masa)
    pemerintah = Pemerintah.objects.saat_ini().nama
    return [_butir(n, catatan[n.pk], pemerintah) for n in naskah]


def _butir(n: Naskah, catatan: Catatan, pemerintah: str) -> ButirSemester:
    sebutan = n.sebutan or n.get_jenis_display()
    return ButirSemester(
        naskah=n,
        judul=n.judul,
        bentuk=f"{sebutan} nomor {n.nomor}" if n.nomor else sebutan,
        para_pihak=[pemerintah, *(p.mitra.nama for p in n.pihak.all() if p.diakhiri_pada is None)],
        maksud_tujuan=n.maksud_tujuan,
        objek=n.objek,
        jangka_waktu=_jangka_waktu(n),
        catatan=catatan,
    )


def _jangka_waktu(n: Naskah) -> str:
    if n.tanggal_ttd and n.hari_terakhir:
        return f"{tanggal_indonesia(n.tanggal_ttd)} s.d. {tanggal_indonesia(n.hari_terakhir)}"
    sejak = f"sejak {tanggal_indonesia(n.tanggal_ttd)}" if n.tanggal_ttd else ""
    return ", ".join(filter(None, [sejak, n.jangka_waktu]))


# --- What was recorded ----------------------------------------------------------------------


def _catatan(naskah: Sequence[int], masa: Masa) -> dict[int, Catatan]:
    """By naskah; five kinds of rows in one statement."""
    hasil: dict[int, Catatan] = defaultdict(Catatan)
    satu, *lain = _asal(naskah, masa)
    for pk, tanggal, masalah, upaya, lagi, hal_lain in satu.union(*lain, all=True).order_by("hari"):
        catatan, pada = hasil[pk], f" ({tanggal_indonesia(tanggal)})"
        _tambah(catatan.permasalahan, masalah, pada)
        for kata in (upaya, lagi):
            _tambah(catatan.upaya, kata, pada)
        _tambah(catatan.lain, hal_lain, pada)
    return hasil


def _tambah(ke: list[str], kata: str, pada: str) -> None:
    """Once, with the day on which it was recorded; what was proposed again stands there already."""
    if kata.strip() and not any(satu.startswith(kata) for satu in ke):
        ke.append(f"{kata.strip()}{pada}")


def _asal(naskah: Sequence[int], masa: Masa) -> list[QuerySet[Any, Any]]:
    rentang = (masa.awal, masa.akhir)
    matrik = BarisMatrik.objects.filter(
        matrik__kegiatan__naskah__in=naskah,
        matrik__kegiatan__status__in=RESMI,
        matrik__kegiatan__tanggal_pelaksanaan__range=rentang,
    )
    analisa = HasilAnalisa.objects.filter(
        kegiatan__naskah__in=naskah,
        kegiatan__status__in=RESMI,
        kegiatan__tanggal_pelaksanaan__range=rentang,
    )
    temuan = Temuan.objects.filter(
        berita_acara__kegiatan__naskah__in=naskah,
        berita_acara__status=StatusBeritaAcara.DIVERIFIKASI,
        berita_acara__tanggal_kejadian__range=rentang,
    )
    kendali = Pengendalian.objects.filter(naskah__in=naskah, tanggal__range=rentang)
    teguran = SuratTeguran.objects.terbit().filter(
        teguran__naskah__in=naskah, tanggal__range=rentang
    )
    surat = Concat(
        Value("Surat peringatan ke-"), Cast("tingkat", CharField()), Value(" kepada "),
        "teguran__mitra__nama", output_field=TextField(),
    )  # fmt: skip
    pelaksanaan = "matrik__kegiatan__tanggal_pelaksanaan"
    return [
        _bentuk(matrik, "matrik__kegiatan__naskah", pelaksanaan, "permasalahan", "solusi",
                "tindak_lanjut", "keterangan"),
        _bentuk(analisa, "kegiatan__naskah", "kegiatan__tanggal_pelaksanaan", "permasalahan",
                lain="kesimpulan"),
        _bentuk(temuan, "berita_acara__kegiatan__naskah", "berita_acara__tanggal_kejadian",
                lain="uraian"),
        _bentuk(kendali, "naskah", "tanggal", "temuan", "tindakan"),
        _bentuk(teguran.annotate(kata=surat), "teguran__naskah", "tanggal",
                "teguran__uraian_dasar", "kata"),
    ]  # fmt: skip


def _bentuk(
    baris: QuerySet[Any],
    naskah: str,
    tanggal: str,
    masalah: str = "",
    upaya: str = "",
    lagi: str = "",
    lain: str = "",
) -> QuerySet[Any, Any]:
    """Rows of one shape: naskah, day, problem, two efforts, other."""
    kolom = {"masalah": masalah, "upaya_satu": upaya, "upaya_dua": lagi, "hal": lain}
    nilai = {nama: F(asal) if asal else KOSONG for nama, asal in kolom.items()}
    berbentuk: QuerySet[Any, Any] = baris.order_by().annotate(
        untuk=F(naskah), hari=F(tanggal), **nilai
    )
    return berbentuk.values_list("untuk", "hari", *kolom)


# --- As a file ------------------------------------------------------------------------------


def _rangkai(kata: Iterable[str]) -> str:
    return "\n".join(kata)


SEMBILAN = (
    lembar.Kolom("Judul", lambda b: b.judul),
    lembar.Kolom("Bentuk naskah", lambda b: b.bentuk),
    lembar.Kolom("Para pihak", lambda b: _rangkai(b.para_pihak)),
    lembar.Kolom("Maksud dan tujuan", lambda b: b.maksud_tujuan),
    lembar.Kolom("Objek", lambda b: b.objek),
    lembar.Kolom("Jangka waktu", lambda b: b.jangka_waktu),
    lembar.Kolom("Permasalahan", lambda b: _rangkai(b.catatan.permasalahan)),
    lembar.Kolom("Upaya penyelesaian", lambda b: _rangkai(b.catatan.upaya)),
    lembar.Kolom("Hal lain", lambda b: _rangkai(b.catatan.lain)),
)
