"""Tim Pengawasan: meets, fills in the matrix, writes and mends the report."""

from datetime import timedelta

from pengawasan.models import Rekomendasi
from tests.flows.tahun import dokumen
from tests.flows.tahun.watak import watak

HURUF = "adegcdehfd"
LAPORAN = {
    "hasil": "Kewajiban para pihak pada umumnya terlaksana.",
    "kesimpulan": "Kerja sama layak diteruskan dengan perbaikan.",
    # Each asked for only where what it stands for is not there.
    "alasan_tanpa_tinjau": "Pemantauan dilakukan dengan menganalisa laporan mitra.",
    "pernyataan_tanpa_laporan": "Mitra belum melapor meskipun sudah diingatkan.",
}


def isi_hasil(orang, kegiatan, tugas, hari):
    """What an evaluasi leaves behind: daftar hadir, notulensi, the elements, the matrix."""
    _hadirin(orang, kegiatan)
    alamat = kegiatan.get_absolute_url()
    orang.buka(f"{alamat}notulensi/").tekan(
        "Simpan notulensi",
        tanggal=kegiatan.tanggal_pelaksanaan.isoformat(),
        mulai="09:00",
        selesai="11:30",
        tempat="Ruang Rapat Sekretariat Daerah",
        pimpinan="Kepala Bagian Kerja Sama",
        notulis=orang.pengguna.nama,
        agenda="Evaluasi pelaksanaan hak dan kewajiban.",
        pembahasan="Para pihak membahas capaian dan hambatan selama dua semester.",
        kesimpulan="Permasalahan dituangkan dalam matrik beserta rekomendasinya.",
    )
    orang.buka(f"{alamat}unsur/").tekan(
        "Simpan",
        hasil_wawancara="Pengelola dan penerima manfaat diwawancarai; dokumen diperiksa.",
        alasan_tanpa_tinjau="Lokasi sudah ditinjau pada pemantauan sebelumnya.",
    )
    for nomor in range(1 + watak(kegiatan, 3)):
        _baris(orang, kegiatan, HURUF[(kegiatan.pk + nomor) % len(HURUF)])
    dokumen.cetak(orang, alamat)
    dokumen.cetak(orang, f"/pengawasan/matrik/{kegiatan.pk}/")


def _hadirin(orang, kegiatan):
    baris = [
        (orang.pengguna.nama, "Kepala Sub Bagian", "Bagian Kerja Sama", "tim"),
        ("Perwakilan perangkat daerah", "Staf", "Perangkat Daerah", "perangkat_daerah"),
        ("Perwakilan mitra", "Penanggung jawab", "Mitra", "mitra"),
    ]
    nilai = {
        f"hadirin-{nomor}-{nama}": isi
        for nomor, satu in enumerate(baris)
        for nama, isi in zip(("nama", "jabatan", "instansi", "unsur"), satu, strict=True)
    }
    halaman = orang.buka(f"{kegiatan.get_absolute_url()}hadirin/")
    halaman.tekan("Simpan daftar hadir", **nilai)


def _baris(orang, kegiatan, huruf):
    """One row with all eight columns and one recommendation."""
    halaman = orang.buka(f"/pengawasan/matrik/{kegiatan.pk}/tambah/")
    unit = kegiatan.naskah.perangkat_daerah.first()
    halaman.tekan(
        "Simpan baris",
        dasar="Pasal 5 perjanjian kerja sama",
        materi_evaluasi="Pelaksanaan kewajiban para pihak",
        permasalahan="Sebagian kewajiban dilaksanakan tidak tepat waktu.",
        solusi="Menyusun ulang jadwal pelaksanaan.",
        tindak_lanjut="Para pihak menyepakati jadwal dan melaksanakannya.",
        perangkat_daerah=str(unit.pk),
        keterangan="Dibahas dalam FGD.",
        **{
            f"baru-{huruf}-pilih": "on",
            f"baru-{huruf}-uraian": f"Melaksanakan rekomendasi huruf {huruf} sesuai matrik.",
        },
    )


def lengkapi(orang, kegiatan, tugas, hari):
    """Write the analysis where there is one to write, and state that everything is there."""
    halaman = orang.buka(kegiatan.get_absolute_url())
    if analisa := halaman.tautan("Tulis analisa"):
        _analisa(orang.buka(analisa))
        halaman = orang.buka(kegiatan.get_absolute_url())
    halaman.tekan("Nyatakan lengkap")


def _analisa(halaman):
    """Of the mitra's reports that there are, or of what the unit has."""
    halaman.tekan(
        "Simpan",
        dokumen_lain="Data pelaksanaan dari Perangkat Daerah.",
        ringkasan="Sebagian besar kewajiban dilaksanakan.",
        permasalahan="Tidak ada.",
        kesimpulan="Kerja sama berjalan sesuai naskah.",
    )


def susun_laporan(orang, kegiatan, tugas, hari):
    """Write the report and send it."""
    halaman = orang.buka(tugas.tautan)
    if halaman.tombol("Mulai menyusun"):
        halaman = halaman.tekan("Mulai menyusun")
    _kirim(orang, kegiatan.laporan if hasattr(kegiatan, "laporan") else None, halaman)


def _kirim(orang, laporan, halaman):
    alamat = laporan.get_absolute_url() if laporan else _rincian(halaman.alamat)
    halaman = orang.buka(f"{alamat}ubah/")
    isi = {n: v for n, v in LAPORAN.items() if n in halaman.isian("Simpan")}
    halaman.tekan("Simpan", **isi)
    orang.buka(alamat).tekan("Kirim ke Ketua TKKSD")


def _rincian(alamat):
    return alamat.removesuffix("ubah/")


def perbaiki(orang, laporan, tugas, hari):
    """Mend the recommendations that the chair returned, and send it again."""
    kembali = Rekomendasi.objects.milik(laporan.kegiatan).filter(status="dikembalikan")
    for satu in kembali.select_related("baris"):
        alamat = f"/pengawasan/matrik/{laporan.kegiatan_id}/baris/{satu.baris_id}/ubah/"
        nama = f"r{satu.pk}-{satu.jenis}"
        isi = {
            f"{nama}-uraian": f"{satu.uraian} Besaran dan waktunya disebut pada lampiran.",
            f"{nama}-tenggat": (hari + timedelta(days=60)).isoformat(),
        }
        orang.buka(alamat).tekan("Simpan baris", **isi)
    orang.buka(laporan.kegiatan.get_absolute_url()).tekan("Nyatakan lengkap")
    _kirim(orang, laporan, None)


def tunggu_pelaksanaan(orang, kegiatan, tugas, hari):
    """Two weeks before an evaluasi the sheets are asked for; then it is the unit's turn."""
    dekat = kegiatan.tanggal_rencana - hari < timedelta(days=15)
    if kegiatan.jenis != "evaluasi" or not dekat or kegiatan.kertas_kerja.exists():
        return
    orang.buka(f"/pengawasan/kertas-kerja/kegiatan/{kegiatan.pk}/").tekan("Minta kertas kerja")


def nilai_jawaban(orang, teguran, tugas, hari):
    """An answer satisfies, except every fourth."""
    halaman = orang.buka(tugas.tautan)
    kata = "Belum cukup" if watak(teguran, 4) == 1 else "Terima jawaban"
    halaman.tekan(kata, catatan="Jawaban dibandingkan dengan laporan dan bukti yang ada.")


def isi_kertas_kerja(orang, kertas, tugas, hari):
    """Answer every question, and submit."""
    halaman = orang.buka(tugas.tautan)
    formulir = next(halaman.tombol("Simpan dan sampaikan")[0].iterancestors("form"))
    nama = halaman.isian("Simpan dan sampaikan")
    jawab = {n: _pilih(formulir.inputs[n]) for n in nama if n.startswith("jawab_")}
    uraian = {n: "Sesuai keadaan pada saat diisi." for n in nama if n.startswith("uraian_")}
    halaman.tekan("Simpan dan sampaikan", **jawab, **uraian)


def _pilih(isian):
    pilihan = [v for v in isian.value_options if v]
    return pilihan[len(pilihan) // 2]
