"""Reading how long an agreement runs."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.domain.baca_jangka import Jangka, baca_jangka, sebutan_lama


@pytest.mark.parametrize(
    ("teks", "bulan", "hari"),
    [
        ("5 (tahun)", 60, 0),
        ("5 tahun", 60, 0),
        ("5 Thn.", 60, 0),
        ("5 (lima) tahun", 60, 0),
        ("5(lima)tahun", 60, 0),
        ("Lima (5) Tahun", 60, 0),
        ("dua puluh lima tahun", 300, 0),
        ("Jangka waktu : 5 tahun", 60, 0),
        ("selama 3 tahun", 36, 0),
        ("60 bulan", 60, 0),
        ("1,5 tahun", 18, 0),
        ("satu setengah tahun", 18, 0),
        ("90 hari", 0, 90),
    ],
)
def test_jangka_waktu_to_the_letter_is_read_without_a_remark(teks, bulan, hari):
    assert baca_jangka(teks) == Jangka(bulan, hari)


@pytest.mark.parametrize(
    ("teks", "bulan", "kata"),
    [
        (
            "Lima (5) Tahun dan monitoring dilaksanakan satu (1) tahun sekali",
            60,
            "pengawasan 1 tahun sekali",
        ),
        ("35 (tiga puluh lima) tahun", 420, "35 tahun tidak lazim"),
        ("2 (dua) tahun, diberitahukan paling lambat 2 (dua) bulan sebelumnya", 24, "2 tahun"),
        ("perpanjangan satu bulan sebelum berakhir, berlaku 5 tahun", 60, "5 tahun"),
        ("2 (dua) tahun 6 (enam) bulan", 30, "2 tahun 6 bulan"),
        ("3 (tiga) tahun dan dievaluasi setiap 1 (satu) tahun", 36, "3 tahun"),
        ("sesuai dengan ketentuan yang berlaku (3 tahun )", 36, "3 tahun"),
        ("3 Tahun dan akan diperpanjang", 36, "3 tahun"),
    ],
)
def test_jangka_waktu_inside_a_sentence_says_how_it_was_read(teks, bulan, kata):
    jangka = baca_jangka(teks)

    assert (jangka.bulan, jangka.ragu) == (bulan, False)
    assert kata in " ".join(jangka.catatan)


@pytest.mark.parametrize(
    ("teks", "sampai"),
    [
        ("Sampai dengan Tahun 2024.", date(2024, 12, 31)),
        ("5 (lima) tahun terhitung tahun 2023 sampai 2028", date(2028, 12, 31)),
        ("s.d. 31 Maret 2024", date(2024, 3, 31)),
        ("2019 - 2024", date(2024, 12, 31)),
        ("Januari 2023 sampai Februari 2028", date(2028, 2, 29)),
    ],
)
def test_jangka_waktu_with_a_last_day_is_read_so(teks, sampai):
    jangka = baca_jangka(teks)

    assert jangka.akhir(date(2019, 5, 1)) == sampai
    assert not jangka.ragu
    assert jangka.catatan


@pytest.mark.parametrize(
    "teks",
    [
        "satu tahun anggaran",
        "3-5 tahun",
        "5 s/d 10 tahun",
        "25 (dua puluh) tahun",
        "5 tahun untuk tahap satu, 2 tahun untuk tahap dua",
        "100 tahun",
        "0 tahun",
        "5",
        "selamanya",
        "sampai dengan tahun 0000",
        "sampai dengan tahun 9999",
        "sampai 31 Februari 2024",
        "monitoring 1 tahun sekali",
    ],
)
def test_jangka_waktu_in_doubt_is_left_to_a_person(teks):
    jangka = baca_jangka(teks)

    assert jangka.ragu
    assert jangka.catatan


@pytest.mark.parametrize("teks", ["", "-", "Terlampir", "Ada dilampirkan", "Akan dibicarakan"])
def test_jangka_waktu_that_says_nothing_is_empty(teks):
    assert baca_jangka(teks) == Jangka()


def test_five_years_from_29_juli_2021_end_on_29_juli_2026():
    assert baca_jangka("5 tahun").akhir(date(2021, 7, 29)) == date(2026, 7, 29)
    assert baca_jangka("6 bulan").akhir(date(2021, 8, 31)) == date(2022, 2, 28)
    assert baca_jangka("satu tahun anggaran").akhir(date(2021, 7, 29)) == date(2021, 12, 31)
    assert baca_jangka("5 tahun").akhir(None) is None


def test_sebutan_lama_names_what_there_is():
    assert [sebutan_lama(60), sebutan_lama(30), sebutan_lama(0, 90)] == [
        "5 tahun",
        "2 tahun 6 bulan",
        "90 hari",
    ]


@given(st.text(max_size=120) | st.from_regex(r"[0-9a-z(),/. -]{1,60} (tahun|bulan)"), st.dates())
def test_reading_never_raises_and_ends_within_sound_years(teks, ttd):
    akhir = baca_jangka(teks).akhir(ttd if 1945 <= ttd.year <= 2100 else None)

    assert akhir is None or 1945 <= akhir.year <= 2100


@given(st.integers(1, 30))
def test_every_number_of_years_is_read_in_figures(tahun):
    assert baca_jangka(f"{tahun} tahun").bulan == 12 * tahun


@pytest.mark.parametrize("teks", ["satu " * 1000, "1" * 5000, "5 (" * 1600, "sampai " * 700])
def test_long_nonsense_is_read_at_once(teks):
    assert baca_jangka(teks).bulan == 0


def test_jangka_waktu_that_begins_on_a_day_of_its_own_is_left_to_a_person():
    jangka = baca_jangka("1 tahun sejak 1 Januari 2022")

    assert jangka.ragu
    assert "saat mulainya sendiri" in jangka.catatan[0]


@pytest.mark.parametrize(
    ("teks", "bulan"), [("setahun", 12), ("selama setahun", 12), ("Sebulan", 1)]
)
def test_a_year_in_one_word_is_read(teks, bulan):
    jangka = baca_jangka(teks)

    assert (jangka.bulan, jangka.ragu) == (bulan, False)


@pytest.mark.parametrize(("teks", "bulan"), [("5", 60), ("10.", 120)])
def test_bare_number_is_proposed_as_years(teks, bulan):
    jangka = baca_jangka(teks)

    assert (jangka.bulan, jangka.ragu) == (bulan, True)


@pytest.mark.parametrize("teks", ["0", "2024", "123"])
def test_number_that_can_be_no_term_is_not_read(teks):
    assert (baca_jangka(teks).bulan, baca_jangka(teks).ragu) == (0, True)
