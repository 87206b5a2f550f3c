"""Every kind of message as it would leave, with invented facts and nobody's name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from types import SimpleNamespace
from typing import TYPE_CHECKING

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse

from inti.enums import JenisPesan
from pengawasan.domain import pesan_pengingat as pesan
from pengawasan.domain.pesan_pengingat import Pesan, Tempo

if TYPE_CHECKING:
    from collections.abc import Sequence

NASKAH, JUDUL = "134.4/000/CONTOH/2026", "Contoh kerja sama"
TENGGAT, DASAR = date(2026, 8, 31), "Pasal 6 ayat (3): 6 bulan setelah evaluasi."
PENERIMA = SimpleNamespace(nama="(nama penerima)", email="penerima@contoh.example")
RESMI, WAJIB, PENGINGAT = JenisPesan.RESMI, JenisPesan.PENGINGAT_RESMI, JenisPesan.PENGINGAT


@dataclass(frozen=True)
class Contoh:
    """One message: who gets it, and the mail as text and as HTML."""

    kode: str
    nama: str
    kepada: str
    jenis: JenisPesan
    subjek: str
    teks: str
    html: str


def semua() -> list[Contoh]:
    """The whole gallery, then the digest in which the reminders travel."""
    pesan_contoh = _pesan()
    contoh = [_contoh(*satu) for satu in pesan_contoh]
    return [*contoh, _ringkasan([isi for _, _, _, _, isi, _ in pesan_contoh])]


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
    ]  # fmt: skip


def _contoh(
    kode: str, nama: str, kepada: str, jenis: JenisPesan, isi: Pesan, tautan: str
) -> Contoh:
    notifikasi = SimpleNamespace(kepada=PENERIMA, subjek=isi.subjek, isi=isi.isi)
    konteks = {"notifikasi": notifikasi, "alamat": settings.SITE_URL + tautan}
    teks = render_to_string("email/notifikasi/pesan.txt", konteks)
    html = render_to_string("email/notifikasi/pesan.html", konteks)
    return Contoh(kode, nama, kepada, jenis, isi.subjek, teks, html)


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
    return Contoh("ringkasan", nama, kepada, PENGINGAT, subjek, teks, html)
