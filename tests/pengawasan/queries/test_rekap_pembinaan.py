"""How much pembinaan each unit had: every figure once, and nobody left out."""

from datetime import date
from urllib.parse import parse_qs

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pengawasan.queries.rekap_pembinaan import (
    PER_JENIS,
    PER_TAHUN,
    baris_ekspor,
    kolom_ekspor,
    rekap,
)
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import PerangkatDaerahFactory, anggota_pd
from tests.factories.pembinaan import PembinaanFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


@pytest.fixture
def unit():
    """Two units that were together in 2025; the first alone in 2024; the third never."""
    satu, dua, tiga = (PerangkatDaerahFactory(nama=n) for n in ("A", "B", "C"))
    PembinaanFactory(unit=[satu, dua], tanggal_mulai=date(2025, 5, 1), jumlah_peserta=10)
    PembinaanFactory(unit=[satu], tanggal_mulai=date(2024, 5, 1), jenis="asistensi")
    PembinaanFactory(unit=[tiga], tanggal_mulai=date(2025, 6, 1), dibatalkan=True)
    return satu, dua, tiga


def angka(baris):
    return [(s.kegiatan, s.peserta) for s in (*baris.sel, baris.jumlah)]


def test_per_year_with_everybody_once_in_the_row_of_all(staf, unit):
    tabel = rekap(staf, menurut=PER_TAHUN, tahun=None)

    assert tabel.judul == ["2024", "2025"]
    assert [angka(b) for b in tabel.baris] == [
        [(1, 5), (1, 5), (2, 10)],
        [(0, 0), (1, 5), (1, 5)],
        [(0, 0), (0, 0), (0, 0)],
    ]
    assert angka(tabel.semua) == [(1, 5), (1, 10), (2, 15)]


def test_per_kind_of_one_year(staf, unit):
    tabel = rekap(staf, menurut=PER_JENIS, tahun=2024)

    assert [b.jumlah.kegiatan for b in tabel.baris] == [1, 0, 0]
    assert angka(tabel.baris[0])[3] == (1, 5)  # asistensi


def test_who_never_had_any_is_told_from_who_had_none_that_year(staf, unit):
    tabel = rekap(staf, menurut=PER_TAHUN, tahun=2024)

    assert [(b.jumlah.kegiatan, b.pernah) for b in tabel.baris] == [
        (1, True),
        (0, True),
        (0, False),
    ]


def test_figure_knows_the_filter_of_its_rows(staf, unit):
    sel = rekap(staf, menurut=PER_JENIS, tahun=2025).baris[1].sel[1]

    assert parse_qs(sel.kueri) == {
        "keadaan": ["terlaksana"],
        "perangkat_daerah": [str(unit[1].pk)],
        "tahun": ["2025"],
        "jenis": ["sosialisasi"],
    }


def test_unit_sees_itself_and_no_total_of_others(unit):
    tabel = rekap(anggota_pd(unit[1]), menurut=PER_TAHUN, tahun=None)

    assert ([b.unit for b in tabel.baris], tabel.judul, tabel.semua) == ([unit[1]], ["2025"], None)


def test_unit_that_is_no_more_shows_while_it_has_figures(staf, unit):
    satu, _, tiga = unit
    for lama in (satu, tiga):
        lama.sampai = date(2025, 12, 31)
        lama.save()

    assert [b.unit.nama for b in rekap(staf, menurut=PER_TAHUN, tahun=None).baris] == ["A", "B"]


def test_file_has_the_same_figures(staf, unit):
    tabel = rekap(staf, menurut=PER_TAHUN, tahun=None)
    kolom = kolom_ekspor(tabel)

    isi = [[k.nilai(b) for k in kolom] for b in baris_ekspor(tabel)]

    assert [k.label for k in kolom][1:3] == ["Kegiatan 2024", "Peserta 2024"]
    assert isi[0] == ["A", 1, 5, 1, 5, 2, 10, ""]
    assert isi[2][-1] == "Belum pernah dibina"
    assert isi[3][0] == "Semua perangkat daerah"


def test_table_asks_as_often_for_many_units_as_for_few(staf, unit):
    jumlah = []
    assert staf.peran  # asked once per person
    for _ in range(2):
        PembinaanFactory(unit=[PerangkatDaerahFactory()])
        with CaptureQueriesContext(connection) as kueri:
            rekap(staf, menurut=PER_TAHUN, tahun=None)
        jumlah.append(len(kueri))

    assert jumlah[0] == jumlah[1] <= 6
