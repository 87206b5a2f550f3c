"""How the trail says what was done."""

import re
from pathlib import Path

import pytest

from inti.kata_kerja import KATA_KERJA, kalimat_aksi

AKAR = Path(__file__).parents[2]
AKSI = re.compile(r'catat\(\s*"([a-z_]+\.[a-z_]+)"')


def tercatat():
    """Every action that a service writes under a name of its own."""
    semua = [
        p.read_text()
        for a in ("inti", "kerjasama", "pengawasan", "pelaporan")
        for p in (AKAR / a / "services").glob("*.py")
    ]
    return sorted({aksi for teks in semua for aksi in AKSI.findall(teks)})


@pytest.mark.parametrize("aksi", tercatat())
def test_every_action_has_its_verb(aksi):
    assert aksi.rpartition(".")[2] in KATA_KERJA


def test_verb_and_noun_make_a_sentence():
    assert kalimat_aksi("tindak_lanjut.perkembangan") == "mencatat perkembangan tindak lanjut"
