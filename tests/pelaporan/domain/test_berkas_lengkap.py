"""The parts of a berkas lengkap: one order, safe names, a manifest without a clock."""

import json
from datetime import date
from pathlib import Path

import pytest

from pelaporan.domain.berkas_lengkap import (
    Isi,
    Lampiran,
    Peristiwa,
    kronologi,
    lembar,
    manifes,
    nama_dalam_zip,
    satukan,
    slug,
    tulisan,
)

SIDIK = "ab" * 32


def lampiran(nama="naskah.pdf", sumber="kerjasama.dokumennaskah:1", sha256=SIDIK):
    return Lampiran(sha256, 10, nama, "Naskah", sumber, Path("/tidak/ada"))


def test_kronologi_has_one_order_and_each_event_once():
    pagi = Peristiwa(date(2026, 1, 2), "09.00", "Rapat", 1, "Rapat", "a:1")
    siang = Peristiwa(date(2026, 1, 2), "13.00", "Rapat", 2, "Rapat", "a:2")
    lama = Peristiwa(date(2025, 1, 2), "", "Penandatanganan", 3, "Pasar", "a:3")

    assert kronologi([siang, lama, pagi, siang]) == kronologi([pagi, siang, lama])
    assert kronologi([siang, lama, pagi, siang]) == [lama, pagi, siang]


def test_same_bytes_under_one_name_are_packed_once_with_both_rows():
    satu, *lain = satukan([lampiran(sumber="b:2"), lampiran(sumber="a:1")])

    assert lain == []
    assert satu.sumber == ("a:1", "b:2")
    assert satu.path == "berkas/abababababab-naskah.pdf"


def test_two_files_of_one_name_do_not_overwrite_each_other():
    assert len({a.path for a in satukan([lampiran(), lampiran(sha256="cd" * 32)])}) == 2


@pytest.mark.parametrize(
    ("nama", "harap"),
    [
        ("naskah.pdf", "naskah.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ('a:b*c?"<d>|.pdf', "a_b_c_d_.pdf"),
        ("x" * 200 + ".pdf", "x" * 80 + ".pdf"),
        (" . ", "berkas"),
        ("laporan\x00\x1f.pdf", "laporan_.pdf"),
    ],
)
def test_names_can_be_unpacked_everywhere(nama, harap):
    assert nama_dalam_zip(nama) == harap


def test_manifes_is_the_same_whatever_the_order_and_says_where_from():
    anggota = [tulisan("indeks.html", b"<p>"), *satukan([lampiran()])]
    naskah = {"kunci": 1, "nomor": "1/2024", "judul": "Pasar “Baru”"}

    satu, dua = manifes(naskah, anggota), manifes(naskah, anggota[::-1])

    assert satu == dua
    isi = json.loads(satu.isi)
    assert [a["path"] for a in isi["isi"]] == ["berkas/abababababab-naskah.pdf", "indeks.html"]
    assert isi["isi"][0]["sumber"] == ["kerjasama.dokumennaskah:1"]


def test_cells_of_a_sheet_pass_through_the_guard():
    satu = lembar("a.csv", ("uraian",), [("=1+1",)], lambda teks: f"'{teks}")

    assert satu.isi.decode("utf-8-sig").splitlines() == ["uraian", "'=1+1"]


def test_section_without_rows_is_left_out():
    isi = Isi()
    isi.tabel("Kosong", ("A",), ())

    assert isi.bagian == []


def test_slug_is_plain():
    assert slug("134.4/7/SETDA.Ks/2024 – Hak & kewajiban") == "134-4-7-setda-ks-2024-hak-kewajiban"
