"""The columns of the supervision's lists when they are taken away as a file."""

from __future__ import annotations

from inti.lembar import Kolom

JADWAL = (
    Kolom("Jatuh tempo", lambda j: j.jatuh_tempo),
    Kolom("Ditunda sampai", lambda j: j.ditunda_sampai),
    Kolom("Alasan penundaan", lambda j: j.alasan_penundaan),
    Kolom("Kegiatan", lambda j: j.get_jenis_display()),
    Kolom("Giliran ke", lambda j: j.ke),
    Kolom("Nomor naskah", lambda j: j.naskah.nomor),
    Kolom("Tentang", lambda j: j.naskah.judul),
    Kolom("Status", lambda j: j.get_status_display()),
    Kolom("Alasan", lambda j: j.alasan_status),
)
KEGIATAN = (
    Kolom("Tanggal rencana", lambda k: k.tanggal_rencana),
    Kolom("Tanggal pelaksanaan", lambda k: k.tanggal_pelaksanaan),
    Kolom("Kegiatan", lambda k: k.get_jenis_display()),
    Kolom("Sifat", lambda k: k.get_sifat_display()),
    Kolom("Metode", lambda k: k.get_metode_display()),
    Kolom("Tempat", lambda k: k.tempat),
    Kolom("Nomor naskah", lambda k: k.naskah.nomor),
    Kolom("Tentang", lambda k: k.naskah.judul),
    Kolom("Mitra", lambda k: "; ".join(m.nama for m in k.naskah.mitra.all())),
    Kolom("Jatuh tempo", lambda k: k.jadwal and k.jadwal.jatuh_tempo),
    Kolom("Status", lambda k: k.get_status_display()),
)
KERTAS_KERJA = (
    Kolom("Kegiatan", lambda k: k.kegiatan.get_jenis_display()),
    Kolom("Tanggal rencana", lambda k: k.kegiatan.tanggal_rencana),
    Kolom("Nomor naskah", lambda k: k.kegiatan.naskah.nomor),
    Kolom("Tentang", lambda k: k.kegiatan.naskah.judul),
    Kolom("Diisi oleh", lambda k: k.pihak),
    Kolom("Status", lambda k: k.get_status_display()),
    Kolom("Disampaikan pada", lambda k: k.disampaikan_pada),
)
SURAT_TUGAS = (
    Kolom("Nomor", str),
    Kolom("Tanggal", lambda s: s.tanggal),
    Kolom(
        "Kegiatan",
        lambda s: "; ".join(f"{k.get_jenis_display()}: {k.naskah.judul}" for k in s.kegiatan.all()),
    ),
    Kolom("Penanda tangan", lambda s: s.penanda_tangan),
    Kolom("Jabatan penanda tangan", lambda s: s.jabatan_penanda_tangan),
    Kolom("Anggota", lambda s: "; ".join(a.nama for a in s.anggota.all())),
)
TINDAK_LANJUT = (
    Kolom("Tenggat", lambda t: t.tenggat),
    Kolom("Yang harus dilakukan", lambda t: t.uraian),
    Kolom("Rekomendasi", lambda t: t.rekomendasi.get_jenis_display()),
    Kolom("Nomor naskah", lambda t: t.naskah.nomor),
    Kolom("Tentang", lambda t: t.naskah.judul),
    Kolom("Penanggung jawab", lambda t: t.perangkat_daerah.nama),
    Kolom("Status", lambda t: t.get_status_display()),
    Kolom("Dilaporkan pada", lambda t: t.dilaporkan_pada),
    Kolom("Ditutup pada", lambda t: t.ditutup_pada),
)
