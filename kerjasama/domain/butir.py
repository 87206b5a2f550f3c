"""What must hold of an item of the ledger, of a statement and of a payment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from inti.formats import tanggal_indonesia
from inti.putusan import BOLEH, Putusan, tolak
from kerjasama.domain.pemenuhan import SERATUS
from kerjasama.enums import AksiPembayaran as Aksi
from kerjasama.enums import Kekerapan, SifatUang, StatusPemenuhan
from kerjasama.enums import StatusPembayaran as Status

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

TRANSISI = {
    (Status.DINYATAKAN, Aksi.KONFIRMASI): Status.DIKONFIRMASI,
    (Status.DINYATAKAN, Aksi.KOREKSI): Status.DIKOREKSI,
    (Status.DIKONFIRMASI, Aksi.KOREKSI): Status.DIKOREKSI,
}
# Payments that count; the others stay to be read.
DIHITUNG = (Status.DINYATAKAN, Status.DIKONFIRMASI)


@dataclass(frozen=True)
class JadwalButir:
    """When an item falls due, and what money it owes each time."""

    kekerapan: Kekerapan = Kekerapan.SEKALI
    pertama: date | None = None
    tenggat: date | None = None
    sifat_uang: str = ""
    jumlah: int | None = None

    @property
    def jangkar(self) -> date | None:
        """The date from which the turns are counted."""
        return self.tenggat if self.kekerapan == Kekerapan.SEKALI else self.pertama


def periksa_jadwal(
    jadwal: JadwalButir, *, ttd: date | None, akhir: date | None
) -> Mapping[str, str]:
    """What does not fit, by the name of the field; nothing where all is sound."""
    salah = {
        nama: kalimat
        for nama, tanggal in (("tenggat", jadwal.tenggat), ("jatuh_tempo_pertama", jadwal.pertama))
        if (kalimat := _di_luar_masa(tanggal, ttd, akhir))
    }
    if jadwal.kekerapan != Kekerapan.SEKALI and jadwal.pertama is None:
        salah["jatuh_tempo_pertama"] = (
            "Isi jatuh tempo pertama; giliran berikutnya dihitung darinya."
        )
    if jadwal.pertama and jadwal.tenggat and jadwal.tenggat < jadwal.pertama:
        salah.setdefault("tenggat", "Tenggat tidak boleh sebelum jatuh tempo pertama.")
    if jadwal.sifat_uang and jadwal.kekerapan == Kekerapan.SEKALI and jadwal.tenggat is None:
        salah["tenggat"] = "Isi tenggat setorannya."
    if jadwal.jumlah is not None and not jadwal.sifat_uang:
        salah["sifat_uang"] = "Pilih sifat uangnya, atau kosongkan jumlahnya."
    if jadwal.jumlah is None and jadwal.sifat_uang not in ("", SifatUang.BAGI_HASIL):
        salah["jumlah"] = "Isi jumlah per periode. Hanya bagi hasil yang boleh ditetapkan kemudian."
    return salah


def _di_luar_masa(tanggal: date | None, ttd: date | None, akhir: date | None) -> str:
    if tanggal is None:
        return ""
    if ttd and tanggal < ttd:
        return f"Sebelum naskah ditandatangani, {tanggal_indonesia(ttd)}."
    if akhir and tanggal > akhir:
        return f"Melewati hari terakhir naskah, {tanggal_indonesia(akhir)}."
    return ""


def periksa_tanggal(tanggal: date, *, ttd: date | None, hari_ini: date) -> Putusan:
    """Whether something can have been so, or been paid, on the day.

    After the last day of the naskah it can: what fell due before stays owed.
    """
    if tanggal > hari_ini:
        return tolak("Tanggal masih di masa depan.")
    if ttd and tanggal < ttd:
        return tolak(f"Tanggal sebelum naskah ditandatangani, {tanggal_indonesia(ttd)}.")
    return BOLEH


def periksa_angka(status: StatusPemenuhan, persen: Decimal | None) -> Putusan:
    """Whether the status and the percent say the same."""
    if persen is None:
        return BOLEH
    if status == StatusPemenuhan.TERPENUHI and persen < SERATUS:
        return tolak("Terpenuhi berarti 100 persen. Pilih terpenuhi sebagian, atau ubah persennya.")
    if status == StatusPemenuhan.BELUM_TERPENUHI and persen > 0:
        return tolak("Belum terpenuhi berarti 0 persen. Pilih terpenuhi sebagian.")
    if status == StatusPemenuhan.SEBAGIAN and not 0 < persen < SERATUS:
        return tolak("Terpenuhi sebagian berarti di antara 0 dan 100 persen.")
    if status == StatusPemenuhan.DIURAIKAN:
        return tolak("Kosongkan persen, atau pilih status yang berangka.")
    return BOLEH


def periksa_pembayaran(
    status: Status, aksi: Aksi, *, dinyatakan_oleh: int = 0, oleh: int = 0, alasan: str = ""
) -> Putusan:
    """Whether a payment may be confirmed or corrected like this."""
    if (status, aksi) not in TRANSISI:
        return tolak(f"Pembayaran berstatus “{status.label}” tidak dapat {aksi.label}.")
    if aksi == Aksi.KONFIRMASI and dinyatakan_oleh == oleh:
        return tolak("Yang mencatat pembayaran tidak dapat mengonfirmasinya sendiri.")
    if aksi == Aksi.KOREKSI and not alasan.strip():
        return tolak("Koreksi pembayaran wajib disertai alasan.")
    return BOLEH
