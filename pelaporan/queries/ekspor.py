"""The columns of the reporting's lists when they are taken away as a file."""

from __future__ import annotations

from inti.lembar import Kolom

LAPORAN = (
    Kolom("Kegiatan", lambda x: x.kegiatan.get_jenis_display()),
    Kolom("Tanggal pelaksanaan", lambda x: x.kegiatan.tanggal_pelaksanaan),
    Kolom("Nomor laporan", lambda x: x.nomor and str(x.nomor)),
    Kolom("Nomor naskah", lambda x: x.kegiatan.naskah.nomor),
    Kolom("Tentang", lambda x: x.kegiatan.naskah.judul),
    Kolom("Penyusun", lambda x: str(x.disusun_oleh)),
    Kolom("Dikirim", lambda x: x.dikirim_pada),
    Kolom("Diputuskan", lambda x: x.diputuskan_pada),
    Kolom("Status", lambda x: x.get_status_display()),
)
DITAHAN = (
    Kolom("Nomor naskah", lambda x: x.naskah.nomor),
    Kolom("Tentang", lambda x: x.naskah.judul),
    Kolom("Alasan", lambda x: x.alasan),
    Kolom("Ditahan oleh", lambda x: str(x.ditahan_oleh)),
    Kolom("Ditahan pada", lambda x: x.ditahan_pada),
)
PUTUSAN_WALIKOTA = (
    Kolom("Rekomendasi", lambda x: x.get_jenis_display()),
    Kolom("Uraian", lambda x: x.uraian),
    Kolom("Nomor naskah", lambda x: x.baris.matrik.kegiatan.naskah.nomor),
    Kolom("Tentang", lambda x: x.baris.matrik.kegiatan.naskah.judul),
    Kolom("Permasalahan", lambda x: x.baris.permasalahan),
    Kolom("Disetujui Ketua TKKSD pada", lambda x: x.diputuskan_pada),
)
LAPORAN_MITRA = (
    Kolom("Laporan", lambda x: x.kewajiban.sebutan),
    Kolom("Tanda terima", lambda x: x.nomor),
    Kolom("Putaran", lambda x: x.putaran),
    Kolom("Mitra", lambda x: x.kewajiban.mitra.nama),
    Kolom("Nomor naskah", lambda x: x.kewajiban.naskah.nomor),
    Kolom("Tentang", lambda x: x.kewajiban.naskah.judul),
    Kolom("Jatuh tempo", lambda x: x.kewajiban.jatuh_tempo),
    Kolom("Batas", lambda x: x.batas_putaran),
    Kolom("Disampaikan", lambda x: x.disampaikan_pada),
    Kolom("Terlambat", lambda x: "ya" if x.telat else "tidak"),
    Kolom("Status", lambda x: x.get_status_display()),
)
KEWAJIBAN_LAPORAN = (
    Kolom("Batas", lambda x: x.batas),
    Kolom("Jatuh tempo", lambda x: x.jatuh_tempo),
    Kolom("Laporan", lambda x: x.sebutan),
    Kolom("Mitra", lambda x: x.mitra.nama),
    Kolom("Nomor naskah", lambda x: x.naskah.nomor),
    Kolom("Tentang", lambda x: x.naskah.judul),
    Kolom("Terakhir diingatkan", lambda x: x.diingatkan_pada),
)
# What the mitra itself owes; when it was reminded is the office's affair.
KEWAJIBAN_SAYA = KEWAJIBAN_LAPORAN[:-1]
PERPANJANGAN = (
    Kolom("Mitra", lambda x: x.kewajiban.mitra.nama),
    Kolom("Nomor naskah", lambda x: x.kewajiban.naskah.nomor),
    Kolom("Laporan", lambda x: str(x.kewajiban)),
    Kolom("Batas saat diminta", lambda x: x.batas),
    Kolom("Diminta sampai", lambda x: x.sampai),
    Kolom("Alasan", lambda x: x.alasan),
    Kolom("Diajukan oleh", lambda x: str(x.diajukan_oleh)),
    Kolom("Diajukan pada", lambda x: x.diajukan_pada),
    Kolom("Status", lambda x: x.get_status_display()),
    Kolom("Diputuskan oleh", lambda x: str(x.diputuskan_oleh or "")),
    Kolom("Catatan putusan", lambda x: x.catatan_putusan),
)
PERMINTAAN_LAPORAN = (
    Kolom("Perihal", lambda x: x.perihal),
    Kolom("Nomor naskah", lambda x: x.naskah.nomor),
    Kolom("Tentang", lambda x: x.naskah.judul),
    Kolom("Alasan", lambda x: x.alasan),
    Kolom("Diminta oleh", lambda x: str(x.diminta_oleh)),
    Kolom("Diminta pada", lambda x: x.diminta_pada),
    Kolom("Batas", lambda x: x.batas),
    Kolom("Mitra yang diminta", lambda x: x.jumlah),
    Kolom("Sudah disampaikan", lambda x: x.jumlah_disampaikan),
    Kolom("Ditarik pada", lambda x: x.ditarik_pada),
    Kolom("Alasan ditarik", lambda x: x.alasan_tarik),
)
FORMULIR = (
    Kolom("Versi", lambda x: x.versi),
    Kolom("Status", lambda x: x.get_status_display()),
    Kolom("Berlaku mulai", lambda x: x.berlaku_mulai),
    Kolom("Dasar", lambda x: x.dasar),
    Kolom("Nomor Keputusan", lambda x: x.nomor_keputusan),
    Kolom("Tanggal Keputusan", lambda x: x.tanggal_keputusan),
    Kolom("Diterbitkan pada", lambda x: x.diterbitkan_pada),
)
KLASIFIKASI = (
    Kolom("Kode", lambda k: k.kode),
    Kolom("Perihal", lambda k: k.nama),
    Kolom("Untuk jenis surat", lambda k: k.jenis),
    Kolom("Berlaku mulai", lambda k: k.mulai),
    Kolom("Berlaku sampai", lambda k: k.sampai),
)
PEKERJAAN = (
    Kolom("Pekerjaan", lambda p: p.jenis),
    Kolom("Sebutan", lambda p: p.sebutan),
    Kolom("Sebab", lambda p: p.sebab),
    Kolom("Untuk", lambda p: p.milik),
    Kolom("Terakhir dicoba", lambda p: p.pada),
)
DOKUMEN = (
    Kolom("Jenis", lambda d: d.get_jenis_display()),
    Kolom("Judul", lambda d: d.judul),
    Kolom("Nomor", lambda d: d.nomor.nomor if d.nomor else ""),
    Kolom("Tanggal", lambda d: d.tanggal),
    Kolom("Versi", lambda d: d.versi),
    Kolom("Digantikan", lambda d: "ya" if d.digantikan else ""),
    Kolom("Tidak berlaku lagi", lambda d: "ya" if d.dibatalkan else ""),
    Kolom("Diterbitkan oleh", lambda d: str(d.diminta_oleh)),
    Kolom("Diterbitkan pada", lambda d: d.diminta_pada),
)
SURAT = (
    Kolom("Nomor", lambda s: s.nomor),
    Kolom("Tanggal", lambda s: s.tanggal),
    Kolom("Jenis", lambda s: s.jenis),
    Kolom("Perihal", lambda s: s.perihal),
    Kolom("Dibuat oleh", lambda s: str(s.dibuat_oleh)),
    Kolom("Dibatalkan", lambda s: s.dibatalkan_pada),
    Kolom("Alasan pembatalan", lambda s: s.alasan_batal),
)
