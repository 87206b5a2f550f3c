"""Two people over one page, value by value."""

import pytest

from inti.tiga_arah import bandingkan


@pytest.mark.parametrize(
    ("asal", "saya", "kini", "hasil"),
    [
        ("a", "a", "a", ""),
        ("a", "b", "a", ""),
        ("a", "b", "b", ""),
        ("a", "a", "b", "ikut"),
        ("a", "b", "c", "bentrok"),
        (None, None, "b", "ikut"),
        (None, "b", None, ""),
        ("a", "a", None, "ikut"),
        ("a", "b", None, "bentrok"),
        ("a", None, "b", "bentrok"),
        ("a", None, "a", ""),
        ("a", None, None, ""),
    ],
)
def test_each_value_is_mine_theirs_or_both(asal, saya, kini, hasil):
    peta = [{"x": v} if v else {} for v in (asal, saya, kini)]

    ikut, bentrok = bandingkan(*peta)

    assert ikut == (["x"] if hasil == "ikut" else [])
    assert bentrok == (["x"] if hasil == "bentrok" else [])
