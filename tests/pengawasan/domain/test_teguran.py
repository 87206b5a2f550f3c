"""The ladder SP1, SP2, SP3 as a pure table."""

from datetime import date

import pytest

from pengawasan.domain.teguran import (
    Terakhir,
    batas_jawaban,
    dapat_mulai,
    periksa_akhir,
    periksa_surat,
    periksa_tanggal,
    periksa_terbit,
)
from pengawasan.enums import AksiSuratTeguran as Aksi
from pengawasan.enums import StatusSuratTeguran as Surat
from pengawasan.enums import StatusTeguran as Status

BATAS = date(2026, 3, 15)
LEWAT = date(2026, 3, 16)


def kini(tingkat=1, status=Surat.TERBIT, *, disampaikan=True):
    return Terakhir(tingkat, status, BATAS, disampaikan)


def test_first_letter_needs_nothing_before_it():
    assert periksa_terbit(Status.TERBUKA, None, tingkat=1, per=LEWAT)


@pytest.mark.parametrize(
    ("terakhir", "tingkat", "per", "sebab"),
    [
        (None, 2, LEWAT, "berikutnya adalah SP1"),
        (kini(1), 3, LEWAT, "berikutnya adalah SP2"),
        (kini(1), 1, LEWAT, "berikutnya adalah SP2"),
        (kini(1), 2, BATAS, "paling cepat 16 Maret 2026"),
        (kini(1, Surat.TIDAK_CUKUP), 2, BATAS, "belum lewat"),
        (kini(1, Surat.DIJAWAB), 2, LEWAT, "Nilai dahulu"),
        (kini(1, disampaikan=False), 2, LEWAT, "disampaikan"),
        (kini(3), 4, LEWAT, "huruf f"),
    ],
)
def test_no_step_is_skipped_or_taken_early(terakhir, tingkat, per, sebab):
    assert sebab in periksa_terbit(Status.TERBUKA, terakhir, tingkat=tingkat, per=per).alasan


@pytest.mark.parametrize("status", [s for s in Status if s != Status.TERBUKA])
def test_closed_case_gets_no_letter(status):
    assert not periksa_terbit(status, None, tingkat=1, per=LEWAT)


def test_next_step_is_proposed_the_day_after_the_deadline_and_not_while_judged():
    assert dapat_mulai(kini()) == LEWAT
    assert dapat_mulai(kini(status=Surat.DIJAWAB)) is None


def test_answer_is_judged_by_someone_else_and_with_words_when_not_enough():
    assert not periksa_surat(Surat.DIJAWAB, Aksi.TERIMA, oleh=1, terlibat={1})
    assert not periksa_surat(Surat.DIJAWAB, Aksi.TOLAK, oleh=2, terlibat={1})
    assert periksa_surat(Surat.DIJAWAB, Aksi.TERIMA, oleh=2, terlibat={1})
    assert not periksa_surat(Surat.TERBIT, Aksi.TERIMA, oleh=2)


def test_ladder_ends_only_after_the_third_letter_ran_its_course():
    assert not periksa_akhir(Status.TERBUKA, kini(2), per=LEWAT)
    assert not periksa_akhir(Status.TERBUKA, kini(3), per=BATAS)
    assert periksa_akhir(Status.TERBUKA, kini(3), per=LEWAT)


@pytest.mark.parametrize("tanggal", [date(2026, 3, 17), date(2026, 3, 15), date(2025, 1, 1)])
def test_date_of_a_letter_is_after_the_deadline_before_it_and_not_in_the_future(tanggal):
    assert not periksa_tanggal(tanggal, dibuka=date(2026, 1, 1), lalu=kini(), per=LEWAT)


def test_days_are_counted_from_the_day_given():
    assert batas_jawaban(date(2026, 2, 20), 14) == date(2026, 3, 6)
