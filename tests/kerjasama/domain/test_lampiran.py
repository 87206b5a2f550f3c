"""Dated attachments: their life, periods, and how they stand on a day; putting off."""

from datetime import date, timedelta
from itertools import product

import pytest

from kerjasama.domain.lampiran import (
    TRANSISI,
    keadaan,
    periksa,
    periksa_masa,
    periksa_nama,
    periksa_terbuka,
)
from kerjasama.domain.tunda import periksa_tunda
from kerjasama.enums import AksiLampiran, JenisLampiran, StatusLampiran

MULAI, SAMPAI = date(2026, 1, 1), date(2026, 12, 31)


@pytest.mark.parametrize(("status", "aksi"), list(product(StatusLampiran, AksiLampiran)))
def test_only_what_the_table_names_is_possible(status, aksi):
    putusan = periksa(status, aksi, alasan="Selesai")

    assert bool(putusan) == ((status, aksi) in TRANSISI)
    assert putusan or status.label in putusan.alasan


def test_closing_needs_a_reason():
    assert not periksa(StatusLampiran.AKTIF, AksiLampiran.TUTUP, alasan=" ")
    assert periksa(StatusLampiran.DITUTUP, AksiLampiran.BUKA)


def test_what_is_closed_is_opened_before_it_is_changed():
    assert periksa_terbuka(StatusLampiran.AKTIF)
    assert "Buka lagi" in periksa_terbuka(StatusLampiran.DITUTUP).alasan


@pytest.mark.parametrize(
    ("mulai", "sampai", "sebut"),
    [
        (MULAI, SAMPAI, ""),
        (MULAI, MULAI, ""),
        (SAMPAI, MULAI, "tidak boleh sebelum"),
        (MULAI, date(9999, 12, 31), "Tahun 9999"),
        (date(1, 1, 1), SAMPAI, "Tahun 1 "),
    ],
)
def test_a_period_begins_before_it_ends_in_years_that_can_be(mulai, sampai, sebut):
    putusan = periksa_masa(mulai, sampai)

    assert bool(putusan) == (sebut == "")
    assert sebut in putusan.alasan


def test_only_another_kind_needs_a_name():
    assert periksa_nama(JenisLampiran.IZIN, "")
    assert periksa_nama(JenisLampiran.LAINNYA, "Surat kuasa")
    assert not periksa_nama(JenisLampiran.LAINNYA, " ")


@pytest.mark.parametrize(
    ("per", "kata"),
    [
        (date(2025, 12, 31), "Belum berlaku, mulai 1 Januari 2026"),
        (MULAI, "Berlaku"),
        (SAMPAI - timedelta(days=91), "Berlaku"),
        (SAMPAI - timedelta(days=90), "Berakhir dalam 90 hari"),
        (SAMPAI, "Berakhir hari ini"),
        (SAMPAI + timedelta(days=1), "Kedaluwarsa 1 hari"),
    ],
)
def test_how_an_attachment_stands_is_said_in_words(per, kata):
    assert keadaan(StatusLampiran.AKTIF, mulai=MULAI, sampai=SAMPAI, per=per).kata == kata


def test_what_is_closed_is_neither_ending_nor_expired():
    lama = keadaan(StatusLampiran.DITUTUP, mulai=MULAI, sampai=SAMPAI, per=date(2030, 1, 1))

    assert lama.kata == "Ditutup"


def test_putting_off_has_a_day_to_come_within_a_year_and_a_reason():
    per = date(2026, 5, 1)

    assert periksa_tunda(date(2027, 5, 1), per=per, alasan="Dirundingkan")
    assert "setelah hari ini" in periksa_tunda(per, per=per, alasan="Dirundingkan").alasan
    assert "1 Mei 2027" in periksa_tunda(date(9999, 1, 1), per=per, alasan="Lama").alasan
    assert not periksa_tunda(date(2026, 6, 1), per=per, alasan=" ")
