"""What a run's report asks of the command of all tests."""

import subprocess
import sys

import pytest

from tests.support.processes import ROOT

GAGAL = "<failure>lama</failure>"


def kasus(modul, nama, isi=""):
    return f'<testcase classname="{modul}" name="{nama}">{isi}</testcase>'


@pytest.fixture
def tanya(tmp_path):
    """`tanya("lagi", case, …)`: the code and the lines that the command answers."""

    def jawab(apa, *semua):
        laporan = tmp_path / "laporan.xml"
        laporan.write_text(f"<testsuites><testsuite>{''.join(semua)}</testsuite></testsuites>")
        perintah = [sys.executable, ROOT / "deploy" / "gagal.py", apa, laporan]
        selesai = subprocess.run(perintah, capture_output=True, text=True, check=False)
        return selesai.returncode, selesai.stdout.split("\n")[:-1]

    return jawab


def test_a_browser_test_that_failed_is_asked_again(tanya):
    lulus = kasus("tests.inti.test_a", "test_b")
    gagal = kasus("tests.browser.test_a", "test_b[chromium-x y]", GAGAL)

    assert tanya("lagi", lulus, gagal) == (0, ["tests/browser/test_a.py::test_b[chromium-x y]"])


@pytest.mark.parametrize(
    "semua",
    [
        [kasus("tests.browser.test_a", "test_b", GAGAL), kasus("tests.inti.test_a", "c", GAGAL)],
        [kasus("tests.browser.test_a", "test_b", GAGAL + "<error>script</error>")],
        [kasus("tests.browser.test_a", f"test_{nomor}", GAGAL) for nomor in range(4)],
        [kasus("tests.inti.test_a", "test_b", GAGAL)],
        [],
    ],
)
def test_any_other_failure_is_a_fault(tanya, semua):
    assert tanya("lagi", *semua) == (0, [""])


def test_a_skipped_test_fails_and_is_named(tanya):
    lewat = kasus("tests.inti.test_a", "test_b", "<skipped>tidak ada redis</skipped>")

    assert tanya("lewat", kasus("tests.inti.test_a", "test_c")) == (0, [])
    assert tanya("lewat", lewat) == (
        1,
        ["Pengujian yang dilewati di CI:", "tests.inti.test_a::test_b"],
    )
