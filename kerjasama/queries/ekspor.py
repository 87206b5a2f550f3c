"""The columns of the register's lists when they are taken away as a file."""

from __future__ import annotations

from django.utils import timezone

from inti.lembar import Kolom
from kerjasama.queries.setoran import keadaan, yang_membayar

NASKAH = (
    Kolom("Nomor", lambda n: n.nomor),
    Kolom("Jenis", lambda n: n.get_jenis_display()),
    Kolom("Jenis kerja sama", lambda n: n.get_jenis_kerja_sama_display()),
    Kolom("Tentang", lambda n: n.judul),
    Kolom("Mitra", lambda n: "; ".join(m.nama for m in n.mitra.all())),
    Kolom("Perangkat Daerah", lambda n: "; ".join(p.nama for p in n.perangkat_daerah.all())),
    Kolom("Tanggal penandatanganan", lambda n: n.tanggal_ttd),
    Kolom("Tanggal berakhir", lambda n: n.tanggal_berakhir),
    Kolom("Jangka waktu", lambda n: n.jangka_waktu),
    Kolom("Status", lambda n: n.get_status_display()),
    Kolom("Alasan berakhir", lambda n: n.get_alasan_berakhir_display()),
    Kolom("Tanggal diakhiri", lambda n: n.tanggal_diakhiri),
)
# What the staff keep for themselves.
NASKAH_PENGAWAS = (
    Kolom("Penanggung jawab", lambda n: n.penanggung_jawab and str(n.penanggung_jawab)),
    Kolom("Tanda", lambda n: n.get_tanda_display()),
)
MITRA = (
    Kolom("Nama", lambda m: m.nama),
    Kolom("Jenis mitra", lambda m: m.get_jenis_display()),
    Kolom("Alamat", lambda m: m.alamat),
    Kolom("Surel", lambda m: m.surel),
    Kolom("Telepon", lambda m: m.telepon),
    Kolom("Narahubung", lambda m: m.narahubung),
    Kolom("Jumlah naskah", lambda m: m.jumlah_naskah),
)
PERANGKAT_DAERAH = (
    Kolom("Nama", lambda p: p.nama),
    Kolom("Singkatan", lambda p: p.singkatan),
    Kolom("Jabatan kepala", lambda p: p.jabatan_kepala),
    Kolom("Surel", lambda p: p.surel),
    Kolom("Telepon", lambda p: p.telepon),
    Kolom("Ada sejak", lambda p: p.mulai),
    Kolom("Ada sampai", lambda p: p.sampai),
    Kolom("Jumlah naskah", lambda p: p.jumlah_naskah),
)
SETORAN = (
    Kolom("Jatuh tempo", lambda s: s.jatuh_tempo),
    Kolom("Keadaan", lambda s: keadaan(s, per=timezone.localdate()).label),
    Kolom("Nomor naskah", lambda s: s.butir.naskah.nomor),
    Kolom("Tentang", lambda s: s.butir.naskah.judul),
    Kolom("Uraian", lambda s: s.butir.uraian),
    Kolom("Sifat", lambda s: s.butir.get_sifat_uang_display()),
    Kolom("Ke", lambda s: s.ke),
    Kolom("Yang membayar", yang_membayar),
    Kolom("Jumlah (Rp)", lambda s: s.jumlah),
    Kolom("Dibayar (Rp)", lambda s: s.dibayar),
    Kolom("Menunggu konfirmasi (Rp)", lambda s: s.menunggu),
    Kolom("Sisa (Rp)", lambda s: s.angka.tunggakan),
    Kolom("Alasan", lambda s: s.alasan_status),
)
IMPOR = (
    Kolom("Berkas", lambda i: i.nama),
    Kolom("Waktu", lambda i: i.dibuat_pada),
    Kolom("Oleh", lambda i: str(i.dibuat_oleh or "")),
    Kolom("Baris", lambda i: i.jumlah),
    Kolom("Belum diputuskan", lambda i: i.belum),
    Kolom("Diterima", lambda i: i.diterima),
    Kolom("Status", lambda i: i.get_status_display()),
)
