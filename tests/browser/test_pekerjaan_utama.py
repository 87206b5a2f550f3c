"""The main job, end to end: from a city's own list to a decided evaluasi and its tindak lanjut."""

import io
from pathlib import Path

import pytest
from django.utils import timezone
from PIL import Image

from inti.antrean import jalankan_antrean
from kerjasama.models import Naskah
from pelaporan.management.contoh.gambar import dokumen
from pelaporan.models import Laporan
from pengawasan.models import Jadwal, Kegiatan, TindakLanjut

DAFTAR = Path(__file__).parent / "data" / "daftar-kerja-sama.csv"
JUDUL = "Revitalisasi dan Pengelolaan Pasar Baru Jatiasih"
MITRA = "PT Cakra Niaga Lestari PENANDA-MITRA"


class Cerita:
    """One browser that plays every role in turn."""

    def __init__(self, page, situs, masuk, axe):
        self.page, self.situs, self._masuk, self._axe = page, situs, masuk, axe

    def sebagai(self, akun, path="/"):
        self._masuk(self.situs, akun)
        self.buka(path)

    def buka(self, path):
        self.page.goto(f"{self.situs}{path}")
        self._axe(self.page)

    def isi(self, **nilai):
        for nama, teks in nilai.items():
            self.page.locator(f"[name={nama}]").fill(teks)

    def tekan(self, nama):
        """Press a button, confirm where it asks, and wait for the next page."""
        tombol = self.page.get_by_role("button", name=nama).first
        if tombol.evaluate("b => Boolean(b.form?.dataset.confirm)"):
            tombol.click()
            tombol = self.page.locator("dialog[open] button[value=ya]")
        with self.page.expect_navigation():
            tombol.click()

    def teks(self):
        return self.page.locator("main").inner_text()


@pytest.fixture
def cerita(page, situs_contoh, masuk, assert_axe_clean):
    return Cerita(page, situs_contoh, masuk, assert_axe_clean)


@pytest.mark.lambat
def test_from_the_citys_list_to_tindak_lanjut(cerita):
    naskah = impor_daftar(cerita)
    pemantauan(cerita, naskah)
    evaluasi = rencanakan(cerita, naskah, jenis="evaluasi")
    berita_acara(cerita, evaluasi, jenis="rapat")
    laporan_mitra(cerita, naskah)
    catat_evaluasi(cerita, evaluasi)
    laporan = kirim_laporan(cerita, evaluasi)
    putuskan_dan_perbaiki(cerita, laporan)

    assert TindakLanjut.objects.filter(naskah=naskah).count() == 12
    cerita.sebagai("pd", "/pengawasan/tindak-lanjut/?q=Jatiasih")
    assert "Menagih" in cerita.teks()


def impor_daftar(cerita):
    """Bring in the list, enter the sound rows, mend one PKS and enter it."""
    cerita.sebagai("staf", "/kerja-sama/impor/")
    cerita.page.set_input_files("[name=berkas]", DAFTAR)
    cerita.tekan("Unggah daftar")
    cerita._axe(cerita.page)
    for pilihan in ("judul_usulan", "tanpa_unit_asing"):
        cerita.page.check(f"[name={pilihan}]")
    cerita.tekan("Baca daftar")
    cerita.page.locator("#baris-2").get_by_role("link", name="Ubah").click()
    cerita.isi(**{"mitra-0-nama": MITRA})
    cerita.page.select_option("[name=perangkat_daerah]", label="Disdagperin")
    cerita._axe(cerita.page)
    cerita.tekan("Simpan dan masukkan ke register")
    cerita.tekan("Terima semua yang siap")
    assert "28 baris masuk register" in cerita.teks()
    jalankan_antrean()
    return Naskah.objects.get(judul__startswith=JUDUL)


def rencanakan(cerita, naskah, *, jenis):
    """Read why it is due, plan it, and assign the team by surat tugas."""
    jadwal = Jadwal.objects.get(naskah=naskah, jenis=jenis, status="terbuka")
    cerita.sebagai("staf", f"/pengawasan/naskah/{naskah.pk}/")
    cerita.page.get_by_role("link", name="Kenapa jatuh tempo?").last.click()
    cerita.buka(f"/pengawasan/jadwal/{jadwal.pk}/")
    assert "Pasal 6 ayat" in cerita.teks()
    cerita.page.get_by_role("link", name="Rencanakan kegiatan").click()
    cerita.isi(tanggal_rencana=timezone.localdate().isoformat(), tempat="Ruang Rapat Setda")
    cerita.tekan("Rencanakan")
    cerita.page.get_by_role("link", name="Terbitkan surat tugas").click()
    cerita._axe(cerita.page)
    cerita.tekan("Terbitkan surat tugas")
    kegiatan = Kegiatan.objects.get(jadwal=jadwal)
    assert kegiatan.status == "ditugaskan"
    return kegiatan


def pemantauan(cerita, naskah):
    """A first pemantauan, so that the evaluasi becomes due."""
    kegiatan = rencanakan(cerita, naskah, jenis="pemantauan")
    berita_acara(cerita, kegiatan, jenis="tinjau_lokasi")
    kegiatan.refresh_from_db()
    assert kegiatan.status == "dilaksanakan"


def berita_acara(cerita, kegiatan, *, jenis):
    """The unit submits with a photo; staff verifies."""
    foto = io.BytesIO()
    Image.new("RGB", (64, 48), "#8aa05c").save(foto, "JPEG")
    cerita.sebagai("pd", f"/pengawasan/berita-acara/tambah/{kegiatan.pk}/")
    cerita.page.locator(f"[name=jenis][value={jenis}], [name=jenis]").first.wait_for()
    pilih(cerita.page, "jenis", jenis)
    cerita.isi(
        tanggal_kejadian=timezone.localdate().isoformat(),
        tempat="Pasar Baru",
        **{
            "temuan-0-uraian": "Kios terbangun, sebagian belum ditempati.",
            "penanda_tangan-0-nama": "Yusuf",
        },
    )
    cerita.page.set_input_files(
        "[name=foto]", {"name": "kios.jpg", "mimeType": "image/jpeg", "buffer": foto.getvalue()}
    )
    cerita.tekan("Simpan dan ajukan")
    satu = kegiatan.berita_acara.get()
    assert (satu.status, satu.foto.count()) == ("diajukan", 1)
    cerita.sebagai("staf", f"/pengawasan/berita-acara/{satu.pk}/")
    cerita.tekan("Verifikasi")


def pilih(page, nama, nilai):
    """A choice, whether it is drawn as radios or as a list."""
    radio = page.locator(f"input[type=radio][name='{nama}'][value='{nilai}']")
    if radio.count():
        radio.check()
    else:
        page.select_option(f"[name={nama}]", nilai)


def laporan_mitra(cerita, naskah):
    """The partner fills in the semester report, adds a file, and submits it."""
    cerita.sebagai("mitra", "/portal/?q=Jatiasih")
    cerita.tekan("Mulai mengisi")
    cerita._axe(cerita.page)
    berkas = {"name": "laporan.pdf", "mimeType": "application/pdf"}
    berkas["buffer"] = dokumen("Laporan semester").isi
    cerita.page.set_input_files("[name=berkas]", berkas)
    cerita.tekan("Unggah")
    isian = "main textarea:visible, [name*=kewajiban][name$=uraian], [name$=realisasi]"
    for kotak in cerita.page.locator(isian).all():
        if kotak.is_visible() and not kotak.input_value():
            kotak.fill("Terlaksana sesuai rencana.")
    cerita.tekan("Periksa dan sampaikan")
    cerita._axe(cerita.page)
    cerita.tekan("Sampaikan")
    putaran = naskah.kewajiban_laporan.get(laporan__putaran=1).laporan.riwayat.get()
    assert putaran.tanda_terima.count() == 3
    assert putaran.nomor in cerita.teks()


def catat_evaluasi(cerita, kegiatan):
    """Notulensi, elements and a matrix of twelve rows; the daftar hadir is still missing."""
    hari_ini = timezone.localdate().isoformat()
    cerita.sebagai("tim", f"/pengawasan/kegiatan/{kegiatan.pk}/notulensi/")
    cerita.isi(
        tanggal=hari_ini, mulai="09:00", tempat="Ruang Rapat", pimpinan="Kabag", notulis="Bagas",
        agenda="Evaluasi", pembahasan="Hak dan kewajiban dibahas.", kesimpulan="Ada perbaikan.",
    )  # fmt: skip
    cerita.tekan("Simpan notulensi")
    cerita.buka(f"/pengawasan/kegiatan/{kegiatan.pk}/unsur/")
    cerita.isi(alasan_tanpa_tinjau="Sudah ditinjau.", hasil_wawancara="Pengelola diwawancarai.")
    cerita.tekan("Simpan")
    for nomor in range(12):
        cerita.page.goto(f"{cerita.situs}/pengawasan/matrik/{kegiatan.pk}/tambah/")
        cerita.isi(
            dasar=f"Pasal {nomor + 3} PKS",
            materi_evaluasi=f"Materi evaluasi {nomor + 1}",
            permasalahan="Setoran tahun berjalan belum lunas.",
            solusi="Menagih kekurangannya.",
            tindak_lanjut="Surat penagihan.",
            keterangan="Dibahas dalam FGD.",
        )
        pilih(cerita.page, "perangkat_daerah", str(kegiatan.naskah.perangkat_daerah.get().pk))
        cerita.page.locator("[name=baru-d-pilih]").check()
        cerita.tekan("Simpan baris")
    cerita._axe(cerita.page)
    assert kegiatan.matrik.baris.count() == 12


def nyatakan_lengkap(cerita, kegiatan):
    """The team states that everything is there; from now on it is locked."""
    cerita.buka(f"/pengawasan/kegiatan/{kegiatan.pk}/")
    cerita.tekan("Nyatakan lengkap")
    kegiatan.refresh_from_db()
    assert kegiatan.status == "didokumentasikan"


def kirim_laporan(cerita, kegiatan):
    """Refused without daftar hadir, naming huruf b; sent once it is there; the bundle is made."""
    cerita.buka(f"/pelaporan/laporan/tambah/?kegiatan={kegiatan.pk}")
    cerita.tekan("Mulai menyusun")
    laporan = Laporan.objects.get(kegiatan=kegiatan)
    cerita.buka(f"/pelaporan/laporan/{laporan.pk}/ubah/")
    cerita.isi(hasil="Kewajiban terlaksana sebagian.", kesimpulan="Diteruskan dengan perbaikan.")
    cerita.tekan("Simpan")
    cerita.tekan("Kirim ke Ketua TKKSD")
    assert "huruf b: daftar hadir peserta rapat belum diisi" in cerita.teks()
    cerita.buka(f"/pengawasan/kegiatan/{kegiatan.pk}/hadirin/")
    cerita.page.locator("[name=hadirin-0-nama]").fill("Bagas")
    cerita.page.locator("[name=hadirin-0-instansi]").fill("Bagian Kerja Sama")
    cerita.tekan("Simpan daftar hadir")
    nyatakan_lengkap(cerita, kegiatan)
    cerita.buka(f"/pelaporan/laporan/{laporan.pk}/")
    cerita.tekan("Kirim ke Ketua TKKSD")
    jalankan_antrean()
    cerita.buka(f"/pelaporan/laporan/{laporan.pk}/")
    assert "Buka bundel" in cerita.teks()
    return laporan


def putuskan_dan_perbaiki(cerita, laporan):
    """Approve all but one at once, return that with a note; the team mends it; approve."""
    cerita.sebagai("ketua", f"/pelaporan/meja-ketua/{laporan.pk}/")
    # Nothing is chosen yet, so nothing is asked: the page says at once what lacks.
    cerita.page.get_by_role("button", name="Simpan putusan").click()
    cerita.page.get_by_text("Pilih setujui atau kembalikan.").first.wait_for()
    with cerita.page.expect_popup() as bundel:
        cerita.page.get_by_role("link", name="Buka bundel").click()
    assert bundel.value.url.endswith(f"/bundel/{laporan.bundel.get().pk}/")
    kembalikan = cerita.page.locator("input[name^=putusan_][value=kembalikan]").first
    cerita.page.check("input[name=semua][value=setujui]")
    kembalikan.check()
    catatan = cerita.page.locator("textarea[name^=catatan_]:not([name=catatan_semua])").first
    catatan.fill("Sebutkan besaran tagihan.")
    cerita.tekan("Simpan putusan")
    laporan.refresh_from_db()
    assert laporan.status == "dikembalikan"
    cerita.sebagai("tim", f"/pelaporan/laporan/{laporan.pk}/")
    cerita.page.get_by_role("link", name="Perbaiki").click()
    cerita.page.locator("textarea[name$=-uraian]:visible").first.fill("Menagih Rp150.000.000.")
    cerita.tekan("Simpan baris")
    nyatakan_lengkap(cerita, laporan.kegiatan)
    cerita.buka(f"/pelaporan/laporan/{laporan.pk}/")
    cerita.tekan("Kirim ke Ketua TKKSD")
    jalankan_antrean()
    cerita.sebagai("ketua", f"/pelaporan/meja-ketua/{laporan.pk}/")
    cerita.page.locator("input[type=radio][value=setujui]").first.check()
    cerita.tekan("Simpan putusan")
    laporan.refresh_from_db()
    assert laporan.status == "disetujui"
