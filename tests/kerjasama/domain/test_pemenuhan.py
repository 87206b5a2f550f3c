"""When items fall due, how far they are fulfilled, what is owed."""

from calendar import monthrange
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.domain.pemenuhan import (
    LANGKAH,
    BarisSetoran,
    Capaian,
    Total,
    berbeda,
    capaian,
    giliran,
    hari_terakhir,
    keadaan_setoran,
    persen_butir,
    persen_pernyataan,
    sebutan_butir,
    status_dari_persen,
    total,
)
from kerjasama.enums import JenisNaskah, KeadaanSetoran, Kekerapan, StatusPemenuhan

PER = date(2026, 6, 30)
TANGGAL = st.dates(date(1990, 1, 1), date(2060, 12, 31))
PERSEN = st.decimals(0, 999, places=2)
RUPIAH = st.integers(1, 10**15 - 1)


@pytest.mark.parametrize(
    ("jenis", "sebutan"),
    [
        ("kesepakatan_bersama", "Tugas dan kewenangan"),
        ("nota_kesepakatan", "Tugas dan kewenangan"),
        ("pks", "Hak dan kewajiban"),
        ("naskah_kerja_sama", "Hak dan kewajiban"),
    ],
)
def test_items_are_called_as_the_kind_of_naskah_calls_them(jenis, sebutan):
    assert sebutan_butir(JenisNaskah(jenis)) == sebutan


# --- When it falls due ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kekerapan", "pertama", "sampai", "jatuh"),
    [
        ("sekali", "2024-05-31", "2026-01-01", ["2024-05-31"]),
        ("sekali", "2024-05-31", "2024-05-30", []),
        ("bulanan", "2024-01-31", "2024-04-30", "2024-01-31 2024-02-29 2024-03-31 2024-04-30"),
        ("triwulanan", "2023-11-30", "2024-08-30", "2023-11-30 2024-02-29 2024-05-30 2024-08-30"),
        ("semesteran", "2021-08-31", "2022-08-31", "2021-08-31 2022-02-28 2022-08-31"),
        ("semesteran", "2021-08-31", "2022-08-30", "2021-08-31 2022-02-28"),
        ("tahunan", "2023-02-28", "2024-12-31", "2023-02-28 2024-02-28"),
        ("tahunan", "2024-02-29", "2026-12-31", "2024-02-29 2025-02-28 2026-02-28"),
        ("tahunan", "2024-02-29", "2024-02-28", []),
    ],
)  # fmt: skip
def test_turns_are_counted_from_the_first_and_clipped(kekerapan, pertama, sampai, jatuh):
    harap = jatuh.split() if isinstance(jatuh, str) else jatuh

    ada = giliran(
        Kekerapan(kekerapan), date.fromisoformat(pertama), sampai=date.fromisoformat(sampai)
    )

    assert [str(t) for t in ada] == harap


@given(st.sampled_from(list(LANGKAH)), TANGGAL, TANGGAL, TANGGAL)
def test_turns_never_pass_the_last_day_nor_drift(kekerapan, pertama, akhir, sampai):
    ada = giliran(kekerapan, pertama, akhir=akhir, sampai=sampai)

    assert ada == sorted(set(ada))
    assert all(pertama <= t <= min(akhir, sampai) for t in ada)
    for n, tanggal in enumerate(ada):
        bulan = pertama.year * 12 + pertama.month - 1 + n * LANGKAH[kekerapan]
        assert (tanggal.year, tanggal.month) == (bulan // 12, bulan % 12 + 1)
        assert tanggal.day == min(pertama.day, monthrange(tanggal.year, tanggal.month)[1])


@given(st.sampled_from(list(LANGKAH)), TANGGAL, TANGGAL, st.integers(0, 4000))
def test_a_longer_term_only_adds_turns(kekerapan, pertama, akhir, hari):
    pendek = giliran(kekerapan, pertama, akhir=akhir)
    panjang = giliran(kekerapan, pertama, akhir=akhir + timedelta(days=hari))

    assert panjang[: len(pendek)] == pendek


def test_without_an_end_turns_stop_after_fifty_years():
    assert len(giliran(Kekerapan.BULANAN, date(2026, 1, 31))) == 601
    assert len(giliran(Kekerapan.TAHUNAN, date(9990, 1, 1))) == 10


@pytest.mark.parametrize(
    ("berakhir", "diakhiri", "akhir"),
    [
        (None, None, None),
        (date(2026, 1, 1), None, date(2026, 1, 1)),
        (date(2026, 1, 1), date(2025, 6, 1), date(2025, 6, 1)),
        (None, date(2025, 6, 1), date(2025, 6, 1)),
    ],
)
def test_last_day_is_the_earlier_of_the_two(berakhir, diakhiri, akhir):
    assert hari_terakhir(berakhir, diakhiri) == akhir


# --- How far it is fulfilled -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "angka", "persen"),
    [
        ("sebagian", {"persen": "11.9"}, "11.9"),
        ("sebagian", {"persen": "11.9", "nilai": "50", "target": "100"}, "11.9"),
        ("sebagian", {"nilai": "1", "target": "3"}, "33.33"),
        ("sebagian", {"nilai": "1"}, None),
        ("sebagian", {"nilai": "1", "target": "0"}, None),
        ("terpenuhi", {}, "100"),
        ("belum_terpenuhi", {}, "0"),
        ("sebagian", {}, None),
        ("diuraikan", {}, None),
    ],
)
def test_percent_of_a_statement(status, angka, persen):
    angka = {n: Decimal(v) for n, v in angka.items()}

    ada = persen_pernyataan(StatusPemenuhan(status), **angka)

    assert ada == (None if persen is None else Decimal(persen))


@pytest.mark.parametrize(
    ("persen", "status"),
    [
        (None, "diuraikan"),
        ("0", "belum_terpenuhi"),
        ("0.01", "sebagian"),
        ("99.99", "sebagian"),
        ("100", "terpenuhi"),
        ("250", "terpenuhi"),
    ],
)
def test_status_that_a_bare_percent_means(persen, status):
    assert status_dari_persen(None if persen is None else Decimal(persen)) == status


@pytest.mark.parametrize(
    ("utuh", "per_giliran", "jatuh_tempo", "persen"),
    [
        ("40", {1: "100"}, 4, "40"),
        (None, {}, 4, None),
        (None, {1: None}, 4, None),
        (None, {1: "100"}, 4, "25"),
        (None, {1: "100", 2: "50"}, 2, "75"),
        (None, {1: "100", 2: "100"}, 1, "100"),
        (None, {1: "300", 2: "0"}, 2, "50"),
    ],
)
def test_percent_of_an_item(utuh, per_giliran, jatuh_tempo, persen):
    angka = {ke: None if p is None else Decimal(p) for ke, p in per_giliran.items()}

    ada = persen_butir(Decimal(utuh) if utuh else None, angka, jatuh_tempo=jatuh_tempo)

    assert ada == (None if persen is None else Decimal(persen))


@pytest.mark.parametrize(
    ("persen", "hasil"),
    [
        ([], Capaian(None, 0, 0)),
        ([None, None], Capaian(None, 0, 2)),
        (["11.9", None], Capaian(Decimal("11.9"), 1, 2)),
        (["200", "0"], Capaian(Decimal(50), 2, 2)),
    ],
)
def test_figure_of_a_side_says_over_how_many_items(persen, hasil):
    assert capaian([None if p is None else Decimal(p) for p in persen]) == hasil


@given(st.lists(st.one_of(st.none(), PERSEN), max_size=200))
def test_figure_of_a_side_is_the_mean_between_nought_and_hundred(persen):
    ada = capaian(persen)
    dinilai = [min(Fraction(p), 100) for p in persen if p is not None]

    assert ada.dinilai == len(dinilai) <= ada.jumlah == len(persen)
    if dinilai:
        assert 0 <= ada.persen <= 100
        assert abs(Fraction(ada.persen) - sum(dinilai) / len(dinilai)) <= Fraction(6, 100)


@pytest.mark.parametrize(
    ("persen", "beda"),
    [
        (["11.9", "18.9"], True),
        (["11.9", "11.90", None], False),
        (["11.9", None, None], False),
        ([], False),
    ],
)
def test_sides_that_state_different_figures_are_told_apart(persen, beda):
    assert berbeda(None if p is None else Decimal(p) for p in persen) is beda


# --- What is owed ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("baris", "hasil"),
    [
        ([], Total()),
        ([(PER, 100, 40, 10)], Total(100, 40, 10, 60, 0)),
        ([(PER + timedelta(days=1), 100, 40, 0)], Total(0, 40, 0, 0, 40)),
        ([(PER, 100, 130, 0)], Total(100, 130, 0, 0, 30)),
        ([(PER, 100, 130, 0), (PER, 100, 0, 0)], Total(200, 130, 0, 100, 30)),
        ([(PER, None, 70, 0)], Total(70, 70, 0, 0, 0)),
        ([(PER, None, 0, 5)], Total(0, 0, 5, 0, 0)),
    ],
)
def test_totals_on_a_day(baris, hasil):
    assert total([BarisSetoran(*b) for b in baris], per=PER) == hasil


@given(
    st.lists(
        st.builds(
            BarisSetoran,
            TANGGAL,
            st.one_of(st.none(), RUPIAH),
            st.integers(0, 2 * 10**15),
            st.integers(0, 10**15),
        ),
        max_size=300,
    ),
    TANGGAL,
)
def test_totals_balance_to_the_last_rupiah(baris, per):
    ada = total(baris, per=per)

    assert ada.jatuh_tempo + ada.di_muka == ada.dibayar + ada.tunggakan
    assert ada.dibayar == sum(b.dibayar for b in baris)
    assert ada.tunggakan == sum(b.tunggakan for b in baris if b.jatuh_tempo <= per)


@given(st.lists(st.builds(BarisSetoran, TANGGAL, RUPIAH), max_size=50), TANGGAL, TANGGAL)
def test_what_is_due_only_grows_with_time(baris, satu, lain):
    awal, akhir = sorted((satu, lain))

    assert total(baris, per=awal).jatuh_tempo <= total(baris, per=akhir).jatuh_tempo


@pytest.mark.parametrize(
    ("baris", "keadaan"),
    [
        ((PER + timedelta(days=1), 100, 0, 0), KeadaanSetoran.MENDATANG),
        ((PER, 100, 0, 0), KeadaanSetoran.JATUH_TEMPO),
        ((PER - timedelta(days=1), 100, 99, 0), KeadaanSetoran.TERLAMBAT),
        ((PER - timedelta(days=1), 100, 99, 1), KeadaanSetoran.MENUNGGU_KONFIRMASI),
        ((PER - timedelta(days=1), 100, 50, 49), KeadaanSetoran.TERLAMBAT),
        ((PER - timedelta(days=1), 100, 100, 0), KeadaanSetoran.LUNAS),
        ((PER + timedelta(days=1), 100, 100, 0), KeadaanSetoran.LUNAS),
        ((PER - timedelta(days=1), None, 0, 0), KeadaanSetoran.BELUM_DITETAPKAN),
    ],
)
def test_where_a_due_row_stands(baris, keadaan):
    assert keadaan_setoran(BarisSetoran(*baris), per=PER) == keadaan
