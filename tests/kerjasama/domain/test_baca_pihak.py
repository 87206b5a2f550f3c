"""Reading parties, their kinds, and the kind of document."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.domain.baca_pihak import baca_jenis_mitra, baca_jenis_naskah, pisah
from kerjasama.enums import JenisMitra, JenisNaskah


@pytest.mark.parametrize(
    ("teks", "bagian"),
    [
        ("PT A; PT B; PT C", ["PT A", "PT B", "PT C"]),
        ("1. FIB, UGM; 2. FIB, UI", ["FIB, UGM", "FIB, UI"]),
        ("1. PT A 2. CV B 3. C", ["PT A", "CV B", "C"]),
        ("1) PT A\n2) PT B", ["PT A", "PT B"]),
        ("1. PT A", ["PT A"]),
        ("KemKop UKM,; Kementan", ["KemKop UKM", "Kementan"]),
        ("PT PELINDO I,II,III,IV", ["PT PELINDO I,II,III,IV"]),
        ("29/SKB | 500/1738", ["29/SKB", "500/1738"]),
        ("-", []),
        ("", []),
    ],
)
def test_pihak_and_numbers_of_one_cell_are_parted(teks, bagian):
    assert pisah(teks) == bagian


@pytest.mark.parametrize(
    "nomor",
    [
        "421.4/41/Perj-II/KB/2019",
        "100.3.7/564/DIPERKAN/2023",
        "36/DG.02",
        "1.Pj/KS.01",
        "9 Tahun 2021",
    ],
)
def test_a_number_is_never_taken_for_a_list(nomor):
    assert pisah(nomor) == [nomor]


@given(st.text(alphabet="0123456789./-ABab ", min_size=1, max_size=20))
def test_parting_loses_no_digit_of_a_single_number(nomor):
    angka = [c for bagian in pisah(f"X{nomor}") for c in bagian if c.isdigit()]

    assert angka == [c for c in nomor if c.isdigit()]


@pytest.mark.parametrize(
    ("teks", "jenis", "ragu"),
    [
        ("Perguruan tinggi", JenisMitra.LEMBAGA_DALAM_NEGERI, False),
        ("Pemerintah Pusat (K/L)", JenisMitra.INSTANSI_PUSAT, False),
        ("Instansi pusat/vertikal", JenisMitra.INSTANSI_PUSAT, False),
        ("BUMN/anak usaha BUMN", JenisMitra.BUMN, False),
        ("Badan hukum publik (BPJS)", JenisMitra.LEMBAGA_DALAM_NEGERI, False),
        ("Organisasi kemasyarakatan", JenisMitra.LEMBAGA_BUKAN_BADAN_HUKUM, True),
        ("BUMN/BUMD", "", True),
        ("Multipihak", "", True),
        ("", "", True),
    ],
)
def test_jenis_mitra_is_read_or_asked(teks, jenis, ragu):
    terbaca = baca_jenis_mitra(teks, "Suatu lembaga")

    assert (terbaca.nilai, terbaca.ragu) == (jenis, ragu)
    assert terbaca.catatan


@pytest.mark.parametrize(
    ("nama", "jenis"),
    [
        ("PT PELINDO I,II", JenisMitra.BUMN),
        ("PT. Cipta Serra Utama", JenisMitra.PERUSAHAAN_SWASTA),
        ("Dirjen PT, KKP", JenisMitra.INSTANSI_PUSAT),
        ("Kementerian Koperasi dan UMKM", JenisMitra.INSTANSI_PUSAT),
        ("Fakultas Ilmu Budaya, UI", JenisMitra.LEMBAGA_DALAM_NEGERI),
        ("Pemerintah Kota Batu", JenisMitra.PEMERINTAH_DAERAH),
        ("Yayasan Adipura", JenisMitra.YAYASAN),
        ("GAPKI", JenisMitra.LEMBAGA_BUKAN_BADAN_HUKUM),
    ],
)
def test_jenis_mitra_from_the_name_is_only_proposed(nama, jenis):
    terbaca = baca_jenis_mitra("Multipihak", nama)

    assert (terbaca.nilai, terbaca.ragu) == (jenis, True)


def test_every_label_is_read_as_itself_without_a_remark():
    assert [
        baca_jenis_mitra(j.label, "") for j in JenisMitra if baca_jenis_mitra(j.label, "").catatan
    ] == []
    assert [baca_jenis_mitra(j.label, "").nilai for j in JenisMitra] == JenisMitra.values
    assert [baca_jenis_naskah(j.label, "").nilai for j in JenisNaskah] == JenisNaskah.values


@pytest.mark.parametrize(
    ("teks", "judul", "jenis", "ragu"),
    [
        ("Perjanjian Kerja Sama", "", JenisNaskah.PKS, False),
        ("Kesepakatan Bersama (MOU)", "", JenisNaskah.KESEPAKATAN_BERSAMA, False),
        ("Nota Kesepahaman", "", JenisNaskah.KESEPAKATAN_BERSAMA, False),
        ("Nota Kesepakatan", "", JenisNaskah.NOTA_KESEPAKATAN, False),
        ("", "Perjanjian Kerjasama Pasar", JenisNaskah.PKS, True),
        ("Addendum PKS", "", JenisNaskah.PKS, True),
        ("Surat", "Pasar", "", True),
        ("", "", "", True),
    ],
)
def test_jenis_naskah_is_read_or_asked(teks, judul, jenis, ragu):
    terbaca = baca_jenis_naskah(teks, judul)

    assert (terbaca.nilai, terbaca.ragu) == (jenis, ragu)
