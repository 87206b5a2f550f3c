"""Days for what is late."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from inti.hari_kerja import hari_kerja
from pengawasan.domain.beban import pekan
from pengawasan.domain.susulan import susulkan

PER = date(2026, 5, 4)
AKHIR = PER + timedelta(days=365)


def susul(terlambat, isi, kapasitas=5, akhir=AKHIR):
    return susulkan(terlambat, isi, kapasitas=kapasitas, awal=PER, akhir=akhir)


@given(
    st.lists(st.integers(1, 400), max_size=40),
    st.lists(st.integers(0, 6), max_size=10),
    st.integers(1, 12),
)
def test_no_week_is_filled_above_its_capacity_and_the_oldest_come_first(umur, isi, kapasitas):
    terlambat = [(n, PER - timedelta(days=hari)) for n, hari in enumerate(umur)]
    pekan_isi = {PER + timedelta(weeks=n): banyak for n, banyak in enumerate(isi)}

    usul = susul(terlambat, pekan_isi, kapasitas)

    urut = sorted(terlambat, key=lambda t: (t[1], t[0]))
    assert [u.kunci for u in usul] == [kunci for kunci, _ in urut]
    assert [u.hari for u in usul] == sorted(u.hari for u in usul)
    assert all(hari_kerja(u.hari) for u in usul)
    for senin in {pekan(u.hari) for u in usul}:
        baru = sum(pekan(u.hari) == senin for u in usul)
        assert baru + pekan_isi.get(senin, 0) <= kapasitas


def test_a_week_is_shared_among_its_days():
    usul = susul([(n, PER - timedelta(days=9)) for n in range(5)], {})

    assert len({u.hari for u in usul}) == 5


def test_a_full_week_is_passed_over_and_the_reason_names_the_date():
    (usul,) = susul([(1, date(2026, 4, 1))], {PER: 5})

    assert usul.hari == date(2026, 5, 11)
    assert usul.alasan == "Terlambat sejak 1 April 2026; hari kerja pertama yang muat."


def test_what_finds_no_room_is_left_out():
    assert susul([(1, date(2026, 4, 1))], {PER: 5}, akhir=PER + timedelta(days=6)) == []
