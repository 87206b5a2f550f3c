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
    (Status.DITUGASKAN, Aksi.LEPASKAN): Status.DIRENCANAKAN,
    (Status.DITUGASKAN, Aksi.LAKSANAKAN): Status.DILAKSANAKAN,
    (Status.DILAKSANAKAN, Aksi.DOKUMENTASIKAN): Status.DIDOKUMENTASIKAN,
    (Status.DIDOKUMENTASIKAN, Aksi.BUKA_DOKUMENTASI): Status.DILAKSANAKAN,
    (Status.DIDOKUMENTASIKAN, Aksi.LAPORKAN): Status.DILAPORKAN,
    (Status.DILAPORKAN, Aksi.KEMBALIKAN): Status.DILAKSANAKAN,
    (Status.DILAPORKAN, Aksi.TARIK): Status.DILAKSANAKAN,
    (Status.DILAPORKAN, Aksi.PUTUSKAN): Status.DIPUTUSKAN,
    (Status.DIRENCANAKAN, Aksi.BATALKAN): Status.DIBATALKAN,
    (Status.DITUGASKAN, Aksi.BATALKAN): Status.DIBATALKAN,
}
# The road of a kegiatan that is not cancelled, in order.
TAHAP = (
    Status.DIRENCANAKAN,
    Status.DITUGASKAN,
    Status.DILAKSANAKAN,
    Status.DIDOKUMENTASIKAN,
    Status.DILAPORKAN,
    Status.DIPUTUSKAN,
)
# What waits until a berita acara that was submitted is answered.
MENUNGGU_JAWABAN = (Aksi.BATALKAN, Aksi.DOKUMENTASIKAN)
# What an action that takes something back, or ends it, cannot do without.
WAJIB_ALASAN = {
    Aksi.BATALKAN: "Pembatalan wajib disertai alasan.",
    Aksi.BUKA_DOKUMENTASI: "Membuka lagi dokumentasi wajib disertai alasan.",
}
# What may be planned anew; the due date of the law is none of it.
KOLOM_RENCANA = ("tanggal_rencana", "waktu_rencana", "tempat")
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
    if (status, aksi) == (Status.DILAKSANAKAN, Aksi.LAPORKAN):
        return tolak("Nyatakan dokumentasi kegiatan lengkap lebih dahulu, lalu kirim laporannya.")
    if (status, aksi) not in TRANSISI:
        return tolak(f"Kegiatan berstatus “{status.label}” tidak dapat {aksi.label}.")
    if aksi in MENUNGGU_JAWABAN and menunggu_verifikasi:
        return tolak("Masih ada berita acara yang menunggu verifikasi; jawab dahulu.")
    if aksi in WAJIB_ALASAN and not alasan.strip():
        return tolak(WAJIB_ALASAN[aksi])
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


def periksa_susun_laporan(status: Status) -> Putusan:
    """Whether its report may be worded; it is sent only once the documentation is complete."""
    if status in (Status.DILAKSANAKAN, Status.DIDOKUMENTASIKAN):
        return BOLEH
    if status in (Status.DIRENCANAKAN, Status.DITUGASKAN):
        return tolak("Laporan disusun setelah berita acara kegiatan diverifikasi.")
    return tolak(f"Kegiatan berstatus “{status.label}” tidak dapat dilaporkan.")


def periksa_hasil(status: Status) -> Putusan:
    """Whether daftar hadir, notulensi, matrik and berita acara may still be written."""
    if status in (Status.DITUGASKAN, Status.DILAKSANAKAN):
        return BOLEH
    if status == Status.DIRENCANAKAN:
        return tolak("Terbitkan surat tugas lebih dahulu; hasil dicatat setelah tim ditugaskan.")
    if status == Status.DIBATALKAN:
        return tolak("Kegiatan ini dibatalkan.")
    if status == Status.DIDOKUMENTASIKAN:
        return tolak(
            "Dokumentasi kegiatan ini sudah dinyatakan lengkap, jadi hasilnya terkunci; Tim "
            "Pengawasan dapat membukanya lagi selama laporannya belum dikirim."
        )
    return tolak("Laporan kegiatan ini sudah dikirim; hasilnya terkunci.")


def periksa_hasil_rapat(status: Sequence[Status]) -> Putusan:
    """A meeting of several kegiatan is locked as soon as one of them is stated to be complete.

    Otherwise what was there when one kegiatan was declared could be taken out through another.
    """
    if Status.DIDOKUMENTASIKAN in status:
        return tolak(
            "Rapat ini dipakai juga oleh kegiatan yang dokumentasinya sudah dinyatakan lengkap; "
            "buka lagi dokumentasi kegiatan itu lebih dahulu."
        )
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
    if status == Status.DILAKSANAKAN and dikembalikan:
        return (
            f"Perbaiki {dikembalikan} rekomendasi yang dikembalikan, nyatakan dokumentasi lengkap, "
            "lalu kirim lagi laporannya."
        )
    if status == Status.DILAKSANAKAN and belum_ada:
        return f"Lengkapi {rangkai(belum_ada)}, lalu nyatakan dokumentasi lengkap."
    if status == Status.DILAKSANAKAN:
        return "Semua hasil sudah ada. Nyatakan dokumentasi lengkap agar dapat dilaporkan."
    if status == Status.DIDOKUMENTASIKAN:
        return "Dokumentasi lengkap. Siap dilaporkan kepada Ketua TKKSD."
    if status == Status.DILAPORKAN:
        return "Menunggu putusan Ketua TKKSD."
    return ""
