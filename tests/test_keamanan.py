"""The page on security names every threat once, and cites tests that are there."""

import re
from pathlib import Path

AKAR = Path(__file__).parents[1]
HALAMAN = (AKAR / "docs" / "keamanan.md").read_text()
ANCAMAN = 37
# ASVS 5.0, what of levels 1 and 2 applies here, and V1.2.10.
BUTIR = [
    "V1.2.1",
    "V1.2.2",
    "V1.2.4",
    "V1.2.5",
    "V1.2.10",
    "V1.3.4",
    "V1.3.6",
    "V1.3.7",
    "V1.3.11",
    "V1.5.1",
    "V2.2.1",
    "V2.2.3",
    "V2.3.1",
    "V2.3.3",
    "V2.3.4",
    "V2.4.1",
    "V3.2.1",
    "V3.3.1",
    "V3.3.2",
    "V3.4.1",
    "V3.4.3",
    "V3.4.4",
    "V3.4.6",
    "V3.5.1",
    "V3.5.3",
    "V3.7.2",
    "V4.1.1",
    "V4.1.3",
    "V5.1.1",
    "V5.2.1",
    "V5.2.2",
    "V5.2.3",
    "V5.3.1",
    "V5.3.2",
    "V5.4.1",
    "V5.4.2",
    "V5.4.3",
    "V6.2.1",
    "V6.2.4",
    "V6.2.5",
    "V6.3.1",
    "V6.3.2",
    "V6.3.3",
    "V6.4.3",
    "V6.5.1",
    "V7.2.4",
    "V7.3.1",
    "V7.4.1",
    "V7.4.2",
    "V7.5.1",
    "V8.1.1",
    "V8.2.1",
    "V8.2.2",
    "V8.2.3",
    "V8.4.1",
    "V11.4.2",
    "V12.1.1",
    "V13.2.4",
    "V13.3.1",
    "V13.4.2",
    "V14.2.1",
    "V14.3.2",
    "V15.1.2",
    "V15.2.2",
    "V15.3.3",
    "V15.3.4",
    "V16.2.2",
    "V16.3.1",
    "V16.4.1",
    "V16.4.2",
    "V16.5.1",
]


def test_every_threat_has_its_row():
    assert re.findall(r"^\| (T\d+) \|", HALAMAN, re.MULTILINE) == [
        f"T{n}" for n in range(1, ANCAMAN + 1)
    ]


def test_every_requirement_has_its_row_and_what_proves_it():
    bagian = HALAMAN.split("## ASVS 5.0, butir demi butir")[1].split("\n## ")[0]
    baris = re.findall(r"^\| (V[\d.]+) \| (.+) \| (.+) \|$", bagian, re.MULTILINE)
    menyimpang = re.findall(
        r"^\| (V.+?) \|", HALAMAN.split("## Menyimpang dari ASVS")[1], re.MULTILINE
    )
    disebut = {butir for satu in menyimpang for butir in satu.split(", ")}

    assert [butir for butir, _, _ in baris] == BUTIR
    for butir, di_sini, bukti in baris:
        assert "lihat di bawah" not in di_sini or butir in disebut, butir
        assert "`tests/" in bukti or "`make check`" in bukti or butir in disebut, butir


def test_every_test_that_is_cited_is_there():
    hilang = []
    for jalan, nama in re.findall(r"`(tests/[\w/.]+?)(?:::(\w+))?`", HALAMAN):
        sumber = AKAR / jalan
        isi = sumber.read_text() if sumber.is_file() else ""
        if not sumber.exists() or (nama and f"def {nama}(" not in isi):
            hilang.append(f"{jalan}::{nama}")

    assert hilang == []
