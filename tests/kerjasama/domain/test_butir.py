"""What must hold of an item, a statement and a payment."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest

from kerjasama.domain.butir import (
    TRANSISI,
    JadwalButir,
    periksa_angka,
    periksa_jadwal,
    periksa_pembayaran,
    periksa_tanggal,
)
from kerjasama.enums import AksiPembayaran, Kekerapan, StatusPembayaran, StatusPemenuhan

TTD, AKHIR = date(2024, 1, 15), date(2029, 1, 15)
TAHUNAN = Kekerapan.TAHUNAN


@pytest.mark.parametrize(
    ("jadwal", "isian"),
    [
        (JadwalButir(), set()),
        (JadwalButir(tenggat=AKHIR), set()),
        (JadwalButir(tenggat=TTD), set()),
        (JadwalButir(tenggat=date(2024, 1, 14)), {"tenggat"}),
        (JadwalButir(tenggat=date(2029, 1, 16)), {"tenggat"}),
        (JadwalButir(TAHUNAN), {"jatuh_tempo_pertama"}),
        (JadwalButir(TAHUNAN, date(2023, 1, 1)), {"jatuh_tempo_pertama"}),
        (JadwalButir(TAHUNAN, date(2025, 1, 1), date(2024, 6, 1)), {"tenggat"}),
        (JadwalButir(TAHUNAN, date(2025, 1, 1), None, "setoran", 5), set()),
        (JadwalButir(TAHUNAN, date(2025, 1, 1), None, "setoran"), {"jumlah"}),
        (JadwalButir(TAHUNAN, date(2025, 1, 1), None, "bagi_hasil"), set()),
        (JadwalButir(sifat_uang="setoran", jumlah=5), {"tenggat"}),
        (JadwalButir(jumlah=5), {"sifat_uang"}),
    ],
)
def test_schedule_of_an_item_names_the_field_that_does_not_fit(jadwal, isian):
    assert set(periksa_jadwal(jadwal, ttd=TTD, akhir=AKHIR)) == isian


def test_schedule_of_a_draft_without_dates_takes_any_date():
    assert not periksa_jadwal(JadwalButir(tenggat=date(1990, 1, 1)), ttd=None, akhir=None)


@pytest.mark.parametrize(
    ("tanggal", "boleh"),
    [
        (date(2024, 1, 14), False),
        (TTD, True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_date_lies_between_signing_and_today(tanggal, boleh):
    assert bool(periksa_tanggal(tanggal, ttd=TTD, hari_ini=date(2026, 6, 30))) is boleh


@pytest.mark.parametrize(
    ("status", "persen", "boleh"),
    [
        ("terpenuhi", "100", True),
        ("terpenuhi", "120", True),
        ("terpenuhi", "99.99", False),
        ("terpenuhi", None, True),
        ("belum_terpenuhi", "0", True),
        ("belum_terpenuhi", "1", False),
        ("sebagian", "11.9", True),
        ("sebagian", "0", False),
        ("sebagian", "100", False),
        ("diuraikan", "5", False),
        ("diuraikan", None, True),
    ],
)
def test_status_and_percent_say_the_same(status, persen, boleh):
    angka = None if persen is None else Decimal(persen)

    assert bool(periksa_angka(StatusPemenuhan(status), angka)) is boleh


@pytest.mark.parametrize(("status", "aksi"), list(product(StatusPembayaran, AksiPembayaran)))
def test_payment_moves_only_as_the_table_says(status, aksi):
    putusan = periksa_pembayaran(status, aksi, dinyatakan_oleh=1, oleh=2, alasan="Salah ketik.")

    assert bool(putusan) is ((status, aksi) in TRANSISI)


def test_who_recorded_a_payment_does_not_confirm_it():
    konfirmasi = AksiPembayaran.KONFIRMASI

    putusan = periksa_pembayaran(StatusPembayaran.DINYATAKAN, konfirmasi, dinyatakan_oleh=1, oleh=1)

    assert "tidak dapat mengonfirmasinya sendiri" in putusan.alasan


def test_a_correction_has_a_reason():
    putusan = periksa_pembayaran(StatusPembayaran.DINYATAKAN, AksiPembayaran.KOREKSI, alasan=" ")

    assert "alasan" in putusan.alasan
