"""What may stand under what, and spans of time on one line."""

from datetime import date
from itertools import product

import pytest

from kerjasama.domain.garis_waktu import PANJANG, garis_waktu
from kerjasama.domain.keluarga import DI_BAWAH, periksa_induk, peringatan_induk
from kerjasama.enums import JenisNaskah as Jenis

TTD = date(2024, 1, 15)
LAZIM = {
    ("pks", "kesepakatan_bersama"),
    ("pks", "nota_kesepakatan"),
    ("pks", "naskah_kerja_sama"),
    ("rencana_kerja_sama", "pernyataan_kehendak"),
    ("rencana_kerja_sama", "nota_kesepakatan"),
    ("naskah_kerja_sama", "pernyataan_kehendak"),
    ("naskah_kerja_sama", "rencana_kerja_sama"),
}


def kalimat(jenis, induk, ttd=TTD, ttd_induk=TTD, akhir_induk=None):
    return peringatan_induk(jenis, induk, ttd=ttd, ttd_induk=ttd_induk, akhir_induk=akhir_induk)


@pytest.mark.parametrize(("jenis", "induk"), list(product(Jenis, Jenis)))
def test_usual_silent_and_reversed_pairs(jenis, induk):
    pasangan = (jenis.value, induk.value)

    assert bool(periksa_induk(jenis, induk)) is (pasangan[::-1] not in LAZIM)
    assert bool(kalimat(jenis, induk)) is (pasangan not in LAZIM)


def test_table_knows_every_kind():
    assert set(DI_BAWAH) == set(Jenis)


def test_reversed_pair_is_refused_in_a_sentence():
    alasan = periksa_induk("kesepakatan_bersama", "pks").alasan

    assert alasan.startswith("Kesepakatan Bersama tidak berada di bawah Perjanjian Kerja Sama")


@pytest.mark.parametrize(
    ("isi", "sebut"),
    [
        ({}, []),
        ({"ttd_induk": date(2024, 1, 16)}, ["sebelum induknya (16 Januari 2024)"]),
        ({"akhir_induk": TTD}, []),
        ({"akhir_induk": date(2024, 1, 14)}, ["setelah hari terakhir induknya"]),
        ({"ttd": None, "akhir_induk": date(2020, 1, 1)}, []),
    ],
)
def test_signing_outside_the_term_of_the_one_above_is_said(isi, sebut):
    hasil = kalimat("pks", "kesepakatan_bersama", **isi)

    assert len(hasil) == len(sebut)
    assert all(kata in satu for kata, satu in zip(sebut, hasil, strict=True))


def test_line_holds_every_day_and_today():
    garis = garis_waktu([TTD, date(2026, 1, 15)], per=date(2027, 1, 15))

    assert (garis.titik(TTD), garis.titik(date(2027, 1, 15))) == (0, PANJANG)
    assert garis.titik(date(2020, 1, 1)) == 0
    assert garis.lebar(TTD, TTD) > 0


def test_line_of_a_single_day_has_no_length_to_divide_by():
    garis = garis_waktu([], per=TTD)

    assert (garis.titik(TTD), garis.awal, garis.akhir) == (0, TTD, TTD)
