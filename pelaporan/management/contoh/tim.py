"""The team of the demo: past and acting holders, experts, people assigned for a time, letters."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from inti.enums import SifatPemangku
from inti.models import Jabatan, PemangkuJabatan
from kerjasama.models import Keanggotaan, Naskah
from kerjasama.services import penugasan_naskah
from pelaporan.management.contoh.orang import buat_pejabat
from pengawasan.domain.tim import KURSI, Pengecualian
from pengawasan.enums import Kedudukan
from pengawasan.models import Kegiatan, SuratTugas, TenagaProfesional
from pengawasan.queries.tim import anggota_tetap
from pengawasan.services import pemangku, surat_tugas, tenaga_profesional

if TYPE_CHECKING:
    from inti.models import Pengguna

AHLI = (
    ("Dr. Ir. Laksmi Hadiwinoto, M.T.", "Teknik pengelolaan sampah", "Universitas Tirtasari", True),
    (
        "Prof. Anton Suryadiningrat, S.H., M.Hum.",
        "Hukum kontrak pemerintah",
        "Universitas Nagari",
        True,
    ),
    ("Rudi Hartawijaya, S.E., Ak., CA.", "Audit keuangan", "Kantor Akuntan Hartawijaya", False),
)
SEHARI = timedelta(days=1)


def lengkapi(orang: dict[str, Pengguna]) -> None:
    """Rows for every page of the team; the letter needs a kegiatan that was assigned."""
    _kursi(orang)
    ahli = [
        tenaga_profesional.catat(
            {"nama": nama, "keahlian": keahlian, "instansi": instansi, "aktif": aktif},
            oleh=orang["staf"],
        )
        for nama, keahlian, instansi, aktif in AHLI
    ]
    if naskah := Naskah.objects.exclude(status="draf").order_by("pk").first():
        _penugasan(naskah, orang)
    _ganti_surat(ahli[0], orang["staf"])


def _kursi(orang: dict[str, Pengguna]) -> None:
    """A holder before the present one, and a Plt. beside the holder for some weeks."""
    hari_ini, admin = timezone.localdate(), orang["admin"]
    jabatan = {satu.kode: satu for satu in Jabatan.objects.filter(tunggal=True)}
    kini = PemangkuJabatan.objects.get(jabatan=jabatan["sekda"])
    lama = buat_pejabat("sekda-lama", "Drs. Kartono Wiryosudarmo, M.Si.", "196001011985031002")
    pemangku.angkat(
        jabatan["sekda"].pk,
        {
            "pengguna": lama,
            "sifat": SifatPemangku.DEFINITIF,
            "mulai": date(2016, 3, 1),
            "selesai": kini.mulai - SEHARI,
            "dasar": "Keputusan Wali Kota Nomor 821.2/Kep.11/2016",
            "tanggal_dasar": date(2016, 2, 24),
        },
        oleh=admin,
    )
    pemangku.angkat(
        jabatan["kasubag-bantuan-hukum"].pk,
        {
            "pengguna": orang["kasubag2"],
            "sifat": SifatPemangku.PLT,
            "mulai": hari_ini + SEHARI,
            "selesai": hari_ini + timedelta(days=60),
            "dasar": f"Surat Perintah Nomor 800/112/{hari_ini.year}",
            "tanggal_dasar": hari_ini - timedelta(days=2),
        },
        oleh=admin,
    )


def _penugasan(naskah: Naskah, orang: dict[str, Pengguna]) -> None:
    """Two people of another unit on a naskah: one with an account, one without."""
    hari_ini = timezone.localdate()
    demo = [orang["pd"], orang["pd2"]]
    lain = Keanggotaan.objects.exclude(perangkat_daerah=None).exclude(pengguna__in=demo)
    anggota = lain.select_related("pengguna", "perangkat_daerah").order_by("pk").first()
    if anggota is None or anggota.perangkat_daerah is None:
        return
    dasar = {"mulai": hari_ini - timedelta(days=20), "perangkat_daerah": anggota.perangkat_daerah}
    berakun = {
        "pengguna": anggota.pengguna,
        "nama": anggota.pengguna.nama,
        "jabatan": "Analis kebijakan",
        "selesai": hari_ini + timedelta(days=40),
        "alasan": f"Nota dinas Nomor 100.2.2.3/45/{hari_ini.year}",
    }
    tanpa_akun = {
        "nama": "Sri Wulandari Prameswari, S.T.",
        "jabatan": "Pengawas lapangan",
        "selesai": hari_ini + timedelta(days=10),
        "alasan": "Menilai hasil tinjau lokasi",
    }
    for satu in (berakun, tanpa_akun):
        penugasan_naskah.tugaskan(naskah.pk, dasar | satu, oleh=orang["staf"])


def _ganti_surat(ahli: TenagaProfesional, staf: Pengguna) -> None:
    """One letter replaced: an expert came in, and one seat is empty by name."""
    hari_ini = timezone.localdate()
    ditugaskan = Kegiatan.objects.filter(status="ditugaskan")
    surat = SuratTugas.objects.berlaku().filter(kegiatan__in=ditugaskan).order_by("-pk").first()
    if surat is None:
        return
    kosong = Pengecualian(
        KURSI[-1].kode,
        "Pejabatnya mengikuti pendidikan kepemimpinan",
        pengganti="Raka Adiwinatama",
        sampai=hari_ini + timedelta(days=60),
    )
    tetap = [a for a in anggota_tetap(hari_ini) if a["kode_jabatan"] != kosong.kode]
    tenaga = {
        "kedudukan": Kedudukan.TENAGA_PROFESIONAL,
        "tenaga_profesional": ahli,
        "nama": ahli.nama,
        "jabatan": ahli.instansi,
        "keahlian": ahli.keahlian,
    }
    surat_tugas.gantikan(
        surat.pk,
        tanggal=hari_ini,
        anggota=[*tetap, tenaga],
        pengecualian=[kosong],
        alasan="Penambahan tenaga profesional dan perubahan susunan anggota",
        oleh=staf,
    )
