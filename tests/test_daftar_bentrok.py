"""Every form that edits an existing row is held against a second save, or says why not."""

import ast
import re
from pathlib import Path

import pytest
from django.urls import get_resolver

from tests import test_bentrok_baris, test_bentrok_halaman
from tests.daftar_bentrok import DIKECUALIKAN, DIUJI

NAMA = re.compile(r"[-_](ubah|sunting|perbaiki|tetapkan|koreksi|kolom|edit)([-_]|$)")
VIEW = re.compile(r"(ubah|sunting|perbaiki|tetapkan|koreksi|isi|simpan)_")
# Columns of a file are named once, before its rows are read.
BUKAN_BARIS = {"kerjasama:impor-kolom"}


def penyunting(pola=None, ruang=""):
    """The URL names whose name or view says that a row is edited."""
    for satu in pola or get_resolver().url_patterns:
        if hasattr(satu, "url_patterns"):
            awalan = f"{ruang}{satu.namespace}:" if satu.namespace else ruang
            yield from penyunting(satu.url_patterns, awalan)
        elif NAMA.search(satu.name or "") or VIEW.match(satu.callback.__name__):
            yield f"{ruang}{satu.name}"


def test_every_edit_form_stands_in_one_list():
    diuji = [*test_bentrok_baris.HALAMAN, *test_bentrok_halaman.HALAMAN, *DIUJI]

    assert sorted([*diuji, *DIKECUALIKAN]) == sorted({*penyunting()} - BUKAN_BARIS)


@pytest.mark.parametrize("nama", DIUJI)
def test_the_test_that_is_named_is_there(nama):
    berkas, uji = DIUJI[nama]
    pohon = ast.parse((Path(__file__).parent / berkas).read_text())

    assert uji in {satu.name for satu in pohon.body if isinstance(satu, ast.FunctionDef)}
