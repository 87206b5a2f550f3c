"""Keys: twins in Unicode, spelling and order collide; what differs does not."""

import pytest

from kerjasama.domain.kunci import kunci_nama, kunci_nomor, kunci_orang, tanpa_kata_nomor


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("134.4/345\u2011A", "134.4/345-a"),
        ("134.4/345–A", "134.4/345-A"),
        ("04/РКЅ/2021", "04/PKS/2021"),  # Cyrillic letters
        ("НК/МТВ/12", "HK/MTB/12"),
        ("04/ΡΚS/2021", "04/PKS/2021"),  # Greek letters
        ("04/P\u200bKS/2021", "04/PKS/2021"),
        ("04/P\u00adKS/2021", "04/PKS/2021"),
        ("04∕PKS⁄2021", "04/PKS/2021"),  # other strokes
        ("０４/PKS/２０２１", "04/PKS/2021"),
        ("12/Ⅷ/2025", "12/VIII/2025"),
        ("04 / PKS / 2021", "04/PKS/2021"),
        ("Nomor 1151/2019", "1151/2019"),
        ("No. 1151/2019", "1151/2019"),
    ],
)
def test_unicode_twins_of_a_number_collide(satu, dua):
    assert kunci_nomor(satu) == kunci_nomor(dua)


@pytest.mark.parametrize(("satu", "dua"), [("04/PKS/2021", "40/PKS/2021"), ("1/2", "12")])
def test_different_numbers_stay_apart(satu, dua):
    assert kunci_nomor(satu) != kunci_nomor(dua)


@pytest.mark.parametrize("teks", ["", "-", "–", " ", "Dokumen", "..."])
def test_what_is_no_number_has_no_key(teks):
    assert kunci_nomor(teks) == ""


def test_two_spellings_of_one_mitra_collide():
    assert kunci_nama("PT. Mukti Sarana Abadi") == kunci_nama("Mukti Sarana  Abadi, PT")


@pytest.mark.parametrize(
    ("tertulis", "nomor"),
    [
        ("Nomor 1151/2019", "1151/2019"),
        ("NO. 12 / 2019", "12 / 2019"),
        ("no: A.1/KS", "A.1/KS"),
        ("No.12/KS", "12/KS"),
        ("Nota/12/2019", "Nota/12/2019"),
        ("Nomor", "Nomor"),
        ("", ""),
    ],
)
def test_word_before_a_number_is_no_part_of_it(tertulis, nomor):
    assert tanpa_kata_nomor(tertulis) == nomor


@pytest.mark.parametrize(
    "tulisan",
    [
        "Budi Santoso",
        "BUDI  SANTOSO",
        "Dr. Ir. H. Budi Santoso, M.Si.",
        "Drs Budi Santoso, S.H., M.H.",
        "Prof.Dr. Budi Santoso",
        "Вudi Santoso",  # a Cyrillic letter
    ],
)
def test_person_is_the_same_with_and_without_titles(tulisan):
    assert kunci_orang(tulisan) == kunci_orang("Budi Santoso")


@pytest.mark.parametrize("lain", ["Budi Santosa", "Budi A. Santoso", "Santoso", "Dr."])
def test_other_people_have_other_keys(lain):
    assert kunci_orang(lain) != kunci_orang("Budi Santoso")


def test_name_of_titles_alone_keeps_them():
    assert kunci_orang("Dr. Ir.") == "dr ir"
