"""Whoever asks whether a naskah is in force asks for what was extended, too."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = [
    path
    for folder, kind in (
        ("inti", "py"),
        ("kerjasama", "py"),
        ("pengawasan", "py"),
        ("pelaporan", "py"),
        ("templates", "html"),
    )
    for path in (ROOT / folder).rglob(f"*.{kind}")
    if "migrations" not in path.parts
]
BERLAKU = r"(StatusNaskah\.BERLAKU\b|[\"']berlaku\b)"
ONLY_BERLAKU = re.compile(rf"naskah\.status == {BERLAKU}|status={BERLAKU}")


@pytest.mark.parametrize(
    "line",
    [
        'if naskah.status == "berlaku"',
        "naskah.status == StatusNaskah.BERLAKU",
        'filter(naskah__status="berlaku")',
        "filter(status=StatusNaskah.BERLAKU)",
    ],
)
def test_rule_fails_when_broken_on_purpose(line):
    assert ONLY_BERLAKU.search(line)


def test_nobody_asks_for_berlaku_alone():
    lines = [
        f"{path.relative_to(ROOT)}: {line.strip()}"
        for path in SOURCES
        for line in path.read_text("utf-8").splitlines()
        if ONLY_BERLAKU.search(line)
    ]

    assert lines == []
