"""The page on security names every threat once, and cites tests that are there."""

import re
from pathlib import Path

AKAR = Path(__file__).parents[1]
HALAMAN = (AKAR / "docs" / "keamanan.md").read_text()
ANCAMAN = 37


def test_every_threat_has_its_row():
    assert re.findall(r"^\| (T\d+) \|", HALAMAN, re.MULTILINE) == [
        f"T{n}" for n in range(1, ANCAMAN + 1)
    ]


def test_every_test_that_is_cited_is_there():
    hilang = []
    for jalan, nama in re.findall(r"`(tests/[\w/.]+?)(?:::(\w+))?`", HALAMAN):
        sumber = AKAR / jalan
        isi = sumber.read_text() if sumber.is_file() else ""
        if not sumber.exists() or (nama and f"def {nama}(" not in isi):
            hilang.append(f"{jalan}::{nama}")

    assert hilang == []
