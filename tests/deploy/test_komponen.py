"""The list of components (SBOM) names what is installed and served, no more and no less."""

import json
import re

import pytest

from tests.support import daftar_komponen as daftar
from tests.support.processes import ROOT

KOMPONEN = json.loads(daftar.KOMPONEN.read_text())
ACUAN = [satu["bom-ref"] for satu in KOMPONEN["components"]]
AKAR = KOMPONEN["metadata"]["component"]["bom-ref"]


def test_list_is_what_the_lock_and_the_vendored_files_give():
    assert daftar.KOMPONEN.read_text() == daftar.tertulis()


def test_every_locked_library_is_in_it_with_its_version():
    # Read in a way of its own: a line that does not begin with a blank is a library.
    kunci = {baris.split()[0] for baris in daftar.KUNCI.read_text().splitlines() if baris[0] != " "}

    pypi = [a.removeprefix("pkg:pypi/").replace("@", "==") for a in ACUAN if "pypi" in a]
    assert sorted(pypi) == sorted(re.sub(r"\[.*\]", "", satu) for satu in kunci)


def test_every_vendored_folder_is_in_it():
    folder = [p.name for p in (ROOT / "static" / "vendor").iterdir() if p.is_dir()]

    versi = sorted(satu["version"] for satu in KOMPONEN["components"] if "licenses" in satu)
    assert versi == sorted(satu.rpartition("-")[2] for satu in folder)


def test_every_component_is_there_for_something_that_is_there():
    butuh = {satu["ref"]: satu["dependsOn"] for satu in KOMPONEN["dependencies"]}

    assert len(ACUAN) == len(set(ACUAN))
    assert set(butuh) == {AKAR, *ACUAN}
    assert {a for semua in butuh.values() for a in semua} == set(ACUAN)


@pytest.mark.parametrize(("berkas", "paling_sedikit"), [("", 50), ("-dev", 50), ("-metrics", 1)])
def test_lock_has_a_version_and_hashes_for_each(berkas, paling_sedikit):
    bagian = re.split(
        r"\n(?=\S)", (ROOT / "deploy" / f"requirements{berkas}.txt").read_text().strip()
    )

    assert len(bagian) >= paling_sedikit
    assert [b for b in bagian if not re.match(r"\S+==\S", b) or "--hash=sha256:" not in b] == []


def test_nothing_is_installed_without_its_hash():
    tempat = [ROOT / "Makefile", ROOT / "deploy" / "Dockerfile", ROOT / "docs" / "operasi.md"]
    pasang = [b for p in tempat for b in re.findall(r"pip install .*", p.read_text())]

    # The auditor stands apart and is no part of what is served.
    assert [b for b in pasang if "--require-hashes" not in b and "pip-audit" not in b] == []
    assert len(pasang) >= 4
