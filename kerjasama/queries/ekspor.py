"""The columns of the register's lists when they are taken away as a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from inti.lembar import Kolom
from kerjasama.enums import SisiPernyataan
from kerjasama.queries.setoran import keadaan, yang_membayar

if TYPE_CHECKING:
    from decimal import Decimal

    from kerjasama.queries.pemenuhan import BarisButir


def _menurut(sisi: SisiPernyataan) -> Kolom:
    """The figure of one side."""

    def persen(baris: BarisButir) -> Decimal | None:
        return next(s.persen for s in baris.suara if s.sisi == sisi)

    return Kolom(f"Persen menurut {sisi.label}", persen)


NASKAH = (
    Kolom("Nomor", lambda n: n.nomor),
    Kolom("Jenis", lambda n: n.get_jenis_display()),
    Kolom("Jenis kerja sama", lambda n: n.get_jenis_kerja_sama_display()),
    Kolom("Tentang", lambda n: n.judul),
    Kolom("Mitra", lambda n: "; ".join(m.nama for m in n.mitra_kini)),
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
# Rows of queries.pemenuhan, of queries.mitra, and an attachment with how it stands.
BUTIR = (
    Kolom("Jenis", lambda b: b.butir.get_jenis_display()),
    Kolom("Pihak", lambda b: str(b.butir.mitra or b.butir.get_pihak_display())),
    Kolom("Uraian", lambda b: b.butir.uraian),
    Kolom("Target", lambda b: b.butir.target),
    Kolom("Ukuran", lambda b: b.butir.ukuran),
    Kolom("Target dalam angka", lambda b: b.butir.target_angka),
    Kolom("Satuan", lambda b: b.butir.satuan),
    Kolom("Kekerapan", lambda b: b.butir.get_kekerapan_display()),
    Kolom("Jatuh tempo pertama", lambda b: b.butir.jatuh_tempo_pertama),
    Kolom("Tenggat", lambda b: b.butir.tenggat),
    Kolom("Diakhiri", lambda b: b.butir.diakhiri_pada),
    *(_menurut(sisi) for sisi in SisiPernyataan),
    Kolom("Sifat uang", lambda b: b.butir.get_sifat_uang_display()),
    Kolom("Jumlah per periode (Rp)", lambda b: b.butir.jumlah),
    Kolom("Dibayar (Rp)", lambda b: b.total.dibayar if b.butir.sifat_uang else None),
    Kolom("Menunggu konfirmasi (Rp)", lambda b: b.total.menunggu if b.butir.sifat_uang else None),
    Kolom("Tunggakan (Rp)", lambda b: b.total.tunggakan if b.butir.sifat_uang else None),
)
PIHAK = (
    Kolom("Mitra", lambda p: p.pihak.mitra.nama),
    Kolom("Jenis mitra", lambda p: p.pihak.mitra.get_jenis_display()),
    Kolom("Nama saat ditandatangani", lambda p: p.nama_tertulis),
    Kolom("Nomor mitra", lambda p: p.pihak.nomor),
    Kolom("Penanda tangan", lambda p: p.pihak.penanda_tangan),
    Kolom("Jabatan penanda tangan", lambda p: p.pihak.jabatan),
    Kolom("Keluar", lambda p: p.pihak.diakhiri_pada),
    Kolom("Narahubung", lambda p: "; ".join(str(o) for o in p.narahubung)),
)
LAMPIRAN = (
    Kolom("Jenis", lambda s: s[0].get_jenis_display()),
    Kolom("Nama", lambda s: s[0].nama),
    Kolom("Mitra", lambda s: str(s[0].mitra or "")),
    Kolom("Nomor", lambda s: s[0].nomor),
    Kolom("Penerbit", lambda s: s[0].penerbit),
    Kolom("Nilai (Rp)", lambda s: s[0].nilai),
    Kolom("Berlaku mulai", lambda s: s[0].berlaku_mulai),
    Kolom("Berlaku sampai", lambda s: s[0].berlaku_sampai),
    Kolom("Keadaan", lambda s: s[1].kata),
    Kolom("Alasan penutupan", lambda s: s[0].alasan_tutup),
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
