"""The load of the coming 24 months: the rows as they are, and a scenario beside them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch

from inti.kalender import tambah_bulan
from kerjasama.models import NaskahPerangkatDaerah
from pengawasan.domain.beban import (
    Rantai,
    Tugas,
    giliran,
    hari_tanda_tangan,
    naskah_baru,
    tanpa_anggota,
)
from pengawasan.enums import (
    JenisKegiatan,
    StatusJadwal,
    StatusKegiatan,
    StatusSuratTugas,
)
from pengawasan.models import AnggotaTim, Jadwal, Kegiatan
from pengawasan.queries.fakta import kebijakan_pada
from pengawasan.queries.kunjungan import hari_rencana, kegiatan_berlaku
from pengawasan.queries.tim import kursi_pada

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from inti.models import Pengguna
    from kerjasama.models import PerangkatDaerah

CAKRAWALA_BULAN = 24
SELAMA_BULAN = 12
# The line of the naskah to come for which no unit was named; no row has this key.
BELUM_ADA = (0, "Naskah baru (belum ada perangkat daerah)")
TERBUKA = (StatusJadwal.TERBUKA, StatusJadwal.MENYUSUL)
KOLOM = (
    *("naskah", "jenis", "ke", "jatuh_tempo", "ditunda_sampai", "tanggal_rencana", "status"),
    *("dasar", "naskah__nomor", "naskah__judul", "naskah__tanggal_berakhir"),
    *("naskah__interval_pemantauan", "naskah__interval_evaluasi"),
    *("naskah__penanggung_jawab__nama", "naskah__penanggung_jawab__username"),
)


@dataclass(frozen=True)
class Skenario:
    """What is asked: more naskah, other intervals, one member less.

    The naskah are signed evenly over `selama` months; `unit` is the unit they are of, if named.
    """

    tambah: int = 0
    ditandatangani: date | None = None
    selama: int = SELAMA_BULAN
    unit: PerangkatDaerah | None = None
    interval_pemantauan: int | None = None
    interval_evaluasi: int | None = None
    tanpa: int | None = None

    @property
    def ada(self) -> bool:
        """Something differs from what is."""
        return bool(self.tambah or self.interval_pemantauan or self.interval_evaluasi or self.tanpa)

    def interval(self, jenis: JenisKegiatan) -> int | None:
        """The other interval for the kind, if one is asked for."""
        pemantauan = jenis == JenisKegiatan.PEMANTAUAN
        return self.interval_pemantauan if pemantauan else self.interval_evaluasi


@dataclass(frozen=True)
class Beban:
    """What is, what would be, and the names behind the keys."""

    awal: date
    akhir: date
    kini: list[Tugas]
    skenario: list[Tugas]
    naskah: Sequence[tuple[RencanaNaskah, list[Tugas]]]
    baku: Mapping[JenisKegiatan, int]
    jadwal: Mapping[int, Jadwal]
    unit: Mapping[int, str]
    orang: Mapping[int, str]

    def menurut(self, usul: Mapping[int, date]) -> list[Tugas]:
        """What would be if obligations (by key) were done on other days, and the rest as it is."""
        semua = (
            adanya
            if usul.keys().isdisjoint(j.pk for j in satu.baris)
            else _seperti_adanya(satu, self.baku, self.awal, self.akhir, usul)
            for satu, adanya in self.naskah
        )
        return [t for tugas in semua for t in tugas]


@dataclass(frozen=True)
class RencanaNaskah:
    """The rows of one naskah, the open one first."""

    baris: list[Any]
    unit: tuple[int, ...]
    orang: tuple[int, ...]


def susun_beban(pengguna: Pengguna, skenario: Skenario, *, per: date) -> Beban:
    """In a constant number of queries."""
    akhir = tambah_bulan(per, CAKRAWALA_BULAN)
    baku = _interval_baku(per)
    semua = _baca(pengguna, akhir)
    adanya = {k: _seperti_adanya(n, baku, per, akhir, {}) for k, n in semua.items()}
    kini = [t for satu in adanya.values() for t in satu]
    nanti = [
        t for k, n in semua.items() for t in _menurut(n, adanya[k], skenario, baku, per, akhir)
    ]
    baru = _baru(skenario, baku, per, akhir)
    nanti += baru.tugas
    if skenario.tanpa:
        nanti = tanpa_anggota(nanti, skenario.tanpa)
    baris = [j for n in semua.values() for j in n.baris]
    return Beban(
        awal=per,
        akhir=akhir,
        kini=kini,
        skenario=nanti,
        naskah=[(n, adanya[k]) for k, n in semua.items()],
        baku=baku,
        jadwal={j.pk: j for j in baris},
        unit=_urut(_nama(j.unit for j in baris) | baru.unit),
        orang=_urut(_nama(j.orang for j in baris) | baru.orang),
    )


@dataclass(frozen=True)
class _Baru:
    """What the naskah to come would owe, and the names that it brings along."""

    tugas: list[Tugas] = field(default_factory=list)
    unit: dict[int, str] = field(default_factory=dict)
    orang: dict[int, str] = field(default_factory=dict)


def _baru(skenario: Skenario, baku: Mapping[JenisKegiatan, int], per: date, akhir: date) -> _Baru:
    """Of the unit that was named, and of whoever sits in the fixed seats of every surat tugas."""
    if not skenario.tambah:
        return _Baru()
    unit = dict([(skenario.unit.pk, skenario.unit.nama) if skenario.unit else BELUM_ADA])
    kursi = [k.pemangku for k in kursi_pada(per) if k.pemangku]
    orang = {p.pengguna_id: str(p.pengguna) for p in kursi}
    tugas = naskah_baru(
        hari_tanda_tangan(skenario.tambah, skenario.ditandatangani or per, skenario.selama),
        interval={j: skenario.interval(j) or baku[j] for j in JenisKegiatan},
        sampai=akhir,
        unit=tuple(unit),
        orang=tuple(sorted(orang)),
    )
    return _Baru([t for t in tugas if t.hari >= per], unit, orang)


def _urut(nama: Mapping[int, str]) -> dict[int, str]:
    return dict(sorted(nama.items(), key=lambda n: n[1]))


def _baca(pengguna: Pengguna, akhir: date) -> dict[int, RencanaNaskah]:
    """Hundreds of rows: of each only what is counted and shown, and plain values beside it."""
    hidup = Kegiatan.objects.exclude(status=StatusKegiatan.DIBATALKAN).only(
        "jadwal", "status", "metode", "tempat", "tanggal_rencana"
    )
    jadwal: list[Any] = list(
        Jadwal.objects.terlihat_oleh(pengguna)
        .filter(status__in=TERBUKA, jatuh_tempo__lte=akhir)
        .select_related("naskah__penanggung_jawab")
        .only(*KOLOM)
        .prefetch_related(Prefetch("kegiatan", hidup, to_attr="kegiatan_hidup"))
        .order_by("naskah", "ke")
    )
    unit = _unit_naskah({j.naskah_id for j in jadwal})
    tim = _tim_kegiatan(k.pk for j in jadwal for k in j.kegiatan_hidup)
    semua: dict[int, list[Any]] = defaultdict(list)
    for satu in jadwal:
        kegiatan = kegiatan_berlaku(satu)
        satu.unit = unit[satu.naskah_id]
        satu.orang = (tim[kegiatan.pk] if kegiatan else None) or _penanggung(satu)
        satu.bertugas = tuple(sorted(satu.orang))
        semua[satu.naskah_id].append(satu)
    return {
        kunci: RencanaNaskah(baris, tuple(unit[kunci]), baris[0].bertugas)
        for kunci, baris in semua.items()
    }


def _unit_naskah(naskah: Iterable[int]) -> Mapping[int, dict[int, str]]:
    """The names of the units of each naskah."""
    hasil: dict[int, dict[int, str]] = defaultdict(dict)
    terlibat = NaskahPerangkatDaerah.objects.filter(naskah__in=naskah)
    for pk, unit, nama in terlibat.values_list(
        "naskah", "perangkat_daerah", "perangkat_daerah__nama"
    ):
        hasil[pk][unit] = nama
    return hasil


def _tim_kegiatan(kegiatan: Iterable[int]) -> Mapping[int, dict[int, str]]:
    """Those whom the surat tugas of each kegiatan names."""
    hasil: dict[int, dict[int, str]] = defaultdict(dict)
    anggota = AnggotaTim.objects.filter(
        surat_tugas__kegiatan__in=list(kegiatan),
        surat_tugas__status=StatusSuratTugas.BERLAKU,
        pengguna__isnull=False,
    )
    for pk, orang, nama in anggota.values_list("surat_tugas__kegiatan", "pengguna", "nama"):
        hasil[pk][orang] = nama
    return hasil


def _penanggung(jadwal: Any) -> dict[int, str]:
    """Who looks after the naskah, where no team is named."""
    orang = jadwal.naskah.penanggung_jawab
    return {orang.pk: str(orang)} if orang else {}


def _nama(semua: Iterable[Mapping[int, str]]) -> dict[int, str]:
    return {kunci: nama for satu in semua for kunci, nama in satu.items()}


def _seperti_adanya(
    naskah: RencanaNaskah,
    baku: Mapping[JenisKegiatan, int],
    per: date,
    akhir: date,
    usul: Mapping[int, date],
) -> list[Tugas]:
    """The rows; behind what is late or planned on another day, what follows from that day."""
    pertama = naskah.baris[0]
    satu = _tugas(pertama, naskah, per, usul)
    if satu.hari == pertama.tenggat:
        hasil = [_tugas(j, naskah, per, usul) for j in naskah.baris]
    else:
        interval = {j: _interval(pertama, j, baku) for j in baku}
        hasil = [satu, *_lanjutan(naskah, satu.hari, 0, interval, akhir)]
    return [t for t in hasil if t.hari <= akhir]


def _menurut(
    naskah: RencanaNaskah,
    adanya: list[Tugas],
    skenario: Skenario,
    baku: Mapping[JenisKegiatan, int],
    per: date,
    akhir: date,
) -> list[Tugas]:
    """The same under other intervals; a clause of its own stays."""
    pertama = naskah.baris[0]
    beda = {j: skenario.interval(j) for j in JenisKegiatan if not _sendiri(pertama, j)}
    if not any(beda.values()):
        return adanya
    interval = {j: beda.get(j) or _interval(pertama, j, baku) for j in JenisKegiatan}
    jangkar, bulan = _jangkar(pertama, interval, baku)
    if pertama.ditunda_sampai or hari_rencana(pertama):
        # What was postponed or planned stands; what follows it is counted from its day.
        satu = _tugas(pertama, naskah, per, {})
        return [satu, *_lanjutan(naskah, satu.hari, 0, interval, akhir)]
    rantai = Rantai(
        jangkar, bulan, JenisKegiatan(pertama.jenis), interval, pertama.naskah.tanggal_berakhir
    )
    hasil: list[Tugas] = []
    for jenis, tempo in giliran(rantai, sampai=akhir, per=per):
        satu = Tugas(
            jenis,
            tempo,
            max(tempo, per),
            None if hasil else pertama.pk,
            pertama.naskah_id,
            naskah.unit,
            naskah.orang,
        )
        hasil.append(satu)
    return hasil


def _lanjutan(
    naskah: RencanaNaskah,
    jangkar: date,
    bulan: int,
    interval: Mapping[JenisKegiatan, int],
    akhir: date,
) -> list[Tugas]:
    pertama = naskah.baris[0]
    pemantauan = pertama.jenis == JenisKegiatan.PEMANTAUAN
    jenis = JenisKegiatan.EVALUASI if pemantauan else JenisKegiatan.PEMANTAUAN
    rantai = Rantai(jangkar, bulan, jenis, interval, pertama.naskah.tanggal_berakhir)
    return [
        Tugas(j, tempo, tempo, None, pertama.naskah_id, naskah.unit, naskah.orang)
        for j, tempo in giliran(rantai, sampai=akhir, per=jangkar)
    ]


def _tugas(jadwal: Any, naskah: RencanaNaskah, per: date, usul: Mapping[int, date]) -> Tugas:
    rencana = usul.get(jadwal.pk) or hari_rencana(jadwal)
    return Tugas(
        JenisKegiatan(jadwal.jenis),
        jadwal.tenggat,
        max(rencana or jadwal.tenggat, per),
        jadwal.pk,
        jadwal.naskah_id,
        naskah.unit,
        jadwal.bertugas,
    )


def jangkar_jadwal(jadwal: Jadwal) -> date | None:
    """The day the months are counted from, as its explanation says."""
    jangkar = jadwal.dasar.get("jangkar")
    return date.fromisoformat(jangkar) if jangkar else None


def _jangkar(
    jadwal: Jadwal, interval: Mapping[JenisKegiatan, int], baku: Mapping[JenisKegiatan, int]
) -> tuple[date, int]:
    """From where to count anew; without an explanation the first due date stays."""
    jenis = JenisKegiatan(jadwal.jenis)
    jangkar = jangkar_jadwal(jadwal)
    if jangkar is None:
        return jadwal.jatuh_tempo, -interval[jenis]
    dasar: dict[str, Any] = jadwal.dasar
    lama = dasar.get("interval") or baku[jenis]
    return jangkar, dasar.get("bulan", lama) - lama


def _sendiri(jadwal: Jadwal, jenis: JenisKegiatan) -> int | None:
    naskah = jadwal.naskah
    pemantauan = jenis == JenisKegiatan.PEMANTAUAN
    return naskah.interval_pemantauan if pemantauan else naskah.interval_evaluasi


def _interval(jadwal: Jadwal, jenis: JenisKegiatan, baku: Mapping[JenisKegiatan, int]) -> int:
    return _sendiri(jadwal, jenis) or baku[jenis]


def _interval_baku(per: date) -> dict[JenisKegiatan, int]:
    _, kebijakan = kebijakan_pada(per)
    return {j: kebijakan.interval(j) for j in JenisKegiatan}
