from datetime import date

import pytest

from inti.enums import SifatPemangku as Sifat
from pengawasan.domain.pemangku import Masa, periksa_akhiri, periksa_diri, periksa_masa

MARET = (date(2026, 3, 1), date(2026, 3, 31))
ADA = {sifat: Masa("Budi", sifat, *MARET) for sifat in Sifat}


@pytest.mark.parametrize(
    ("baru", "ada", "boleh"),
    [
        (Sifat.DEFINITIF, Sifat.DEFINITIF, False),
        (Sifat.PLT, Sifat.PLT, False),
        (Sifat.PLH, Sifat.PLT, False),
        (Sifat.PLT, Sifat.DEFINITIF, True),
        (Sifat.PLH, Sifat.DEFINITIF, True),
        (Sifat.DEFINITIF, Sifat.PLT, True),
    ],
)
def test_one_holder_and_one_who_acts_on_a_day(baru, ada, boleh):
    putusan = periksa_masa(Masa("Ani", baru, date(2026, 3, 31), None), lain=[ADA[ada]])

    assert bool(putusan) is boleh
    assert boleh or "Budi" in putusan.alasan


@pytest.mark.parametrize(
    ("mulai", "selesai", "boleh"),
    [
        (date(2026, 2, 1), date(2026, 2, 28), True),
        (date(2026, 4, 1), None, True),
        (date(2026, 2, 1), date(2026, 3, 1), False),
        (date(2026, 3, 31), None, False),
        (date(2026, 2, 1), None, False),
        (date(2026, 3, 5), date(2026, 3, 6), False),
    ],
)
def test_two_periods_of_one_kind_share_no_day(mulai, selesai, boleh):
    masa = Masa("Ani", Sifat.DEFINITIF, mulai, selesai)

    assert bool(periksa_masa(masa, lain=[ADA[Sifat.DEFINITIF]])) is boleh


def test_an_open_period_meets_everything_after_it():
    terbuka = Masa("Budi", Sifat.DEFINITIF, date(2026, 3, 1))

    putusan = periksa_masa(Masa("Ani", Sifat.DEFINITIF, date(2030, 1, 1)), lain=[terbuka])

    assert "Budi (Definitif, 1 Maret 2026 sampai sekarang)" in putusan.alasan


def test_end_before_the_beginning_is_refused():
    masa = Masa("Ani", Sifat.PLH, date(2026, 3, 2), date(2026, 3, 1))

    assert "sebelum hari mulai" in periksa_masa(masa, lain=[]).alasan


@pytest.mark.parametrize(
    ("sampai", "kata"),
    [
        (date(2026, 2, 28), "sebelum hari mulai"),
        (date(2026, 3, 31), "pakai Perbaiki"),
        (date(2026, 4, 1), "pakai Perbaiki"),
    ],
)
def test_end_that_is_refused_says_why(sampai, kata):
    assert kata in periksa_akhiri(ADA[Sifat.PLT], sampai=sampai).alasan


@pytest.mark.parametrize("sampai", [date(2026, 3, 1), date(2026, 3, 30)])
def test_a_period_may_end_earlier(sampai):
    assert periksa_akhiri(ADA[Sifat.PLT], sampai=sampai)


def test_nobody_seats_themselves():
    assert not periksa_diri(7, oleh=7)
    assert periksa_diri(7, oleh=8)


@pytest.mark.parametrize(
    ("orang", "mulai", "boleh"),
    [(7, date(2026, 3, 31), False), (7, date(2026, 4, 1), True), (8, date(2026, 3, 31), True)],
)
def test_nobody_acts_for_themselves(orang, mulai, boleh):
    definitif = Masa("Budi", Sifat.DEFINITIF, *MARET, 7)

    putusan = periksa_masa(Masa("Budi", Sifat.PLT, mulai, None, orang), lain=[definitif])

    assert bool(putusan) is boleh
    assert boleh or putusan.alasan.startswith("Ia sudah memangku jabatan ini: Budi (Definitif, ")
