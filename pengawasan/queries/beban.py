"""The load of the coming 24 months: the rows as they are, and a scenario beside them."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch

from inti.kalender import tambah_bulan
from kerjasama.models import NaskahPerangkatDaerah
from pengawasan.domain.beban import Rantai, Tugas, giliran, naskah_baru, tanpa_anggota
from pengawasan.enums import JenisKegiatan, Metode, StatusJadwal, StatusKegiatan
from pengawasan.models import AnggotaTim, Jadwal, Kegiatan
from pengawasan.queries.fakta import kebijakan_pada

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from inti.models import Pengguna

CAKRAWALA_BULAN = 24
TERBUKA = (StatusJadwal.TERBUKA, StatusJadwal.MENYUSUL)


@dataclass(frozen=True)
class Skenario:
    """What is asked: more naskah, other intervals, one member less."""

    tambah: int = 0
    ditandatangani: date | None = None
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
    jadwal: Mapping[int, Jadwal]
    unit: Mapping[int, str]
    orang: Mapping[int, str]


@dataclass
class _Naskah:
    """The rows of one naskah, the open one first."""

    baris: list[Jadwal]
    unit: tuple[int, ...]
    orang: tuple[int, ...]


def susun_beban(pengguna: Pengguna, skenario: Skenario, *, per: date) -> Beban:
    """In a constant number of queries."""
    akhir = tambah_bulan(per, CAKRAWALA_BULAN)
    baku = _interval_baku(per)
    semua = _baca(pengguna, akhir)
    kini = [t for n in semua.values() for t in _seperti_adanya(n, baku, per, akhir)]
    nanti = [t for n in semua.values() for t in _menurut(n, skenario, baku, per, akhir)]
    if skenario.tambah:
        interval = {j: skenario.interval(j) or baku[j] for j in JenisKegiatan}
        ttd = skenario.ditandatangani or per
        baru = naskah_baru(skenario.tambah, ditandatangani=ttd, interval=interval, sampai=akhir)
        nanti += [t for t in baru if t.hari >= per]
    if skenario.tanpa:
        nanti = tanpa_anggota(nanti, skenario.tanpa)
    baris = [j for n in semua.values() for j in n.baris]
    return Beban(
        awal=per,
        akhir=akhir,
        kini=kini,
        skenario=nanti,
        jadwal={j.pk: j for j in baris},
        unit=dict(sorted(_unit(baris).items(), key=lambda u: u[1])),
        orang=dict(sorted(_orang(baris).items(), key=lambda o: o[1])),
    )


def kegiatan_berlaku(jadwal: Jadwal) -> Kegiatan | None:
    """Its event, unless that was cancelled (the prefetch leaves those out)."""
    return next(iter(jadwal.kegiatan.all()), None)


def tempat(jadwal: Jadwal) -> str:
    """Where a visit of it would go: the place of its kegiatan, else the first unit.

    Empty for what is done from documents.
    """
    kegiatan = kegiatan_berlaku(jadwal)
    pemantauan = jadwal.jenis == JenisKegiatan.PEMANTAUAN
    if pemantauan and (kegiatan is None or kegiatan.metode != Metode.TINJAU_LOKASI):
        return ""
    if kegiatan and kegiatan.tempat:
        return f"tempat:{' '.join(kegiatan.tempat.casefold().split())}"
    unit = [k.perangkat_daerah_id for k in jadwal.naskah.keterlibatan.all()]
    return f"unit:{unit[0]}" if unit else ""


def hari_rencana(jadwal: Jadwal) -> date | None:
    """The day it is planned on, if it is."""
    kegiatan = kegiatan_berlaku(jadwal)
    return kegiatan.tanggal_rencana if kegiatan else jadwal.tanggal_rencana


def _baca(pengguna: Pengguna, akhir: date) -> dict[int, _Naskah]:
    hidup = Kegiatan.objects.exclude(status=StatusKegiatan.DIBATALKAN).prefetch_related(
        Prefetch(
            "surat_tugas__anggota",
            queryset=AnggotaTim.objects.exclude(pengguna=None).select_related("pengguna"),
        )
    )
    jadwal = (
        Jadwal.objects.terlihat_oleh(pengguna)
        .filter(status__in=TERBUKA, jatuh_tempo__lte=akhir)
        .select_related("naskah__penanggung_jawab")
        .prefetch_related(
            Prefetch(
                "naskah__keterlibatan",
                NaskahPerangkatDaerah.objects.select_related("perangkat_daerah"),
            ),
            Prefetch("kegiatan", queryset=hidup),
        )
        .order_by("naskah", "ke")
    )
    semua: dict[int, list[Jadwal]] = defaultdict(list)
    for satu in jadwal:
        semua[satu.naskah_id].append(satu)
    return {
        kunci: _Naskah(baris, tuple(_unit(baris[:1])), tuple(sorted(_orang(baris[:1]))))
        for kunci, baris in semua.items()
    }


def _unit(baris: Iterable[Jadwal]) -> dict[int, str]:
    return {
        k.perangkat_daerah_id: k.perangkat_daerah.nama
        for j in baris
        for k in j.naskah.keterlibatan.all()
    }


def _orang(baris: Iterable[Jadwal]) -> dict[int, str]:
    """Those whom the surat tugas names, else who looks after the naskah."""
    hasil: dict[int, str] = {}
    for satu in baris:
        kegiatan = kegiatan_berlaku(satu)
        tim = [a for s in kegiatan.surat_tugas.all() for a in s.anggota.all()] if kegiatan else []
        penanggung = satu.naskah.penanggung_jawab
        if tim:
            hasil |= {a.pengguna_id: a.nama for a in tim if a.pengguna_id}
        elif penanggung:
            hasil[penanggung.pk] = str(penanggung)
    return hasil


def _seperti_adanya(
    naskah: _Naskah, baku: Mapping[JenisKegiatan, int], per: date, akhir: date
) -> list[Tugas]:
    """The rows; behind a late one, which has none that follow, as if it were done today."""
    hasil = [_tugas(j, naskah, per) for j in naskah.baris]
    pertama = naskah.baris[0]
    if len(naskah.baris) == 1 and pertama.tenggat < per:
        hasil += _lanjutan(naskah, per, 0, {j: _interval(pertama, j, baku) for j in baku}, akhir)
    return [t for t in hasil if t.hari <= akhir]


def _menurut(
    naskah: _Naskah,
    skenario: Skenario,
    baku: Mapping[JenisKegiatan, int],
    per: date,
    akhir: date,
) -> list[Tugas]:
    """The same under other intervals; a clause of its own stays."""
    pertama = naskah.baris[0]
    beda = {j: skenario.interval(j) for j in JenisKegiatan if not _sendiri(pertama, j)}
    if not any(beda.values()):
        return _seperti_adanya(naskah, baku, per, akhir)
    interval = {j: beda.get(j) or _interval(pertama, j, baku) for j in JenisKegiatan}
    jangkar, bulan = _jangkar(pertama, interval, baku)
    if pertama.ditunda_sampai or kegiatan_berlaku(pertama):
        # What was postponed or is under way stands; what follows it is counted from its day.
        satu = _tugas(pertama, naskah, per)
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
    naskah: _Naskah,
    jangkar: date,
    bulan: int,
    interval: Mapping[JenisKegiatan, int],
    akhir: date,
) -> list[Tugas]:
    pertama = naskah.baris[0]
    pemantauan = pertama.jenis == JenisKegiatan.PEMANTAUAN
    jenis = JenisKegiatan.EVALUASI if pemantauan else JenisKegiatan.PEMANTAUAN
    rantai = Rantai(jangkar, bulan, jenis, interval, pertama.naskah.tanggal_berakhir)
    dasar = Tugas(jenis, jangkar, jangkar, None, pertama.naskah_id, naskah.unit, naskah.orang)
    return [
        replace(dasar, jenis=j, jatuh_tempo=tempo, hari=tempo)
        for j, tempo in giliran(rantai, sampai=akhir, per=jangkar)
    ]


def _tugas(jadwal: Jadwal, naskah: _Naskah, per: date) -> Tugas:
    return Tugas(
        JenisKegiatan(jadwal.jenis),
        jadwal.tenggat,
        max(hari_rencana(jadwal) or jadwal.tenggat, per),
        jadwal.pk,
        jadwal.naskah_id,
        naskah.unit,
        tuple(sorted(_orang([jadwal]))),
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
