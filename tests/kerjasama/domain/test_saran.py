"""Names like the one that was typed."""

from kerjasama.domain.saran import awalan, paling_mirip

NAMA = ["PT Bank Pembangunan Nusaraya", "PT Energi Hijau Khatulistiwa", "Bank Sampah Jatiasih"]


def test_the_longest_words_count_without_the_form_of_business():
    assert awalan("PT Bank Pembangunan Daerah Nusaraya di B") == ["pemba", "nusar", "daera"]


def test_a_misspelt_name_finds_the_true_one_first():
    assert paling_mirip("PT Bank Pembanguan Nusarya", NAMA, terbanyak=2) == [NAMA[0], NAMA[2]]


def test_a_name_like_none_finds_none():
    assert paling_mirip("Koperasi Melati", NAMA, terbanyak=3) == []


def test_what_has_no_word_finds_none():
    assert paling_mirip("--", NAMA, terbanyak=3) == []
