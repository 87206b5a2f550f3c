"""What the public is told: one list of columns, a state by the day, no person's name."""

import json
from dataclasses import fields
from datetime import date

import pytest

from pelaporan.domain.publik import (
    KOLOM,
    BarisPublik,
    kata,
    keadaan,
    ketepatan,
    nama_mitra,
)
from pelaporan.enums import KeadaanPublik, KetepatanPengawasan

HARI = date(2026, 11, 25)


def baris(**ubahan):
    isi = {
        "pk": 7,
        "nomor": "134.4/7/2024",
        "tentang": "Pengelolaan pasar",
        "jenis": "Perjanjian Kerja Sama (PKS)",
        "jenis_kerja_sama": "",
        "urusan": "",
        "mitra": ("PT Dua", "PT Satu"),
        "perangkat_daerah": (),
        "tanggal_ttd": date(2024, 1, 15),
        "tanggal_berakhir": None,
        "keadaan": KeadaanPublik.BERLAKU,
        "pengawasan": KetepatanPengawasan.TEPAT_WAKTU,
    }
    return BarisPublik(**isi | ubahan)


def test_a_row_has_its_key_and_the_whitelisted_columns_and_no_other():
    assert [f.name for f in fields(BarisPublik)] == ["pk", *(k.kode for k in KOLOM)]
    assert all(kolom.sumber for kolom in KOLOM)


@pytest.mark.parametrize(
    ("status", "berakhir", "harap"),
    [
        ("berlaku", None, "berlaku"),
        ("berlaku", HARI, "berlaku"),  # through the last day
        ("berlaku", date(2026, 11, 24), "lewat"),
        ("diperpanjang", HARI, "berlaku"),
        ("diperpanjang", date(2026, 11, 24), "lewat"),
        ("berakhir", date(2026, 11, 24), "berakhir"),
        ("diputus", None, "diputus"),
        ("digantikan", None, "digantikan"),
    ],
)
def test_keadaan_on_a_day(status, berakhir, harap):
    assert keadaan(status, berakhir, per=HARI) == harap


@pytest.mark.parametrize(
    ("berjadwal", "terlambat", "harap"),
    [(True, False, "tepat_waktu"), (True, True, "terlambat"), (False, False, "belum_dijadwalkan")],
)
def test_ketepatan_is_judged_by_what_is_owed(berjadwal, terlambat, harap):
    assert ketepatan(berjadwal=berjadwal, terlambat=terlambat) == harap


def test_a_person_is_not_named():
    pihak = [("Tuan Rahasia", "perorangan"), ("PT Satu", "bumn")]

    assert nama_mitra(pihak) == ("PT Satu", "Perorangan")


def test_words_of_a_row_on_a_page():
    kata_baris = dict(baris().pasangan())

    assert kata_baris["Mitra"] == "PT Dua; PT Satu"
    assert kata_baris["Ditandatangani"] == "15 Januari 2024"
    assert kata_baris["Berlaku sampai"] == kata_baris["Perangkat Daerah"] == "–"
    assert kata_baris["Pengawasan"] == "Tepat waktu"


def test_cells_of_a_row_in_a_sheet():
    assert baris().lembar()[5:] == [
        "PT Dua; PT Satu",
        "",
        "2024-01-15",
        "",
        "Berlaku",
        "Tepat waktu",
    ]


def test_plain_values_of_a_row_are_json():
    polos = json.loads(json.dumps(baris().polos()))

    assert polos["mitra"] == ["PT Dua", "PT Satu"]
    assert (polos["tanggal_ttd"], polos["tanggal_berakhir"]) == ("2024-01-15", None)
    assert (polos["keadaan"], polos["pengawasan"]) == ("berlaku", "tepat_waktu")


def test_nothing_is_said_as_a_dash():
    assert [kata(n) for n in (None, "", ())] == ["–"] * 3
