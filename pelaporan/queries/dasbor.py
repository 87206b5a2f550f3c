"""The dashboard: how the supervision stands, each figure with the list of its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q

from inti.formats import BULAN
from inti.grafik import Batang, Grafik
from inti.kalender import tambah_bulan
from inti.queries.hitung import hitung
from inti.roles import Kemampuan, mampu
from kerjasama.models import Setoran
from pelaporan.models import KewajibanLaporan
from pelaporan.queries.peringkat import mitra_terbanyak, unit_terbanyak
from pelaporan.queries.tugas import alamat
from pengawasan.enums import JenisTindakLanjut, Ketepatan, StatusTindakLanjut
from pengawasan.models import Jadwal, TindakLanjut
from pengawasan.queries.ketepatan import dalam_masa, dilaksanakan_menurut, terbuka_per_hari

if TYPE_CHECKING:
    from inti.models import Pengguna
    from pelaporan.queries.peringkat import Terbanyak
    from pengawasan.queries.ketepatan import PerHari

SEMESTER, MENDATANG, PERINGKAT = 6, 6, 10
JADWAL, TINDAK_LANJUT = "pengawasan:jadwal-daftar", "pengawasan:tindak-lanjut-daftar"
LAPORAN, PORTAL = "pelaporan:laporan-mitra-belum", "pelaporan:portal-daftar"
SETORAN = "kerjasama:setoran-daftar"
# Days past the date, from and to.
UMUR = ((1, 30), (31, 90), (91, 180), (181, None))


@dataclass(frozen=True)
class Angka:
    """A figure: the number of rows that `tautan` shows."""

    jumlah: int
    tautan: str


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
    """What this person's roles show.

    A pass over the rows of a kind counts all that is asked of them: a count for each figure would
    read them as often as there are figures.
    """
    bagian: list[Bagian] = []
    if mampu(pengguna.peran, Kemampuan.LIHAT_PENGAWASAN):
        bagian += _pengawasan(pengguna, hari_ini)
    bagian += [_laporan(pengguna, hari_ini), _setoran(pengguna, hari_ini)]
    if mampu(pengguna.peran, Kemampuan.LIHAT_SEMUA_NASKAH):
        bagian += [_peringkat_unit(pengguna, hari_ini), _peringkat_mitra(pengguna, hari_ini)]
    return bagian


def semester(hari_ini: date, mundur: int) -> tuple[str, date, date]:
    """The half-year so many before this one: its name, first and last day."""
    awal = tambah_bulan(date(hari_ini.year, 1 if hari_ini.month <= 6 else 7, 1), -6 * mundur)
    akhir = tambah_bulan(awal, 6) - timedelta(days=1)
    return f"Semester {'I' if awal.month == 1 else 'II'} {awal.year}", awal, akhir


def _pengawasan(pengguna: Pengguna, hari_ini: date) -> list[Bagian]:
    jadwal = Jadwal.objects.terlihat_oleh(pengguna)
    terbuka = terbuka_per_hari(jadwal)
    return [
        _ketepatan(jadwal, terbuka, hari_ini),
        _umur(terbuka, hari_ini),
        _beban(terbuka, hari_ini),
        _tindak_lanjut(TindakLanjut.objects.terlihat_oleh(pengguna)),
    ]


def _antara(awal: date, akhir: date) -> str:
    return f"dari={awal}&sampai={akhir}"


def _ketepatan(jadwal: Any, terbuka: PerHari, hari_ini: date) -> Bagian:
    semua = [semester(hari_ini, mundur) for mundur in reversed(range(SEMESTER))]
    masa = [(awal, akhir) for _, awal, akhir in semua]
    lewat = {hari: n for hari, n in terbuka.items() if hari < hari_ini}
    belum = dalam_masa(lewat, masa)
    selesai = dilaksanakan_menurut(jadwal, masa)
    lajur = []
    for (nama, awal, akhir), jumlah, sisa in zip(semua, selesai, belum, strict=True):
        lengkap = jumlah | {Ketepatan.BELUM: sisa}
        saringan = _antara(awal, akhir)
        angka = (
            Angka(lengkap[k], alamat(JADWAL, f"ketepatan={k.value}&{saringan}")) for k in Ketepatan
        )
        lajur.append(Lajur(nama, tuple(angka)))
    return Bagian(
        "ketepatan",
        "Ketepatan menurut semester",
        "Pemantauan dan evaluasi menurut tanggal jatuh temponya (Pasal 6 ayat (3) dan ayat (5)).",
        ("Tepat waktu", "Setelah lewat", "Belum"),
        tuple(lajur),
    )


def _umur(terbuka: PerHari, hari_ini: date) -> Bagian:
    lajur = []
    for dari, sampai in UMUR:
        akhir = hari_ini - timedelta(days=dari)
        awal = hari_ini - timedelta(days=sampai) if sampai else date(1950, 1, 1)
        nama = f"{dari}–{sampai} hari" if sampai else f"Lebih dari {dari - 1} hari"
        lajur.append(_lajur_terbuka(nama, terbuka, awal, akhir))
    return Bagian(
        "umur",
        "Umur keterlambatan",
        "Jadwal terbuka menurut berapa lama sudah lewat.",
        ("Jadwal terlambat",),
        tuple(lajur),
    )


def _lajur_terbuka(nama: str, terbuka: PerHari, awal: date, akhir: date) -> Lajur:
    [jumlah] = dalam_masa(terbuka, [(awal, akhir)])
    return Lajur(nama, (Angka(jumlah, alamat(JADWAL, f"status=terbuka&{_antara(awal, akhir)}")),))


def _beban(terbuka: PerHari, hari_ini: date) -> Bagian:
    lajur = []
    for maju in range(MENDATANG):
        bulan = tambah_bulan(hari_ini.replace(day=1), maju)
        awal, akhir = max(bulan, hari_ini), tambah_bulan(bulan, 1) - timedelta(days=1)
        nama = f"{BULAN[bulan.month - 1]} {bulan.year}"
        lajur.append(_lajur_terbuka(nama, terbuka, awal, akhir))
    return Bagian(
        "beban",
        "Beban yang akan datang",
        "Jadwal terbuka yang jatuh tempo pada enam bulan mulai hari ini.",
        ("Jatuh tempo",),
        tuple(lajur),
    )


def _tindak_lanjut(semua: Any) -> Bagian:
    kelompok = semua.order_by().values_list("jenis", "status").annotate(n=Count("pk"))
    jumlah = {(jenis, status): n for jenis, status, n in kelompok}
    lajur = [
        Lajur(
            str(jenis.label),
            tuple(
                Angka(
                    jumlah.get((jenis, status), 0),
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
    tepat = Q(batas__gte=hari_ini)
    keadaan = (
        ("Terlambat", "terlambat", Q(batas__lt=hari_ini)),
        ("Jatuh tempo", "jatuh_tempo", tepat & Q(jatuh_tempo__lte=hari_ini)),
        ("Mendatang", "mendatang", tepat & Q(jatuh_tempo__gt=hari_ini)),
    )
    hitungan = {f"n_{nilai}": Count("pk", filter=bila) for _, nilai, bila in keadaan}
    jumlah = milik.terbuka().aggregate(**hitungan)
    daftar = LAPORAN if pengawas else PORTAL
    return Bagian(
        "laporan",
        "Laporan mitra yang belum disampaikan",
        "Menurut batas penyampaiannya (Pasal 9 ayat (1)).",
        ("Laporan",),
        tuple(
            Lajur(nama, (Angka(jumlah[f"n_{nilai}"], alamat(daftar, f"keadaan={nilai}")),))
            for nama, nilai, _ in keadaan
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
    semua = hitung(baris for _, _, baris in keadaan)
    return Bagian(
        "setoran",
        "Setoran",
        "Setoran, kompensasi, dan bagi hasil menurut naskah.",
        ("Setoran",),
        tuple(
            Lajur(nama, (Angka(jumlah, alamat(SETORAN, f"keadaan={nilai}")),))
            for (nama, nilai, _), jumlah in zip(keadaan, semua, strict=True)
        ),
    )


def _peringkat_unit(pengguna: Pengguna, hari_ini: date) -> Bagian:
    """Where most is late; a naskah of two units counts for both."""
    lewat = Jadwal.objects.terlihat_oleh(pengguna).terlambat_pada(hari_ini)
    saringan = "tempo=terlambat&perangkat_daerah="
    return Bagian(
        "unit",
        "Perangkat daerah dengan keterlambatan terbanyak",
        "Jadwal terlambat pada naskahnya; naskah dua perangkat daerah terhitung pada keduanya.",
        ("Jadwal terlambat",),
        _peringkat(unit_terbanyak(lewat, PERINGKAT), JADWAL, saringan),
    )


def _peringkat_mitra(pengguna: Pengguna, hari_ini: date) -> Bagian:
    lewat = KewajibanLaporan.objects.terlihat_oleh(pengguna).terlambat_pada(hari_ini)
    return Bagian(
        "mitra",
        "Mitra dengan laporan terlambat terbanyak",
        "Laporan yang lewat batas penyampaiannya (Pasal 9 ayat (1)).",
        ("Laporan terlambat",),
        _peringkat(mitra_terbanyak(lewat, PERINGKAT), LAPORAN, "keadaan=terlambat&pihak="),
    )


def _peringkat(semua: list[Terbanyak], daftar: str, saringan: str) -> tuple[Lajur, ...]:
    """`saringan` is a filter of the list that the key completes."""
    return tuple(
        Lajur(nama, (Angka(jumlah, alamat(daftar, f"{saringan}{kunci}")),))
        for kunci, nama, jumlah in semua
    )
