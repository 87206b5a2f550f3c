"""The dashboard: how the supervision stands, each figure with the list of its rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, F

from inti.formats import BULAN
from inti.grafik import Batang, Grafik
from inti.kalender import tambah_bulan
from inti.queries.hitung import hitung
from inti.roles import Kemampuan, mampu
from kerjasama.models import Setoran
from pelaporan.models import KewajibanLaporan
from pelaporan.queries.tugas import alamat
from pengawasan.enums import JenisTindakLanjut, Ketepatan, StatusTindakLanjut
from pengawasan.models import Jadwal, TindakLanjut
from pengawasan.queries.ketepatan import berketepatan, dilaksanakan_menurut

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import Pengguna

SEMESTER, MENDATANG, PERINGKAT = 6, 6, 10
JADWAL, TINDAK_LANJUT = "pengawasan:jadwal-daftar", "pengawasan:tindak-lanjut-daftar"
LAPORAN, PORTAL = "pelaporan:laporan-mitra-belum", "pelaporan:portal-daftar"
SETORAN = "kerjasama:setoran-daftar"
# Days past the date, from and to.
UMUR = ((1, 30), (31, 90), (91, 180), (181, None))


@dataclass(frozen=True)
class Angka:
    """A figure: the number of `baris`, which `tautan` shows."""

    baris: QuerySet[Any] | None
    tautan: str
    jumlah: int = 0


@dataclass(frozen=True)
class Lajur:
    """One row of a table, and one bar of its chart."""

    label: str
    angka: tuple[Angka, ...]


@dataclass(frozen=True)
class Bagian:
    """One chart with its table: `kolom` names the parts of each bar."""

    kunci: str
    judul: str
    keterangan: str
    kolom: tuple[str, ...]
    lajur: tuple[Lajur, ...]

    @property
    def grafik(self) -> Grafik:
        """The same figures as bars."""
        batang = [Batang(b.label, [a.jumlah for a in b.angka]) for b in self.lajur]
        return Grafik(self.kunci, self.judul, self.kolom, batang)


def susun(pengguna: Pengguna, hari_ini: date) -> list[Bagian]:
    """What this person's roles show; two queries for all figures, one for each ranking."""
    bagian: list[Bagian] = []
    if mampu(pengguna.peran, Kemampuan.LIHAT_PENGAWASAN):
        bagian += _pengawasan(pengguna, hari_ini)
    bagian += [_laporan(pengguna, hari_ini), _setoran(pengguna, hari_ini)]
    bagian = _terhitung(bagian)
    if mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_NASKAH):
        bagian += [_peringkat_unit(pengguna, hari_ini), _peringkat_mitra(pengguna, hari_ini)]
    return bagian


def semester(hari_ini: date, mundur: int) -> tuple[str, date, date]:
    """The half-year so many before this one: its name, first and last day."""
    awal = tambah_bulan(date(hari_ini.year, 1 if hari_ini.month <= 6 else 7, 1), -6 * mundur)
    akhir = tambah_bulan(awal, 6) - timedelta(days=1)
    return f"Semester {'I' if awal.month == 1 else 'II'} {awal.year}", awal, akhir


def _terhitung(bagian: list[Bagian]) -> list[Bagian]:
    """The same with every figure counted that is not yet, by one query."""
    semua = [
        a.baris for b in bagian for lajur in b.lajur for a in lajur.angka if a.baris is not None
    ]
    jumlah = iter(hitung(semua))
    return [
        replace(
            b,
            lajur=tuple(
                replace(
                    lajur,
                    angka=tuple(
                        a if a.baris is None else replace(a, jumlah=next(jumlah), baris=None)
                        for a in lajur.angka
                    ),
                )
                for lajur in b.lajur
            ),
        )
        for b in bagian
    ]


def _pengawasan(pengguna: Pengguna, hari_ini: date) -> list[Bagian]:
    jadwal = Jadwal.objects.terlihat_oleh(pengguna)
    return [
        _ketepatan(jadwal, hari_ini),
        _umur(jadwal, hari_ini),
        _beban(jadwal, hari_ini),
        _tindak_lanjut(TindakLanjut.objects.terlihat_oleh(pengguna)),
    ]


def _antara(awal: date, akhir: date) -> str:
    return f"dari={awal}&sampai={akhir}"


def _ketepatan(jadwal: Any, hari_ini: date) -> Bagian:
    lajur = []
    semua = [semester(hari_ini, mundur) for mundur in reversed(range(SEMESTER))]
    selesai = dilaksanakan_menurut(jadwal, [masa for _, *masa in semua])
    for (nama, awal, akhir), jumlah in zip(semua, selesai, strict=True):
        belum = berketepatan(jadwal.jatuh_antara(awal, akhir), Ketepatan.BELUM)
        angka = tuple(
            Angka(
                belum if k == Ketepatan.BELUM else None,
                alamat(JADWAL, f"ketepatan={k.value}&{_antara(awal, akhir)}"),
                jumlah.get(k, 0),
            )
            for k in Ketepatan
        )
        lajur.append(Lajur(nama, angka))
    return Bagian(
        "ketepatan",
        "Ketepatan menurut semester",
        "Pemantauan dan evaluasi menurut tanggal jatuh temponya (Pasal 6 ayat (3) dan ayat (5)).",
        ("Tepat waktu", "Setelah lewat", "Belum"),
        tuple(lajur),
    )


def _umur(jadwal: Any, hari_ini: date) -> Bagian:
    lajur = []
    for dari, sampai in UMUR:
        akhir = hari_ini - timedelta(days=dari)
        awal = hari_ini - timedelta(days=sampai) if sampai else date(1950, 1, 1)
        nama = f"{dari}–{sampai} hari" if sampai else f"Lebih dari {dari - 1} hari"
        baris = jadwal.terbuka().jatuh_antara(awal, akhir)
        tautan = alamat(JADWAL, f"status=terbuka&{_antara(awal, akhir)}")
        lajur.append(Lajur(nama, (Angka(baris, tautan),)))
    return Bagian(
        "umur",
        "Umur keterlambatan",
        "Jadwal terbuka menurut berapa lama sudah lewat.",
        ("Jadwal terlambat",),
        tuple(lajur),
    )


def _beban(jadwal: Any, hari_ini: date) -> Bagian:
    lajur = []
    for maju in range(MENDATANG):
        bulan = tambah_bulan(hari_ini.replace(day=1), maju)
        awal, akhir = max(bulan, hari_ini), tambah_bulan(bulan, 1) - timedelta(days=1)
        baris = jadwal.terbuka().jatuh_antara(awal, akhir)
        tautan = alamat(JADWAL, f"status=terbuka&{_antara(awal, akhir)}")
        nama = f"{BULAN[bulan.month - 1]} {bulan.year}"
        lajur.append(Lajur(nama, (Angka(baris, tautan),)))
    return Bagian(
        "beban",
        "Beban yang akan datang",
        "Jadwal terbuka yang jatuh tempo pada enam bulan mulai hari ini.",
        ("Jatuh tempo",),
        tuple(lajur),
    )


def _tindak_lanjut(semua: Any) -> Bagian:
    lajur = [
        Lajur(
            str(jenis.label),
            tuple(
                Angka(
                    semua.filter(jenis=jenis, status=status),
                    alamat(TINDAK_LANJUT, f"jenis={jenis.value}&status={status.value}"),
                )
                for status in StatusTindakLanjut
            ),
        )
        for jenis in JenisTindakLanjut
    ]
    return Bagian(
        "rekomendasi",
        "Rekomendasi yang disetujui",
        "Tindak lanjutnya menurut jenis rekomendasi (Pasal 6 ayat (7)) dan keadaannya.",
        tuple(str(s.label) for s in StatusTindakLanjut),
        tuple(lajur),
    )


def _laporan(pengguna: Pengguna, hari_ini: date) -> Bagian:
    pengawas = mampu(pengguna.peran, Kemampuan.LIHAT_REGISTER)
    terlihat = KewajibanLaporan.objects
    milik = terlihat.terlihat_oleh(pengguna) if pengawas else terlihat.milik(pengguna)
    tepat = milik.terbuka().filter(batas__gte=hari_ini)
    keadaan = (
        ("Terlambat", "terlambat", milik.terlambat_pada(hari_ini)),
        ("Jatuh tempo", "jatuh_tempo", tepat.filter(jatuh_tempo__lte=hari_ini)),
        ("Mendatang", "mendatang", tepat.filter(jatuh_tempo__gt=hari_ini)),
    )
    daftar = LAPORAN if pengawas else PORTAL
    return Bagian(
        "laporan",
        "Laporan mitra yang belum disampaikan",
        "Menurut batas penyampaiannya (Pasal 9 ayat (1)).",
        ("Laporan",),
        tuple(
            Lajur(nama, (Angka(baris, alamat(daftar, f"keadaan={nilai}")),))
            for nama, nilai, baris in keadaan
        ),
    )


def _setoran(pengguna: Pengguna, hari_ini: date) -> Bagian:
    terlihat = Setoran.objects.terlihat_oleh(pengguna)
    lewat = terlihat.tunggakan_pada(hari_ini)
    keadaan = (
        ("Terlambat", "terlambat", lewat.filter(jatuh_tempo__lt=hari_ini)),
        ("Menunggu konfirmasi", "menunggu", terlihat.terbuka().filter(menunggu__gt=0)),
        ("Mendatang", "mendatang", terlihat.terbuka().filter(jatuh_tempo__gt=hari_ini)),
    )
    return Bagian(
        "setoran",
        "Setoran",
        "Setoran, kompensasi, dan bagi hasil menurut naskah.",
        ("Setoran",),
        tuple(
            Lajur(nama, (Angka(baris, alamat(SETORAN, f"keadaan={nilai}")),))
            for nama, nilai, baris in keadaan
        ),
    )


def _peringkat_unit(pengguna: Pengguna, hari_ini: date) -> Bagian:
    """Where most is late; a naskah of two units counts for both."""
    lewat = Jadwal.objects.terlihat_oleh(pengguna).terlambat_pada(hari_ini)
    saringan = f"{JADWAL}?tempo=terlambat&perangkat_daerah="
    return Bagian(
        "unit",
        "Perangkat daerah dengan keterlambatan terbanyak",
        "Jadwal terlambat pada naskahnya; naskah dua perangkat daerah terhitung pada keduanya.",
        ("Jadwal terlambat",),
        _teratas(lewat, "naskah__perangkat_daerah", saringan),
    )


def _peringkat_mitra(pengguna: Pengguna, hari_ini: date) -> Bagian:
    lewat = KewajibanLaporan.objects.terlihat_oleh(pengguna).terlambat_pada(hari_ini)
    return Bagian(
        "mitra",
        "Mitra dengan laporan terlambat terbanyak",
        "Laporan yang lewat batas penyampaiannya (Pasal 9 ayat (1)).",
        ("Laporan terlambat",),
        _teratas(lewat, "mitra", f"{LAPORAN}?keadaan=terlambat&pihak="),
    )


def _teratas(baris: QuerySet[Any], jalan: str, tautan: str) -> tuple[Lajur, ...]:
    """Those with most rows; `tautan` is a list with a filter that the key completes."""
    # A row stands once beside each of its own; to ask so again takes longer than to count.
    kelompok = baris.filter(**{f"{jalan}__isnull": False}).order_by().values(kelompok=F(jalan))
    urut = kelompok.annotate(nama=F(f"{jalan}__nama"), n=Count("pk"))
    teratas = urut.order_by("-n", "nama").values_list("kelompok", "nama", "n")[:PERINGKAT]
    daftar, _, saringan = tautan.partition("?")
    return tuple(
        Lajur(nama, (Angka(None, alamat(daftar, f"{saringan}{pk}"), n),)) for pk, nama, n in teratas
    )
