"""The cycle of Pasal 6, sentence by sentence of the rules."""

from dataclasses import replace
from datetime import date

import pytest

from pengawasan.domain.fakta import FaktaNaskah, KebijakanSiklus, Peristiwa
from pengawasan.domain.tempo import lewat_12_bulan, perlu_evaluasi_akhir, susun, terbuka
from pengawasan.enums import JenisKegiatan, Sifat

P, E = JenisKegiatan.PEMANTAUAN, JenisKegiatan.EVALUASI
KEBIJAKAN = KebijakanSiklus()
AGUSTUS = FaktaNaskah(date(2021, 8, 31))
SAMPAI = date(2024, 12, 31)


def p(tanggal, **pilihan):
    return Peristiwa(P, date.fromisoformat(tanggal), **pilihan)


def e(tanggal, **pilihan):
    return Peristiwa(E, date.fromisoformat(tanggal), **pilihan)


def rencana(fakta, peristiwa=(), sampai=SAMPAI):
    """(kind, date) of what is owed and follows."""
    return [
        (k.jenis, k.jatuh_tempo.isoformat())
        for k in terbuka(susun(fakta, peristiwa, KEBIJAKAN, sampai=sampai))
    ]


@pytest.mark.parametrize(
    ("peristiwa", "pertama"),
    [
        ([], (P, "2022-02-28")),
        ([p("2022-02-28")], (E, "2022-08-31")),  # on its day: the anchor stays
        ([p("2022-03-20")], (E, "2022-09-20")),  # late: a new anchor
        ([p("2022-02-01")], (E, "2022-08-01")),  # early: a new anchor too
        ([p("2022-02-28"), e("2022-08-31")], (P, "2023-02-28")),
        ([p("2022-03-31"), e("2022-09-30")], (P, "2023-03-31")),
        ([e("2022-09-15"), p("2022-03-15")], (P, "2023-03-15")),  # given out of order
        ([p("2022-02-28"), p("2022-05-01")], (E, "2022-08-31")),  # never postpones an evaluasi
        ([p("2020-01-01")], (P, "2022-02-28")),  # before signing it does not count
        ([e("2021-05-05")], (P, "2022-02-28")),
        ([p("2021-08-31")], (E, "2022-02-28")),  # on the day of signing: early, but held
        ([p("2023-06-05")], (E, "2023-12-05")),  # years late is one turn, not many
    ],
)
def test_rencana_continues_from_what_was_carried_out(peristiwa, pertama):
    assert rencana(AGUSTUS, peristiwa)[0] == pertama


def test_rencana_never_drifts_from_the_31st():
    assert [t for _, t in rencana(AGUSTUS, sampai=date(2024, 3, 1))] == [
        "2022-02-28",
        "2022-08-31",
        "2023-02-28",
        "2023-08-31",
        "2024-02-29",
    ]


@pytest.mark.parametrize(
    ("peristiwa", "pertama"),
    [
        ([e("2022-01-10", sifat=Sifat.INSIDENTAL)], (P, "2022-07-10")),
        ([p("2022-01-10", sifat=Sifat.INSIDENTAL)], (P, "2022-02-28")),
        ([p("2022-01-10", sifat=Sifat.INSIDENTAL, menggantikan=True)], (E, "2022-07-10")),
        (
            [p("2022-02-28"), p("2022-04-01", sifat=Sifat.INSIDENTAL, menggantikan=True)],
            (E, "2022-08-31"),
        ),
        ([e("2022-02-10")], (P, "2022-08-10")),  # an evaluasi held while a pemantauan is due
        ([e("2022-02-28")], (P, "2022-08-28")),  # even on that day it is out of turn: new anchor
        (
            [p("2022-08-31"), e("2023-02-28", sifat=Sifat.INSIDENTAL)],
            (P, "2023-08-28"),  # restarts from its date, where the periodic one would keep the 31st
        ),
        (
            [p("2022-02-28", sifat=Sifat.INSIDENTAL, menggantikan=True)],
            (E, "2022-08-28"),
        ),
        (
            [p("2022-02-28"), e("2022-06-01", sifat=Sifat.INSIDENTAL), p("2022-12-01")],
            (E, "2023-06-01"),
        ),
    ],
)
def test_insidental_satisfies_only_as_the_rules_say(peristiwa, pertama):
    assert rencana(AGUSTUS, peristiwa)[0] == pertama


@pytest.mark.parametrize(
    ("peristiwa", "pertama"),
    [
        ([p("2022-02-28"), p("2022-02-28")], (E, "2022-08-31")),
        ([p("2022-08-31"), e("2023-02-28"), e("2023-02-28")], (P, "2023-08-31")),
        (
            [p("2022-08-31"), e("2023-02-28", sifat=Sifat.INSIDENTAL), e("2023-02-28")],
            (P, "2023-08-31"),  # the periodic one stands
        ),
        ([p("2022-02-10", sifat=Sifat.INSIDENTAL), p("2022-02-10")], (E, "2022-08-10")),
        ([e("2022-02-28"), p("2022-02-28")], (P, "2022-08-28")),  # both held, pemantauan first
    ],
)
def test_one_day_holds_each_kind_once(peristiwa, pertama):
    assert rencana(AGUSTUS, peristiwa)[0] == pertama


@pytest.mark.parametrize(
    ("ttd", "tanggal"),
    [
        ("2024-02-29", ["2024-08-29", "2025-02-28", "2025-08-29", "2026-02-28"]),
        ("2023-08-29", ["2024-02-29", "2024-08-29", "2025-02-28", "2025-08-29"]),
        ("2021-03-31", ["2021-09-30", "2022-03-31", "2022-09-30", "2023-03-31"]),
        ("2021-12-30", ["2022-06-30", "2022-12-30", "2023-06-30", "2023-12-30"]),
    ],
)
def test_months_are_clipped_to_their_last_day_and_come_back(ttd, tanggal):
    fakta = FaktaNaskah(date.fromisoformat(ttd))

    assert [t for _, t in rencana(fakta, sampai=date(2026, 12, 31))][:4] == tanggal


@pytest.mark.parametrize(
    ("berakhir", "jumlah"),
    [("2022-08-31", 2), ("2022-08-30", 1), ("2022-02-28", 1), ("2022-02-27", 0)],
)
def test_nothing_falls_due_after_the_last_day(berakhir, jumlah):
    fakta = FaktaNaskah(date(2021, 8, 31), date.fromisoformat(berakhir))

    assert len(rencana(fakta)) == jumlah


def test_what_fell_due_before_the_end_stays_owed():
    fakta = FaktaNaskah(date(2021, 8, 31), date(2022, 3, 15))

    assert rencana(fakta, sampai=date(2030, 1, 1)) == [(P, "2022-02-28")]


@pytest.mark.parametrize(
    ("mulai", "pertama"),
    [
        ("2021-10-01", "2022-02-28"),
        ("2022-02-28", "2022-02-28"),
        ("2022-03-01", "2022-08-31"),
        ("2024-01-01", "2024-02-29"),
    ],
)
def test_backlog_starts_at_the_first_multiple_not_before_mulai_pengawasan(mulai, pertama):
    fakta = FaktaNaskah(date(2021, 8, 31), mulai_pengawasan=date.fromisoformat(mulai))

    assert rencana(fakta)[0] == (P, pertama)


def test_known_history_makes_mulai_pengawasan_void():
    fakta = FaktaNaskah(date(2021, 8, 31), mulai_pengawasan=date(2024, 1, 1))

    assert rencana(fakta, [p("2022-02-28")])[0] == (E, "2022-08-31")


def test_what_fell_due_may_be_done_after_the_end_and_nothing_follows():
    fakta = FaktaNaskah(date(2021, 8, 31), date(2022, 3, 15))

    assert rencana(fakta, [p("2022-05-02")], sampai=date(2030, 1, 1)) == []


def test_backlog_that_is_kept_stays_on_the_anchor_of_signing():
    fakta = FaktaNaskah(date(2021, 8, 31), mulai_pengawasan=date(2024, 1, 1))

    assert rencana(fakta, [p("2024-02-29")], sampai=date(2025, 3, 1)) == [
        (E, "2024-08-31"),
        (P, "2025-02-28"),
    ]


def test_backlog_counts_multiples_of_the_own_interval():
    fakta = FaktaNaskah(date(2021, 8, 31), interval_pemantauan=4, mulai_pengawasan=date(2023, 1, 1))

    assert rencana(fakta)[:2] == [(P, "2023-04-30"), (E, "2023-10-31")]


def test_ke_stays_when_a_corrected_signing_moves_the_dates():
    semula = susun(AGUSTUS, [p("2022-02-28")], KEBIJAKAN, sampai=SAMPAI)
    dibetulkan = replace(AGUSTUS, tanggal_ttd=date(2021, 9, 3))
    ulang = susun(dibetulkan, [p("2022-02-28")], KEBIJAKAN, sampai=SAMPAI)

    assert [(k.ke, k.jenis) for k in ulang] == [(k.ke, k.jenis) for k in semula]
    assert ulang[1].jatuh_tempo == date(2022, 8, 28)


def test_a_turn_knows_the_event_that_satisfied_it():
    evaluasi = e("2022-01-10", sifat=Sifat.INSIDENTAL)
    pertama, kedua, *_ = susun(AGUSTUS, [evaluasi], KEBIJAKAN, sampai=SAMPAI)

    assert (pertama.ke, pertama.jenis, pertama.dipenuhi) == (1, P, evaluasi)
    assert (kedua.ke, kedua.jenis, kedua.dipenuhi) == (2, P, None)


def test_a_later_policy_changes_the_interval_of_all_but_the_naskah_that_has_its_own():
    kebijakan = KebijakanSiklus(interval_pemantauan=4)
    sendiri = replace(AGUSTUS, interval_pemantauan=3)

    def pertama(fakta):
        return susun(fakta, [], kebijakan, sampai=SAMPAI)[0].jatuh_tempo

    assert (pertama(AGUSTUS), pertama(sendiri)) == (date(2021, 12, 31), date(2021, 11, 30))


def test_a_plan_ends_with_the_calendar():
    assert rencana(FaktaNaskah(date(9998, 12, 31)), sampai=date.max) == [
        (P, "9999-06-30"),
        (E, "9999-12-31"),
    ]


def test_own_intervals_accumulate_from_one_anchor():
    fakta = FaktaNaskah(date(2021, 8, 31), interval_pemantauan=3, interval_evaluasi=12)

    assert [t for _, t in rencana(fakta, sampai=date(2024, 6, 1))] == [
        "2021-11-30",
        "2022-11-30",
        "2023-02-28",
        "2024-02-29",
        "2024-05-31",
    ]


@pytest.mark.parametrize(
    ("peristiwa", "per", "lewat"),
    [
        ([], "2022-08-31", False),  # exactly twelve months is not more than twelve
        ([], "2022-09-01", True),
        ([e("2022-08-31")], "2023-08-31", False),
        ([e("2022-08-31")], "2023-09-01", True),
        ([e("2023-01-01")], "2022-09-01", True),  # not yet held on the day that is judged
        ([e("2021-01-01")], "2022-09-01", True),  # before signing it does not count
        ([e("2022-03-01", sifat=Sifat.INSIDENTAL)], "2022-09-01", False),
        ([p("2022-02-28")], "2022-09-01", True),  # whatever else is on time
    ],
)
def test_lewat_12_bulan_without_evaluasi(peristiwa, per, lewat):
    per = date.fromisoformat(per)

    assert lewat_12_bulan(AGUSTUS, peristiwa, KEBIJAKAN, per=per) is lewat


@pytest.mark.parametrize(
    ("peristiwa", "per", "perlu"),
    [
        ([], "2024-06-01", False),
        ([], "2024-06-02", True),
        ([], "2024-08-31", True),
        ([], "2024-09-01", False),
        ([e("2024-06-01")], "2024-07-01", True),  # too early to be the last one
        ([e("2024-06-10")], "2024-07-01", False),  # held: nothing more to propose
        ([p("2024-06-10")], "2024-07-01", True),
    ],
)
def test_evaluasi_akhir_is_proposed_from_h_90_to_the_last_day(peristiwa, per, perlu):
    fakta = FaktaNaskah(date(2021, 8, 31), date(2024, 8, 31))

    assert perlu_evaluasi_akhir(fakta, peristiwa, KEBIJAKAN, per=date.fromisoformat(per)) is perlu


def test_evaluasi_akhir_is_never_proposed_without_a_last_day():
    assert not perlu_evaluasi_akhir(AGUSTUS, [], KEBIJAKAN, per=date(2030, 1, 1))
