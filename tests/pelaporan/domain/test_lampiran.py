"""Attachments: their numbers and their order."""

import pytest

from pelaporan.domain.lampiran import nomori, romawi
from pengawasan.enums import JenisKegiatan


@pytest.mark.parametrize(
    ("angka", "tulisan"),
    [(1, "I"), (3, "III"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (94, "XCIV")],
)
def test_romawi(angka, tulisan):
    assert romawi(angka) == tulisan


def test_attachments_follow_the_letters_and_keep_their_order_within_one():
    semua = [{"huruf": "e"}, {"huruf": "a", "nama": "B"}, {"huruf": "a", "nama": "A"}]

    hasil = nomori(JenisKegiatan.EVALUASI, semua)

    assert [(h["nomor"], h["huruf"], h.get("nama")) for h in hasil] == [
        ("I", "a", "B"),
        ("II", "a", "A"),
        ("III", "e", None),
    ]


@pytest.mark.parametrize(
    ("jenis", "pasal"),
    [
        (JenisKegiatan.PEMANTAUAN, "Pasal 10 ayat (1) huruf b"),
        (JenisKegiatan.EVALUASI, "Pasal 10 ayat (2) huruf b"),
    ],
)
def test_attachment_names_the_article_that_asks_for_it(jenis, pasal):
    assert nomori(jenis, [{"huruf": "b"}])[0]["pasal"] == pasal
