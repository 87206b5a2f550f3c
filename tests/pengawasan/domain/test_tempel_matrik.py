import pytest
from hypothesis import given
from hypothesis import strategies as st

from pengawasan.domain.matrik import KOLOM
from pengawasan.domain.tempel_matrik import baca, baca_rekomendasi, pecah
from pengawasan.enums import JenisRekomendasi as Jenis

UNIT = {"dinas perdagangan": "7", "disdagperin": "7"}
DELAPAN = ["Pasal 5", "Setoran", "Menunggak", "Menagih", "Surat", "Disdagperin", "Lunas 40%", "d"]


def tab(*baris):
    return "\n".join("\t".join(satu) for satu in baris)


@pytest.mark.parametrize(
    ("teks", "sel"),
    [
        ("a\tb\r\nc\td", [["a", "b"], ["c", "d"]]),
        ('"satu\ndua"\tb', [["satu\ndua", "b"]]),
        ('"kata ""kutip"""\tb', [['kata "kutip"', "b"]]),
        ("a;b\nc;d", [["a", "b"], ["c", "d"]]),
        ("a,b", [["a", "b"]]),
        ("a\tb\n\t\n\n", [["a", "b"]]),
        ("satu", [["satu"]]),
        ("", []),
    ],
)
def test_pecah_reads_what_sheets_and_csv_give(teks, sel):
    assert pecah(teks) == sel


def test_eight_columns_are_those_of_the_law_in_order():
    hasil = baca(tab(DELAPAN), unit=UNIT)

    (baris,) = hasil.baris
    assert hasil.kolom == tuple(nama for nama, _ in KOLOM)
    assert [teks for _, teks in baris.sel][:7] == DELAPAN[:7]
    assert [s.jenis for s in baris.rekomendasi] == [Jenis.D]
    assert hasil.masalah == []


def test_a_column_of_numbers_before_them_is_passed_over():
    hasil = baca(tab(["1", *DELAPAN], ["2.", *DELAPAN]), unit=UNIT)

    assert [b.isi["dasar"] for b in hasil.baris] == ["Pasal 5", "Pasal 5"]
    assert hasil.masalah == []


def test_headings_say_which_column_is_which():
    hasil = baca(tab(["Solusi", "Catatan", "Dasar"], ["Menagih", "lain", "Pasal 5"]))

    assert hasil.kolom == ("solusi", "", "dasar")
    assert hasil.baris[0].isi == {"solusi": "Menagih", "dasar": "Pasal 5"}
    assert [(m.baris, m.kolom) for m in hasil.masalah] == [(1, "Catatan")]


def test_too_many_columns_are_named_cell_by_cell_and_can_be_given_a_place():
    teks = tab([*DELAPAN, "sisa"], [*DELAPAN, ""])

    ditebak = baca(teks, unit=UNIT)
    dipilih = baca(teks, unit=UNIT, pilihan=[*[n for n, _ in KOLOM], "keterangan"])

    assert [(m.baris, m.kolom) for m in ditebak.masalah] == [(1, "Kolom 9")]
    assert "sisa" in ditebak.masalah[0].pesan
    assert [b.isi["keterangan"] for b in dipilih.baris] == ["Lunas 40%\nsisa", "Lunas 40%"]
    assert dipilih.masalah == []


def test_unknown_unit_is_named_and_kept_as_it_was_written():
    hasil = baca(tab([*DELAPAN[:5], "Dinas Awan", *DELAPAN[6:]]), unit=UNIT)

    assert hasil.unit == ["Dinas Awan"]
    assert "“Dinas Awan” bukan perangkat daerah" in hasil.masalah[0].pesan
    assert not hasil.ditolak


def test_a_cell_that_is_too_long_stops_the_block():
    hasil = baca(tab(["x" * 2_001, *DELAPAN[1:]]), unit=UNIT)

    assert hasil.ditolak
    assert "2001 karakter" in hasil.masalah[0].pesan


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("", []),
        ("a", ["a"]),
        ("A, d", ["a", "d"]),
        ("d/g", ["d", "g"]),
        ("d. Menagih kekurangan; g) SP1", ["d", "g"]),
        ("huruf f: diakhiri", ["f"]),
        ("Pelaksanaan addendum", ["c"]),
        ("k. entah", ["lainnya"]),
        ("Sosialisasi ulang", ["lainnya"]),
        ("d. Menagih\nSosialisasi", ["d", "lainnya"]),
    ],
)
def test_rekomendasi_are_read_by_letter_or_by_the_words_of_the_law(teks, jenis):
    saran, asing = baca_rekomendasi(teks)

    assert [s.jenis.value for s in saran] == jenis
    assert len(asing) == jenis.count("lainnya")


def test_rekomendasi_keeps_what_stands_beside_the_letter():
    saran, _ = baca_rekomendasi("d. Menagih kekurangan tahun 2024; k. entah")

    assert [s.uraian for s in saran] == ["Menagih kekurangan tahun 2024", "k. entah"]


@given(st.lists(st.lists(st.text(max_size=12), min_size=1, max_size=11), max_size=6))
def test_no_block_breaks_the_reader(sel):
    hasil = baca("\n".join("\t".join(satu) for satu in sel), unit=UNIT)

    assert all(len(b.sel) == 8 for b in hasil.baris)
