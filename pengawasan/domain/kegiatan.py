"""The life of a kegiatan, and what a sound plan and a complete evaluasi need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from inti.formats import rangkai
from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import AksiKegiatan as Aksi
from pengawasan.enums import JenisKegiatan, Metode, Sifat
from pengawasan.enums import StatusKegiatan as Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

TRANSISI = {
    (Status.DIRENCANAKAN, Aksi.TUGASKAN): Status.DITUGASKAN,
    (Status.DITUGASKAN, Aksi.LAKSANAKAN): Status.DILAKSANAKAN,
    (Status.DILAKSANAKAN, Aksi.LAPORKAN): Status.DILAPORKAN,
    (Status.DILAPORKAN, Aksi.KEMBALIKAN): Status.DILAKSANAKAN,
    (Status.DILAPORKAN, Aksi.PUTUSKAN): Status.DIPUTUSKAN,
    (Status.DIRENCANAKAN, Aksi.BATALKAN): Status.DIBATALKAN,
    (Status.DITUGASKAN, Aksi.BATALKAN): Status.DIBATALKAN,
}
# The road of a kegiatan that is not cancelled, in order.
TAHAP = (
    Status.DIRENCANAKAN,
    Status.DITUGASKAN,
    Status.DILAKSANAKAN,
    Status.DILAPORKAN,
    Status.DIPUTUSKAN,
)
# Pasal 6 ayat (2) and (4): pemantauan by document or site, evaluasi by FGD.
METODE = {
    JenisKegiatan.PEMANTAUAN: (Metode.DOKUMEN, Metode.TINJAU_LOKASI),
    JenisKegiatan.EVALUASI: (Metode.FGD,),
}


def periksa(
    status: Status, aksi: Aksi, *, alasan: str = "", menunggu_verifikasi: bool = False
) -> Putusan:
    """Whether the action is possible.

    `menunggu_verifikasi`: a berita acara of it has been submitted and not yet answered.
    """
    if (status, aksi) not in TRANSISI:
        return tolak(f"Kegiatan berstatus “{status.label}” tidak dapat {aksi.label}.")
    if aksi == Aksi.BATALKAN and menunggu_verifikasi:
        return tolak("Masih ada berita acara yang menunggu verifikasi; jawab dahulu.")
    if aksi == Aksi.BATALKAN and not alasan.strip():
        return tolak("Pembatalan wajib disertai alasan.")
    return BOLEH


@dataclass(frozen=True)
class Rencana:
    """What is planned, in plain values."""

    jenis: JenisKegiatan
    sifat: Sifat
    metode: Metode
    tanggal_rencana: date
    alasan: str = ""
    peminta: str = ""
    menggantikan_berkala: bool = False
    bersama_perpanjangan: bool = False


def periksa_rencana(rencana: Rencana, *, tanggal_ttd: date | None, berjadwal: bool) -> Putusan:
    """Whether the plan is sound (Pasal 6; *pada saat diperlukan* has a reason and a requester).

    `tanggal_ttd` is None while the naskah is not in force; `berjadwal`: it comes from an
    obligation.
    """
    if rencana.metode not in METODE[rencana.jenis]:
        pilihan = " atau ".join(m.label for m in METODE[rencana.jenis])
        return tolak(f"{rencana.jenis.label} dilakukan dengan {pilihan}.")
    if rencana.bersama_perpanjangan and rencana.jenis != JenisKegiatan.EVALUASI:
        return tolak("Hanya evaluasi yang dapat bersamaan dengan penyusunan perpanjangan.")
    if not (putusan := periksa_tanggal_rencana(rencana.tanggal_rencana, tanggal_ttd=tanggal_ttd)):
        return putusan
    if rencana.sifat == Sifat.INSIDENTAL:
        return _periksa_insidental(rencana, berjadwal=berjadwal)
    if not berjadwal:
        return tolak("Kegiatan berkala dibuat dari jadwalnya; tanpa jadwal sifatnya insidental.")
    if rencana.menggantikan_berkala:
        return tolak("Hanya pemantauan insidental yang dapat menggantikan pemantauan berkala.")
    return BOLEH


def _periksa_insidental(rencana: Rencana, *, berjadwal: bool) -> Putusan:
    if berjadwal:
        return tolak("Kegiatan dari jadwal bersifat berkala.")
    if not rencana.alasan.strip() or not rencana.peminta.strip():
        return tolak("Kegiatan insidental harus menyebut alasan dan peminta.")
    if rencana.menggantikan_berkala and rencana.jenis != JenisKegiatan.PEMANTAUAN:
        return tolak("Hanya pemantauan insidental yang dapat menggantikan pemantauan berkala.")
    return BOLEH


def periksa_tanggal_rencana(tanggal: date, *, tanggal_ttd: date | None) -> Putusan:
    """Nothing is supervised before it is signed."""
    if tanggal_ttd is None:
        return tolak("Naskah belum diberlakukan, jadi belum dapat diawasi.")
    if tanggal < tanggal_ttd:
        return tolak("Tanggal rencana tidak boleh sebelum naskah ditandatangani.")
    return BOLEH


def periksa_ubah_rencana(status: Status) -> Putusan:
    """Whether day, hour and place may still move."""
    if status in (Status.DIRENCANAKAN, Status.DITUGASKAN):
        return BOLEH
    return tolak(f"Kegiatan berstatus “{status.label}” tidak dapat direncanakan ulang.")


def periksa_hasil(status: Status) -> Putusan:
    """Whether daftar hadir, notulensi, matrik and berita acara may still be written."""
    if status in (Status.DITUGASKAN, Status.DILAKSANAKAN):
        return BOLEH
    if status == Status.DIRENCANAKAN:
        return tolak("Terbitkan surat tugas lebih dahulu; hasil dicatat setelah tim ditugaskan.")
    if status == Status.DIBATALKAN:
        return tolak("Kegiatan ini dibatalkan.")
    return tolak("Laporan kegiatan ini sudah dikirim; hasilnya terkunci.")


def periksa_hasil_rapat(status: Sequence[Status]) -> Putusan:
    """A meeting of several kegiatan is locked as soon as one of them is before the chair."""
    if any(s in (Status.DILAPORKAN, Status.DIPUTUSKAN) for s in status):
        return tolak(
            "Rapat ini dipakai juga oleh kegiatan yang laporannya sudah dikirim; hasilnya terkunci."
        )
    return BOLEH


@dataclass(frozen=True)
class Unsur:
    """One of the three elements of an evaluasi (Pasal 6 ayat (4))."""

    huruf: str
    nama: str
    terpenuhi: bool
    keterangan: str


def unsur_evaluasi(
    *, jumlah_baris: int, ada_tinjau_lokasi: bool, alasan_tanpa_tinjau: str, hasil_wawancara: str
) -> list[Unsur]:
    """The three elements and what is still missing; a missing site visit needs a reason."""
    baris = f"{jumlah_baris} baris matrik." if jumlah_baris else "Isi matrik hasil evaluasi."
    if ada_tinjau_lokasi:
        tinjau = "Ada berita acara tinjau lokasi."
    elif alasan_tanpa_tinjau:
        tinjau = f"Tidak dilakukan: {alasan_tanpa_tinjau}"
    else:
        tinjau = "Ajukan berita acara tinjau lokasi, atau tulis alasan tidak dilakukan."
    wawancara = hasil_wawancara or "Tulis hasil wawancara dan dokumentasi."
    return [
        Unsur("a", "Pelaksanaan hak dan kewajiban", bool(jumlah_baris), baris),
        Unsur("b", "Tinjau lokasi", ada_tinjau_lokasi or bool(alasan_tanpa_tinjau), tinjau),
        Unsur("c", "Wawancara dan dokumentasi", bool(hasil_wawancara), wawancara),
    ]


def langkah_berikut(
    status: Status,
    jenis: JenisKegiatan,
    *,
    berita_acara_menunggu: bool = False,
    belum_ada: Sequence[str] = (),
    dikembalikan: int = 0,
) -> str:
    """What the kegiatan waits for.

    `belum_ada` names the results that are still missing, `dikembalikan` counts the
    recommendations that the chair returned.
    """
    if status == Status.DIRENCANAKAN:
        return "Menunggu surat tugas."
    if status in (Status.DITUGASKAN, Status.DILAKSANAKAN) and berita_acara_menunggu:
        return "Berita acara menunggu verifikasi Bagian Kerja Sama."
    if status == Status.DITUGASKAN:
        return "Menunggu berita acara dari perangkat daerah."
    if status == Status.DILAKSANAKAN and jenis == JenisKegiatan.EVALUASI and belum_ada:
        return f"Lengkapi {rangkai(belum_ada)} sebelum laporan dikirim."
    if status == Status.DILAKSANAKAN and dikembalikan:
        return f"Perbaiki {dikembalikan} rekomendasi yang dikembalikan, lalu kirim lagi laporannya."
    if status == Status.DILAKSANAKAN:
        return "Siap dilaporkan kepada Ketua TKKSD."
    if status == Status.DILAPORKAN:
        return "Menunggu putusan Ketua TKKSD."
    return ""
