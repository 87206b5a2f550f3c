"""What we did not write is what it says it is, and asks nothing of anyone else."""

import hashlib
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[2] / "static"
VENDOR = STATIC / "vendor"
LINE = re.compile(r"^\| `([0-9a-f]{64})` \| (\S+) \|$", re.MULTILINE)
TEXT = [p for p in STATIC.rglob("*") if p.suffix in {".css", ".js", ".svg"}]


def test_every_vendored_file_has_the_sum_that_versions_states():
    stated = {name: sha256 for sha256, name in LINE.findall((VENDOR / "VERSIONS.md").read_text())}
    files = [p for p in VENDOR.rglob("*") if p.is_file() and p.name != "VERSIONS.md"]

    actual = {str(p.relative_to(VENDOR)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}

    assert actual == stated


@pytest.mark.parametrize(
    "folder", [p for p in VENDOR.iterdir() if p.is_dir()], ids=lambda p: p.name
)
def test_vendored_folder_names_its_version_and_keeps_its_licence(folder):
    assert re.fullmatch(r"[a-z]+-\d+\.\d+\.\d+", folder.name)
    assert (folder / "LICENSE").is_file()
    assert f"| {folder.name} |" in (VENDOR / "VERSIONS.md").read_text()


@pytest.mark.parametrize("path", TEXT, ids=lambda p: str(p.relative_to(STATIC)))
def test_static_file_points_to_no_source_map_and_no_other_site(path):
    text = path.read_text()

    assert "sourceMappingURL" not in text
    assert re.findall(r"""(?:url\(|@import|\bfrom|\bsrc=)\s*["']?(?:https?:)?//""", text) == []


def test_own_scripts_are_small():
    sizes = {p: len(p.read_text().splitlines()) for p in (STATIC / "js").rglob("*.js")}

    assert sum(sizes.values()) < 2_100  # a third of it is the field kit, which must work offline
    assert {p.name: n for p, n in sizes.items() if n >= 80} == {}
