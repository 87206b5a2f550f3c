"""The snapshot of a bundle as plain values, and small files to merge into it."""

import hashlib
import io
import zlib

import pikepdf
from PIL import Image

from inti.unggahan import DOCX, JPEG, PDF, PNG
from pelaporan.domain.lampiran import nomori
from pengawasan.enums import JenisKegiatan

PEJABAT = {"nama": "Drs. Surya", "nip": "197203041998031005", "jabatan": "Plh. Kepala Bagian"}
SEL = ("dasar", "materi_evaluasi", "permasalahan", "solusi", "tindak_lanjut", "keterangan")


def baris_matrik(no, **sel):
    """One row; every cell says which it is."""
    nilai = {nama: f"{nama} baris {no}" for nama in SEL} | {"perangkat_daerah": f"Dinas {no}"}
    rekomendasi = [{"huruf": "d", "label": "Menagih", "uraian": f"uraian {no}", "tenggat": ""}]
    return nilai | {"no": no, "rekomendasi": rekomendasi} | sel


def matrik(baris):
    """The attachment of letter e."""
    return {"jenis": "matrik", "huruf": "e", "judul": "Matrik hasil evaluasi", "baris": baris}


def notulensi(**nilai):
    """The attachment of letter c."""
    isian = ("tanggal", "pukul", "tempat", "pimpinan", "notulis", "agenda", "pembahasan")
    dasar = {nama: f"{nama} rapat" for nama in (*isian, "kesimpulan")}
    return {"jenis": "notulensi", "huruf": "c", "judul": "Notulensi rapat"} | dasar | nilai


def laporan_mitra(*berkas):
    """The attachment of letter a, with its files."""
    isian = [
        {"label": "Latar belakang", "teks": "Kebutuhan pelayanan.", "kolom": [], "baris": []},
        {"label": "Kewajiban", "teks": "", "kolom": ["Uraian"], "baris": [[["Uraian", "Kios"]]]},
    ]
    return {
        "jenis": "laporan_mitra",
        "huruf": "a",
        "judul": "Laporan mitra: PT A",
        "laporan": "Laporan ke-2",
        "jatuh_tempo": "2 Agustus 2026",
        "tanda_terima": "TT/2/1/2026",
        "disampaikan": "4 Agustus 2026 pukul 09.00 WIB",
        "oleh": "Gilang",
        "tinjauan": "Diterima",
        "bagian": [{"judul": "Pelaksanaan", "isian": isian}],
        "berkas": list(berkas),
    }


def berita_acara(*foto):
    """The attachment of letter d, with its photos."""
    isian = ("nomor_surat", "tanggal_kata", "pukul", "tanggal_kejadian", "diterima", "diverifikasi")
    isian += ("diverifikasi_oleh", "perangkat_daerah", "tempat", "koordinat")
    kosong = dict.fromkeys(("temuan", "angka", "kesepakatan", "penanda_tangan"), ())
    kosong["angka_berdampingan"] = ()
    keterangan = {"keterangan": "Pintu", "diambil": "", "diterima": "6 Agustus 2026"}
    return (
        {"jenis": "berita_acara", "huruf": "d", "judul": "Berita acara rapat"}
        | {nama: f"{nama} acara" for nama in isian}
        | kosong
        | {"klaim_lama": False, "selisih": 0, "foto": [f | keterangan for f in foto]}
    )


def isi_bundel(*lampiran, **nilai):
    """The snapshot of an evaluasi with those attachments, or with a notulensi only."""
    return {
        "pemerintah": {
            "nama": "Pemerintah Kota Contoh",
            "nama_daerah": "Kota Contoh",
            "tempat": "Contoh",
            "sekretariat": "Sekretariat Daerah",
            "alamat": "Jalan Satu",
            "telepon": "",
            "laman": "",
            "surel": "",
            "dasar_hukum": "Peraturan Nomor 1",
            "lambang": None,
        },
        "laporan": {
            "nomor": "100.2.2.3/5/SETDA/2026",
            "tanggal": "15 Agustus 2026",
            "versi": 1,
            "jumlah_lampiran": "1 (satu) berkas",
            "pendahuluan": "Pendahuluan.",
            "hasil": "Hasil.",
            "kesimpulan": "Kesimpulan.",
            "kepada": PEJABAT | {"jabatan": "Sekretaris Daerah"},
            "ketua_tim": PEJABAT,
        },
        "kegiatan": {
            "jenis": "Evaluasi",
            "evaluasi": True,
            "metode": "FGD",
            "sifat": "Berkala",
            "tanggal": "Kamis, 6 Agustus 2026",
            "tempat": "Ruang rapat",
            "alasan_tanpa_tinjau": "",
            "hasil_wawancara": "",
            "surat_tugas": None,
            "dasar": ["Pasal 6 ayat (5)."],
        },
        "naskah": {
            "jenis": "PKS",
            "nomor": "1/2025",
            "judul": "Pengelolaan pasar",
            "mitra": ["PT A"],
            "perangkat_daerah": ["Dinas B"],
            "tanggal_ttd": "2 Agustus 2025",
            "tanggal_berakhir": "2 Agustus 2030",
        },
        "kertas": "f4",
        "tim": [],
        "rekap": [],
        "lampiran": nomori(JenisKegiatan.EVALUASI, lampiran or [notulensi()]),
        "kode": "ab" * 16,
        "alamat": f"https://kerjasama.contoh.go.id/v/{'ab' * 16}/",
        "jejak": {"pk": 7, "hash": "cd" * 32},
    } | nilai


def bundel_pemantauan():
    """The report of a pemantauan whose mitra was silent, with what stands in the place of it."""
    isi = isi_bundel()
    kegiatan = {"jenis": "Pemantauan", "evaluasi": False, "metode": "tinjau lokasi"}
    hasil = "terkirim 1 Agustus 2026 pukul 08.00 WIB"
    pernyataan = {
        "jenis": "pernyataan_tanpa_laporan",
        "huruf": "a",
        "judul": "Pernyataan laporan mitra tidak disampaikan",
        "mitra": ["PT A"],
        "teks": "Sudah diingatkan.",
        "tunggakan": [
            {
                "mitra": "PT A",
                "laporan": "Laporan ke-2",
                "jatuh_tempo": "2 Agustus 2026",
                "batas": "16 Agustus 2026",
                "terlambat": 5,
            }
        ],
        "pengingat": [
            {
                "waktu": "1 Agustus 2026",
                "oleh": "sistem",
                "perihal": "Laporan jatuh tempo",
                "kepada": [{"nama": "Gilang", "hasil": hasil}],
            }
        ],
    }
    tanpa_tinjau = {
        "jenis": "pernyataan_tanpa_tinjau",
        "huruf": "b",
        "judul": "Pernyataan tinjau lokasi tidak diperlukan",
        "nama": "Intan",
        "nip": "",
        "jabatan": "Anggota tetap",
        "teks": "Dokumen cukup.",
    }
    tinjau = berita_acara() | {
        "huruf": "b",
        "judul": "Berita acara tinjau lokasi",
        "penanda_tangan": ["Bambang, Kepala, Dinas B", "Gilang, Manajer, PT A"],
        "temuan": ["Kios terisi."],
    }
    lampiran = nomori(JenisKegiatan.PEMANTAUAN, [pernyataan, tinjau, tanpa_tinjau])
    return isi | {"kegiatan": isi["kegiatan"] | kegiatan, "lampiran": lampiran}


def isi_tanda_terima():
    """The snapshot of the receipt of a mitra's report."""
    diterima = "4 Agustus 2026 pukul 09.00.12 WIB"
    penerima = [("Wali Kota", "tujuan"), ("Bagian Kerja Sama", "tembusan"), ("Dinas", "tembusan")]
    return isi_bundel(
        judul="Tanda terima laporan TT/2/1/2026",
        nomor="TT/2/1/2026",
        diterima=f"Selasa, {diterima}",
        mitra="PT Sejahtera",
        disampaikan_oleh="Gilang",
        ke=2,
        putaran=1,
        batas="16 Agustus 2026",
        terlambat=0,
        sidik="ef" * 32,
        berkas=[{"nama": "Laporan semester.pdf", "ukuran": 123_456, "sha256": "cd" * 32}],
        penerima=[{"nama": n, "sebagai": s, "diterima": diterima} for n, s in penerima],
        pejabat={"nama": "", "nip": "", "jabatan": "Bagian Kerja Sama"},
        lampiran=[],
    )


class Laci:
    """Files on disk with their entries in the snapshot."""

    def __init__(self, folder):
        self.folder, self.berkas = folder, {}

    def simpan(self, nama, tipe, isi):
        """Put the bytes away; returns the entry."""
        pk, sha256 = len(self.berkas) + 1, hashlib.sha256(isi).hexdigest()
        self.berkas[pk] = self.folder / f"{pk}"
        self.berkas[pk].write_bytes(isi)
        return {"pk": pk, "nama": nama, "tipe": tipe, "sha256": sha256, "keterangan": ""}

    def pdf(self, nama, *teks, ukuran=(595, 842), **simpan):
        """A PDF with one page for each text."""
        with pikepdf.new() as pdf:
            for satu in teks:
                _halaman(pdf, satu, ukuran)
            keluaran = io.BytesIO()
            pdf.save(keluaran, **simpan)
        return self.simpan(nama, PDF, keluaran.getvalue())

    def formulir(self, nama, nilai):
        """A PDF whose text stands in a field that someone filled in."""
        with pikepdf.new() as pdf:
            halaman = _halaman(pdf, "", (595, 842))
            huruf = pikepdf.Dictionary(F1=halaman.Resources.Font.F1)
            isian = pdf.make_indirect(
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name.Widget,
                    FT=pikepdf.Name.Tx,
                    T=pikepdf.String("nama"),
                    V=pikepdf.String(nilai),
                    DA=pikepdf.String("/F1 12 Tf 0 g"),
                    Rect=[60, 700, 400, 720],
                    F=4,
                )
            )
            halaman.Annots = pikepdf.Array([isian])
            pdf.Root.AcroForm = pikepdf.Dictionary(
                Fields=[isian], NeedAppearances=True, DR=pikepdf.Dictionary(Font=huruf)
            )
            keluaran = io.BytesIO()
            pdf.save(keluaran)
        return self.simpan(nama, PDF, keluaran.getvalue())

    def bom(self, nama, megabyte):
        """A PDF of a few kilobytes whose one page unfolds to that much."""
        mampat = zlib.compressobj()
        isi = b"".join(mampat.compress(b" " * 1_000_000) for _ in range(megabyte)) + mampat.flush()
        lipat = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
        with pikepdf.new() as pdf:
            halaman = pdf.add_blank_page()
            halaman.Contents = pikepdf.Stream(pdf, b"")
            halaman.Contents.write(zlib.compress(isi), filter=lipat)
            keluaran = io.BytesIO()
            pdf.save(keluaran)
        return self.simpan(nama, PDF, keluaran.getvalue())

    def gambar(self, nama, ukuran=(60, 40)):
        """A plain picture."""
        keluaran = io.BytesIO()
        tipe = PNG if nama.endswith("png") else JPEG
        Image.new("RGB", ukuran, "#a2412f").save(keluaran, tipe.removeprefix("image/"))
        return self.simpan(nama, tipe, keluaran.getvalue())

    def png_kosong(self, nama, lebar, tinggi):
        """A picture of two hundred megapixels and more in a few kilobytes."""
        keluaran = io.BytesIO()
        Image.new("1", (lebar, tinggi)).save(keluaran, "png")
        return self.simpan(nama, PNG, keluaran.getvalue())

    def dokumen(self, nama):
        """Something that is kept as it is."""
        return self.simpan(nama, DOCX, b"PK\x03\x04 bukan untuk dibuka")


def _halaman(pdf, teks, ukuran):
    halaman = pdf.add_blank_page(page_size=ukuran)
    huruf = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    halaman.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(huruf)))
    halaman.Contents = pdf.make_stream(f"BT /F1 16 Tf 60 500 Td ({teks}) Tj ET".encode())
    return halaman
