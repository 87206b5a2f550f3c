import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inti.teks import rapikan


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
