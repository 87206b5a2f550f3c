"""The gate of Pasal 10: every missing item is named with its letter."""

import pytest

from pelaporan.domain.kelengkapan import Bahan, periksa, syarat
from pengawasan.enums import JenisKegiatan

P, E = JenisKegiatan.PEMANTAUAN, JenisKegiatan.EVALUASI
LENGKAP = {
    P: Bahan(ba_tinjau=True),
    E: Bahan(
        hadirin=3,
        notulensi=True,
        ba_rapat=True,
        baris_matrik=12,
        alasan_tanpa_tinjau="Sudah ditinjau.",
        hasil_wawancara="Pengelola diwawancarai.",
    ),
}


def ubah(jenis, **nilai):
    return Bahan(**{**LENGKAP[jenis].__dict__, **nilai})


@pytest.mark.parametrize("jenis", [P, E])
def test_complete_report_may_be_sent(jenis):
    assert periksa(jenis, LENGKAP[jenis])


@pytest.mark.parametrize(
    ("jenis", "kurang", "sebut"),
    [
        (P, {"mitra_tanpa_laporan": ["PT A"]}, "huruf a: laporan mitra belum ada dari PT A"),
        (P, {"ba_tinjau": False}, "huruf b: berita acara tinjau lokasi"),
        (E, {"mitra_tanpa_laporan": ["PT A", "PT B"]}, "PT A dan PT B"),
        (E, {"hadirin": 0}, "huruf b: daftar hadir peserta rapat belum diisi"),
        (E, {"notulensi": False}, "huruf c: notulensi rapat belum diisi"),
        (E, {"ba_rapat": False}, "huruf d: belum ada berita acara"),
        (E, {"baris_matrik": 0}, "huruf e: matrik hasil evaluasi belum diisi"),
        (
            E,
            {"baris_kurang": [(2, ["Keterangan", "Rekomendasi"]), (5, ["Solusi"])]},
            "kosong pada baris 2 (keterangan dan rekomendasi) dan baris 5 (solusi)",
        ),
        (E, {"alasan_tanpa_tinjau": " "}, "Pasal 6 ayat (4): tinjau lokasi belum dilakukan"),
        (E, {"hasil_wawancara": ""}, "hasil wawancara dan dokumentasi belum diisi"),
    ],
)
def test_missing_item_is_named_with_its_letter(jenis, kurang, sebut):
    putusan = periksa(jenis, ubah(jenis, **kurang))

    assert not putusan
    assert sebut in putusan.alasan


@pytest.mark.parametrize(
    ("jenis", "pengganti"),
    [
        (P, {"ba_tinjau": False, "alasan_tanpa_tinjau": "Dokumen sudah cukup."}),
        (P, {"mitra_tanpa_laporan": ["PT A"], "pernyataan": "Sudah diingatkan tiga kali."}),
        (E, {"ba_rapat": False, "ba_tinjau": True}),
    ],
)
def test_what_the_article_allows_instead_is_enough(jenis, pengganti):
    assert periksa(jenis, ubah(jenis, **pengganti))


def test_everything_missing_is_named_at_once():
    alasan = periksa(E, Bahan(mitra_tanpa_laporan=["PT A"])).alasan

    assert [f"huruf {h}" in alasan for h in "abcde"] == [True] * 5
    assert [s.huruf for s in syarat(E, Bahan())] == ["a", "b", "c", "d", "e", "Pasal 6 ayat (4)"]
