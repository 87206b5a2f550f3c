"""Proposing an extension: by when, whether, and on which day."""

from datetime import date

import pytest

from pengawasan.domain.perpanjangan import (
    Pengajuan,
    periksa_tanggal_usul,
    periksa_usul,
    tanggal_usul,
)

PER, AKHIR = date(2026, 5, 1), date(2026, 12, 31)
SIAP = {"berlaku": True, "akhir": AKHIR, "per": PER, "direncanakan": False}


@pytest.mark.parametrize(
    ("ubahan", "sebut"),
    [
        ({}, ""),
        ({"akhir": PER}, ""),
        ({"berlaku": False}, "naskah yang berlaku"),
        ({"akhir": None}, "tanpa tanggal berakhir"),
        ({"akhir": date(2026, 4, 30)}, "lewat sejak 30 April 2026"),
        ({"direncanakan": True}, "gabungkan"),
    ],
)
def test_what_is_in_force_and_not_yet_planned_can_be_proposed(ubahan, sebut):
    putusan = periksa_usul(**SIAP | ubahan)

    assert bool(putusan) == (sebut == "")
    assert sebut in putusan.alasan


@pytest.mark.parametrize(
    ("tanggal", "boleh"),
    [
        (date(2026, 4, 30), False),
        (PER, True),
        (AKHIR, True),
        (date(2027, 1, 1), False),
        (date(9999, 1, 1), False),
    ],
)
def test_it_is_held_while_the_naskah_is_in_force(tanggal, boleh):
    assert bool(periksa_tanggal_usul(tanggal, akhir=AKHIR, per=PER)) is boleh


@pytest.mark.parametrize(
    ("batas", "akhir", "usul"),
    [
        (date(2026, 9, 30), AKHIR, date(2026, 9, 30)),
        (date(2026, 4, 1), AKHIR, date(2026, 5, 15)),
        (date(2026, 4, 1), date(2026, 5, 5), date(2026, 5, 5)),
    ],
)
def test_the_last_day_to_ask_is_proposed_or_soon_but_in_force(batas, akhir, usul):
    assert tanggal_usul(batas, akhir=akhir, per=PER) == usul


def test_the_sentence_says_whether_the_day_is_over():
    dasar = "3 bulan sebelum berakhir (kebijakan 2021-1)"

    assert Pengajuan(PER, dasar, PER).kalimat() == (
        "Ajukan perpanjangan paling lambat 1 Mei 2026: 3 bulan sebelum berakhir (kebijakan 2021-1)."
    )
    assert Pengajuan(PER, dasar, AKHIR).kalimat().startswith("Batas pengajuan perpanjangan lewat")
