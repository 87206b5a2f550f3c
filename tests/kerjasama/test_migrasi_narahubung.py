"""The contact lines of before become people; nothing that was written is lost."""

from importlib import import_module

import pytest

pecah = import_module("kerjasama.migrations.0004_pihak_nama_narahubung_penggabungan").pecah


@pytest.mark.parametrize(
    ("teks", "nama", "telepon", "surel"),
    [
        ("Sari Dewi", "Sari Dewi", "", ""),
        ("Sari Dewi (0812-3456-7890)", "Sari Dewi", "0812-3456-7890", ""),
        ("Sari, HP. +62 812 3456 789, sari@contoh.example", "Sari", "+62 812 3456 789",
         "sari@contoh.example"),
        ("sari@contoh.example", "sari@contoh.example", "", "sari@contoh.example"),
        ("Bagian Umum lt. 2", "Bagian Umum lt. 2", "", ""),
        ("سارة 021-555-0100", "سارة", "021-555-0100", ""),
        ("é" * 200, "é" * 200, "", ""),
    ],
)  # fmt: skip
def test_line_is_read_into_name_telephone_and_mail(teks, nama, telepon, surel):
    assert pecah(teks) == {"nama": nama, "telepon": telepon, "surel": surel}
