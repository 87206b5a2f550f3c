"""The mitra's report (Pasal 9): its states, its deadline, its addressees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from inti.putusan import BOLEH, Putusan, tolak
from pelaporan.enums import AksiLaporanMitra as Aksi
from pelaporan.enums import KeadaanKewajiban as Keadaan
from pelaporan.enums import PenerimaLaporan
from pelaporan.enums import StatusKewajibanLaporan as StatusKewajiban
from pelaporan.enums import StatusLaporanMitra as Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pelaporan.domain.formulir import Kurang

TRANSISI = {
    (Status.DRAF, Aksi.SAMPAIKAN): Status.DISAMPAIKAN,
    (Status.DIKEMBALIKAN, Aksi.SAMPAIKAN): Status.DISAMPAIKAN,
    (Status.DISAMPAIKAN, Aksi.KEMBALIKAN): Status.DIKEMBALIKAN,
    (Status.DISAMPAIKAN, Aksi.TERIMA): Status.DITERIMA,
}


@dataclass(frozen=True)
class Tinjauan:
    """Who reviews, what they say, and by when a returned report must be back."""

    oleh: int
    catatan: str = ""
    batas_perbaikan: date | None = None


def periksa(status: Status, aksi: Aksi) -> Putusan:
    """Whether the action is possible in this state."""
    if (status, aksi) not in TRANSISI:
        return tolak(f"Laporan berstatus “{status.label}” tidak dapat {aksi.label}.")
    return BOLEH


def periksa_pengisian(status: Status, kewajiban: StatusKewajiban, alasan: str = "") -> Putusan:
    """Whether the working copy may be changed."""
    if status not in (Status.DRAF, Status.DIKEMBALIKAN):
        return tolak(f"Laporan berstatus “{status.label}” tidak dapat diubah.")
    if kewajiban == StatusKewajiban.DIGANTIKAN:
        return tolak(f"Laporan ini tidak lagi diwajibkan. {alasan}".strip())
    return BOLEH


def periksa_penyampaian(
    status: Status,
    kewajiban: StatusKewajiban,
    *,
    alasan: str = "",
    kurang: Sequence[Kurang] = (),
) -> Putusan:
    """Whether it may be submitted; everything that is missing is named."""
    if not (putusan := periksa(status, Aksi.SAMPAIKAN)):
        return putusan
    if not (putusan := periksa_pengisian(status, kewajiban, alasan)):
        return putusan
    if kurang:
        return tolak("Laporan belum lengkap. " + " ".join(k.kalimat for k in kurang))
    return BOLEH


def periksa_tinjauan(
    status: Status,
    aksi: Aksi,
    tinjauan: Tinjauan,
    *,
    disampaikan_oleh: int,
    hari_ini: date,
) -> Putusan:
    """Whether this person may receive or return it like this."""
    if not (putusan := periksa(status, aksi)):
        return putusan
    if tinjauan.oleh == disampaikan_oleh:
        return tolak("Yang menyampaikan tidak dapat meninjau laporannya sendiri.")
    if aksi == Aksi.KEMBALIKAN and not tinjauan.catatan.strip():
        return tolak("Pengembalian wajib disertai alasan.")
    batas = tinjauan.batas_perbaikan
    if aksi == Aksi.KEMBALIKAN and batas is not None and batas <= hari_ini:
        return tolak("Batas perbaikan harus setelah hari ini.")
    return BOLEH


def batas_perbaikan(
    diminta: date | None,
    *,
    hari_ini: date,
    tenggang: int,
    batas: date,
    jatuh_tempo: date,
) -> date:
    """The new deadline of a returned report.

    Without a wish: `tenggang` days from today, but never earlier than the deadline it still has.
    Never before the legal due date.
    """
    if diminta is None:
        diminta = max(hari_ini + timedelta(days=tenggang), batas)
    return max(diminta, jatuh_tempo)


def penerima(
    perangkat_daerah: Iterable[int],
) -> list[tuple[PenerimaLaporan, int | None]]:
    """To whom a submission goes (Pasal 9 ayat (1)): derived, never chosen by the sender."""
    tembusan = [(PenerimaLaporan.PERANGKAT_DAERAH, pd) for pd in dict.fromkeys(perangkat_daerah)]
    return [
        (PenerimaLaporan.KEPALA_DAERAH, None),
        (PenerimaLaporan.BAGIAN, None),
        *tembusan,
    ]


def nomor_tanda_terima(laporan: int, putaran: int, tanggal: date) -> str:
    """`TT/12/1/2026`: unique without a counter, because a round is."""
    return f"TT/{laporan}/{putaran}/{tanggal.year}"


def hari_terlambat(batas: date, pada: date) -> int:
    """Whole days past the deadline; nought through the whole of the last day."""
    return max((pada - batas).days, 0)


def keadaan(
    kewajiban: StatusKewajiban,
    laporan: Status | None,
    *,
    jatuh_tempo: date,
    batas: date,
    hari_ini: date,
) -> Keadaan:
    """Where a duty stands on a day, in one word."""
    if kewajiban == StatusKewajiban.DIGANTIKAN:
        return Keadaan.DIGANTIKAN
    if kewajiban == StatusKewajiban.TERPENUHI:
        return Keadaan.DITERIMA if laporan == Status.DITERIMA else Keadaan.DISAMPAIKAN
    if batas < hari_ini:
        return Keadaan.TERLAMBAT
    if laporan == Status.DIKEMBALIKAN:
        return Keadaan.DIKEMBALIKAN
    return Keadaan.JATUH_TEMPO if jatuh_tempo <= hari_ini else Keadaan.MENDATANG


def periksa_pengingat(
    kewajiban: StatusKewajiban,
    *,
    jatuh_tempo: date,
    hari_ini: date,
    sudah_hari_ini: bool,
    ada_penerima: bool,
) -> Putusan:
    """Whether the mitra may be reminded of a duty today."""
    if kewajiban != StatusKewajiban.TERBUKA:
        return tolak(f"Kewajiban berstatus “{kewajiban.label}” tidak perlu diingatkan.")
    if hari_ini < jatuh_tempo:
        return tolak("Laporan ini belum jatuh tempo.")
    if sudah_hari_ini:
        return tolak("Mitra sudah diingatkan hari ini.")
    if not ada_penerima:
        return tolak("Mitra ini belum mempunyai pengguna. Hubungi mitra di luar aplikasi.")
    return BOLEH
