"""Reading dates: nothing is guessed silently, nothing raises, every year is sound."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inti.formats import BULAN, hari_tanggal, tanggal_indonesia, tanggal_kata
from kerjasama.domain.baca_tanggal import (
    Bacaan,
    KebiasaanKolom,
    baca_tanggal,
    bulan_dari_nomor,
    kebiasaan,
    tahun_dari_nomor,
)

BULAN_DULU = KebiasaanKolom(bulan_dulu=20)
HARI_DULU = KebiasaanKolom(hari_dulu=20)
TANGGAL = st.dates(date(1960, 1, 1), date(2059, 12, 31))


@pytest.mark.parametrize(
    ("teks", "nilai"),
    [
        ("17 Oktober 2019", date(2019, 10, 17)),
        ("17 Oktober 2019.", date(2019, 10, 17)),
        ("17\u00a0oktober  2019", date(2019, 10, 17)),
        ("１７ Oktober ２０１９", date(2019, 10, 17)),
        ("Kamis, 17 Oktober 2019", date(2019, 10, 17)),
        ("tanggal 5 bulan Mei tahun 2020", date(2020, 5, 5)),
        ("3 Nop 2020", date(2020, 11, 3)),
        ("October 17, 2019", date(2019, 10, 17)),
        ("17th October 2019", date(2019, 10, 17)),
        ("2022-02-03", date(2022, 2, 3)),
        ("2022-02-03 00:00:00", date(2022, 2, 3)),
        ("2022/2/3", date(2022, 2, 3)),
        ("22/6/2018", date(2018, 6, 22)),
        ("22.06.2018", date(2018, 6, 22)),
        ("6/6/2020", date(2020, 6, 6)),
    ],
)
def test_tanggal_to_the_letter_is_read_without_a_remark(teks, nilai):
    assert baca_tanggal(teks) == Bacaan(nilai)


@pytest.mark.parametrize(
    ("teks", "nilai", "kata"),
    [
        ("6/22/2018", date(2018, 6, 22), "dibaca bulan/hari"),
        ("6/22/2018 00:00", date(2018, 6, 22), "dibaca bulan/hari"),
        ("Kamis (19/10/23)", date(2023, 10, 19), "“23” dibaca 2023"),
        ("17-Okt-98", date(1998, 10, 17), "“98” dibaca 1998"),
        ("31/12/99", date(1999, 12, 31), "“99” dibaca 1999"),
        ("43755", date(2019, 10, 17), "nomor tanggal Excel"),
        ("43755.5", date(2019, 10, 17), "nomor tanggal Excel"),
        ("dua puluh enam Oktober dua ribu enam belas", date(2016, 10, 26), "Dibaca dari kata"),
        (tanggal_kata(date(2016, 10, 26)), date(2016, 10, 26), "Dibaca dari kata"),
        ("17 Oktober 2019 (perpanjangan)", date(2019, 10, 17), "hanya dibaca 17 Oktober 2019"),
        ("Kamis, 6/5/2021", date(2021, 5, 6), "menurut hari Kamis"),
    ],
)
def test_tanggal_by_another_reading_says_how_it_was_read(teks, nilai, kata):
    bacaan = baca_tanggal(teks)

    assert (bacaan.nilai, bacaan.ragu) == (nilai, False)
    assert kata in " ".join(bacaan.catatan)


@pytest.mark.parametrize(
    ("teks", "usulan"),
    [
        ("2/4/2019", (date(2019, 4, 2), date(2019, 2, 4))),
        ("12/72020", (date(2020, 7, 12), date(2020, 12, 7))),
        ("September 2025", (date(2025, 9, 1), date(2025, 9, 30))),
        ("09/2025", (date(2025, 9, 1), date(2025, 9, 30))),
        ("2025", (date(2025, 1, 1), date(2025, 12, 31))),
        ("1 Mei 2020 s.d. 30 Juni 2021", (date(2020, 5, 1), date(2021, 6, 30))),
        ("17 Okotober 2019", (date(2019, 10, 17),)),
        ("31/31/2020", ()),
        ("30 Februari 2020", ()),
        ("2019-02-30", ()),
        ("1/1/0001", ()),
        ("17 Oktober 1900", ()),
        ("99999", ()),
        ("=TODAY()", ()),
        ("segera", ()),
    ],
)
def test_tanggal_in_doubt_is_proposed_to_a_person(teks, usulan):
    bacaan = baca_tanggal(teks)

    assert (bacaan.nilai, bacaan.usulan, bacaan.ragu) == (None, usulan, True)
    assert teks in bacaan.catatan[0]


def test_wrong_day_of_the_week_is_asked():
    bacaan = baca_tanggal("Senin, 17 Oktober 2019")

    assert bacaan.ragu
    assert "menyebut Senin, padahal tanggal itu Kamis" in bacaan.catatan[0]


def test_words_that_contradict_the_figures_are_asked():
    teks = "dua puluh enam Oktober dua ribu enam belas (27-10-2016)"

    assert baca_tanggal(teks).usulan == (date(2016, 10, 27), date(2016, 10, 26))


@pytest.mark.parametrize("teks", ["", " ", "-", "–", "terlampir", "Terlampir.", "Akan dibicarakan"])
def test_tanggal_that_says_nothing_is_empty_without_a_remark(teks):
    assert baca_tanggal(teks) == Bacaan()


@pytest.mark.parametrize(
    ("kolom", "nomor", "nilai"),
    [
        (BULAN_DULU, "", date(2023, 7, 6)),
        (HARI_DULU, "", date(2023, 6, 7)),
        (KebiasaanKolom(), "B.603/BKIPM/KS.310/VII/2023", date(2023, 7, 6)),
        (BULAN_DULU, "B.603/BKIPM/KS.310/VII/2023", date(2023, 7, 6)),
        (BULAN_DULU, "12/KS/VI/2023", None),  # the witnesses disagree
        (KebiasaanKolom(), "12/KS/VI/2023 | 9/VII/2023", None),  # so do two numbers
    ],
)
def test_roman_month_and_column_are_the_witnesses_of_7_6_2023(kolom, nomor, nilai):
    bacaan = baca_tanggal("7/6/2023", kolom=kolom, nomor=nomor)

    assert bacaan.nilai == nilai
    assert bacaan.catatan


def test_date_against_the_habit_of_its_column_says_how_it_was_read():
    assert "dibaca hari/bulan" in baca_tanggal("22/6/2018", kolom=BULAN_DULU).catatan[0]


def test_kebiasaan_counts_only_what_can_be_read_one_way():
    assert kebiasaan(["6/22/2018", "22/6/2018", "6/6/2020", "x", ""]) == KebiasaanKolom(1, 1)
    assert kebiasaan(["6/22/2018", "7/29/2022", "1/2/2020"]).jelas == "bulan"


def test_nomor_names_months_and_years():
    assert bulan_dari_nomor("04/MEN-KP/KB/V/2021 | 365/DP-APHI/Vlll/2021") == {5, 8}
    assert bulan_dari_nomor("KS.300/001/DP-III/2023") == frozenset()
    assert tahun_dari_nomor("12/X/2019 | 3/2020 | 20190") == {2019, 2020}


@given(st.text(max_size=80), st.text(max_size=40))
def test_reading_never_raises_and_stays_within_sound_years(teks, nomor):
    bacaan = baca_tanggal(teks, nomor=nomor)

    assert all(1945 <= t.year <= 2100 for t in (bacaan.nilai, *bacaan.usulan) if t)
    assert bacaan.nilai is None or bacaan.usulan == ()
    kebiasaan([teks])


@given(st.from_regex(r"[0-9/.\- ]{1,14}|[0-9]{1,2} ?[A-Za-z]{3,9} ?[0-9]{2,4}", fullmatch=True))
def test_text_that_resembles_a_date_stays_within_sound_years(teks):
    bacaan = baca_tanggal(teks, kolom=BULAN_DULU)

    assert all(1945 <= t.year <= 2100 for t in (bacaan.nilai, *bacaan.usulan) if t)


@given(TANGGAL)
def test_a_date_in_any_supported_form_is_read_back(tanggal):
    serial = (tanggal - date(1899, 12, 30)).days
    singkat = f"{tanggal.day}-{BULAN[tanggal.month - 1][:3]}-{tanggal:%y}"
    bentuk = [
        tanggal_indonesia(tanggal),
        hari_tanggal(tanggal),
        tanggal_kata(tanggal),
        tanggal.isoformat(),
        f"{tanggal.isoformat()} 00:00:00",
        f"{tanggal:%Y/%m/%d}",
        singkat,
        str(serial),
    ]

    assert {teks: baca_tanggal(teks).nilai for teks in bentuk} == dict.fromkeys(bentuk, tanggal)


@given(TANGGAL)
def test_figures_are_read_by_the_habit_of_their_column(tanggal):
    bulan_dulu = baca_tanggal(f"{tanggal:%m/%d/%Y}", kolom=BULAN_DULU)
    hari_dulu = baca_tanggal(f"{tanggal:%d/%m/%Y}", kolom=HARI_DULU)

    assert (bulan_dulu.nilai, hari_dulu.nilai) == (tanggal, tanggal)


@given(TANGGAL, st.integers(1, 6))
def test_day_of_the_week_decides_or_is_asked(tanggal, geser):
    salah = hari_tanggal(tanggal + timedelta(days=geser)).split(",")[0]

    assert baca_tanggal(f"{salah}, {tanggal_indonesia(tanggal)}").ragu


@pytest.mark.parametrize("teks", ["1 s.d. 5 Mei 2021", "6 Mei 2021 M / 24 Ramadan 1442 H"])
def test_another_number_beside_the_date_is_left_to_a_person(teks):
    bacaan = baca_tanggal(teks)

    assert bacaan.ragu
    assert "hanya dibaca" in bacaan.catatan[0]


@pytest.mark.parametrize("teks", ["belum", "Belum pernah", "tidak pernah", "-"])
def test_a_cell_that_says_never_says_no_date(teks):
    assert baca_tanggal(teks) == Bacaan()


@pytest.mark.parametrize("teks", ["tgl. 5 bulan 6 tahun 2020", "Tanggal 5 Bulan 06 Tahun 2020"])
def test_day_month_and_year_that_say_what_they_are_are_read(teks):
    assert baca_tanggal(teks, kolom=BULAN_DULU).nilai == date(2020, 6, 5)


def test_impossible_day_month_and_year_are_asked():
    terbaca = baca_tanggal("tgl 31 bulan 2 tahun 2020")

    assert (terbaca.nilai, terbaca.ragu) == (None, True)


@pytest.mark.parametrize("teks", ["Okt-19", "okt '19", "Okt/19"])
def test_month_with_a_short_year_proposes_its_first_and_last_day(teks):
    terbaca = baca_tanggal(teks)

    assert (terbaca.usulan, terbaca.ragu) == ((date(2019, 10, 1), date(2019, 10, 31)), True)
