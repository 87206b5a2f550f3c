"""Parting the parties of one cell: surely, or as a question."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.domain import pisah_pihak as modul
from kerjasama.domain.kunci import lipat
from kerjasama.domain.pisah_pihak import Sendiri, pisah_pihak


@pytest.mark.parametrize(
    ("teks", "nama"),
    [
        ("PT Alfa,PT Beta", ("PT Alfa", "PT Beta")),
        ("PT Alfa serta Yayasan Beta", ("PT Alfa", "Yayasan Beta")),
        ("Universitas A dan Universitas B", ("Universitas A", "Universitas B")),
        ("PT Alfa, Tbk", ("PT Alfa, Tbk",)),
        ("PT PELINDO I,II,III,IV", ("PT PELINDO I,II,III,IV",)),
        ("Mukti Sarana Abadi, PT", ("Mukti Sarana Abadi, PT",)),
        ("Dirjen PT, KKP", ("Dirjen PT, KKP",)),
        ("Fakultas Hukum, Universitas A", ("Fakultas Hukum, Universitas A",)),
        ("Kementerian Koperasi dan UKM", ("Kementerian Koperasi dan UKM",)),
        ("PT Bank Daerah Jawa Barat dan Banten Tbk", ("PT Bank Daerah Jawa Barat dan Banten Tbk",)),
        ("Dinas Perikanan dan Kelautan Kabupaten A", ("Dinas Perikanan dan Kelautan Kabupaten A",)),
    ],
)
def test_what_is_sure_is_read_without_a_question(teks, nama):
    terbaca = pisah_pihak(teks)

    assert (terbaca.nama, terbaca.ragu) == (nama, ())


@pytest.mark.parametrize(
    ("teks", "banyak"),
    [
        ("PT Alfa, Beta", 1),
        ("PT Alfa PT Beta", 1),
        ("Alfa PT, Beta CV", 1),
        ("Perkumpulan (PT A, PT B)", 1),
        ("PT Alfa, Beta, dan PT Gama", 2),
        ("Bank Alfa, Bank Beta dan Gama", 2),
        ("Kementerian Agraria dan Tata Ruang/Badan Pertanahan Nasional", 2),
        ("Dinas Sosial, PT Alfa", 2),
    ],
)
def test_what_may_be_one_or_more_is_asked(teks, banyak):
    terbaca = pisah_pihak(teks)

    assert len(terbaca.nama) == banyak
    assert terbaca.ragu


@given(st.text(alphabet="AB PTdan,&/();", max_size=30))
def test_parting_loses_no_letter_of_a_name(teks):
    asal = [c for c in teks.replace("dan", "") if c in "ABPT"]

    assert [c for n in pisah_pihak(teks).nama for c in n.replace("dan", "") if c in "ABPT"] == asal


@pytest.mark.parametrize(
    ("nama", "sendiri"),
    [
        ("Pemerintah Kabupaten Bantul", True),
        ("Pemkab. Bantul", True),
        ("PEMKAB BANTUL", True),
        ("Bupati Bantul", True),
        ("Dinas Sosial Kabupaten Bantul", True),
        ("Dinas Sosial", False),
        ("Pemerintah Kota Bantul", False),
    ],
)
def test_own_government_is_known_from_its_identity(nama, sendiri):
    kami = Sendiri.dari("Pemerintah Kabupaten Bantul", "Kabupaten Bantul", ["Dinas Sosial"])

    assert (nama in kami) == sendiri


def test_without_an_identity_nobody_is_us():
    assert "" not in Sendiri()
    assert "Pemerintah Kota Batu" not in Sendiri.dari("Pemerintah Daerah", "Daerah")


def test_a_long_cell_is_folded_piece_by_piece_and_not_to_its_end_each_time(monkeypatch):
    dilipat = []

    def mencatat(teks):
        dilipat.append(len(teks))
        return lipat(teks)

    monkeypatch.setattr(modul, "lipat", mencatat)
    sel = "PT A, " * 800

    assert len(pisah_pihak(sel).nama) == 800
    assert sum(dilipat) < 50 * len(sel)
