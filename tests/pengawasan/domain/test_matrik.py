import pytest

from pengawasan.domain.matrik import (
    BARIS_TERBANYAK,
    KOLOM,
    gabung_sel,
    kolom_kosong,
    periksa_hapus_baris,
    periksa_hapus_rekomendasi,
    periksa_isi,
    periksa_sel,
    periksa_tambah,
    periksa_ubah_rekomendasi,
    periksa_urutan,
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
        ([], True),
        ([(JenisRekomendasi.A, "")], True),
        ([(JenisRekomendasi.LAINNYA, " ")], False),
        ([(JenisRekomendasi.LAINNYA, "Sosialisasi ulang")], True),
        ([(JenisRekomendasi.D, ""), (JenisRekomendasi.D, "lagi")], True),
    ],
)
def test_isi_may_recommend_nothing_yet_but_says_in_words_what_has_no_letter(rekomendasi, boleh):
    assert bool(periksa_isi(rekomendasi)) == boleh


def test_kolom_kosong_names_all_eight_in_the_order_of_the_law():
    assert kolom_kosong({}) == [judul for _, judul in KOLOM]
    assert kolom_kosong({nama: "x" for nama, _ in KOLOM} | {"keterangan": ""}) == ["Keterangan"]


def test_tambah_stops_at_the_most_rows_and_says_how_many_there_are():
    assert periksa_tambah(BARIS_TERBANYAK - 1)
    assert not periksa_tambah(BARIS_TERBANYAK)
    assert "sudah ada 990" in periksa_tambah(990, 11).alasan


@pytest.mark.parametrize("status", Status)
def test_urutan_is_locked_once_anything_went_to_the_chair(status):
    assert bool(periksa_urutan([Status.SARAN, status])) == (status == Status.SARAN)


@pytest.mark.parametrize(
    ("saya", "tersimpan", "gabungan"),
    [
        ("a", "b", "b\na"),
        ("", "b", "b"),
        ("a", "", "a"),
        ("a", "a dan b", "a dan b"),
        ("a dan b", "b", "a dan b"),
    ],
)
def test_gabung_sel_loses_nothing_and_says_nothing_twice(saya, tersimpan, gabungan):
    assert gabung_sel(saya, tersimpan) == gabungan
