"""What a document says of the delivery of a reminder."""

import pytest

from inti.enums import StatusKirim
from pelaporan.domain.pengiriman import Pengiriman, hasil

PADA = "3 Maret 2026 pukul 09.00"


@pytest.mark.parametrize(
    ("satu", "kalimat"),
    [
        (
            Pengiriman(StatusKirim.TERKIRIM, 1, PADA),
            f"surel terkirim {PADA}; belum dibaca pada portal",
        ),
        (
            Pengiriman(StatusKirim.GAGAL, 8),
            "surel gagal terkirim setelah 8 kali percobaan; belum dibaca pada portal",
        ),
        (
            Pengiriman(StatusKirim.GAGAL, 8, dibaca=PADA),
            f"surel gagal terkirim setelah 8 kali percobaan; dibaca pada portal {PADA}",
        ),
        (
            Pengiriman(StatusKirim.TANPA_SUREL),
            "tanpa alamat surel yang berlaku, hanya pada portal; belum dibaca pada portal",
        ),
        (
            Pengiriman(StatusKirim.ANTRE, 2),
            "surel belum terkirim, 2 kali percobaan gagal; belum dibaca pada portal",
        ),
        (
            Pengiriman(StatusKirim.MENGIRIM),
            "surel belum terkirim; belum dibaca pada portal",
        ),
    ],
)
def test_each_delivery_is_told_as_it_was(satu, kalimat):
    assert hasil(satu) == kalimat
