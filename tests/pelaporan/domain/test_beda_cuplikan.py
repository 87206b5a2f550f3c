"""What differs between two snapshots."""

import pytest

from pelaporan.domain.beda_cuplikan import Beda, beda


@pytest.mark.parametrize(
    ("lama", "baru", "hasil"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"naskah_judul": "x"}, {"naskah_judul": "y"}, [Beda("naskah judul", "x", "y")]),
        ({}, {"tempat": "Aula"}, [Beda("tempat", "", "Aula")]),
        ({"tempat": "Aula"}, {}, [Beda("tempat", "Aula", "")]),
        ({"konsep": True}, {"konsep": False}, [Beda("konsep", "ya", "tidak")]),
        ({"tim": ["a", "b"]}, {"tim": ["a"]}, [Beda("tim", "2 baris", "1 baris")]),
        (
            {"pejabat": {"nama": "A"}, "tim": [{"nama": "B"}]},
            {"pejabat": {"nama": "A"}, "tim": [{"nama": "C"}]},
            [Beda("tim 1 nama", "B", "C")],
        ),
    ],
)
def test_every_fact_that_differs_is_named(lama, baru, hasil):
    assert list(beda(lama, baru)) == hasil


def test_a_long_text_is_cut():
    (satu,) = beda({"isi": "x" * 900}, {"isi": "y" * 900})

    assert (len(satu.lama), len(satu.baru)) == (200, 200)
