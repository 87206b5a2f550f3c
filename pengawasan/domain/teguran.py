"""The ladder SP1, SP2, SP3: no step skipped, none before the deadline of the one before is over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from inti.putusan import BOLEH, Putusan, tolak
from pengawasan.enums import AksiSuratTeguran as Aksi
from pengawasan.enums import JenisTindakLanjut, StatusTindakLanjut
from pengawasan.enums import StatusSuratTeguran as Surat
from pengawasan.enums import StatusTeguran as Status

if TYPE_CHECKING:
    from collections.abc import Collection

TERTINGGI = 3
# Days for the answer where neither the naskah nor the policy says otherwise.
HARI_BAKU = 14

TRANSISI = {
    (Surat.TERBIT, Aksi.SAMPAIKAN): Surat.TERBIT,
    (Surat.DIJAWAB, Aksi.SAMPAIKAN): Surat.DIJAWAB,
    (Surat.TERBIT, Aksi.JAWAB): Surat.DIJAWAB,
    (Surat.DIJAWAB, Aksi.JAWAB): Surat.DIJAWAB,
    (Surat.DIJAWAB, Aksi.TERIMA): Surat.DITERIMA,
    (Surat.DIJAWAB, Aksi.TOLAK): Surat.TIDAK_CUKUP,
    (Surat.TERBIT, Aksi.LEWATI): Surat.TANPA_JAWABAN,
    (Surat.TIDAK_CUKUP, Aksi.LEWATI): Surat.TIDAK_CUKUP,
    (Surat.TERBIT, Aksi.BATALKAN): Surat.DIBATALKAN,
    (Surat.DIJAWAB, Aksi.BATALKAN): Surat.DIBATALKAN,
    (Surat.TIDAK_CUKUP, Aksi.BATALKAN): Surat.DIBATALKAN,
    # The one after it was cancelled, so it stands again.
    (Surat.TANPA_JAWABAN, Aksi.PULIHKAN): Surat.TERBIT,
    (Surat.TIDAK_CUKUP, Aksi.PULIHKAN): Surat.TIDAK_CUKUP,
}
WAJIB_TEKS = {
    Aksi.JAWAB: "Tuliskan jawabannya.",
    Aksi.TOLAK: "Sebutkan apa yang belum cukup, agar mitra dapat memperbaikinya.",
    Aksi.BATALKAN: "Pembatalan surat wajib disertai alasan.",
}


@dataclass(frozen=True)
class Terakhir:
    """The letter that stands now: how high, in what state, to be answered by when."""

    tingkat: int
    status: Surat
    batas: date
    disampaikan: bool


def periksa_surat(
    status: Surat, aksi: Aksi, *, teks: str = "", oleh: int = 0, terlibat: Collection[int] = ()
) -> Putusan:
    """Whether the action is possible. `terlibat`: who issued the letter or handed in an answer."""
    if (status, aksi) not in TRANSISI:
        return tolak(f"Surat berstatus “{status.label}” tidak dapat {aksi.label}.")
    if aksi in WAJIB_TEKS and not teks.strip():
        return tolak(WAJIB_TEKS[aksi])
    if aksi in (Aksi.TERIMA, Aksi.TOLAK) and oleh in terlibat:
        return tolak("Jawaban dinilai oleh orang lain: bukan penerbit surat atau pencatat jawaban.")
    return BOLEH


def tingkat_berikut(terakhir: Terakhir | None) -> int:
    """The step after the letter that stands; one where there is none."""
    return terakhir.tingkat + 1 if terakhir else 1


def dapat_mulai(terakhir: Terakhir | None) -> date | None:
    """The first day of the next step: that after the deadline. None while an answer is judged.

    Proposed from then on, never taken by itself.
    """
    if terakhir is None or terakhir.status not in (Surat.TERBIT, Surat.TIDAK_CUKUP):
        return None
    return terakhir.batas + timedelta(days=1)


def periksa_lanjut(terakhir: Terakhir | None, *, per: date) -> Putusan:
    """Whether what stands has run its course, so that the next step may be taken."""
    if terakhir is None:
        return BOLEH
    nama = f"SP{terakhir.tingkat}"
    if terakhir.status == Surat.DIJAWAB:
        return tolak(f"Nilai dahulu jawaban mitra atas {nama}.")
    if not terakhir.disampaikan:
        return tolak(f"Catat dahulu kapan {nama} disampaikan kepada mitra.")
    if per <= terakhir.batas:
        mulai = tanggal_indonesia(terakhir.batas + timedelta(days=1))
        return tolak(f"Batas jawaban {nama} belum lewat; langkah berikutnya paling cepat {mulai}.")
    return BOLEH


def periksa_terbit(
    status: Status, terakhir: Terakhir | None, *, tingkat: int, per: date
) -> Putusan:
    """Whether the letter of this step may be issued on the day."""
    if status != Status.TERBUKA:
        return tolak(f"Teguran berstatus “{status.label}”; surat baru tidak dapat diterbitkan.")
    berikut = tingkat_berikut(terakhir)
    if berikut > TERTINGGI:
        return tolak(
            "SP3 adalah peringatan terakhir. Lanjutkan dengan rekomendasi huruf f "
            "(mengakhiri kerja sama) atau huruf h (proses hukum)."
        )
    if tingkat != berikut:
        return tolak(f"Peringatan berikutnya adalah SP{berikut}, bukan SP{tingkat}. Muat ulang.")
    return periksa_lanjut(terakhir, per=per)


def periksa_akhir(status: Status, terakhir: Terakhir | None, *, per: date) -> Putusan:
    """Whether the ladder is at its end: SP3 ran its course and did not help."""
    if status != Status.TERBUKA:
        return tolak(f"Teguran ini sudah berstatus “{status.label}”.")
    if terakhir is None or terakhir.tingkat < TERTINGGI:
        return tolak("Teguran dilanjutkan baru setelah SP3.")
    return periksa_lanjut(terakhir, per=per)


def periksa_tegur(jenis: JenisTindakLanjut, status: StatusTindakLanjut) -> Putusan:
    """Whether a follow-up may open cases: one of huruf g, until it is closed."""
    if jenis != JenisTindakLanjut.TEGURAN:
        return tolak("Teguran dibuka dari tindak lanjut rekomendasi huruf g.")
    if status == StatusTindakLanjut.DITUTUP:
        return tolak("Tindak lanjut ini sudah ditutup; buka kembali lebih dahulu.")
    return BOLEH


def periksa_batal(status: Status, *, alasan: str) -> Putusan:
    """A case is cancelled while open, with a reason."""
    if status != Status.TERBUKA:
        return tolak(f"Teguran ini sudah berstatus “{status.label}”.")
    if not alasan.strip():
        return tolak("Pembatalan teguran wajib disertai alasan.")
    return BOLEH


def periksa_tanggal(tanggal: date, *, dibuka: date, lalu: Terakhir | None, per: date) -> Putusan:
    """A letter is not of the future, nor older than its case, nor within the time before it."""
    if tanggal > per:
        return tolak("Tanggal surat tidak boleh di masa depan.")
    if tanggal < dibuka:
        return tolak(
            f"Tanggal surat tidak boleh sebelum teguran dibuka, {tanggal_indonesia(dibuka)}."
        )
    if lalu and tanggal <= lalu.batas:
        return tolak(
            f"Tanggal surat harus setelah batas jawaban SP{lalu.tingkat}, "
            f"{tanggal_indonesia(lalu.batas)}."
        )
    return BOLEH


def periksa_sampai(tanggal: date, *, surat: date, per: date) -> Putusan:
    """A letter arrives on or after its date, and not in the future."""
    if tanggal > per:
        return tolak("Tanggal penyampaian tidak boleh di masa depan.")
    if tanggal < surat:
        return tolak(
            f"Surat bertanggal {tanggal_indonesia(surat)}; tidak mungkin sampai sebelumnya."
        )
    return BOLEH


def batas_jawaban(tanggal: date, hari: int) -> date:
    """The last day for the answer, counted from the letter, or from its arrival once known."""
    return tanggal + timedelta(days=hari)
