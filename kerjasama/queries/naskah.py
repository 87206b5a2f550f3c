"""A naskah with what stands around it: its rows, its family, its people."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Exists, OuterRef, Prefetch, Q
from django.utils import timezone

from inti.enums import Peran
from inti.formats import rangkai
from inti.models import JejakAudit, Pengguna
from inti.queries.hitung import Hitung
from inti.queries.tetap import HARI_INI, PEMBACA, Tetap
from inti.roles import Kemampuan, mampu
from kerjasama.domain.batas import sambungan
from kerjasama.enums import JenisNaskah, StatusNaskah, Tanda
from kerjasama.models import (
    Addendum,
    Butir,
    DokumenNaskah,
    Keanggotaan,
    LampiranBertanggal,
    Narahubung,
    Naskah,
    NaskahPerangkatDaerah,
    ParaPihak,
    PembayaranSetoran,
    PernyataanPemenuhan,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from django.db.models import Expression, QuerySet

    from kerjasama.models.naskah import NaskahQuerySet

    Isi = dict[str, list[Any]]

# What a person gives of a unit of the naskah.
KETERLIBATAN = ("perangkat_daerah", "peran", "penanda_tangan", "jabatan")
KELUARGA_TERBANYAK = 100
MITRA_DISEBUT = 2
# Up to so many naskah of their own, a reader begins from these (docs/decisions/0010).
SEDIKIT = 10_000
# So far are the naskah of a reader with more of them counted.
BATAS_HITUNG_MILIK = 100
# What the trail of a naskah holds of people when nobody has touched it since its entry.
# One that was replaced is held by what replaced it.
JEJAK_PENCATATAN = ("naskah.catat", "naskah.berlakukan", "naskah.gantikan")
JEJAK_RINCIAN = ("butir.catat", "butir.ubah")


@dataclass(frozen=True)
class Keluarga:
    """What a person may see of the naskah above, below, before and after."""

    induk: Naskah | None
    menggantikan: Naskah | None
    turunan: list[Naskah]
    pengganti: list[Naskah]
    sambungan: list[str]

    def __bool__(self) -> bool:
        return bool(self.induk or self.menggantikan or self.turunan or self.pengganti)


@dataclass(frozen=True)
class Pandangan:
    """What `terlihat_oleh` shows a reader, for a list read in the order of an index.

    `batas_hitung` is how far its rows may be counted, where that is not as far as everywhere.
    `sedikit`: the reader begins from few rows, in whatever order.
    """

    naskah: NaskahQuerySet
    batas_hitung: int | None = None
    sedikit: bool = False


def pandangan(pengguna: Pengguna) -> Pandangan:
    """Who sees few begins from their own. Who sees many has each row on the way asked.

    That costs as much as lies before the end of the page or of the count, however many they have;
    as it walks past the naskah of all others, the count ends earlier.
    """
    if mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_NASKAH):
        return Pandangan(Naskah.objects.terlihat_oleh(pengguna))
    semua = KEANGGOTAAN.baris(pembaca=pengguna.pk, hari_ini=timezone.localdate())
    unit = [unit for unit, *_ in semua if unit]
    mitra = [mitra for _, mitra, *_ in semua if mitra]
    if sum(n for satu in semua for n in satu[2:]) <= SEDIKIT:
        return Pandangan(Naskah.objects.dari(pengguna, unit=unit, mitra=mitra), sedikit=True)
    return Pandangan(Naskah.objects.milik(pengguna, unit=unit, mitra=mitra), BATAS_HITUNG_MILIK)


def _keanggotaan() -> QuerySet[Any, Any]:
    """Of which unit or mitra a person is, and how many naskah each has, counted a bit too far."""
    dari_unit = NaskahPerangkatDaerah.objects.filter(perangkat_daerah=OuterRef("perangkat_daerah"))
    dari_mitra = ParaPihak.objects.filter(mitra=OuterRef("mitra"))
    banyak = [
        Hitung(satu.order_by().values("pk")[: SEDIKIT + 1]) for satu in (dari_unit, dari_mitra)
    ]
    anggota = Keanggotaan.objects.berlaku_pada(HARI_INI)
    milik = anggota.filter(pengguna=PEMBACA).order_by()
    return milik.values_list("perangkat_daerah", "mitra", *banyak)


KEANGGOTAAN = Tetap(_keanggotaan)


def lengkapi_daftar(naskah: list[Naskah]) -> None:
    """Give each row the names of its parties of today, by one query, and its choices in words.

    Django's own `get_…_display` puts all choices into order for every row.
    """
    pihak: dict[int, list[tuple[str, int]]] = {satu.pk: [] for satu in naskah}
    semua = ParaPihak.objects.aktif().filter(naskah__in=pihak).order_by()
    for pk, nama_mitra, mitra in semua.values_list("naskah", "mitra__nama", "mitra"):
        pihak[pk].append((nama_mitra, mitra))
    for baris in naskah:
        satu: Any = baris
        nama = [nama for nama, _ in sorted(pihak[baris.pk])]
        satu.kunci = str(baris.pk)  # a page puts a number into its language first
        satu.nama_mitra, satu.mitra_lain = nama[:MITRA_DISEBUT], len(nama[MITRA_DISEBUT:])
        satu.sebutan_jenis = JenisNaskah(baris.jenis).label
        satu.sebutan_status = StatusNaskah(baris.status).label
        satu.sebutan_tanda = Tanda(baris.tanda).label if baris.tanda else ""


def untuk_rincian(naskah: NaskahQuerySet) -> NaskahQuerySet:
    """With everything the page of one naskah shows, in a constant number of queries."""
    return naskah.select_related("urusan").prefetch_related(
        Prefetch("pihak", ParaPihak.objects.select_related("mitra")),
        Prefetch("keterlibatan", NaskahPerangkatDaerah.objects.select_related("perangkat_daerah")),
        Prefetch("butir", Butir.objects.select_related("mitra")),
        Prefetch("dokumen", DokumenNaskah.objects.select_related("berkas__diunggah_oleh")),
    )


def keluarga(naskah: Naskah, pengguna: Pengguna) -> Keluarga:
    """In one query; what the person may not see is left out."""
    dekat = Q(pk__in=[naskah.induk_id, naskah.menggantikan_id])
    kerabat = Naskah.objects.terlihat_oleh(pengguna).filter(
        dekat | Q(induk=naskah) | Q(menggantikan=naskah)
    )
    semua = list(kerabat.order_by("-tanggal_ttd", "-pk")[:KELUARGA_TERBANYAK])
    lama = next((n for n in semua if n.pk == naskah.menggantikan_id), None)
    pengganti = [n for n in semua if n.menggantikan_id == naskah.pk]
    pasangan = [(lama, naskah)] if lama else []
    return Keluarga(
        induk=next((n for n in semua if n.pk == naskah.induk_id), None),
        menggantikan=lama,
        turunan=[n for n in semua if n.induk_id == naskah.pk],
        pengganti=pengganti,
        sambungan=_sambungan([*pasangan, *((naskah, n) for n in pengganti)]),
    )


def _sambungan(pasangan: Iterable[tuple[Naskah, Naskah]]) -> list[str]:
    kalimat = (kata_sambungan(lama, baru) for lama, baru in pasangan)
    return [k for k in kalimat if k]


def kata_sambungan(lama: Naskah, baru: Naskah) -> str:
    """How a naskah follows the one it replaces, where that is worth a sentence."""
    digantikan = lama.status == StatusNaskah.DIGANTIKAN
    selesai = lama.status in {StatusNaskah.BERAKHIR, StatusNaskah.DIPUTUS}
    return sambungan(
        str(lama),
        akhir_lama=lama.hari_terakhir if selesai else lama.tanggal_berakhir,
        ttd_baru=baru.tanggal_ttd,
        diakhiri=lama.tanggal_diakhiri if digantikan else None,
    )


def petugas(pada: date | Expression | None = None) -> QuerySet[Pengguna]:
    """The staff and the team of the day, or of today: who can look after a naskah."""
    orang: QuerySet[Pengguna] = Pengguna.objects.berperan(
        Peran.STAF, Peran.TIM, pada=pada or timezone.localdate()
    )
    return orang.order_by("nama")


def isi_baris(naskah: Naskah) -> Isi:
    """The rows of a naskah as plain values, as the form and the trail take them.

    Parties that left by an addendum are none that a correction may touch.
    """
    return {
        "pihak": list(naskah.pihak.aktif().values("mitra", "nomor", "penanda_tangan", "jabatan")),
        "perangkat_daerah": list(naskah.keterlibatan.values(*KETERLIBATAN)),
        "butir": list(
            naskah.butir.values("pk", "jenis", "pihak", "mitra", "uraian", "target", "tenggat")
        ),
    }


def sidik_naskah(naskah: Naskah, isi: Isi) -> str:
    """Differs when anyone changed the naskah or its rows since."""
    kolom = {f.attname: f.value_from_object(naskah) for f in naskah._meta.concrete_fields}
    tetap = {n: v for n, v in kolom.items() if n not in {"status", "versi_fakta"}}
    teks = json.dumps([tetap, isi], cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(teks.encode()).hexdigest()[:32]


def dikerjakan(naskah: Naskah) -> str:
    """What somebody did to it since its entry, to end a sentence about it; nothing if nobody."""
    return yang_dikerjakan([naskah.pk]).get(naskah.pk, "")


def yang_dikerjakan(kunci: Iterable[int]) -> dict[int, str]:
    """The same of many, in one query; only those to which somebody did something."""
    ini = OuterRef("pk")
    butir = Butir.objects.filter(naskah=OuterRef(ini)).order_by().values("pk")
    tentang = JejakAudit.objects.filter(objek_jenis=Butir._meta.label_lower, aksi__in=JEJAK_RINCIAN)
    # What hangs on an item hangs on the naskah, although deleting would take it along.
    ada = {
        "addendum": Addendum.objects.filter(naskah=ini),
        "butir yang dirinci": tentang.filter(objek_id__in=butir),
        "pernyataan pemenuhan": PernyataanPemenuhan.objects.filter(butir__naskah=ini),
        "pembayaran setoran": PembayaranSetoran.objects.filter(setoran__butir__naskah=ini),
        "narahubung": Narahubung.objects.filter(pihak__naskah=ini),
        "dokumen": DokumenNaskah.objects.filter(naskah=ini),
        "lampiran": LampiranBertanggal.objects.filter(naskah=ini),
    }
    kolom = {f"ada{i}": Exists(q.order_by()) for i, q in enumerate(ada.values())}
    jejak = JejakAudit.objects.filter(objek_jenis=Naskah._meta.label_lower, objek_id=ini)
    diubah = Exists(jejak.exclude(pelaku=None).exclude(aksi__in=JEJAK_PENCATATAN))
    semua = Naskah.objects.filter(pk__in=list(kunci)).annotate(diubah=diubah, **kolom)
    hasil = {}
    for pk, berubah, *menggantung in semua.order_by().values_list("pk", "diubah", *kolom):
        if benda := [nama for nama, terisi in zip(ada, menggantung, strict=True) if terisi]:
            hasil[pk] = f"sudah memiliki {rangkai(benda)}"
        elif berubah:
            hasil[pk] = "sudah diubah atau dilengkapi sejak dicatat"
    return hasil


def pengganti_berlaku(naskah: Naskah) -> Naskah | None:
    """A naskah that came into force in place of this one."""
    pengganti = naskah.pengganti.exclude(status=StatusNaskah.DRAF)
    return pengganti.order_by("tanggal_ttd", "pk").first()


def orang_naskah(naskah: Naskah) -> QuerySet[Pengguna]:
    """The people of its mitra and of its Perangkat Daerah today."""
    anggota = Keanggotaan.objects.aktif().filter(
        Q(mitra__in=naskah.pihak.aktif().values("mitra"))
        | Q(perangkat_daerah__in=naskah.keterlibatan.values("perangkat_daerah"))
    )
    orang: QuerySet[Pengguna] = Pengguna.objects.filter(pk__in=anggota.values("pengguna"))
    return orang
