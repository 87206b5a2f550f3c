import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inti.teks import rapikan, ringkas, terlihat


@pytest.mark.parametrize(
    ("mentah", "rapi"),
    [
        ("satu\r\ndua\rtiga\nempat", "satu\ndua\ntiga\nempat"),
        ("a\u00a0\u00a0\u00a0b", "a b"),
        ("nol\x00bel\x07", "nolbel"),
        ("kebalik\u202eexe.pdf", "kebalikexe.pdf"),
        ("e\u0301", "é"),
        ("x" + "\u0316" * 30, "x" + "\u0316" * 4),
        ("tab\tdan\nbaris", "tab\tdan\nbaris"),
    ],
)
def test_rapikan_leaves_what_a_person_meant(mentah, rapi):
    assert rapikan(mentah) == rapi


@given(st.text())
def test_rapikan_twice_changes_nothing_more(teks):
    sekali = rapikan(teks)

    assert rapikan(sekali) == sekali
    assert all(c in "\n\t" or unicodedata.category(c) != "Cc" for c in sekali)


@pytest.mark.parametrize("teks", ["", " \n", "\u200b\u2060", "\u00ad", "\u3164", "\u0301", "\x07"])
def test_what_nobody_can_read_is_not_there(teks):
    assert not terlihat(teks)


@pytest.mark.parametrize("teks", ["a", "-", "7", "\U0001f600", "\u540d", "\u200ba"])
def test_what_can_be_read_is_there(teks):
    assert terlihat(teks)


@pytest.mark.parametrize(
    ("teks", "pendek"),
    [
        ("Surat tugas", "Surat tugas"),
        ("Surat\ntugas  baru", "Surat tugas baru"),
        ("Surat tugas, pemantauan pasar", "Surat tugas…"),
        ("Surat tugas ke pemantauan", "Surat tugas ke…"),
        ("Pemantauankerjasamadaerah", "Pemantauankerjasama…"),
    ],
)
def test_what_is_too_long_is_cut_between_words(teks, pendek):
    assert ringkas(teks, 20) == pendek
    assert len(ringkas(teks, 20)) <= 20
