"""The page of faults names a test of this folder for each of them."""

import re

from tests.support.processes import ROOT

BARIS = re.compile(r"^\| (F\d+(?:, F\d+)*) .*\| (.*) \|$", re.MULTILINE)


def test_each_of_the_22_faults_has_a_test_here_that_exists():
    semua = {}
    for gangguan, bukti in BARIS.findall((ROOT / "docs" / "operasi.md").read_text()):
        for satu in gangguan.split(", "):
            semua[satu] = re.findall(r"`(tests/[^`]+)`", bukti)

    assert set(semua) == {f"F{nomor}" for nomor in range(1, 23)}
    assert [f for f, uji in semua.items() if not uji[0].startswith("tests/faults/")] == []
    assert [u for uji in semua.values() for u in uji if not (ROOT / u).exists()] == []
