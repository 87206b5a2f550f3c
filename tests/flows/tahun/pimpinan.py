"""Those who decide: Ketua TKKSD, the head of the section, the Wali Kota, the administrator."""

from tests.flows.tahun.watak import watak


def putuskan_laporan(orang, laporan, tugas, hari):
    """Every recommendation, once the bundle is there; every sixth report is returned once."""
    halaman = orang.buka(tugas.tautan)
    if not halaman.tombol("Simpan putusan"):
        return
    nama = sorted(n for n in halaman.isian("Simpan putusan") if n.startswith("putusan_"))
    isi = dict.fromkeys(nama, "setujui")
    if watak(laporan, 6) == 2 and laporan.versi == 1:
        isi[nama[0]] = "kembalikan"
        isi[nama[0].replace("putusan", "catatan")] = "Sebutkan besaran dan tenggatnya."
    halaman.tekan("Simpan putusan", **isi)


def putuskan_penundaan(orang, penundaan, tugas, hari):
    """Granted, except every third."""
    halaman = orang.buka(tugas.tautan)
    if watak(penundaan, 3) == 1:
        halaman.tekan("Tolak dengan alasan", catatan="Tim dapat dibagi dua.")
    else:
        halaman.tekan("Setujui")


def putuskan_rekomendasi(orang, rekomendasi, tugas, hari):
    """Huruf f and h; every fourth is refused."""
    putusan = "tidak" if watak(rekomendasi, 4) == 1 else "setuju"
    halaman = orang.buka(tugas.tautan)
    halaman.tekan(
        "Simpan putusan",
        memuat=f"/{rekomendasi.pk}/putuskan/",
        putusan=putusan,
        catatan="Sudah dipertimbangkan bersama Ketua TKKSD.",
    )


def baca(orang, laporan, tugas, hari):
    """A mitra's report addressed to this reader."""
    orang.buka(tugas.tautan).tekan("Tandai sudah dibaca")


def terbitkan_kebijakan(orang, kebijakan, tugas, hari):
    """A policy that was tried out."""
    orang.buka(tugas.tautan).tekan("Terbitkan")
