"""What the report of a run asks of deploy/uji.sh: which tests to ask again, which were skipped."""

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

MOST = 3


def again(report: Path) -> list[str]:
    """Return the browser tests that failed, to be asked once more; none if anything else did.

    A browser on a busy machine now and then loses an event for which no test can wait. More than
    `MOST` at once, or any other failure, is a fault and not asked again.
    """
    bad = [case for case in _cases(report) if _has(case, "failure") or _has(case, "error")]
    fault = [_has(case, "error") or not _module(case).startswith("tests.browser.") for case in bad]
    if len(bad) > MOST or any(fault):
        return []
    return [f"{_module(case).replace('.', '/')}.py::{case.get('name')}" for case in bad]


def skipped(reports: list[Path]) -> list[str]:
    """Return the tests that were skipped."""
    return [
        f"{_module(case)}::{case.get('name')}"
        for report in reports
        for case in _cases(report)
        if _has(case, "skipped")
    ]


def _cases(report):
    return ET.parse(report).iter("testcase")  # noqa: S314 - pytest wrote it


def _module(case):
    return case.get("classname", "")


def _has(case, outcome):
    return case.find(outcome) is not None


def main() -> int:
    """`gagal.py lagi REPORT` prints what to ask again; `gagal.py lewat REPORT…` fails on skips."""
    what, *paths = sys.argv[1:]
    reports = [Path(path) for path in paths]
    if what == "lagi":
        print("\n".join(again(*reports)))
        return 0
    found = skipped(reports)
    if found:
        print("Pengujian yang dilewati di CI:", *found, sep="\n")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
