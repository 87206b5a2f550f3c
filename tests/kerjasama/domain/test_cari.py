"""What is searched for, and where it stands."""

import pytest

from kerjasama.domain.cari import (
    Istilah,
    baca_kueri,
    dengan_ejaan,
    kata,
    sebagai_fts5,
    sebagai_tsquery,
    sorot,
)


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("Pengelolaan Air Limbah", ["pengelolaan", "air", "limbah"]),
        ("134.4/7/SETDA.Ks/2024", ["134", "4", "7", "setda", "ks", "2024"]),
        ("Café “Ñandú”", ["cafe", "nandu"]),
        ("１３４‑4", ["134", "4"]),  # full-width figures, a hyphen that does not break
        ("snake_case", ["snake", "case"]),
        ("'; DROP TABLE --", ["drop", "table"]),
        ("   ", []),
        ("x" * 99, ["x" * 40]),
    ],
)
def test_kata_folds_case_accents_and_marks(teks, hasil):
    assert kata(teks) == hasil


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("air limbah", [("air",), ("limbah",)]),
        ('"air limbah" pasar', [("air", "limbah"), ("pasar",)]),
        ("134.4/7", [("134", "4", "7")]),
        ("air air", [("air",)]),
        ('"" - " " *', []),
        (" ".join("abcdefghijk"), [(c,) for c in "abcdefgh"]),
    ],
)
def test_baca_kueri_keeps_together_what_was_written_together(teks, hasil):
    assert [i.kata for i in baca_kueri(teks)] == hasil


def test_both_databases_are_asked_the_same():
    kueri = (Istilah(("134", "4")), dengan_ejaan(Istilah(("prkir",)), ["parkir", "prkir"]))

    assert sebagai_tsquery(kueri) == "(('134' <-> '4')) & (('prkir') | 'parkir')"
    assert sebagai_fts5(kueri) == '("134 4") AND ("prkir" OR "parkir")'
    assert sebagai_tsquery([Istilah(("air", "lim"))]) == "(('air' <-> 'lim':*))"
    assert sebagai_fts5([Istilah(("air", "lim"))]) == '("air lim" *)'


@pytest.mark.parametrize(
    ("satu", "dapat"), [("parkir", True), ("air", False), ("2024", False), ("134.4", False)]
)
def test_only_a_long_word_can_be_guessed(satu, dapat):
    assert baca_kueri(satu)[0].dapat_ditebak is dapat


def tandai(teks, dicari, **lain):
    """The pieces as one text, marks in brackets."""
    potongan = sorot(teks, baca_kueri(dicari), **lain)
    return "".join(f"[{p.teks}]" if p.ditandai else p.teks for p in potongan)


@pytest.mark.parametrize(
    ("teks", "dicari", "hasil"),
    [
        ("Pengelolaan pasar Pasar", "pasar", "Pengelolaan [pasar] [Pasar]"),
        ("Pengelolaan pasar", "kelola", ""),
        ("Nomor 134.4/7/KS dan 4", "134.4/7", "Nomor [134].[4]/[7]/KS dan 4"),
        ("Kafe CAFÉ", "cafe", "Kafe [CAFÉ]"),
        ("<script>alert(1)</script>", "alert", "<script>[alert](1)</script>"),
        ("", "pasar", ""),
        ("pasar", "", ""),
    ],
)
def test_sorot_marks_what_answers(teks, dicari, hasil):
    assert tandai(teks, dicari) == hasil


def test_sorot_marks_another_spelling():
    istilah = dengan_ejaan(Istilah(("prkir",)), ["parkir"])

    assert [p.teks for p in sorot("Tepi parkir", [istilah]) if p.ditandai] == ["parkir"]


def test_an_excerpt_stands_around_the_first_place():
    teks = "awal " * 100 + "pasar induk " + "akhir " * 100

    cuplikan = tandai(teks, "pasar", lebar=60)

    assert cuplikan.startswith("… awal")
    assert "[pasar] induk" in cuplikan
    assert cuplikan.endswith(" …")
    assert len(cuplikan) < 70


def test_an_excerpt_of_one_endless_word_is_cut():
    assert len(tandai("pasar" + "x" * 9_000, "pasar", lebar=60)) < 9_100
