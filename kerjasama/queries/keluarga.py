"""The whole family of a naskah: every generation, what replaced what, every addendum."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from django.db.models.expressions import RawSQL

from kerjasama.domain.addendum import nilai_versi
from kerjasama.domain.garis_waktu import GarisWaktu, garis_waktu
from kerjasama.domain.keluarga import beda_mitra, peringatan_induk
from kerjasama.enums import StatusAddendum, StatusNaskah
from kerjasama.models import Addendum, Naskah
from kerjasama.models.pihak import pihak_dengan_mitra
from kerjasama.queries.naskah import kata_sambungan

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from inti.models import Pengguna

TERBANYAK = 200
# From each naskah to those above, below, before and after it. Walked by level, so that what the
# limit leaves out is the most distant; UNION drops what was met before, so circles end.
KERABAT = """
WITH RECURSIVE keluarga(id) AS (
    SELECT CAST(%s AS bigint)
    UNION
    SELECT n.id
    FROM keluarga k
    JOIN kerjasama_naskah ini ON ini.id = k.id
    JOIN kerjasama_naskah n ON (
        n.induk_id = k.id OR n.menggantikan_id = k.id
        OR n.id = ini.induk_id OR n.id = ini.menggantikan_id
    )
    {terlihat}
)
SELECT id FROM keluarga LIMIT %s
"""


@dataclass(frozen=True)
class Batang:
    """The days in force on the line of the family; `tanda` are its addenda."""

    awal: int
    lebar: int
    tanda: list[int]


@dataclass(frozen=True)
class AnggotaKeluarga:
    """One naskah of the family; `tingkat` is how many stand above it."""

    naskah: Naskah
    tingkat: int
    addendum: list[Addendum]
    batang: Batang | None
    menggantikan: Naskah | None
    pengganti: list[Naskah]
    catatan: list[str]


@dataclass(frozen=True)
class Peristiwa:
    """Something that happened in the family on a day."""

    tanggal: date
    kalimat: str
    naskah: Naskah
    judul: str
    addendum: Addendum | None = None
    mendatang: bool = False


@dataclass(frozen=True)
class Keluarga:
    """What the person may see of it, eldest first, and what happened in order."""

    anggota: list[AnggotaKeluarga]
    peristiwa: list[Peristiwa]
    garis: GarisWaktu
    hari_ini: int
    terpotong: bool


@dataclass
class _Silsilah:
    """The naskah of a family by key, with those under each."""

    semua: dict[int, Naskah]
    anak: dict[int | None, list[Naskah]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for satu in sorted(self.semua.values(), key=_urutan):
            atas = satu.induk_id if satu.induk_id in self.semua else None
            self.anak.setdefault(atas, []).append(satu)

    def berurut(self) -> list[tuple[Naskah, int]]:
        """Each after the one it stands under, with its level."""
        hasil, antre = [], [(satu, 0) for satu in reversed(self.anak.get(None, []))]
        while antre:
            satu, tingkat = antre.pop()
            hasil.append((satu, tingkat))
            antre += [(bawah, tingkat + 1) for bawah in reversed(self.anak.get(satu.pk, []))]
        return hasil


def keluarga_lengkap(naskah: Naskah, pengguna: Pengguna, *, per: date) -> Keluarga:
    """In as many queries for a hundred naskah as for one.

    The walk passes only through what the person may see: nothing is learnt of the rest, not even
    that it ties two others together.
    """
    terlihat = Naskah.objects.terlihat_oleh(pengguna)
    # Bound parameters throughout; the rest of the text is our own.
    dekat = RawSQL(*_kerabat(naskah, terlihat.values("pk")))  # noqa: S611 - see above
    semua = {
        satu.pk: satu
        for satu in terlihat.filter(pk__in=dekat).prefetch_related(
            pihak_dengan_mitra(), Prefetch("addendum", Addendum.objects.order_by("ke", "pk"))
        )
    }
    berurut = _Silsilah(semua).berurut()
    garis = garis_waktu(_hari(semua.values()), per=per)
    return Keluarga(
        anggota=[_anggota(satu, tingkat, semua, garis, per=per) for satu, tingkat in berurut],
        peristiwa=_peristiwa(semua.values(), per=per),
        garis=garis,
        hari_ini=garis.titik(per),
        terpotong=len(semua) >= TERBANYAK,
    )


def _kerabat(naskah: Naskah, terlihat: Any) -> tuple[str, tuple[Any, ...]]:
    """The walk as SQL with its parameters."""
    sql, params = "", ()
    if terlihat.query.has_filters():
        isi, params = terlihat.query.sql_with_params()
        sql = f"WHERE n.id IN ({isi})"
    return KERABAT.format(terlihat=sql), (naskah.pk, *params, TERBANYAK)


def _urutan(naskah: Naskah) -> tuple[date, int]:
    return naskah.tanggal_ttd or date.max, naskah.pk


def _hari(semua: Iterable[Naskah]) -> list[date]:
    hari = [t for n in semua for t in (n.tanggal_ttd, n.hari_terakhir)]
    return [t for t in hari if t]


def _anggota(
    naskah: Naskah, tingkat: int, semua: dict[int, Naskah], garis: GarisWaktu, *, per: date
) -> AnggotaKeluarga:
    addendum = list(naskah.addendum.all())
    batang = None
    if naskah.tanggal_ttd:
        akhir = naskah.hari_terakhir or max(per, naskah.tanggal_ttd)
        tanda = [garis.titik(a.tanggal_ttd) for a in addendum if _berlaku(a)]
        lebar = garis.lebar(naskah.tanggal_ttd, akhir)
        batang = Batang(garis.titik(naskah.tanggal_ttd), lebar, tanda)
    lama = semua.get(naskah.menggantikan_id or 0)
    pengganti = [n for n in semua.values() if n.menggantikan_id == naskah.pk]
    return AnggotaKeluarga(
        naskah, tingkat, addendum, batang, lama, pengganti, _catatan(naskah, semua)
    )


def _catatan(naskah: Naskah, semua: dict[int, Naskah]) -> list[str]:
    """Gap or overlap with what it replaces, and what is unusual under what it stands."""
    hasil = []
    if lama := semua.get(naskah.menggantikan_id or 0):
        hasil.append(kata_sambungan(lama, naskah))
        dahulu, kini = ([m.nama for m in n.mitra_kini] for n in (lama, naskah))
        hasil.append(beda_mitra(str(lama), lama=dahulu, baru=kini))
    if induk := semua.get(naskah.induk_id or 0):
        hasil += peringatan_induk(
            naskah.jenis,
            induk.jenis,
            ttd=naskah.tanggal_ttd,
            ttd_induk=induk.tanggal_ttd,
            akhir_induk=induk.hari_terakhir,
        )
    return [kalimat for kalimat in hasil if kalimat]


def _berlaku(addendum: Addendum) -> bool:
    return addendum.status == StatusAddendum.BERLAKU


def _peristiwa(semua: Iterable[Naskah], *, per: date) -> list[Peristiwa]:
    hasil: list[Peristiwa] = []
    for satu in semua:
        addendum = [a for a in satu.addendum.all() if _berlaku(a)]
        judul = _judul(satu, addendum)
        if satu.tanggal_ttd:
            hasil.append(Peristiwa(satu.tanggal_ttd, "ditandatangani", satu, judul[0]))
        hasil += [
            Peristiwa(a.tanggal_ttd, f"addendum ke-{a.ke}", satu, judul[ke], addendum=a)
            for ke, a in enumerate(addendum, start=1)
        ]
        if akhir := satu.hari_terakhir:
            kata, mendatang = _kata_akhir(satu), akhir >= per
            hasil.append(Peristiwa(akhir, kata, satu, judul[-1], mendatang=mendatang))
    return sorted(hasil, key=lambda p: (p.tanggal, p.naskah.pk))


def _judul(naskah: Naskah, addendum: Sequence[Addendum]) -> list[str]:
    """What the naskah was about in each of its versions, as signed first."""
    rantai = [a.perubahan for a in addendum]
    kini = {"judul": naskah.judul}
    return [nilai_versi(kini, rantai, versi)["judul"] for versi in range(1, len(rantai) + 2)]


def _kata_akhir(naskah: Naskah) -> str:
    if naskah.masih_berlaku or naskah.status == StatusNaskah.DRAF:
        return "hari terakhir berlaku"
    alasan = naskah.get_alasan_berakhir_display()
    return f"hari terakhir, {naskah.get_status_display().lower()}" + (
        f" ({alasan.lower()})" if alasan else ""
    )
