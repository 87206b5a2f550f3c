"""What waits for those who decide, and for the administrator."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone

from inti.formats import tanggal_indonesia
from inti.models import PemangkuJabatan, Pengguna
from pelaporan.enums import StatusBundel
from pelaporan.models import Bundel, Laporan, LaporanMitra
from pelaporan.queries import meja, tugas_siklus
from pelaporan.queries.laporan_mitra import belum_dibaca, terakhir_dahulu
from pelaporan.queries.tugas import Petak, Sumber, Tugas

if TYPE_CHECKING:
    from pengawasan.models import Rekomendasi


def ketua(pengguna: Pengguna, hari_ini: date) -> tuple[list[Petak], list[Sumber]]:
    """Reports and postponements that wait for a decision."""
    menunggu = Laporan.objects.terlihat_oleh(pengguna).menunggu_ketua()
    siap = Bundel.objects.filter(
        laporan=OuterRef("pk"), versi=OuterRef("versi"), status=StatusBundel.SIAP
    )
    petak = [
        Petak("Laporan menunggu putusan", menunggu, reverse("pelaporan:meja-ketua"), "warning")
    ]
    sumber = Sumber(
        menunggu.untuk_daftar().annotate(pdf_siap=Exists(siap)).order_by("dikirim_pada"),
        _putuskan_laporan,
        "Laporan pemantauan dan evaluasi muncul di sini setelah dikirim Tim Pengawasan.",
        daftar=("laporan menunggu putusan", reverse("pelaporan:meja-ketua")),
    )
    petak_tunda, sumber_tunda = tugas_siklus.penundaan(pengguna)
    return petak + petak_tunda, [sumber, *sumber_tunda]


def walikota(pengguna: Pengguna, hari_ini: date) -> tuple[list[Petak], list[Sumber]]:
    """Huruf f and h, and the mitra's reports addressed to the head of government."""
    rekomendasi = meja.rekomendasi_walikota(pengguna)
    petak = [
        Petak("Menunggu putusan Anda", rekomendasi, reverse("pelaporan:meja-walikota"), "warning"),
        petak_belum_dibaca(pengguna),
    ]
    sumber = Sumber(
        rekomendasi,
        _putuskan_rekomendasi,
        "Rekomendasi mengakhiri kerja sama atau menempuh proses hukum muncul di sini setelah "
        "disetujui Ketua TKKSD.",
        daftar=("rekomendasi menunggu putusan", reverse("pelaporan:meja-walikota")),
    )
    return petak, [sumber, sumber_belum_dibaca(pengguna)]


def administrator(pengguna: Pengguna, hari_ini: date) -> tuple[list[Petak], list[Sumber]]:
    """Accounts, those that can do nothing yet, policy to publish; no say in content."""
    menjabat = PemangkuJabatan.objects.berlaku_pada(hari_ini).filter(pengguna=OuterRef("pk"))
    tanpa_jabatan = Pengguna.objects.filter(~Exists(menjabat), is_active=True)
    sumber = Sumber(
        tanpa_jabatan.order_by("nama"),
        _beri_jabatan,
        "Akun yang belum mempunyai jabatan muncul di sini.",
        daftar=("akun belum mempunyai jabatan", reverse("akun-daftar")),
    )
    petak = [Petak("Akun pengguna", Pengguna.objects.all(), reverse("akun-daftar"))]
    return petak, [sumber, tugas_siklus.kebijakan(pengguna)]


# --- The mitra's reports to be read ----------------------------------------------------------


def petak_belum_dibaca(pengguna: Pengguna) -> Petak:
    """Reports whose receipt waits for this person."""
    terkirim = LaporanMitra.objects.terlihat_oleh(pengguna).terkirim()
    alamat = reverse("pelaporan:laporan-mitra-daftar")
    return Petak(
        "Laporan mitra belum dibaca", belum_dibaca(terkirim, pengguna), f"{alamat}?dibaca=belum"
    )


def sumber_belum_dibaca(pengguna: Pengguna) -> Sumber:
    """The same, to be told one by one."""
    return Sumber(
        terakhir_dahulu(petak_belum_dibaca(pengguna).baris),
        _baca_laporan,
        "Laporan mitra muncul di sini setelah disampaikan melalui portal.",
        daftar=("laporan mitra untuk dibaca", reverse("pelaporan:laporan-mitra-daftar")),
    )


def _baca_laporan(laporan: LaporanMitra) -> Tugas:
    kewajiban = laporan.kewajiban
    return Tugas(
        judul=f"{kewajiban.sebutan} {kewajiban.mitra}",
        keterangan=f"Laporan mitra untuk dibaca · {kewajiban.naskah}",
        tautan=laporan.get_absolute_url(),
        tindakan="Baca",
    )


def _putuskan_laporan(laporan: Any) -> Tugas:
    kegiatan = laporan.kegiatan
    dikirim = laporan.dikirim_pada
    sejak = tanggal_indonesia(timezone.localtime(dikirim).date()) if dikirim else "–"
    return Tugas(
        judul=f"{kegiatan.get_jenis_display()}: {kegiatan.naskah.judul}",
        keterangan=f"Menunggu putusan sejak {sejak} · "
        + ("bundel siap dibaca" if laporan.pdf_siap else "bundel sedang disusun"),
        tautan=reverse("pelaporan:meja-ketua-laporan", args=[laporan.pk]),
        tindakan="Baca dan putuskan",
    )


def _putuskan_rekomendasi(rekomendasi: Rekomendasi) -> Tugas:
    naskah = rekomendasi.baris.matrik.kegiatan.naskah
    return Tugas(
        judul=f"{rekomendasi.get_jenis_display()}: {naskah.judul}",
        keterangan=f"{rekomendasi} Pasal 6 ayat (7), disetujui Ketua TKKSD",
        tautan=f"{reverse('pelaporan:meja-walikota')}#rekomendasi-{rekomendasi.pk}",
        tindakan="Putuskan",
    )


def _beri_jabatan(orang: Pengguna) -> Tugas:
    return Tugas(
        judul=f"Akun {orang}",
        keterangan="Belum mempunyai jabatan, sehingga belum dapat melakukan apa pun",
        tautan=reverse("akun-jabatan-beri", args=[orang.pk]),
        tindakan="Beri jabatan",
    )
