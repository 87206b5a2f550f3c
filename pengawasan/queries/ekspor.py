"""The columns of the supervision's lists when they are taken away as a file."""

from __future__ import annotations

from inti.lembar import Kolom

AKAN_BERAKHIR = (
    Kolom("Berakhir", lambda b: b.akhir),
    Kolom("Sisa", lambda b: b.sisa),
    Kolom("Yang berakhir", lambda b: str(b.objek)),
    Kolom("Nomor naskah", lambda b: b.naskah.nomor),
    Kolom("Tentang", lambda b: b.naskah.judul),
    Kolom("Perpanjangan", lambda b: b.pengajuan.kalimat if b.pengajuan else ""),
    Kolom("Pengingat ditunda sampai", lambda b: b.tunda and b.tunda.sampai),
)
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
SUSUNAN_TIM = (
    Kolom("Kedudukan", lambda s: s.kursi.sebutan),
    Kolom("Jabatan", lambda s: s.kursi.nama),
    Kolom("Pemangku", lambda s: s.pemangku and str(s.pemangku.pengguna)),
    Kolom("NIP", lambda s: s.pemangku and s.pemangku.pengguna.nip),
    Kolom("Sifat", lambda s: s.pemangku and s.pemangku.get_sifat_display()),
    Kolom("Mulai", lambda s: s.pemangku and s.pemangku.mulai),
    Kolom("Sampai", lambda s: s.pemangku and s.pemangku.selesai),
    Kolom("Surat penunjukan", lambda s: s.pemangku and s.pemangku.dasar),
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
    Kolom("Mitra", lambda k: "; ".join(m.nama for m in k.naskah.mitra_kini)),
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
KEBIJAKAN = (
    Kolom("Versi", lambda k: k.versi),
    Kolom("Dasar", lambda k: k.dasar),
    Kolom("Nomor", lambda k: k.nomor_keputusan),
    Kolom("Tanggal", lambda k: k.tanggal_keputusan),
    Kolom("Tentang", lambda k: k.tentang),
    Kolom("Berlaku mulai", lambda k: k.berlaku_mulai),
    Kolom("Interval pemantauan (bulan)", lambda k: k.interval_pemantauan),
    Kolom("Interval evaluasi (bulan)", lambda k: k.interval_evaluasi),
    Kolom("Interval laporan mitra (bulan)", lambda k: k.interval_laporan),
    Kolom("Tenggang laporan (hari)", lambda k: k.tenggang_laporan),
    Kolom("Tangga pengingat (hari)", lambda k: k.tangga_teks),
    Kolom("Status", lambda k: k.get_status_display()),
)
BARIS_SIMULASI = (
    Kolom("Nomor naskah", lambda b: b.naskah.nomor),
    Kolom("Tentang", lambda b: b.naskah.judul),
    Kolom("Kegiatan", lambda b: b.get_jenis_display()),
    Kolom("Giliran ke", lambda b: b.ke),
    Kolom("Perubahan", lambda b: b.get_perubahan_display()),
    Kolom("Semula", lambda b: b.semula),
    Kolom("Menjadi", lambda b: b.menjadi),
)
PENUNDAAN = (
    Kolom("Diajukan pada", lambda p: p.diajukan_pada),
    Kolom("Diajukan oleh", lambda p: p.diajukan_oleh.nama),
    Kolom("Kegiatan", lambda p: p.jadwal.get_jenis_display()),
    Kolom("Giliran ke", lambda p: p.jadwal.ke),
    Kolom("Nomor naskah", lambda p: p.jadwal.naskah.nomor),
    Kolom("Tentang", lambda p: p.jadwal.naskah.judul),
    Kolom("Jatuh tempo menurut aturan", lambda p: p.jatuh_tempo),
    Kolom("Ditunda sampai", lambda p: p.sampai),
    Kolom("Alasan", lambda p: p.alasan),
    Kolom("Status", lambda p: p.get_status_display()),
    Kolom("Diputuskan oleh", lambda p: p.diputuskan_oleh and p.diputuskan_oleh.nama),
    Kolom("Diputuskan pada", lambda p: p.diputuskan_pada),
    Kolom("Catatan putusan", lambda p: p.catatan_putusan),
)
PENGENDALIAN = (
    Kolom("Tanggal", lambda p: p.tanggal),
    Kolom("Yang dikendalikan", lambda p: p.objek),
    Kolom("Temuan", lambda p: p.temuan),
    Kolom("Tindakan", lambda p: p.tindakan),
    Kolom("Nomor naskah", lambda p: p.naskah.nomor),
    Kolom("Tentang", lambda p: p.naskah.judul),
    Kolom("Perangkat daerah", lambda p: p.perangkat_daerah.nama),
    Kolom("Berkas", lambda p: p.berkas and p.berkas.nama),
)
PEMBINAAN = (
    Kolom("Tanggal mulai", lambda p: p.tanggal_mulai),
    Kolom("Tanggal selesai", lambda p: p.tanggal_selesai),
    Kolom("Jenis", lambda p: p.get_jenis_display()),
    Kolom("Materi", lambda p: p.materi),
    Kolom("Tempat", lambda p: p.tempat),
    Kolom("Narasumber", lambda p: p.narasumber),
    Kolom("Perangkat daerah", lambda p: "; ".join(u.nama for u in p.unit_terlihat)),
    Kolom("Jumlah peserta", lambda p: p.jumlah_peserta),
    Kolom("Hasil", lambda p: p.hasil),
    Kolom("Keadaan", lambda p: "Dibatalkan" if p.dibatalkan_pada else "Terlaksana"),
    Kolom("Alasan pembatalan", lambda p: p.alasan_batal),
)
KEPUTUSAN_TIM = (
    Kolom("Nomor", lambda k: k.nomor),
    Kolom("Tanggal", lambda k: k.tanggal),
    Kolom("Tentang", lambda k: k.tentang),
    Kolom("Berlaku mulai", lambda k: k.mulai),
    Kolom("Berlaku sampai", lambda k: k.akhir),
    Kolom("Anggota", lambda k: k.jumlah_anggota),
)
KUESIONER = (
    Kolom("Versi", lambda k: k.versi),
    Kolom("Berlaku mulai", lambda k: k.berlaku_mulai),
    Kolom("Dasar", lambda k: k.dasar),
    Kolom("Pertanyaan", lambda k: len(k.pertanyaan)),
    Kolom("Status", lambda k: k.get_status_display()),
)
ANGGOTA_NASKAH = (
    Kolom("Nama", lambda p: p.nama),
    Kolom("Jabatan", lambda p: p.jabatan),
    Kolom("Perangkat daerah", lambda p: str(p.perangkat_daerah)),
    Kolom("Nomor naskah", lambda p: p.naskah.nomor),
    Kolom("Tentang", lambda p: p.naskah.judul),
    Kolom("Hari pertama", lambda p: p.mulai),
    Kolom("Hari terakhir", lambda p: p.selesai),
    Kolom("Dasar atau alasan", lambda p: p.alasan),
    Kolom("Akun", lambda p: p.pengguna.username if p.pengguna else ""),
)
TENAGA_PROFESIONAL = (
    Kolom("Nama", lambda t: t.nama),
    Kolom("Keahlian", lambda t: t.keahlian),
    Kolom("Instansi", lambda t: t.instansi),
    Kolom("Keadaan", lambda t: "Aktif" if t.aktif else "Tidak aktif"),
)
RAPAT = (
    Kolom("Tanggal", lambda r: r.tanggal),
    Kolom("Mulai", lambda r: f"{r.mulai:%H.%M}" if r.mulai else ""),
    Kolom("Selesai", lambda r: f"{r.selesai:%H.%M}" if r.selesai else ""),
    Kolom("Tempat", lambda r: r.tempat),
    Kolom("Pimpinan", lambda r: r.pimpinan),
    Kolom("Agenda", lambda r: r.agenda),
    Kolom(
        "Kegiatan",
        lambda r: "; ".join(
            f"{k.get_jenis_display()}: {k.naskah.judul}" for k in r.kegiatan_terlihat
        ),
    ),
    Kolom("Jumlah hadir", lambda r: r.jumlah_hadirin),
    Kolom("Keadaan", lambda r: r.label_keadaan),
    Kolom("Alasan pembatalan", lambda r: r.alasan_batal),
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
    Kolom("Status", lambda s: s.get_status_display()),
)
TINDAK_LANJUT = (
    Kolom("Tenggat", lambda t: t.tenggat),
    Kolom("Dasar tenggat", lambda t: t.dasar_tenggat),
    Kolom("Jenis", lambda t: t.get_jenis_display()),
    Kolom("Yang harus dilakukan", lambda t: t.uraian),
    Kolom("Rekomendasi", lambda t: t.rekomendasi.get_jenis_display()),
    Kolom("Nomor naskah", lambda t: t.naskah.nomor),
    Kolom("Tentang", lambda t: t.naskah.judul),
    Kolom("Penanggung jawab", lambda t: t.perangkat_daerah.nama),
    Kolom("Status", lambda t: t.get_status_display()),
    Kolom("Dilaporkan pada", lambda t: t.dilaporkan_pada),
    Kolom("Ditutup pada", lambda t: t.ditutup_pada),
)
TEGURAN = (
    Kolom("Dibuka", lambda t: t.dibuka_pada),
    Kolom("Mitra", lambda t: t.mitra.nama),
    Kolom("Nomor naskah", lambda t: t.naskah.nomor),
    Kolom("Tentang", lambda t: t.naskah.judul),
    Kolom("Dasar", lambda t: t.get_dasar_display()),
    Kolom("Uraian dasar", lambda t: t.uraian_dasar),
    Kolom("Surat terakhir", lambda t: "; ".join(str(s) for s in t.surat_kini)),
    Kolom("Batas jawaban", lambda t: t.surat_kini[0].batas_jawaban if t.surat_kini else None),
    Kolom("Status", lambda t: t.get_status_display()),
)
