"""Names over time: which one a day has, and when a new one may begin."""

from datetime import date

import pytest

from kerjasama.domain.nama import MasaNama, nama_pada, periksa_ganti, periksa_nama_lama

MASA = [
    MasaNama("Satu", None, date(2019, 12, 31)),
    MasaNama("Dua", date(2020, 1, 1), date(2022, 6, 30)),
    MasaNama("Tiga", date(2022, 7, 1), None),
]
PER = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("tanggal", "nama"),
    [
        (date(1990, 1, 1), "Satu"),
        (date(2019, 12, 31), "Satu"),
        (date(2020, 1, 1), "Dua"),
        (date(2022, 6, 30), "Dua"),
        (date(2022, 7, 1), "Kini"),
        (date(2099, 1, 1), "Kini"),
        (None, "Kini"),
    ],
)
def test_document_of_a_day_prints_the_name_of_that_day(tanggal, nama):
    assert nama_pada(MASA, tanggal, sekarang="Kini") == nama


def test_day_before_every_recorded_name_prints_the_present_one():
    assert nama_pada(MASA[1:], date(2010, 1, 1), sekarang="Tiga") == "Tiga"


@pytest.mark.parametrize(
    ("baru", "mulai", "alasan"),
    [
        ("Dua", date(2026, 3, 1), ""),
        ("Dua", date(2020, 1, 2), ""),
        ("Satu", date(2026, 3, 1), "sama dengan nama sekarang"),
        ("Dua", date(2026, 3, 2), "masa depan"),
        ("Dua", date(2020, 1, 1), "sejak 1 Januari 2020"),
    ],
)
def test_new_name_begins_after_the_present_one_and_not_ahead(baru, mulai, alasan):
    putusan = periksa_ganti("Satu", baru, mulai=mulai, mulai_lama=date(2020, 1, 1), per=PER)

    assert bool(putusan) is not bool(alasan)
    assert alasan in putusan.alasan


@pytest.mark.parametrize(
    ("mulai", "sampai", "alasan"),
    [
        (None, date(2019, 12, 31), ""),
        (date(2019, 12, 31), date(2019, 12, 31), ""),
        (date(2020, 1, 1), date(2019, 12, 31), "sebelum hari pertama"),
        (None, date(2020, 1, 1), "sejak 1 Januari 2020"),
        (None, PER, "sebelum hari ini"),
    ],
)
def test_former_name_ends_before_all_that_are_known(mulai, sampai, alasan):
    terawal = MasaNama("Satu", date(2020, 1, 1), None)

    putusan = periksa_nama_lama(terawal, mulai=mulai, sampai=sampai, per=PER)

    assert bool(putusan) is not bool(alasan)
    assert alasan in putusan.alasan


@pytest.mark.parametrize(
    ("sampai", "boleh"),
    [(date(2020, 1, 1), True), (date(2020, 1, 2), False), (date(2020, 1, 3), False)],
)
def test_former_name_leaves_a_day_to_a_first_one_without_beginning(sampai, boleh):
    terawal = MasaNama("Satu", None, date(2020, 1, 2))

    putusan = periksa_nama_lama(terawal, mulai=None, sampai=sampai, per=PER)

    assert bool(putusan) is boleh
    assert ("Nama Satu sudah berakhir" in putusan.alasan) is not boleh
