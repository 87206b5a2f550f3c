"""Every message as it would leave, with invented facts and nobody's name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from inti import kabar as kabar_inti
from inti.enums import JenisPesan
from inti.pesan import Kabar
from kerjasama import kabar as kabar_kerjasama
from pelaporan import kabar as kabar_pelaporan
from pengawasan import kabar as kabar_pengawasan
from pengawasan.domain import pesan_pengingat as pesan
from pengawasan.domain.pesan_pengingat import Tempo

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType

    from inti.pesan import Pesan

NASKAH, JUDUL = "134.4/000/CONTOH/2026", "Contoh kerja sama"
TENGGAT, DASAR = date(2026, 8, 31), "Pasal 6 ayat (3): 6 bulan setelah evaluasi."
PENERIMA = SimpleNamespace(nama="(nama penerima)", email="penerima@contoh.example")
WAJIB, PENGINGAT = JenisPesan.PENGINGAT_RESMI, JenisPesan.PENGINGAT
KABAR: dict[str, ModuleType] = {
    "Kegiatan dan tindak lanjut": kabar_pengawasan,
    "Laporan, surat, dan putusan": kabar_pelaporan,
    "Naskah, pihak, dan setoran": kabar_kerjasama,
    "Akun dan berkas": kabar_inti,
}
HARI = "Senin, 31 Agustus 2026"
# What the messages are filled in with, by the name of the fact.
FAKTA = {
    "addendum": "Addendum ke-1",
    "alasan": "Pihak terkait belum siap.",
    "asal": "yang diunggah (nama pengunggah)",
    "batas": "31 Agustus 2026",
    "berita_acara": "Berita acara tinjau lokasi",
    "berkas": "laporan.pdf",
    "catatan": "Sebutkan besaran dan tenggatnya.",
    "daftar": f"- {NASKAH}, hari terakhir 31 Agustus 2026: {JUDUL}",
    "dasar": "Keputusan Kepala Daerah",
    "giliran": f"pemantauan {NASKAH}",
    "hal": f"rapat evaluasi: {NASKAH}",
    "hari": HARI,
    "hasil": "disetujui",
    "impor": "daftar-naskah.xlsx",
    "jatuh_tempo": "31 Agustus 2026",
    "jawaban": "Kekurangan setoran dilunasi pekan ini.",
    "jenis": "Pemantauan",
    "jumlah": "120",
    "ke": "2",
    "kebijakan": "2026-1",
    "keadaan": "isinya berubah",
    "kegiatan": f"Evaluasi {NASKAH}",
    "kejadian": "Perubahan",
    "kiriman": "1",
    "laporan": "Laporan ke-2",
    "mitra": "(nama mitra)",
    "naskah": NASKAH,
    "judul": JUDUL,
    "nomor": "100.2.2.3/000/2026",
    "oleh": "(nama petugas)",
    "orang": "(nama penerima)",
    "pembayaran": "Rp1.500.000, dibayar 31 Agustus 2026.",
    "pengganti": "100.2.2.3/001/2026",
    "pengguna": "(nama pengguna)",
    "penilaian": "Jawaban Anda diterima; teguran selesai.",
    "perihal": "Keadaan sarana per akhir triwulan",
    "perkembangan": "Rancangan addendum sudah dibahas.",
    "perubahan": "- Tanggal berakhir: 31 Agustus 2028",
    "pihak": "(nama pihak)",
    "pukul": " pukul 09.00",
    "rincian": "20 isinya berubah dan 100 isinya hilang",
    "sebab": "Kotak surat penuh.",
    "sebagai": " sebagai staf",
    "setoran": "Setoran ke-2",
    "surat": "100.2.2.3/000/2026",
    "surel": "penerima@contoh.example",
    "tanggal": "31 Agustus 2026",
    "temuan": "Eicar-Test-Signature",
    "tempat": " di Ruang Rapat",
    "tentang": JUDUL,
    "tingkat": "1",
    "token": "Dasbor pimpinan",
    "tugas": "penanggung jawab",
    "unit": "(nama perangkat daerah)",
    "uraian": "Menyusun addendum.",
}


@dataclass(frozen=True)
class Contoh:
    """One message: what it is about, who gets it, and the mail as text and as HTML."""

    kelompok: str
    kode: str
    nama: str
    kepada: str
    jenis: JenisPesan
    subjek: str
    teks: str
    html: str


def semua() -> list[Contoh]:
    """The reminders, the digest in which they travel, and what is told of each event."""
    pengingat = _pesan()
    contoh = [_contoh("Pengingat", *satu) for satu in pengingat]
    contoh.append(_ringkasan([isi for _, _, _, _, isi, _ in pengingat]))
    return contoh + [
        _kabar(kelompok, satu)
        for kelompok, modul in KABAR.items()
        for satu in vars(modul).values()
        if isinstance(satu, Kabar)
    ]


def _kabar(kelompok: str, satu: Kabar) -> Contoh:
    pesan = satu.tulis(**{nama: FAKTA[nama] for nama in satu.fakta})
    halaman = reverse("pesan-daftar")
    return _contoh(kelompok, satu.kode, satu.nama, satu.kepada, satu.jenis, pesan, halaman)


def _tempo(ambang: int) -> Tempo:
    return Tempo("Pemantauan", NASKAH, JUDUL, TENGGAT, ambang, DASAR)


def _pesan() -> list[tuple[str, str, str, JenisPesan, Pesan, str]]:
    """Code, name, receiver, kind, message and the page it opens."""
    jadwal, portal = reverse("pengawasan:jadwal-daftar"), reverse("pelaporan:portal-daftar")
    tl, teguran = "pengawasan:tindak-lanjut-daftar", reverse("pengawasan:teguran-daftar")
    staf, banyak = "Staf dan Tim Pengawasan", [_tempo(-7), _tempo(7)]
    return [
        ("jadwal-akan", "Jadwal akan jatuh tempo", staf, PENGINGAT,
         pesan.jadwal([_tempo(-7)], 1), jadwal),
        ("jadwal-lewat", "Jadwal lewat jatuh tempo", staf, PENGINGAT,
         pesan.jadwal([_tempo(7)], 1), jadwal),
        ("jadwal-banyak", "Beberapa jadwal", staf, PENGINGAT, pesan.jadwal(banyak, 2), jadwal),
        ("jadwal-eskalasi", "Jadwal lama terlambat", "Ketua TKKSD", PENGINGAT,
         pesan.jadwal([_tempo(14), _tempo(30)], 2, eskalasi=True), jadwal),
        ("akhir", "Naskah dan lampiran berakhir", staf, PENGINGAT,
         pesan.akhir([(TENGGAT, f"naskah {NASKAH}")], 1), reverse("akan-berakhir")),
        ("tindak-lanjut", "Tindak lanjut akan jatuh tempo", "Perangkat Daerah", PENGINGAT,
         pesan.tindak_lanjut("Menyusun addendum.", TENGGAT, "", -7), reverse(tl)),
        ("tindak-lanjut-lewat", "Tindak lanjut terlambat",
         "Perangkat Daerah dan staf; Ketua TKKSD setelah 14 hari", PENGINGAT,
         pesan.tindak_lanjut("Menyusun addendum.", TENGGAT, "", 7), reverse(tl)),
        ("teguran", "Surat teguran menunggu jawaban", "Mitra", WAJIB,
         pesan.surat_teguran(1, "100.2.2.3/000/2026", NASKAH, TENGGAT), teguran),
        ("teguran-lewat", "Batas jawaban lewat", "Staf", PENGINGAT,
         pesan.surat_teguran_lewat(1, "(nama mitra)", TENGGAT), teguran),
        ("laporan", "Laporan mitra ditunggu", "Mitra", WAJIB,
         pesan.laporan_mitra("Laporan ke-2", NASKAH, TENGGAT, -7), portal),
        ("laporan-lewat", "Laporan mitra terlambat", "Mitra", WAJIB,
         pesan.laporan_mitra("Laporan ke-2", NASKAH, TENGGAT, 7), portal),
        ("laporan-banyak", "Beberapa laporan mitra ditunggu", "Mitra", WAJIB,
         pesan.beberapa_laporan([
             pesan.laporan_mitra(f"Laporan ke-{ke}", NASKAH, TENGGAT, -7) for ke in (1, 2)
         ]), portal),
    ]  # fmt: skip


def _contoh(
    kelompok: str, kode: str, nama: str, kepada: str, jenis: JenisPesan, isi: Pesan, tautan: str
) -> Contoh:
    notifikasi = SimpleNamespace(kepada=PENERIMA, subjek=isi.subjek, isi=isi.isi)
    konteks = {"notifikasi": notifikasi, "alamat": settings.SITE_URL + tautan}
    teks = render_to_string("email/notifikasi/pesan.txt", konteks)
    html = render_to_string("email/notifikasi/pesan.html", konteks)
    return Contoh(kelompok, kode, nama, kepada, jenis, isi.subjek, teks, html)


def _ringkasan(semua_pesan: Sequence[Pesan]) -> Contoh:
    baris = [
        SimpleNamespace(subjek=satu.subjek, isi=satu.isi, tautan=reverse("pesan-daftar"))
        for satu in semua_pesan[:3]
    ]
    ringkasan = SimpleNamespace(pengguna=PENERIMA, tanggal=TENGGAT)
    konteks = {"ringkasan": ringkasan, "pesan": baris, "situs": settings.SITE_URL}
    teks = render_to_string("email/ringkasan/pesan.txt", konteks)
    html = render_to_string("email/ringkasan/pesan.html", konteks)
    subjek = f"{len(baris)} pengingat, Senin, 31 Agustus 2026"
    nama, kepada = "Ringkasan harian", "Setiap orang, sekali sehari pada jam pilihannya"
    return Contoh("Pengingat", "ringkasan", nama, kepada, PENGINGAT, subjek, teks, html)
