"""Perangkat Daerah: reports what was done, and does what was recommended."""

from datetime import timedelta

from pelaporan.management.contoh import gambar
from tests.flows.tahun.halaman import unggahan
from tests.flows.tahun.watak import watak


def susun_berita_acara(orang, kegiatan, tugas, hari):
    """The day after it was held; one unit in ten takes three weeks."""
    lama = 20 if watak(kegiatan.naskah, 10) == 6 else 1
    if hari < kegiatan.tanggal_rencana + timedelta(days=lama):
        return
    isi = {
        "tanggal_kejadian": kegiatan.tanggal_rencana.isoformat(),
        "tempat": "Lokasi kerja sama, Jalan Pangeran Jayakarta",
        "temuan-0-uraian": "Pelaksanaan berjalan; sebagian tidak tepat waktu.",
        # Whoever writes it may be on the team, and then does not sign for the unit.
        "penanda_tangan-0-nama": "Ir. Kusuma Wardhana, M.T.",
        "penanda_tangan-0-jabatan": "Kepala Perangkat Daerah",
        "kesepakatan-0-uraian": "Mitra menyampaikan data pendukung.",
        "kesepakatan-0-penanggung_jawab": "Mitra",
        "kesepakatan-0-tenggat": (hari + timedelta(days=14)).isoformat(),
    }
    if kegiatan.jenis == "evaluasi":
        isi["jenis"] = "rapat"
    foto = unggahan(gambar.foto(f"Kegiatan {kegiatan.pk}"))
    halaman = orang.buka(tugas.tautan)
    halaman.tekan("Simpan dan ajukan", berkas={"foto": foto}, **isi)


def perbaiki_berita_acara(orang, berita, tugas, hari):
    """Mend what was returned, and submit it again."""
    halaman = orang.buka(f"{tugas.tautan}ubah/")
    halaman.tekan("Simpan dan ajukan", tempat="Jalan Pangeran Jayakarta Nomor 7, Medan Satria")


def laporkan(orang, butir, tugas, hari):
    """Report a follow-up near its deadline, with evidence; one in eight after it."""
    lama = -10 if watak(butir, 8) else 15
    if hari < butir.tenggat + timedelta(days=lama):
        return
    halaman = orang.buka(tugas.tautan)
    bukti = unggahan(gambar.dokumen(f"Bukti tindak lanjut {butir.pk}"))
    keterangan = "Jadwal sudah disepakati dan dilaksanakan bersama mitra."
    halaman.tekan("Laporkan selesai", berkas={"bukti": bukti}, keterangan=keterangan)
