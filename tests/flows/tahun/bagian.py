"""Bagian Kerja Sama: plans, assigns, verifies, reviews, warns, closes."""

from datetime import timedelta

from pelaporan.models import KewajibanLaporan
from tests.flows.tahun import dokumen
from tests.flows.tahun.watak import hari_kerja, watak

SEPAKAT = "Bukti dan hasilnya sudah diperiksa bersama Perangkat Daerah."


def rencanakan(orang, jadwal, tugas, hari):
    """Plan what is owed; a few are postponed or closed with a reason instead."""
    halaman = orang.buka(f"/pengawasan/jadwal/{jadwal.pk}/")
    if watak(jadwal, 23) == 7:
        # Only what fell due can be closed.
        if halaman.tombol("Tutup jadwal"):
            alasan = "Objek kerja sama sudah tidak ada; pengakhiran sedang dibahas para pihak."
            halaman.tekan("Tutup jadwal", alasan=alasan)
    elif watak(jadwal, 11) == 3 and not jadwal.penundaan.exists() and hari < jadwal.jatuh_tempo:
        sampai = (jadwal.jatuh_tempo + timedelta(days=21)).isoformat()
        alasan = "Lokasi tergenang banjir; akses jalan ditutup sementara."
        halaman.tekan("Ajukan penundaan", sampai=sampai, alasan=alasan)
    elif not jadwal.penundaan.menunggu().exists():
        _isi_rencana(orang, jadwal, tugas, hari)


def _isi_rencana(orang, jadwal, tugas, hari):
    """On the day, or as soon as can be; one unit in nine is three weeks late."""
    mundur = 21 if watak(jadwal.naskah, 9) == 4 else 0
    tanggal = max(hari + timedelta(days=7), jadwal.tenggat + timedelta(days=mundur))
    isi = {
        "tanggal_rencana": hari_kerja(tanggal).isoformat(),
        "waktu_rencana": "09:00",
        "tempat": "Ruang Rapat Sekretariat Daerah",
    }
    if jadwal.jenis == "pemantauan":
        isi["metode"] = "dokumen" if watak(jadwal, 3) == 1 else "tinjau_lokasi"
    orang.buka(tugas.tautan).tekan("Rencanakan", **isi)


def tugaskan(orang, kegiatan, tugas, hari):
    """The surat tugas with the whole team, and the invitation."""
    halaman = orang.buka(tugas.tautan)
    tambah = halaman.tautan("Terbitkan surat tugas")
    assert tambah, f"{halaman.alamat}: {halaman.teks}"
    surat = orang.buka(tambah).tekan("Terbitkan surat tugas")
    dokumen.cetak(orang, surat.alamat)
    dokumen.cetak(orang, kegiatan.get_absolute_url(), "undangan")


def verifikasi(orang, berita, tugas, hari):
    """Sound, or returned once with a reason at the field."""
    halaman = orang.buka(tugas.tautan)
    if watak(berita, 8) == 3 and berita.putaran.count() == 1:
        alasan = {"alasan-tempat": "Sebutkan alamat lokasi dengan lengkap."}
        halaman.tekan("Kembalikan", catatan="Lengkapi isian yang ditandai.", **alasan)
    else:
        dokumen.cetak(orang, halaman.tekan("Verifikasi").alamat, "berita_acara")


def tinjau(orang, laporan, tugas, hari):
    """Accept the mitra's report, or return it once."""
    halaman = orang.buka(tugas.tautan)
    if watak(laporan, 9) == 4 and laporan.putaran == 1:
        halaman.tekan("Kembalikan laporan", catatan="Lampirkan bukti setor bulan terakhir.")
    else:
        halaman.tekan("Terima laporan")


def tutup(orang, butir, tugas, hari):
    """Close what the unit reported."""
    orang.buka(tugas.tautan).tekan("Tutup", catatan=SEPAKAT)


def akhiri(orang, butir, tugas, hari):
    """What the Wali Kota decided: the form that the follow-up opens, with its reason."""
    halaman = orang.buka(orang.buka(tugas.tautan).tautan("Catat pengakhiran naskah"))
    halaman.tekan("Akhiri kerja sama", alasan="kesepakatan", tanggal=hari.isoformat())


def pilih_mitra(orang, butir, tugas, hari):
    """Every mitra that the page offers gets a ladder of its own."""
    halaman = orang.buka(tugas.tautan)
    kotak = halaman.pohon.xpath("//input[@type='checkbox' and contains(@name, 'mitra')]")
    halaman.tekan("Buka teguran", mitra=[k.get("value") for k in kotak])


def tegur(orang, teguran, tugas, hari):
    """The next letter of the ladder, or what comes after the third."""
    halaman = orang.buka(tugas.tautan)
    if terbit := halaman.tombol("Terbitkan SP"):
        isi = "Sampaikan laporan dan penuhi kewajiban Saudara menurut naskah kerja sama."
        halaman = halaman.tekan(" ".join(terbit[0].text_content().split()), isi=isi)
        dokumen.cetak(orang, halaman.alamat, "surat_teguran")
    else:
        halaman.tekan("Selesaikan", catatan="Tiga surat tidak menghasilkan perbaikan.")


def tegur_yang_diam(orang, hari):
    """On the first working day of a month: whoever is more than 30 days late is warned."""
    lama = KewajibanLaporan.objects.terlambat_pada(hari - timedelta(days=30))
    daftar = "/pelaporan/laporan-mitra/belum/?keadaan=terlambat"
    for pk in lama.values_list("pk", flat=True):
        halaman = orang.buka(daftar)
        if any(f"/belum/{pk}/tegur/" in f.get("action", "") for f in halaman.pohon.forms):
            halaman.tekan("Buka teguran", memuat=f"/belum/{pk}/tegur/")


def putuskan_perpanjangan(orang, permintaan, tugas, hari):
    """Granted, except every fourth, and what asks for a day that has passed."""
    halaman = orang.buka(tugas.tautan)
    if watak(permintaan, 4) == 1 or permintaan.sampai < hari:
        halaman.tekan("Tolak dengan alasan", catatan="Data semester ini sudah tersedia.")
    else:
        halaman.tekan("Setujui sampai")


def konfirmasi(orang, setoran, tugas, hari):
    """Money that others stated."""
    orang.buka(tugas.tautan).tekan("Konfirmasi")


def usulkan(orang, naskah, tugas, hari):
    """Evaluasi together with drafting the extension (Pasal 8 ayat (4))."""
    tanggal = hari_kerja(hari + timedelta(days=14)).isoformat()
    isi = {"tanggal_rencana": tanggal, "waktu_rencana": "09:00", "tempat": "Ruang Rapat Setda"}
    orang.buka(tugas.tautan).tekan("Rencanakan evaluasi", **isi)
