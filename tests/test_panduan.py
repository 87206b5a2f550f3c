"""The guide shows pictures that are there, and that can be taken anew from the demo."""

import re
from pathlib import Path

import pytest

AKAR = Path(__file__).parents[1]
HALAMAN = [AKAR / "README.md", *sorted((AKAR / "docs" / "panduan").glob("*.md"))]


@pytest.mark.parametrize("halaman", HALAMAN, ids=lambda p: p.stem)
def test_every_picture_is_there_and_can_be_taken_anew(halaman):
    pembuat = (AKAR / "deploy" / "gambar.py").read_text()
    nama = set(re.findall(r"gambar/([\w-]+)\.png", halaman.read_text()))

    assert [n for n in nama if not (AKAR / "docs" / "gambar" / f"{n}.png").exists()] == []
    assert [n for n in nama if f'"{n}"' not in pembuat] == []
