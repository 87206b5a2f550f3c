import pytest

from pengawasan.domain.matrik import (
    KOLOM,
    periksa_hapus_baris,
    periksa_hapus_rekomendasi,
    periksa_isi,
    periksa_sel,
    periksa_ubah_rekomendasi,
)
from pengawasan.enums import JenisRekomendasi
from pengawasan.enums import StatusRekomendasi as Status

BEBAS = {Status.SARAN, Status.DIKEMBALIKAN}


def test_kolom_follow_the_regulation():
    assert [nama for nama, _ in KOLOM] == [
        "dasar",
        "materi_evaluasi",
        "permasalahan",
        "solusi",
        "tindak_lanjut",
        "perangkat_daerah",
        "keterangan",
        "rekomendasi",
    ]


@pytest.mark.parametrize("status", Status)
def test_sel_lock_with_any_recommendation_before_or_after_the_chair(status):
    assert bool(periksa_sel([Status.SARAN, status])) == (status in BEBAS)


def test_sel_of_a_row_without_recommendations_are_open():
    assert periksa_sel([])


@pytest.mark.parametrize("status", Status)
def test_rekomendasi_changes_until_it_is_decided(status):
    assert bool(periksa_ubah_rekomendasi(status)) == (status in BEBAS)


@pytest.mark.parametrize("status", Status)
def test_only_a_saran_can_be_taken_out(status):
    assert bool(periksa_hapus_rekomendasi(status)) == (status == Status.SARAN)
    assert bool(periksa_hapus_baris([Status.SARAN, status])) == (status == Status.SARAN)


@pytest.mark.parametrize(
    ("rekomendasi", "boleh"),
    [
        ([], False),
        ([(JenisRekomendasi.A, "")], True),
        ([(JenisRekomendasi.LAINNYA, " ")], False),
        ([(JenisRekomendasi.LAINNYA, "Sosialisasi ulang")], True),
        ([(JenisRekomendasi.D, ""), (JenisRekomendasi.D, "lagi")], True),
    ],
)
def test_isi_holds_at_least_one_recommendation_in_words_if_it_has_no_letter(rekomendasi, boleh):
    assert bool(periksa_isi(rekomendasi)) == boleh
