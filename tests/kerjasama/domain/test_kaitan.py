"""What a row may stand under and replace: found, refused, or asked, each with its sentence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.domain.kaitan import Calon, baca_kaitan, nomor_disebut, urutan_terima
from kerjasama.domain.kunci import kunci_nomor
from kerjasama.enums import StatusNaskah

SENDIRI = {"nomor": "5/2022", "jenis": "pks", "tanggal_ttd": "2022-01-01"}
LAMA = Calon(
    "naskah 1/2019 di register",
    "kesepakatan_bersama",
    date(2019, 1, 1),
    date(2021, 12, 31),
    StatusNaskah.BERAKHIR,
    naskah=7,
)


def baca(nama, teks, *, calon=LAMA, melingkar=False, **ubah):
    return baca_kaitan(
        nama,
        teks,
        sendiri=SENDIRI | ubah,
        cari=lambda n: calon if kunci_nomor(n) == "1/2019" else None,
        melingkar=melingkar,
    )


@pytest.mark.parametrize("teks", ["", " - ", "Nomor: ", "-;-"])
def test_empty_cell_names_nothing(teks):
    assert baca("induk", teks).nilai("induk") == {"induk": None, "induk_asing": ""}


@pytest.mark.parametrize("teks", ["1/2019", "Nomor: 1 / 2019", "1/2019; No. 1/2019"])
def test_number_of_the_register_is_the_induk(teks):
    kaitan = baca("induk", teks)

    assert kaitan.nilai("induk")["induk"]["naskah"] == 7
    assert not any(p.ragu for p in kaitan.peringatan)


@pytest.mark.parametrize(
    ("nama", "teks", "ubah", "sebut"),
    [
        ("induk", "9/2000", {}, "tidak ada di register maupun pada daftar ini"),
        ("menggantikan", "1/2019; 2/2019", {}, "Tertulis 2 nomor; pilih satu"),
        ("induk", "5/2022", {}, "nomor naskah ini sendiri"),
        ("induk", "1/2019", {"melingkar": True}, "menunjuk kembali ke baris ini"),
        ("induk", "1/2019", {"calon": LAMA.__class__("x", "pks", None, None, StatusNaskah.DRAF),
                             "jenis": "kesepakatan_bersama"}, "urutannya terbalik"),
        ("menggantikan", "1/2019", {"tanggal_ttd": "2018-01-01"}, "tidak boleh ditandatangani"),
        ("menggantikan", "1/2019",
         {"calon": LAMA.__class__("x", "pks", None, None, StatusNaskah.DRAF)}, "masih draf"),
    ],
)  # fmt: skip
def test_what_cannot_be_waits_for_a_choice_and_says_why(nama, teks, ubah, sebut):
    kaitan = baca(nama, teks, **ubah)

    assert kaitan.calon is None
    assert kaitan.asing
    assert [p.ragu for p in kaitan.peringatan] == [True]
    assert sebut in kaitan.peringatan[0].pesan


def test_gap_to_what_is_replaced_is_told_and_needs_nobody():
    kaitan = baca("menggantikan", "1/2019", tanggal_ttd="2022-02-01")

    assert kaitan.calon == LAMA
    assert "Ada jeda 31 hari" in kaitan.peringatan[1].pesan
    assert not any(p.ragu for p in kaitan.peringatan)


def test_row_that_says_too_little_is_not_judged_yet():
    assert baca("induk", "1/2019", jenis="").calon == LAMA
    assert baca("menggantikan", "1/2019", tanggal_ttd=None).calon == LAMA


def test_numbers_of_a_cell_are_named_once_each():
    assert nomor_disebut("Nomor 1/2019; 1/2019 | 2/2019; Dokumen") == ["1/2019", "2/2019"]


def test_rows_enter_after_those_they_name():
    assert urutan_terima({2: [4], 3: [], 4: [5], 5: []}) == [5, 4, 2, 3]


@given(st.dictionaries(st.integers(1, 8), st.lists(st.integers(1, 8), max_size=2), max_size=8))
def test_every_row_enters_once_whatever_they_name(kaitan):
    urut = urutan_terima(kaitan)

    assert sorted(urut) == sorted(kaitan)
