"""Which names look like one mitra, and when two records may become one."""

import pytest

from kerjasama.domain.gabung import SEKERANJANG, pasangan_mirip, periksa_gabung
from kerjasama.domain.kunci import kunci_nama


def mirip(*nama):
    return pasangan_mirip({i: kunci_nama(n) for i, n in enumerate(nama)}) == [(0, 1)]


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("PT Mukti Sarana", "PT Mukti Sarna"),
        ("PT Mukti Sarana", "PT Mukti Saranna"),
        ("PT Mukti Sarana", "PT Mukti Sarama"),
        ("PT Mukti Sarana", "PT Mukti Saraan"),
        ("Sarana Mukti", "PT Mukti Sarana"),
        ("Bank Jaya", "Bankjaya"),
        ("Universitas Größe", "Universitas Größ"),
        ("株式会社北京上海", "株式会社北京上"),
    ],
)
def test_same_words_or_one_letter_more_or_less_is_alike(satu, dua):
    assert mirip(satu, dua)


@pytest.mark.parametrize(
    ("satu", "dua"),
    [
        ("PT Mukti Sarana", "PT Bakti Sejahtera"),
        ("SD Negeri 1 Bekasi", "SD Negeri 2 Bekasi"),
        ("PT Abc", "PT Abd"),
        ("Koperasi Maju", "Koperasi Maju Jaya"),
        ("", ""),
    ],
)
def test_other_words_other_figures_and_short_names_are_not(satu, dua):
    assert not mirip(satu, dua)


def test_a_name_that_too_many_share_is_not_paired():
    banyak = dict.fromkeys(range(SEKERANJANG + 1), "koperasi sejahtera")

    assert pasangan_mirip(banyak) == []
    assert pasangan_mirip({1: "koperasi sejahtera", 2: "koperasi sejahtera"}) == [(1, 2)]


@pytest.mark.parametrize(
    ("keadaan", "alasan"),
    [
        ({}, ""),
        ({"sama": True}, "dirinya sendiri"),
        ({"asal_tergabung": True}, "sudah digabung"),
        ({"tujuan_tergabung": True}, "sudah digabung ke mitra lain"),
        ({"penghalang": ["Laporan ke-1 ada pada keduanya."]}, "Laporan ke-1"),
    ],
)
def test_merge_is_refused_with_its_reason(keadaan, alasan):
    semua = {"sama": False, "asal_tergabung": False, "tujuan_tergabung": False} | keadaan

    putusan = periksa_gabung(**semua)

    assert bool(putusan) is not bool(alasan)
    assert alasan in putusan.alasan
