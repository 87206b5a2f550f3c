"""What holds for the cycle of every naskah, whatever was carried out."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import assume, given
from hypothesis import strategies as st

from pengawasan.domain.fakta import FaktaNaskah, KebijakanSiklus, Peristiwa
from pengawasan.domain.tempo import hitung_ulang, susun, terbuka
from pengawasan.enums import JenisKegiatan, Sifat

KEBIJAKAN = KebijakanSiklus()
HORIZON = date(2028, 12, 31)
INTERVAL = st.sampled_from([None, 2, 3, 6, 12])
FAKTA = st.builds(
    FaktaNaskah,
    tanggal_ttd=st.dates(date(2020, 1, 1), date(2023, 12, 31)),
    tanggal_berakhir=st.none(),
    interval_pemantauan=INTERVAL,
    interval_evaluasi=INTERVAL,
    mulai_pengawasan=st.none() | st.dates(date(2020, 1, 1), date(2025, 12, 31)),
)
# Month-ends in a narrow range, so that days meet due dates and one another.
TANGGAL = st.builds(
    lambda tahun, bulan, mundur: date(tahun, bulan, 1) - timedelta(days=mundur),
    st.integers(2020, 2026),
    st.integers(1, 12),
    st.integers(1, 3),
)
HISTORY = st.lists(
    st.builds(
        Peristiwa,
        jenis=st.sampled_from(JenisKegiatan),
        tanggal=TANGGAL,
        sifat=st.sampled_from(Sifat),
        menggantikan=st.booleans(),
    ),
    max_size=6,
)


def bentuk(kewajiban):
    return [(k.ke, k.jenis, k.jatuh_tempo) for k in kewajiban]


def susun_penuh(fakta, peristiwa):
    return susun(fakta, peristiwa, KEBIJAKAN, sampai=HORIZON)


@given(FAKTA, HISTORY, st.integers(1, 8))
def test_a_plan_that_is_kept_never_changes(fakta, peristiwa, kali):
    rencana = terbuka(susun_penuh(fakta, peristiwa))
    assume(not any(p.tanggal > k.jatuh_tempo for p in peristiwa for k in rencana[:1]))
    ditepati = [Peristiwa(k.jenis, k.jatuh_tempo) for k in rencana[:kali]]

    lanjut = terbuka(susun_penuh(fakta, [*peristiwa, *ditepati]))

    assert bentuk(lanjut) == bentuk(rencana[kali:])


@given(FAKTA, HISTORY)
def test_the_explanation_alone_gives_the_same_date(fakta, peristiwa):
    for satu in susun_penuh(fakta, peristiwa):
        assert hitung_ulang(satu.dasar) == satu.jatuh_tempo


@given(FAKTA, HISTORY)
def test_turns_count_up_and_the_plan_only_moves_on_and_alternates(fakta, peristiwa):
    semua = susun_penuh(fakta, peristiwa)
    pasangan = list(pairwise(terbuka(semua)))

    assert [k.ke for k in semua] == list(range(1, len(semua) + 1))
    assert all(a.jatuh_tempo < b.jatuh_tempo for a, b in pasangan)
    assert all(a.jenis != b.jenis for a, b in pasangan)


@given(FAKTA, HISTORY.flatmap(lambda p: st.tuples(st.just(p), st.permutations(p))))
def test_the_order_in_which_events_are_told_does_not_matter(fakta, dua):
    urut, kocok = dua

    assert susun_penuh(fakta, kocok) == susun_penuh(fakta, urut)


@given(FAKTA, HISTORY)
def test_an_event_told_twice_counts_once(fakta, peristiwa):
    assert susun_penuh(fakta, peristiwa * 2) == susun_penuh(fakta, peristiwa)


@given(FAKTA, HISTORY, st.integers(0, 3000))
def test_an_end_only_cuts_the_plan_off(fakta, peristiwa, hari):
    akhir = fakta.tanggal_ttd + timedelta(days=hari)

    semua = susun_penuh(fakta, peristiwa)
    berakhir = susun_penuh(replace(fakta, tanggal_berakhir=akhir), peristiwa)

    assert all(k.jatuh_tempo <= akhir for k in berakhir)
    assert berakhir == semua[: len(berakhir)]
    assert all(k.jatuh_tempo > akhir for k in semua[len(berakhir) : len(berakhir) + 1])


@given(FAKTA, HISTORY, st.sampled_from(Sifat), st.booleans(), st.integers(1, 900))
def test_a_further_pemantauan_never_moves_an_evaluasi_that_is_due(
    fakta, peristiwa, sifat, menggantikan, hari
):
    terhutang = next(iter(terbuka(susun_penuh(fakta, peristiwa))), None)
    assume(terhutang and terhutang.jenis == JenisKegiatan.EVALUASI)
    tanggal = max(p.tanggal for p in peristiwa) + timedelta(days=hari)
    lagi = Peristiwa(JenisKegiatan.PEMANTAUAN, tanggal, sifat, menggantikan)

    assert terbuka(susun_penuh(fakta, [*peristiwa, lagi]))[0] == terhutang
