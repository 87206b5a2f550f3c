"""Levelling: the properties that hold for any plan, and the optimum on small ones."""

from collections import Counter
from datetime import date, timedelta
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from inti.hari_kerja import hari_kerja, hari_kerja_antara
from pengawasan.domain.beban import pekan
from pengawasan.domain.perataan import MUNDUR, Butir, Tempat, jendela, ratakan, sehari

PER = date(2026, 5, 4)


@st.composite
def rencana(draw, paling_banyak=25):
    butir = []
    for kunci in range(draw(st.integers(0, paling_banyak))):
        tempo = PER + timedelta(days=draw(st.integers(2, 60)))
        lebar = draw(st.integers(0, 30))
        awal, akhir = jendela(jangkar=date(2025, 12, 1), tenggat=tempo, lebar=lebar, per=PER)
        tempat = draw(st.sets(st.sampled_from([Tempat(n) for n in "abc"]), max_size=2))
        boleh = tuple(hari_kerja_antara(awal, akhir))
        butir.append(Butir(kunci, tempo, boleh, tuple(sorted(tempat, key=lambda t: t.kunci))))
    tetap = {PER + timedelta(weeks=n): draw(st.integers(0, 3)) for n in range(6)}
    return butir, tetap, draw(st.integers(1, 6))


def isi(hari, tetap):
    return max((Counter(pekan(h) for h in hari) + Counter(tetap)).values(), default=0)


@given(rencana())
def test_every_day_is_a_working_day_inside_the_window(kasus):
    butir, tetap, kapasitas = kasus
    boleh = {b.kunci: b.boleh for b in butir}

    for usul in ratakan(butir, tetap, kapasitas=kapasitas).usul:
        assert usul.hari in boleh[usul.kunci]
        assert hari_kerja(usul.hari)


@given(rencana())
def test_peak_never_rises_above_capacity_and_is_what_it_says(kasus):
    butir, tetap, kapasitas = kasus

    hasil = ratakan(butir, tetap, kapasitas=kapasitas)

    assert hasil.puncak <= max(hasil.puncak_semula, kapasitas)
    assert hasil.puncak == isi([u.hari for u in hasil.usul], tetap)


@given(rencana())
def test_it_is_deterministic_and_leaves_alone_what_it_made(kasus):
    butir, tetap, kapasitas = kasus
    hasil = ratakan(butir, tetap, kapasitas=kapasitas)
    hari = {u.kunci: u.hari for u in hasil.usul}

    lagi = ratakan(reversed(butir), tetap, kapasitas=kapasitas)
    dari_hasil = [
        Butir(b.kunci, hari[b.kunci], b.boleh, b.tempat) for b in butir if b.kunci in hari
    ]
    kedua = ratakan(dari_hasil, tetap, kapasitas=kapasitas)

    assert lagi == hasil
    assert {u.kunci: u.hari for u in kedua.usul} == hari


@given(rencana(paling_banyak=5))
def test_no_plan_has_a_lower_peak(kasus):
    butir, tetap, _ = kasus
    pilihan = [sorted({pekan(h) for h in b.boleh}) for b in butir if b.boleh]
    terbaik = min(isi(p, tetap) for p in product(*pilihan))

    assert ratakan(butir, tetap, kapasitas=1).puncak == terbaik


def test_a_day_off_becomes_the_working_day_before():
    minggu = date(2026, 5, 24)

    (usul,) = ratakan(
        [Butir(1, minggu, tuple(hari_kerja_antara(PER, minggu)))], {}, kapasitas=5
    ).usul

    assert (usul.hari, usul.alasan) == (date(2026, 5, 22), MUNDUR)


def test_only_as_many_move_as_are_over_capacity():
    tempo = date(2026, 6, 12)
    boleh = tuple(hari_kerja_antara(date(2026, 5, 18), tempo))

    hasil = ratakan([Butir(n, tempo, boleh) for n in range(7)], {}, kapasitas=5)

    assert (hasil.puncak_semula, hasil.puncak) == (7, 5)
    pindah = [u for u in hasil.usul if u.hari != tempo]
    assert [u.alasan for u in pindah] == [
        "Pekan mulai 8 Juni 2026 memuat 7 kegiatan, batasnya 5."
    ] * 2


def test_visits_of_one_place_share_a_day():
    satu, dua = date(2026, 6, 8), date(2026, 6, 12)
    boleh = tuple(hari_kerja_antara(date(2026, 6, 2), satu))
    panjang = tuple(hari_kerja_antara(date(2026, 6, 2), dua))

    pd = (Tempat("unit:1", "Dinas Pasar"),)

    hasil = ratakan([Butir(1, satu, boleh, pd), Butir(2, dua, panjang, pd)], {}, kapasitas=5)

    kata = "Sehari dengan tinjau lokasi lain: Dinas Pasar."
    assert [(u.hari, u.alasan) for u in hasil.usul] == [(satu, ""), (satu, kata)]


def test_visits_join_by_unit_or_by_area_and_never_leave_each_other():
    pd, area, lain = Tempat("unit:1"), Tempat("area:1:2", "sekitar Pasar Baru"), Tempat("unit:2")
    hari = [date(2026, 6, n) for n in (8, 10, 12)]
    boleh = tuple(hari_kerja_antara(date(2026, 6, 2), hari[2]))
    butir = [
        Butir(1, hari[0], boleh, (pd,)),
        Butir(2, hari[1], boleh, (area, pd)),
        Butir(3, hari[2], boleh, (area, lain)),
    ]

    usul = ratakan(butir, {}, kapasitas=5).usul

    assert len({u.hari for u in usul}) == 1
    assert sehari(area) in {u.alasan for u in usul}


def test_what_has_no_working_day_left_is_not_proposed():
    assert ratakan([Butir(1, PER, ())], {}, kapasitas=1).usul == ()
