"""The columns of the audit trail when it is taken away as a file."""

from __future__ import annotations

import json

from inti.lembar import Kolom

AKUN = (
    Kolom("Nama", lambda a: a.nama),
    Kolom("Nama pengguna", lambda a: a.username),
    Kolom("Surel", lambda a: a.email),
    Kolom("Jabatan", lambda a: "; ".join(p.sebutan for p in a.pemangku.all())),
    Kolom("Aktif", lambda a: "ya" if a.is_active else "tidak"),
)
PESAN = (
    Kolom("Waktu", lambda p: p.dibuat_pada),
    Kolom("Subjek", lambda p: p.subjek),
    Kolom("Isi", lambda p: p.isi),
    Kolom("Dibaca pada", lambda p: p.dibaca_pada),
    Kolom("Surel", lambda p: p.get_status_display()),
)
KARANTINA = (
    Kolom("Ditemukan", lambda k: k.pada),
    Kolom("Berkas", lambda k: k.nama),
    Kolom("Temuan", lambda k: k.temuan),
    Kolom("Pengunggah", lambda k: k.diunggah_oleh.nama if k.diunggah_oleh else ""),
    Kolom("Tujuan", lambda k: k.tujuan),
    Kolom("Ukuran (bita)", lambda k: k.ukuran),
    Kolom("SHA-256", lambda k: k.sha256),
    Kolom("Isinya", lambda k: k.get_status_display()),
    Kolom("Dihapus", lambda k: k.dihapus_pada),
)
BERKAS_RUSAK = (
    Kolom("Nomor berkas", lambda r: r.berkas_id),
    Kolom("Berkas", lambda r: r.berkas.nama),
    Kolom("Keadaan", lambda r: r.get_keadaan_display()),
    Kolom("Ditemukan", lambda r: r.ditemukan_pada),
    Kolom("Diunggah", lambda r: r.berkas.diunggah_pada),
    Kolom("Ukuran (bita)", lambda r: r.berkas.ukuran),
    Kolom("SHA-256", lambda r: r.berkas.sha256),
    Kolom("Tempat", lambda r: r.berkas.tempat),
)
JEJAK = (
    Kolom("Waktu", lambda j: j.waktu),
    Kolom("Pelaku", lambda j: j.pelaku_nama),
    Kolom("Sebagai", lambda j: j.sebagai),
    Kolom("Tindakan", lambda j: j.kalimat),
    Kolom("Kode tindakan", lambda j: j.aksi),
    Kolom("Objek", lambda j: j.objek_nama),
    Kolom("Jenis objek", lambda j: j.objek_jenis),
    Kolom("Nomor objek", lambda j: j.objek_id),
    Kolom("Perubahan", lambda j: json.dumps(j.perubahan, ensure_ascii=False, sort_keys=True)),
    Kolom("Hash sebelumnya", lambda j: j.sebelumnya),
    Kolom("Hash", lambda j: j.hash),
)
