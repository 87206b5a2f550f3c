"""Writes docs/data-pribadi.md: `python -m tests.support.data_pribadi_page`."""

from pathlib import Path

from config.data_pribadi import REGISTER

HALAMAN = Path(__file__).parents[2] / "docs" / "data-pribadi.md"
AWAL = """# Data pribadi

Ditulis oleh `python -m tests.support.data_pribadi_page` dari `config/data_pribadi.py`; uji
membandingkannya dengan model. Jangan diubah dengan tangan.

Setiap kolom yang menyebut orang, siapa orangnya, untuk apa disimpan, atas dasar apa, dan berapa
lama (UU 27/2022). Halaman *Data pribadi* di aplikasi memuat daftar yang sama, dan setiap orang
mengunduh datanya sendiri di sana.

"""
JUDUL = ("Data", "Milik", "Untuk", "Dasar", "Lama", "Kolom")


def halaman() -> str:
    """The whole page."""
    return AWAL + "".join(f"| {' | '.join(sel)} |\n" for sel in _tabel())


def _tabel():
    yield JUDUL
    yield ["---"] * len(JUDUL)
    for b in REGISTER:
        yield b.isi, b.siapa, b.untuk, b.dasar, b.lama, ", ".join(f"`{k}`" for k in b.kolom)


if __name__ == "__main__":
    HALAMAN.write_text(halaman(), encoding="utf-8")
