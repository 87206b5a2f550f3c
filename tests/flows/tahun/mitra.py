"""The mitra: reports every six months, answers warnings, pays."""

from datetime import timedelta

from pelaporan.management.contoh import gambar
from tests.flows.tahun.halaman import unggahan
from tests.flows.tahun.watak import watak

ISIAN = {
    "isian-latar_belakang": "Laporan ini disampaikan setiap enam bulan.",
    "isian-maksud_tujuan": "Menyampaikan perkembangan pelaksanaan.",
    "isian-ruang_lingkup": "Seluruh kewajiban menurut naskah.",
    "isian-perkembangan": "Kegiatan berjalan, capaian 80 persen.",
    "isian-penerima_manfaat": "Masyarakat sekitar dan pedagang.",
    "isian-hambatan": "Pengadaan bahan terlambat dua pekan.",
    "isian-rencana": "Menyelesaikan sisa pekerjaan pada semester berikutnya.",
}


def diam(mitra):
    """One mitra in seven says nothing until it is warned."""
    return watak(mitra, 7) == 5


def isi_laporan(orang, kewajiban, tugas, hari):
    """In time, or three weeks after the limit, or not at all."""
    lambat = 21 if watak(kewajiban.mitra, 5) == 2 else 0
    boleh = kewajiban.jatuh_tempo + timedelta(days=5 + lambat)
    if diam(kewajiban.mitra) or hari < boleh:
        return
    halaman = orang.buka("/portal/").tekan("", memuat=f"/kewajiban/{kewajiban.pk}/mulai/")
    sampaikan(orang, halaman.alamat, hari)


def lanjutkan(orang, kewajiban, tugas, hari):
    """A report that was begun or returned."""
    sampaikan(orang, tugas.tautan, hari)


def sampaikan(orang, alamat, hari):
    """Fill in the form, attach a file, look it over, submit."""
    halaman = orang.buka(alamat)
    formulir = halaman.pohon.get_element_by_id("laporan")
    isi = {n: v for n, v in ISIAN.items() if n in formulir.fields}
    isi |= {n: "80" for n in formulir.fields if n.endswith("-persen") and "__" not in n}
    isi |= {n: "Terlaksana" for n in formulir.fields if n.endswith("-realisasi") and "__" not in n}
    halaman = halaman.tekan("Simpan", **isi)
    lampiran = unggahan(gambar.dokumen(f"Lampiran laporan {hari}"))
    orang.buka(alamat).tekan("Unggah", berkas={"berkas": lampiran})
    orang.buka(f"{alamat}periksa/").tekan("Sampaikan laporan")


def jawab_teguran(orang, teguran, tugas, hari):
    """A silent mitra wakes up at the second letter; the others answer at once."""
    if diam(teguran.mitra) and teguran.tingkat_kini == 1:
        return
    halaman = orang.buka(tugas.tautan)
    halaman.tekan("Sampaikan jawaban", teks="Laporan dan setoran kami sampaikan pekan ini.")


def bayar(orang, setoran, tugas, hari):
    """What is owed and of a known amount is paid; one mitra in seven does not."""
    sisa = setoran.angka.tunggakan
    if not sisa or diam(setoran.butir.naskah.mitra.first()):
        return
    bukti = unggahan(gambar.dokumen(f"Bukti setor {setoran.pk}"))
    halaman = orang.buka(f"{tugas.tautan}bayar/")
    halaman.tekan("Simpan", berkas={"bukti": bukti}, jumlah=str(int(sisa)))
