"""Reading sheets: any usual CSV or XLSX; what is no list is refused in words, never half read."""

import io
import struct
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from inti.putusan import AturanDilanggar
from kerjasama.domain.kolom import huruf_kolom
from kerjasama.services.lembar import Tata, baca_lembar

KEPALA = "nomor_pemda,jenis,judul,mitra\n"
SATU = "12/2019,PKS,Pasar,PT A\n"
LEMBAR = "xl/worksheets/sheet1.xml"


def xlsx(baris, **ubah):
    """A workbook of one sheet; `ubah` replaces parts of it by name."""
    buku = openpyxl.Workbook()
    for satu in baris:
        buku.active.append(satu)
    return simpan(buku, **ubah)


def simpan(buku, **ubah):
    keluaran = io.BytesIO()
    buku.save(keluaran)
    return ganti(keluaran.getvalue(), ubah) if ubah else keluaran.getvalue()


def ganti(isi, ubah):
    """The archive with some parts changed, or added, by a function of their bytes."""
    keluaran = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(isi)) as lama, zipfile.ZipFile(keluaran, "w", 8) as baru:
        for nama in {*lama.namelist(), *ubah}:
            asli = lama.read(nama) if nama in lama.namelist() else b""
            baru.writestr(nama, ubah[nama](asli) if nama in ubah else asli)
    return keluaran.getvalue()


def sisip(xml):
    """Rows before the end of the sheet."""
    return {LEMBAR: lambda lama: lama.replace(b"</sheetData>", xml + b"</sheetData>")}


def csv(teks):
    return baca_lembar("a.csv", teks.encode())


POLOS = [["judul", "mitra"], ["Pasar", "PT A"]]


@pytest.mark.parametrize(
    ("nama", "isi", "sebut"),
    [
        ("a.csv", b"", "Berkas kosong"),
        ("a.csv", b"  \n", "Berkas kosong"),
        ("a.csv", b",,,\n,,,\n", "tidak berisi data"),
        ("a.csv", KEPALA.encode(), "hanya berisi judul kolom"),
        ("a.csv", b"a,b\n1,2\n", "Baris 1: judul kolom judul dan mitra tidak ditemukan"),
        ("a.csv", b"judul,b\n1,2\n", "Baris 1: judul kolom mitra tidak ditemukan"),
        ("a.csv", ",".join(f"k{n}" for n in range(300)).encode() + b"\nx\n", "300 kolom"),
        ("a.csv", b"\x89PNG\r\n\x1a\n0000", "adalah PNG, bukan CSV atau XLSX"),
        ("a.xlsx", b"%PDF-1.7 x", "adalah PDF, bukan CSV atau XLSX"),
        ("a.xls", b"\xd0\xcf\x11\xe0aaaa", "Excel lama"),
        ("a.xlsx", b"\xd0\xcf\x11\xe0aaaa", "terkunci kata sandi"),
        ("a.xlsx", b"PK\x03\x04rusak", "bukan lembar kerja"),
        ("a.xlsx", b"judul,mitra\na,b\n", "adalah teks, tidak sesuai dengan namanya"),
        ("a.csv", xlsx(POLOS), "adalah XLSX, tidak sesuai dengan namanya"),
        ("a.csv", b"judul,mitra\x00\x00\n", "bukan teks"),
        ("a.csv", b"judul,mitra\na,b\n" + b"c,d\n" * 5000 + b"e,\x00\n", "bukan teks"),
        ("a.csv", b"x" * (25 * 1024 * 1024 + 1), "paling besar 25 MB"),
        (
            "a.csv",
            b"judul,mitra\n" + b'"c,d\n' * 101,
            "Baris 102: tanda kutip tidak berpasangan",
        ),
        ("a.csv", b"judul,mitra\n" + b"a,b\n" * 20_001, "20001 baris; paling banyak 20000"),
        ("a.xlsx", xlsx([["judul", "mitra", *range(300)], ["a", "b"]]), "302 kolom"),
        ("a.xlsx", xlsx([]), "tidak berisi data"),
        ("a.xlsx", xlsx(POLOS, **{"xl/vbaProject.bin": lambda _: b"x"}), "makro"),
        ("a.xlsx", xlsx(POLOS, **{LEMBAR: lambda x: x[: len(x) // 2]}), "rusak"),
        ("a.xlsx", xlsx(POLOS, **{LEMBAR: lambda _: b"<html/>"}), "tidak berisi data"),
        ("a.xlsx", xlsx(POLOS, **{"xl/workbook.xml": lambda _: b"<workbook/>"}), "rusak"),
    ],
)
def test_bad_sheet_is_refused_in_words(nama, isi, sebut):
    with pytest.raises(AturanDilanggar, match=sebut):
        baca_lembar(nama, isi)


@pytest.mark.parametrize(
    ("xml", "sebut"),
    [
        (b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "16384 kolom"),
        (b'<row r="1048576"><c r="A1048576"><v>1</v></c></row>', "baris 1048576"),
        (b"<row>" + b"<c><v>1</v></c>" * 70 + b"</row>", "70 kolom"),
        (b"<row></row>" * 21_000 + b"<row><c><v>1</v></c></row>", "baris 21003"),
        (b'<row><c r="A99999999999"><v>1</v></c></row>', "rusak"),
        (b"<row><c s='>' r='XFD9'><v>1</v></c></row>", "16384 kolom"),
        (b'<!-- <c a=" --><row><c r="XFD9" x="><v>1</v></c></row>', "rusak"),
        (b"<?x <c ?><row/>", "rusak"),
    ],
)
def test_far_cell_is_refused_before_the_parser_lays_it_out(xml, sebut):
    with pytest.raises(AturanDilanggar, match=sebut):
        baca_lembar("a.xlsx", xlsx(POLOS, **sisip(xml)))


def test_far_cell_without_content_is_no_hindrance():
    xml = b'<row r="1048576"><c r="XFD1048576" s="0"/></row>'

    assert len(baca_lembar("a.xlsx", xlsx(POLOS, **sisip(xml))).baris) == 1


def test_archive_that_unpacks_too_large_is_refused():
    isi = xlsx(POLOS, **{LEMBAR: lambda x: x + b" " * (101 * 1024 * 1024)})

    assert len(isi) < 200_000
    with pytest.raises(AturanDilanggar, match="setelah dibuka terlalu besar"):
        baca_lembar("a.xlsx", isi)


def test_archive_that_lies_about_its_size_is_refused():
    isi = bytearray(xlsx(POLOS, **{LEMBAR: lambda x: x + b" " * 1_000_000}))
    ukuran = zipfile.ZipFile(io.BytesIO(isi)).getinfo(LEMBAR).file_size
    isi = bytes(isi).replace(struct.pack("<L", ukuran), struct.pack("<L", 10))

    with pytest.raises(AturanDilanggar, match="rusak"):
        baca_lembar("a.xlsx", isi)


def test_entities_are_refused():
    isi = xlsx(POLOS, **{"xl/workbook.xml": lambda x: b'<!DOCTYPE a [<!ENTITY b "c">]>' + x})

    with pytest.raises(AturanDilanggar, match="tidak wajar"):
        baca_lembar("a.xlsx", isi)


@pytest.mark.parametrize("pemisah", [",", ";", "\t"])
@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_of_any_delimiter_encoding_and_order_is_mapped(pemisah, sandi):
    baris = (["Mitra", "Tentang", "Tgl TTD"], ["PT A", "Café, pasar; baru", "x"])
    teks = "\r\n".join(pemisah.join(f'"{s}"' for s in b) for b in baris)

    lembar = baca_lembar("a.csv", teks.encode(sandi))

    assert [b.isi for b in lembar.baris] == [
        {"mitra": "PT A", "judul": "Café, pasar; baru", "tanggal_tanda_tangan": "x"}
    ]
    assert bool(lembar.peringatan) == (sandi == "cp1252")


def test_row_numbers_are_those_of_the_spreadsheet():
    lembar = csv("DAFTAR KERJA SAMA\n\nTahun 2024\n" + KEPALA + SATU + "\n" + SATU)

    assert [b.nomor for b in lembar.baris] == [5, 7]


def test_unknown_and_repeated_columns_are_kept():
    lembar = csv("judul,mitra,Ket.,Ket.,\na,b,c,d,e\n")

    assert lembar.baris[0].isi == {
        "judul": "a",
        "mitra": "b",
        "Ket.": "c",
        "Ket. (D)": "d",
        "kolom E": "e",
    }


def test_cells_beyond_the_headings_are_kept_and_told():
    baris = csv("judul,mitra\nPasar, baru,PT A\n").baris[0]

    assert baris.isi == {"judul": "Pasar", "mitra": "baru", "kolom C": "PT A"}
    assert [(c.kolom, c.ragu) for c in baris.catatan] == [("kolom C", True)]


def test_long_cell_is_cut_and_told():
    baris = csv(f"judul,mitra\n{'x' * 5001},b\n").baris[0]

    assert len(baris.isi["judul"]) == 5000
    assert "dipotong pada 5000 huruf" in baris.catatan[0].pesan


@pytest.mark.parametrize("rumus", ["=1+1", "+1", "@SUM(A1)", " =1"])
def test_formula_in_a_csv_is_text_with_a_warning(rumus):
    baris = csv(f"judul,mitra\n{rumus},PT A\n").baris[0]

    assert baris.isi["judul"] == rumus.strip()
    assert [(c.kolom, c.ragu) for c in baris.catatan] == [("judul", True)]


def test_formula_in_an_xlsx_is_never_evaluated():
    xml = b'<row r="3"><c r="A3"><f>1+1</f><v>2</v></c><c r="B3" t="e"><v>#REF!</v></c></row>'
    lembar = baca_lembar("a.xlsx", xlsx([*POLOS[:1], ["=1+1", "PT A"]], **sisip(xml)))
    kosong, berhasil = lembar.baris

    assert (kosong.isi["judul"], berhasil.isi["judul"]) == ("=1+1", "2")
    assert "tanpa hasil tersimpan" in kosong.catatan[0].pesan
    assert [c.kolom for c in berhasil.catatan] == ["judul", "mitra"]


def test_cells_of_an_xlsx_become_text():
    baris = [
        ["judul", "mitra", "a", "b", "c"],
        [2019, "B", datetime.fromisoformat("2020-05-06T07:08"), date(2021, 1, 2), 1.5],
    ]

    assert list(baca_lembar("a.xlsx", xlsx(baris)).baris[0].isi.values()) == [
        "2019",
        "B",
        "2020-05-06",
        "2021-01-02",
        "1.5",
    ]


def buku(*lembar):
    """A workbook with a sheet for each (name, rows)."""
    hasil = openpyxl.Workbook()
    hasil.remove(hasil.active)
    for nama, baris in lembar:
        satu = hasil.create_sheet(nama)
        for sel in baris:
            satu.append(sel)
    return hasil


def test_one_bad_quote_spoils_its_own_row_and_no_other():
    lembar = csv('judul,mitra\nPasar,"PT "A" Z"\n"Terminal,PT B\n"Pasar, ""baru""\nlama",PT C\n')

    assert [list(b.isi.values()) for b in lembar.baris] == [
        ["Pasar", 'PT "A" Z'],
        ["Terminal", "PT B"],
        ['Pasar, "baru"\nlama', "PT C"],
    ]
    assert ["kutip" in str(b.catatan) for b in lembar.baris] == [True, True, False]


def test_first_sheet_with_known_headings_is_read_and_that_is_told():
    berkas = simpan(buku(("Sampul", [["Daftar 2024"]]), ("Data", POLOS), ("Lain", POLOS)))

    lembar = baca_lembar("a.xlsx", berkas)

    assert [b.isi["judul"] for b in lembar.baris] == ["Pasar"]
    assert lembar.peringatan == ["Hanya lembar “Data” dari 3 lembar yang dibaca."]


def test_hidden_sheet_is_not_read_unless_it_is_chosen():
    berkas = buku(("Lama", [*POLOS[:1], ["Terminal", "PT B"]]), ("Data", POLOS))
    berkas["Lama"].sheet_state = "hidden"
    isi = simpan(berkas)

    assert baca_lembar("a.xlsx", isi).baris[0].isi["judul"] == "Pasar"
    dipilih = baca_lembar("a.xlsx", isi, Tata(0, 1, ["judul", "mitra"]))
    assert dipilih.baris[0].isi["judul"] == "Terminal"


def test_hidden_row_waits_for_a_person_and_hidden_column_is_told():
    berkas = buku(("Data", [*POLOS, ["Terminal", "PT B"]]))
    berkas["Data"].row_dimensions[3].hidden = True
    berkas["Data"].column_dimensions["B"].hidden = True

    lembar = baca_lembar("a.xlsx", simpan(berkas))

    assert [[c.ragu for c in b.catatan] for b in lembar.baris] == [[], [True]]
    assert lembar.peringatan == [
        "Baris yang tersembunyi pada lembar ikut dibaca: 3.",
        "Kolom yang tersembunyi ikut dibaca: B.",
    ]


def test_cell_merged_downwards_speaks_for_each_of_its_rows():
    berkas = buku(("Data", [["Daftar", None], *POLOS, ["Terminal", None], [None, None]]))
    berkas["Data"].merge_cells("A1:B1")
    berkas["Data"].merge_cells("B3:B5")

    pertama, kedua = baca_lembar("a.xlsx", simpan(berkas)).baris

    assert (pertama.catatan, kedua.isi) == ([], {"judul": "Terminal", "mitra": "PT A"})
    assert [c.pesan for c in kedua.catatan] == [
        "Sel gabungan B3:B5; dipakai isi sel pertamanya, “PT A”."
    ]


def test_headings_in_two_merged_rows_are_found():
    atas = ["Nomor", "Tentang", "Mitra", "Tanggal", None]
    berkas = buku(("Data", [atas, [None] * 3 + ["Mulai", "Berakhir"], ["1", "a", "b", "c", "d"]]))
    for satu in ("A1:A2", "B1:B2", "C1:C2", "D1:E1"):
        berkas["Data"].merge_cells(satu)

    assert [b.isi for b in baca_lembar("a.xlsx", simpan(berkas)).baris] == [
        {
            "nomor_pemda": "1",
            "judul": "a",
            "mitra": "b",
            "tanggal_tanda_tangan": "c",
            "tanggal_berakhir": "d",
        }
    ]


def test_days_counted_from_1904_are_read_as_the_workbook_counts_them():
    berkas = buku(("Data", [["judul", "mitra", "tanggal ttd"], ["a", "b", date(2020, 5, 6)]]))
    berkas.epoch = CALENDAR_MAC_1904
    berkas["Data"].append(["c", "d", 42495])

    pertama, kedua = baca_lembar("a.xlsx", simpan(berkas)).baris

    assert pertama.isi["tanggal_tanda_tangan"] == kedua.isi["tanggal_tanda_tangan"] == "2020-05-06"
    assert [c.ragu for c in kedua.catatan] == [True]


@pytest.mark.parametrize("sandi", ["utf-16-le", "utf-16-be", "utf-32"])
def test_wide_text_without_a_mark_is_text(sandi):
    assert baca_lembar("a.csv", "judul;mitra\nA;B\n".encode(sandi)).baris[0].isi["mitra"] == "B"


def test_chosen_headings_and_columns_are_taken_as_chosen():
    tata = Tata(0, 2, ["judul", "mitra", "", "mitra"])

    lembar = baca_lembar("a.csv", b"apa\nx,y,mitra,z\n1,2,3,4\n", tata)

    assert lembar.baris[0].isi == {"judul": "1", "mitra": "2; 4", "mitra (C)": "3"}


def test_list_without_headings_is_read_by_its_columns():
    lembar = baca_lembar("a.csv", b"1,2\n3,4\n", Tata(0, 0, ["judul", ""]))

    assert [b.isi for b in lembar.baris] == [
        {"judul": "1", "kolom B": "2"},
        {"judul": "3", "kolom B": "4"},
    ]


def test_sheet_that_is_not_there_is_refused():
    with pytest.raises(AturanDilanggar, match="Lembar yang dipilih tidak ada"):
        baca_lembar("a.csv", b"judul,mitra\n1,2\n", Tata(3, 1, []))


def test_control_characters_and_reversed_text_are_dropped():
    assert csv("judul,mitra\nPa\u202esar\u0007,PT\u00a0A\n").baris[0].isi == {
        "judul": "Pasar",
        "mitra": "PT A",
    }


def test_our_own_report_reads_back():
    assert csv("judul,mitra\n'=1+1,'-PT A\n").baris[0].isi == {"judul": "=1+1", "mitra": "-PT A"}


def test_huruf_kolom_counts_as_a_spreadsheet_does():
    assert [huruf_kolom(n) for n in (1, 26, 27, 702, 703)] == ["A", "Z", "AA", "ZZ", "AAA"]


def baca_atau_alasan(nama, isi):
    try:
        return baca_lembar(nama, isi).baris
    except AturanDilanggar as error:
        return error.alasan


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused(isi):
    for nama in ("a.csv", "a.xlsx"):
        assert baca_atau_alasan(nama, isi)
