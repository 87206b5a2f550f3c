"""The register of the stream: naskah with parties, unit, items, and their line in the search."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from kerjasama.domain.cari import kata
from kerjasama.domain.kunci import kunci_nama, kunci_nomor
from kerjasama.domain.pemenuhan import jenis_butir
from kerjasama.enums import AlasanBerakhir, JenisKerjaSama, JenisNaskah, PihakButir, StatusNaskah
from kerjasama.models import (
    Butir,
    IndeksNaskah,
    Mitra,
    NamaMitra,
    Naskah,
    NaskahPerangkatDaerah,
    ParaPihak,
)
from kerjasama.queries.cari import BAGIAN_ISI
from pelaporan.management.contoh.isi import KEPALA_UNIT
from pelaporan.management.contoh.massal.kata import KEWAJIBAN, ORANG, badan, pokok, tempat
from pelaporan.management.contoh.massal.kerangka import KLAUSUL
from pelaporan.management.contoh.massal.tabel import Tabel

if TYPE_CHECKING:
    from datetime import date, datetime

    from pelaporan.management.contoh.massal.kerangka import Masa
    from pelaporan.management.contoh.massal.konteks import Tulis

MITRA = Tabel(Mitra, "id", "nama", "kunci", "jenis", "alamat", "surel", "telepon")
NAMA = Tabel(NamaMitra, "mitra_id", "nama", "kunci")
NASKAH = Tabel(
    Naskah,
    *("id", "jenis", "jenis_kerja_sama", "nomor", "kunci_nomor", "judul", "tanggal_ttd"),
    *("tanggal_berakhir", "tanggal_diakhiri", "alasan_berakhir", "jangka_waktu", "status"),
    *("urusan_id", "objek", "interval_pemantauan", "interval_evaluasi", "interval_laporan"),
    *("klausul_interval", "mulai_pengawasan", "penanggung_jawab_id", "tanda", "versi_fakta"),
    *("dibuat_oleh_id", "dibuat_pada", "maksud_tujuan", "ruang_lingkup"),
    pembiayaan="Dibebankan kepada para pihak sesuai kewenangan masing-masing.",
    penyelesaian_perselisihan="Musyawarah untuk mufakat.",
)
PIHAK = Tabel(ParaPihak, "naskah_id", "mitra_id", "nomor", "penanda_tangan", "jabatan")
TERLIBAT = Tabel(
    NaskahPerangkatDaerah,
    *("naskah_id", "perangkat_daerah_id", "jabatan"),
    penanda_tangan=KEPALA_UNIT,
)
BUTIR = Tabel(Butir, "id", "naskah_id", "jenis", "pihak", "uraian", "target", "urutan")
INDEKS = Tabel(IndeksNaskah, "naskah_id", "teks", "disusun_pada")
# Beyond those that the services gave.
NOMOR_AWAL = 500
MAKSUD = "Meningkatkan pelayanan publik dan kesejahteraan masyarakat bersama mitra."
KERJA_SAMA = {
    JenisNaskah.NOTA_KESEPAKATAN: JenisKerjaSama.SINERGI,
    JenisNaskah.NASKAH_KERJA_SAMA: JenisKerjaSama.KSDLL,
}
JENIS = (
    JenisNaskah.KESEPAKATAN_BERSAMA,
    *(JenisNaskah.PKS,) * 6,
    JenisNaskah.NOTA_KESEPAKATAN,
    JenisNaskah.RENCANA_KERJA_SAMA,
    JenisNaskah.NASKAH_KERJA_SAMA,
)


@dataclass(frozen=True)
class SatuMitra:
    """A partner that was written."""

    pk: int
    nama: str
    jabatan: str
    orang: str


@dataclass(frozen=True)
class SatuUnit:
    """A Perangkat Daerah of the reference data."""

    pk: int
    kode: str
    nama: str


@dataclass(frozen=True)
class SatuNaskah:
    """A naskah that was written, with what its history asks for."""

    pk: int
    urut: int
    nomor: str
    judul: str
    jenis: JenisNaskah
    mitra: SatuMitra
    unit: SatuUnit
    butir_mitra: list[tuple[int, str]]
    tercatat: datetime

    @property
    def sebutan(self) -> str:
        """As the trail names it."""
        return self.nomor or self.judul[:80]


def tulis_mitra(tulis: Tulis, nomor: int) -> SatuMitra:
    """A partner, its present name, and its line in the trail."""
    satu, pk, orang = badan(nomor), tulis.kunci.ambil(Mitra), tulis.pelaku["staf"]
    kunci = kunci_nama(satu.nama)
    kumpulan = tulis.kumpulan
    kumpulan.tambah(
        MITRA,
        *(pk, satu.nama, kunci, satu.jenis, f"Jalan {tempat(nomor + 1)} Nomor {nomor % 90 + 1}"),
        *(f"mitra{nomor}@contoh.example", f"021-5551-{nomor:06d}"),
    )
    kumpulan.tambah(NAMA, pk, satu.nama, kunci)
    tulis.catat("mitra.catat", Mitra, pk, satu.nama, tulis.mulai, orang, {"jenis": satu.jenis})
    return SatuMitra(pk, satu.nama, satu.jabatan, ORANG[nomor % len(ORANG)])


def tulis_naskah(
    tulis: Tulis, pk: int, urut: int, masa: Masa | None, mitra: SatuMitra, unit: SatuUnit
) -> SatuNaskah:
    """A naskah with its parties, its unit and its items; without dates it is a draft."""
    jenis = JENIS[urut // 3 % len(JENIS)]
    perihal, urusan = pokok(urut, unit.kode)
    judul = f"{perihal} di Kelurahan {tempat(urut)}"
    tahun = masa.ttd.year if masa else tulis.per.year
    nomor = f"134.4/{NOMOR_AWAL + urut}/SETDA.Ks/{tahun}" if masa else ""
    status = masa.status(tulis.per) if masa else StatusNaskah.DRAF
    interval = masa.interval if masa else None
    kumpulan, staf = tulis.kumpulan, tulis.pelaku["staf"]
    # What came from a backlog was recorded when its supervision began.
    tercatat = tulis.waktu(masa.mulai or masa.ttd) if masa else tulis.mulai
    kumpulan.tambah(
        NASKAH,
        *(pk, jenis.value, KERJA_SAMA.get(jenis, JenisKerjaSama.KSDPK).value),
        *(nomor, kunci_nomor(nomor), judul),
        *_masa(masa, status),
        *(tulis.urusan[urusan], perihal, interval, interval, interval),
        *(KLAUSUL if interval else "", masa.mulai if masa else None),
        *(staf.pk if urut % 2 else None, "periksa" if urut % 7 == 0 else ""),
        *(2 if masa else 1, staf.pk, tercatat),
        *(MAKSUD, f"{perihal}, pelaporan, serta pemantauan dan evaluasi."),
    )
    nomor_mitra = f"{20 + urut:03d}/KS/{tahun}"
    kumpulan.tambah(PIHAK, pk, mitra.pk, nomor_mitra, mitra.orang, mitra.jabatan)
    kumpulan.tambah(TERLIBAT, pk, unit.pk, f"Kepala {unit.nama}")
    butir = _butir(tulis, pk, urut, jenis)
    satu = SatuNaskah(pk, urut, nomor, judul, jenis, mitra, unit, butir, tercatat)
    _indeks(tulis, satu, nomor_mitra, perihal)
    _jejak(tulis, satu, masa, status)
    return satu


def _masa(masa: Masa | None, status: StatusNaskah) -> tuple[object, ...]:
    """The columns from signing to status."""
    if masa is None:
        return None, None, None, "", "", status.value
    selesai: date | None = masa.diakhiri
    alasan = AlasanBerakhir.WANPRESTASI.value if selesai else ""
    if status == StatusNaskah.BERAKHIR:
        selesai, alasan = masa.akhir, AlasanBerakhir.JANGKA_WAKTU.value
    bunyi = f"sejak ditandatangani sampai dengan {tanggal_indonesia(masa.akhir)}"
    return masa.ttd, masa.akhir, selesai, alasan, bunyi, status.value


def _butir(tulis: Tulis, naskah: int, urut: int, jenis: JenisNaskah) -> list[tuple[int, str]]:
    """One item of each side; key and words of the mitra's."""
    macam, milik = jenis_butir(jenis)[0].value, []
    for urutan, (pihak, target) in enumerate(
        ((PihakButir.MITRA.value, "100 persen"), (PihakButir.PEMERINTAH.value, "")), start=1
    ):
        uraian = KEWAJIBAN[pihak][urut % len(KEWAJIBAN[pihak])]
        pk = tulis.kunci.ambil(Butir)
        tulis.kumpulan.tambah(BUTIR, pk, naskah, macam, pihak, uraian, target, urutan)
        if pihak == PihakButir.MITRA.value:
            milik.append((pk, uraian))
    return milik


@lru_cache(maxsize=2_000)
def _kata_tetap(teks: str) -> tuple[str, ...]:
    """Units and subjects come again and again."""
    return tuple(kata(teks))


def _indeks(tulis: Tulis, naskah: SatuNaskah, nomor_mitra: str, perihal: str) -> None:
    """In the order of the index: title, numbers, names, content, other names of the mitra."""
    isi = {
        "maksud_tujuan": MAKSUD,
        "objek": perihal,
        "ruang_lingkup": f"{perihal}, pelaporan, serta pemantauan dan evaluasi.",
    }
    mitra = kata(naskah.mitra.nama)
    semua = [
        *kata(naskah.judul),
        *kata(naskah.nomor),
        *kata(nomor_mitra),
        *mitra,
        *_kata_tetap(naskah.unit.nama),
        *(k for bagian in BAGIAN_ISI for k in _kata_tetap(isi.get(bagian, ""))),
        *mitra,
    ]
    tulis.kumpulan.tambah(INDEKS, naskah.pk, " ".join(semua), tulis.mulai)
    tulis.kumpulan.kata.update(k for k in semua if k.isalpha() and k not in tulis.kata_lama)


def _jejak(tulis: Tulis, naskah: SatuNaskah, masa: Masa | None, status: StatusNaskah) -> None:
    staf = tulis.pelaku["staf"]

    def catat(aksi: str, kapan: date | None, **perubahan: object) -> None:
        saat = max(tulis.waktu(kapan), naskah.tercatat) if kapan else naskah.tercatat
        tulis.catat(aksi, Naskah, naskah.pk, naskah.sebutan, saat, staf, perubahan)

    catat("naskah.catat", None, judul=naskah.judul[:200])
    if masa is None:
        return
    catat("naskah.berlakukan", None, dari="draf", ke="berlaku")
    if status == StatusNaskah.DIPUTUS:
        catat("naskah.putus", masa.diakhiri, dari="berlaku", ke=status.value)
    elif status == StatusNaskah.BERAKHIR:
        catat("naskah.akhiri", masa.akhir, dari="berlaku", ke=status.value)
