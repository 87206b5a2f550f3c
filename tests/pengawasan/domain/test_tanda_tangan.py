"""What a phone sends as a signature: strokes of whole numbers inside the pad, and little else."""

import json

import pytest

from pengawasan.domain.tanda_tangan import (
    GORESAN_TERBANYAK,
    HURUF_TERBANYAK,
    TITIK_TERBANYAK,
    GoresanSalahError,
    baca_goresan,
    jalur,
)


def test_strokes_become_a_path_of_our_own():
    goresan = baca_goresan("[[0,0,100,50,120,60],[3,3]]")

    assert jalur(goresan) == "M0 0L100 50L120 60M3 3h1"


@pytest.mark.parametrize(
    "teks",
    [
        "",
        "null",
        "{}",
        "[]",
        "[[]]",
        '"<svg onload=alert(1)>"',
        '[["<script>", 1]]',
        "[[1,2,3]]",
        "[[1.0,2,100,100]]",
        "[[true,1,100,100]]",
        "[[-1,2,100,100]]",
        "[[601,2,100,100]]",
        "[[0,201,100,100]]",
        "[[NaN,1,100,100]]",
        "[[1e999,1,100,100]]",
        f"[[{'9' * 5000},1]]",
        "[" * 10_000,
        "[[0,0,100,100],7]",
        "[[[0,0],[100,100]]]",
    ],
)
def test_what_is_no_signature_is_refused(teks):
    with pytest.raises(GoresanSalahError, match="tidak terbaca"):
        baca_goresan(teks)


@pytest.mark.parametrize(
    "teks",
    [
        " " * (HURUF_TERBANYAK + 1),
        json.dumps([[0, 0, 90, 90]] * (GORESAN_TERBANYAK + 1)),
        json.dumps([[0, 0] * (TITIK_TERBANYAK + 1)], separators=(",", ":")),
    ],
)
def test_too_much_of_it_is_refused(teks):
    with pytest.raises(GoresanSalahError, match="terlalu rumit"):
        baca_goresan(teks)


@pytest.mark.parametrize("teks", ["[[5,5]]", "[[0,0,20,20]]", "[[1,1],[9,9],[30,30]]"])
def test_a_slip_of_the_finger_is_no_signature(teks):
    with pytest.raises(GoresanSalahError, match="terlalu pendek"):
        baca_goresan(teks)
