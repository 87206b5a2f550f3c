"""What became of a notice to one person, in words for a document."""

from __future__ import annotations

from dataclasses import dataclass

from inti.enums import StatusKirim


@dataclass(frozen=True)
class Pengiriman:
    """One notice: where its e-mail stands, and when it was sent and read, as text."""

    status: StatusKirim
    percobaan: int = 0
    terkirim: str = ""
    dibaca: str = ""


def hasil(satu: Pengiriman) -> str:
    """`surel terkirim 3 Maret 2026 pukul 09.00; dibaca pada portal …`: nothing is embellished."""
    surel = {
        StatusKirim.TERKIRIM: f"surel terkirim {satu.terkirim}",
        StatusKirim.GAGAL: f"surel gagal terkirim setelah {satu.percobaan} kali percobaan",
        StatusKirim.DITOLAK: "surel ditolak server penerima, tidak sampai",
        StatusKirim.DIBISUKAN: "tidak disurelkan menurut pilihan penerima, hanya pada portal",
        StatusKirim.TANPA_SUREL: "tanpa alamat surel yang berlaku, hanya pada portal",
    }.get(satu.status, _menunggu(satu))
    dibaca = f"dibaca pada portal {satu.dibaca}" if satu.dibaca else "belum dibaca pada portal"
    return f"{surel}; {dibaca}"


def _menunggu(satu: Pengiriman) -> str:
    if satu.percobaan:
        return f"surel belum terkirim, {satu.percobaan} kali percobaan gagal"
    return "surel belum terkirim"
