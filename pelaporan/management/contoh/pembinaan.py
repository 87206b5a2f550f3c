"""The team by decree and the pembinaan of the demo: one decree past, one in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from inti.kalender import tambah_bulan
from kerjasama.models import PerangkatDaerah
from pelaporan.management.contoh.gambar import dokumen, foto
from pelaporan.management.contoh.waktu import pada
from pengawasan.enums import JenisPembinaan as J
from pengawasan.enums import KedudukanKeputusan as K
from pengawasan.services import keputusan_tim, pembinaan

if TYPE_CHECKING:
    from inti.models import Pengguna

TENTANG = "Tim Pembinaan dan Pengawasan Kerja Sama Daerah"
SETDA = "sekretariat-daerah"
# Seat, office, unit (code).
SUSUNAN = (
    (K.PENANGGUNG_JAWAB, "Sekretaris Daerah", SETDA),
    (K.KETUA, "Kepala Bagian Kerja Sama", SETDA),
    (K.SEKRETARIS, "Kepala Sub Bagian Pengendalian Kerja Sama", SETDA),
    (K.ANGGOTA_TETAP, "Kepala Sub Bagian Pengembangan Kerja Sama", SETDA),
    (K.ANGGOTA_TETAP, "Kepala Sub Bagian Tata Kelola Kerja Sama", SETDA),
    (K.ANGGOTA_TETAP, "Kepala Sub Bagian Bantuan Hukum", SETDA),
    (K.ANGGOTA_TIDAK_TETAP, "Unsur Inspektorat", "inspektorat"),
)
# Months ago, kind, subject, who spoke, what came of it, unit (code) -> people without a name.
KEGIATAN: tuple[tuple[int, J, str, str, str, dict[str, int | None]], ...] = (
    (
        20,
        J.SOSIALISASI,
        "Sosialisasi peraturan tentang pembinaan dan pengawasan kerja sama daerah.",
        "Kepala Bagian Kerja Sama",
        "Perangkat daerah menunjuk satu narahubung kerja sama.",
        {"disdagperin": None, "dinas-kesehatan": None, "dinas-pendidikan": 12, "distaru": 8},
    ),
    (
        9,
        J.PEDOMAN,
        "Pedoman penyusunan laporan semester pelaksanaan kerja sama.",
        "",
        "",
        {"disdagperin": 0, "dinas-kesehatan": 0, "dinas-perhubungan": 0},
    ),
    (
        5,
        J.DIKLAT,
        "Pelatihan penyusunan perjanjian kerja sama dan pembagian risiko.",
        "Widyaiswara Badan Pengembangan Sumber Daya Manusia",
        "Peserta menyusun satu rancangan perjanjian sebagai tugas akhir.",
        {"dinas-lingkungan-hidup": 6, "dinas-perhubungan": 5, "dpmptsp": 4},
    ),
)
# The units of the accounts `pd` and `pd2`, what was given to each alone, and its marker.
SENDIRI = (
    (3, J.ASISTENSI, "disdagperin", "pengisian kertas kerja evaluasi", "PENANDA-PD"),
    (2, J.BIMBINGAN, "dinas-kesehatan", "penyusunan berita acara tinjau lokasi", "PENANDA-PD2"),
)


def lengkapi(orang: dict[str, Pengguna]) -> None:
    """Two decrees, then what was given under each; one entry was cancelled."""
    staf, hari_ini = orang["staf"], timezone.localdate()
    unit = {satu.kode: satu for satu in PerangkatDaerah.objects.all()}
    _keputusan(tambah_bulan(hari_ini, -30), 17, unit, staf)
    _keputusan(tambah_bulan(hari_ini, -11), 42, unit, staf)
    for bulan, jenis, materi, narasumber, hasil, peserta in KEGIATAN:
        isi = {"jenis": jenis.value, "materi": materi, "narasumber": narasumber, "hasil": hasil}
        _pembinaan(tambah_bulan(hari_ini, -bulan), isi, peserta, unit, staf)
    for bulan, jenis, kode, materi, penanda in SENDIRI:
        isi = {"jenis": jenis.value, "materi": f"{jenis.label} {materi} {penanda}."}
        isi |= {"narasumber": "Kepala Sub Bagian Pengendalian Kerja Sama", "hasil": ""}
        _pembinaan(tambah_bulan(hari_ini, -bulan), isi, {kode: None}, unit, staf, penanda)
    isi = {"jenis": J.BIMBINGAN.value, "materi": "Bimbingan pengelolaan aset kerja sama."}
    isi |= {"narasumber": "", "hasil": ""}
    batal = _pembinaan(tambah_bulan(hari_ini, -1), isi, {"bpkad": 3}, unit, staf)
    pembinaan.batalkan(batal, alasan="Tercatat dua kali.", oleh=staf)


def _keputusan(mulai: date, nomor: int, unit: dict[str, PerangkatDaerah], staf: Pengguna) -> None:
    awal = date(mulai.year, mulai.month, 1)
    with pada(awal + timedelta(days=3)):
        keputusan_tim.catat(
            {
                "nomor": f"100.3.3.3/Kep.{nomor}-Kssda/{awal.year}",
                "tanggal": awal,
                "tentang": TENTANG,
                "mulai": awal,
                "selesai": None,
            },
            anggota=[
                {
                    "kedudukan": kedudukan.value,
                    "jabatan": jabatan,
                    "nama": "",
                    "perangkat_daerah": unit[kode],
                    "instansi": "",
                }
                for kedudukan, jabatan, kode in SUSUNAN
            ],
            berkas=replace(dokumen(f"Keputusan tentang {TENTANG}"), nama="keputusan-tim.pdf"),
            oleh=staf,
        )


def _pembinaan(
    tanggal: date,
    isi: dict[str, Any],
    peserta: dict[str, int | None],
    unit: dict[str, PerangkatDaerah],
    staf: Pengguna,
    penanda: str = "",
) -> int:
    selesai = tanggal + timedelta(days=2) if isi["jenis"] == J.DIKLAT else tanggal
    nama = f"materi {penanda}".strip().replace(" ", "-").lower()
    berkas = [replace(dokumen(isi["materi"]), nama=f"{nama}.pdf")]
    if isi["jenis"] == J.SOSIALISASI:
        berkas.append(replace(foto("Sosialisasi"), nama="foto-sosialisasi.jpg"))
    with pada(selesai + timedelta(days=1)):
        satu = pembinaan.catat(
            isi
            | {
                "tanggal_mulai": tanggal,
                "tanggal_selesai": selesai,
                "tempat": "Ruang rapat Bagian Kerja Sama",
                "jumlah_peserta": None,
            },
            unit={unit[kode].pk: banyak for kode, banyak in peserta.items()},
            peserta=[o for kode, n in peserta.items() if n is None for o in _orang(unit[kode])],
            berkas=berkas,
            oleh=staf,
        )
    return satu.pk


def _orang(unit: PerangkatDaerah) -> list[dict[str, Any]]:
    """Two people of the unit, with the marker of its account."""
    penanda = {kode: kata for _, _, kode, _, kata in SENDIRI}[unit.kode]
    return [
        {"nama": nama, "jabatan": jabatan, "perangkat_daerah": unit, "instansi": ""}
        for nama, jabatan in (
            (f"Wahyu Setiawarman {penanda}", "Kepala Bidang"),
            (f"Indah Puspasariyanti {penanda}", "Analis Kebijakan"),
        )
    ]
