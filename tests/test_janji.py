"""Each promise of the README names a target that exists and plays tests that exist."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
TARGETS = sorted(set(re.findall(r"make (uji-[a-z-]+)", README)))


@pytest.mark.parametrize("target", TARGETS)
def test_target_plays_tests_that_exist(target):
    recipe = subprocess.run(
        ["make", "--dry-run", "--always-make", target],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    paths = re.findall(r"tests/\S+|deploy/(?:lokal|uji_systemd|uji_pindah|uji_compose)\.sh", recipe)
    assert paths
    assert [p for p in paths if not any(ROOT.glob(p))] == []


def test_every_target_that_proves_something_is_in_the_readme():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")

    assert sorted(re.findall(r"^(uji-[a-z-]+):", makefile, re.MULTILINE)) == TARGETS
