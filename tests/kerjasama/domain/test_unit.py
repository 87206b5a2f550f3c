"""Which units a cell names: one, several, or one that is not ours."""

import pytest

from kerjasama.domain.unit import Unit, baca_unit, kamus_unit

DISHUB = Unit(1, "Dinas Perhubungan", "Dishub")
DINKES = Unit(2, "Dinas Kesehatan", "")
PANGAN = Unit(3, "Dinas Ketahanan Pangan, Pertanian dan Perikanan", "")
DAGANG = Unit(4, "Disdagperin", "", ("Dinas Perdagangan dan Perindustrian",))
SEMUA = [DISHUB, DINKES, PANGAN, DAGANG]


@pytest.mark.parametrize(
    ("teks", "unit", "catatan", "asing"),
    [
        ("Dinas Perhubungan", [DISHUB], 0, []),
        ("DISHUB", [DISHUB], 1, []),
        ("Dinas Perhubungan Kota Bekasi", [DISHUB], 1, []),
        ("Dinas Perhubungan Kota Samarinda", [], 0, ["Dinas Perhubungan Kota Samarinda"]),
        ("Dinas Kesehatan Hewan", [], 0, ["Dinas Kesehatan Hewan"]),
        ("Dinas Perhubungan; Dinas Kesehatan", [DISHUB, DINKES], 0, []),
        ("Dinas Perhubungan, Dinas Kesehatan", [DISHUB, DINKES], 0, []),
        ("Dishub dan Dinas Ketahanan Pangan Pertanian & Perikanan", [DISHUB, PANGAN], 2, []),
        ("Dinas Perdagangan dan Perindustrian Kota Bekasi", [DAGANG], 1, []),
        ("Dinas Kesehatan, Dinas A dan B, Dishub", [DINKES, DISHUB], 1, ["Dinas A dan B"]),
        ("", [], 0, []),
    ],
)
def test_unit_is_matched_by_its_own_name_only(teks, unit, catatan, asing):
    terbaca = baca_unit(teks, kamus_unit(SEMUA), "Kota Bekasi")

    assert (terbaca.unit, len(terbaca.catatan), terbaca.asing) == (unit, catatan, asing)


def test_other_name_of_two_units_is_nobodys():
    kembar = [Unit(1, "A", "", ("Bina",)), Unit(2, "B", "", ("Bina",))]

    assert baca_unit("Bina", kamus_unit(kembar), "").asing == ["Bina"]


def test_present_name_goes_before_what_another_unit_is_called_besides():
    kembar = [Unit(1, "A", "", ("B",)), Unit(2, "B", "")]

    assert baca_unit("B", kamus_unit(kembar), "").unit == [kembar[1]]
