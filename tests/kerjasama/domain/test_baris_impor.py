"""A row as a whole: sound, or with the reason why a person must look."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.domain.baca_tanggal import KebiasaanKolom
from kerjasama.domain.baris_impor import Bawaan, baca_baris, kebiasaan_tanggal, kunci_isi
from kerjasama.domain.pisah_pihak import Sendiri

DAFTAR = Path(__file__).parents[2] / "browser" / "data" / "daftar-kerja-sama.csv"
UTUH = {
    "nomor_pemda": "12/2019",
    "nomor_mitra": "7/MSA/2019",
    "jenis": "Perjanjian Kerja Sama",
    "judul": "Revitalisasi pasar",
    "mitra": "PT. Mukti Sarana Abadi",
    "jenis_mitra": "Perusahaan swasta",
    "tanggal_tanda_tangan": "17 Oktober 2019",
    "jangka_waktu": "5 (lima) tahun",
}
KOLOM = [*UTUH, "tanggal_berakhir", "perangkat_daerah"]


def baca(**ubah):
    bawaan = Bawaan(judul_usulan=False)
    return baca_baris(UTUH | ubah, KebiasaanKolom(), per=date(2026, 1, 1), bawaan=bawaan)


def ragu(usulan):
    return {p.kolom for p in usulan.peringatan if p.ragu}


@pytest.fixture(scope="module")
def daftar():
    with DAFTAR.open(encoding="utf-8-sig") as berkas:
        baris = list(csv.DictReader(berkas))
    kolom, bawaan = kebiasaan_tanggal(baris), Bawaan(judul_usulan=False)
    return {int(b["no"]): baca_baris(b, kolom, per=date(2026, 1, 1), bawaan=bawaan) for b in baris}


@pytest.fixture(scope="module")
def daftar_berjudul():
    """The same list with the titles that are proposed."""
    with DAFTAR.open(encoding="utf-8-sig") as berkas:
        baris = list(csv.DictReader(berkas))
    kolom, bawaan = kebiasaan_tanggal(baris), Bawaan()
    return {int(b["no"]): baca_baris(b, kolom, per=date(2026, 1, 1), bawaan=bawaan) for b in baris}


def test_kind_of_document_in_the_column_of_the_other_kind_is_read_as_it_is_meant():
    usulan = baca(jenis="", jenis_kerja_sama="PKS")

    assert (usulan.nilai["jenis"], usulan.nilai["jenis_kerja_sama"]) == ("pks", "")
    assert usulan.siap
    assert baca(jenis="", jenis_kerja_sama="KSDPK").nilai["jenis"] == ""


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"tanggal_tanda_tangan": " - "}, "disimpan sebagai draf menurut pilihan"),
        ({"jangka_waktu": ""}, "tanpa batas menurut pilihan"),
    ],
)
def test_empty_dates_need_nobody_where_that_was_said_of_the_whole_list(ubah, kata):
    bawaan = Bawaan(draf_tanpa_tanggal=True, tanpa_akhir=True)

    usulan = baca_baris(UTUH | ubah, KebiasaanKolom(), bawaan=bawaan)

    assert usulan.siap
    assert any(kata in p.pesan for p in usulan.peringatan)
    assert not baca(**ubah).siap


@pytest.mark.parametrize(
    "ubah", [{"tanggal_tanda_tangan": "menyusul"}, {"jangka_waktu": "terlampir"}]
)
def test_date_that_is_written_in_words_is_no_empty_one(ubah):
    bawaan = Bawaan(draf_tanpa_tanggal=True, tanpa_akhir=True)

    assert not baca_baris(UTUH | ubah, KebiasaanKolom(), bawaan=bawaan).siap


def test_what_is_said_of_the_whole_list_needs_no_look_at_each_row():
    polos = UTUH | {"jenis": "", "jenis_mitra": "", "judul": "Pasar"}
    bawaan = Bawaan("pks", jenis_mitra_dari_nama=True)
    dua = polos | {"mitra": "PT Satu; Koperasi Dua", "nomor_mitra": ""}
    asing = polos | {"mitra": "Sinar Kelana"}

    satu, ganda, lain = (
        baca_baris(b, KebiasaanKolom(), per=date(2026, 1, 1), bawaan=bawaan)
        for b in (polos, dua, asing)
    )

    assert ragu(baca_baris(polos, KebiasaanKolom())) == {"jenis", "jenis_mitra"}
    assert satu.siap
    assert ganda.siap
    assert [m["jenis"] for m in ganda.nilai["mitra"]] == ["perusahaan_swasta", "koperasi"]
    assert satu.nilai["jenis"] == "pks"
    pesan = next(p.pesan for p in satu.peringatan if p.kolom == "jenis")
    assert pesan.startswith("Jenis naskah kosong; diisi Perjanjian Kerja Sama")
    assert ragu(lain) == {"jenis_mitra"}


def test_what_a_cell_or_title_says_stands_above_what_is_said_of_the_list():
    bawaan = Bawaan("pks", jenis_mitra_dari_nama=True)
    ubah = {"jenis": "Nota Kesepakatan"}, {"jenis": "entah"}, {"jenis_mitra": "Ormas"}

    tertulis, asing, ormas = (
        baca_baris(UTUH | u, KebiasaanKolom(), per=date(2026, 1, 1), bawaan=bawaan) for u in ubah
    )

    assert tertulis.nilai["jenis"] == "nota_kesepakatan"
    assert (asing.nilai["jenis"], ragu(asing)) == ("", {"jenis"})
    assert ragu(ormas) == {"jenis_mitra"}


def test_sound_row_needs_nobody():
    usulan = baca()

    assert usulan.siap
    assert usulan.nilai["tanggal_berakhir"] == "2024-10-17"
    assert "Dihitung dari jangka waktu: 17 Oktober 2024." in [p.pesan for p in usulan.peringatan]


@pytest.mark.parametrize(
    ("ubah", "kolom"),
    [
        ({"mitra": ""}, {"mitra"}),
        ({"mitra": "-"}, {"mitra"}),
        ({"jenis": "", "judul": "Pasar"}, {"jenis"}),
        ({"jenis_mitra": "Multipihak"}, {"jenis_mitra"}),
        ({"judul": "", "nomor_pemda": ""}, {"judul"}),
        ({"judul": ""}, {"judul"}),
        ({"mitra": "PT Alfa, Beta"}, {"mitra"}),
        ({"mitra": "Bank Alfa, Bank Beta", "nomor_mitra": ""}, {"mitra"}),
        ({"mitra": "PT Alfa; Pemerintah Kota Depok", "nomor_mitra": ""}, {"jenis_mitra"}),
        ({"judul": "Permohonan kerja sama"}, {"judul"}),
        ({"judul": "x" * 1001}, {"judul"}),
        ({"nomor_pemda": "9" * 121}, {"nomor_pemda"}),
        ({"nomor_pemda": "1/2019; 2/2019"}, {"nomor_pemda"}),
        ({"nomor_mitra": "1/A | 2/B"}, {"nomor_mitra"}),
        ({"tanggal_tanda_tangan": ""}, {"tanggal_tanda_tangan"}),
        ({"tanggal_tanda_tangan": "terlampir"}, {"tanggal_tanda_tangan"}),
        ({"tanggal_tanda_tangan": "17 Oktober 2020"}, {"tanggal_tanda_tangan"}),
        ({"tanggal_tanda_tangan": "17 Oktober 2027", "nomor_pemda": "1"}, {"tanggal_tanda_tangan"}),
        ({"jangka_waktu": "Akan dibicarakan"}, {"tanggal_berakhir"}),
        ({"jangka_waktu": "satu tahun anggaran"}, {"jangka_waktu", "tanggal_berakhir"}),
        ({"tanggal_berakhir": "17 Oktober 2018"}, {"tanggal_berakhir"}),
        ({"tanggal_berakhir": "17 Oktober 2023"}, {"tanggal_berakhir"}),
        ({"jenis": "Kesepakatan Bersama", "jangka_waktu": "6 tahun"}, {"jangka_waktu"}),
    ],
)
def test_row_in_doubt_names_the_cell(ubah, kolom):
    assert ragu(baca(**ubah)) == kolom


BEKASI = Sendiri.dari("Pemerintah Kota Bekasi", "Kota Bekasi", ["Dinas Kesehatan"])


@pytest.mark.parametrize(
    ("sel", "nama"),
    [
        ("PT Alfa, PT Beta, dan PT Gama", ["PT Alfa", "PT Beta", "PT Gama"]),
        ("PT Alfa & PT Beta", ["PT Alfa", "PT Beta"]),
        ("CV. Abadi / PT Jaya", ["CV. Abadi", "PT Jaya"]),
        ("Pemerintah Kota Bekasi dan PT Maju Jaya", ["PT Maju Jaya"]),
        ("Pemerintah Kota Bekasi; PT Maju Jaya", ["PT Maju Jaya"]),
        ("PEMKOT BEKASI (Pihak Kesatu); PT Maju Jaya", ["PT Maju Jaya"]),
    ],
)
def test_parties_of_one_cell_are_parted_and_the_own_government_is_none(sel, nama):
    mentah = UTUH | {"mitra": sel, "nomor_mitra": ""}

    usulan = baca_baris(mentah, KebiasaanKolom(), per=date(2026, 1, 1), sendiri=BEKASI)

    assert [m["nama"] for m in usulan.nilai["mitra"]] == nama
    assert any(p.kolom == "mitra" for p in usulan.peringatan)
    assert usulan.siap


@pytest.mark.parametrize("sel", ["Wali Kota Bekasi", "Dinas Kesehatan Kota Bekasi; PT Maju"])
def test_own_government_alone_or_one_of_its_units_needs_a_look(sel):
    mentah = UTUH | {"mitra": sel, "nomor_mitra": ""}

    usulan = baca_baris(mentah, KebiasaanKolom(), per=date(2026, 1, 1), sendiri=BEKASI)

    assert ragu(usulan) == {"mitra"}
    assert "pemerintah daerah sendiri" in usulan.peringatan[0].pesan


def test_proposed_titles_differ_and_enter_only_when_a_person_accepts_them():
    polos = UTUH | {"judul": "", "jenis": "Nota Kesepakatan"}
    bawaan = Bawaan()

    satu, lain, tanpa_nomor = (
        baca_baris(b, KebiasaanKolom(), per=date(2026, 1, 1), bawaan=bawaan)
        for b in (polos, polos | {"nomor_pemda": "13/2019"}, polos | {"nomor_pemda": ""})
    )

    assert satu.nilai["judul"] == "Nota Kesepakatan Nomor 12/2019 dengan PT. Mukti Sarana Abadi"
    assert satu.nilai["judul"] != lain.nilai["judul"]
    assert satu.siap
    assert "menurut pilihan untuk seluruh daftar" in str(satu.peringatan)
    assert ragu(tanpa_nomor) == {"judul"}


def test_end_before_signing_proposes_the_end_by_the_term():
    usulan = baca(tanggal_berakhir="17 Oktober 2014")

    assert usulan.nilai["tanggal_berakhir"] is None
    assert usulan.nilai["usulan_berakhir"] == ["2024-10-17"]


@pytest.mark.parametrize("akhir", ["17 Oktober 2024", "16 Oktober 2024"])
def test_end_by_either_count_of_the_last_day_is_sound(akhir):
    assert baca(tanggal_berakhir=akhir).siap


def test_term_decides_an_end_that_can_be_read_two_ways():
    usulan = baca(tanggal_tanda_tangan="6 Juli 2019", nomor_pemda="1", tanggal_berakhir="7/6/2024")

    assert usulan.nilai["tanggal_berakhir"] == "2024-07-06"
    assert usulan.siap


def test_multipihak_is_read_party_by_party():
    usulan = baca(mitra="PT PELINDO I,II; GAPKI", jenis_mitra="Multipihak", nomor_mitra="1/A | 2/B")

    assert [(m["jenis"], m["nomor"]) for m in usulan.nilai["mitra"]] == [
        ("bumn", "1/A"),
        ("lembaga_bukan_badan_hukum", "2/B"),
    ]
    assert ragu(usulan) == {"jenis_mitra", "nomor_mitra"}


def test_numbers_that_fit_no_party_are_kept_apart():
    usulan = baca(nomor_mitra="1/A | 2/B | 3/C")

    assert usulan.nilai["nomor_lepas"] == ["1/A", "2/B", "3/C"]
    assert usulan.nilai["mitra"][0]["nomor"] == ""


def test_same_agreement_has_the_same_key_in_another_hand():
    lain = baca(
        nomor_pemda="Nomor  12 / 2019",
        judul="REVITALISASI  PASAR",
        mitra="Mukti Sarana Abadi, PT",
        tanggal_tanda_tangan="2019-10-17",
        jangka_waktu="",
    )

    assert lain.kunci == baca().kunci
    assert kunci_isi(lain.nilai) == kunci_isi(baca().nilai)
    assert baca(nomor_pemda="13/2019").kunci != baca().kunci


def test_real_list_is_read_row_by_row(daftar, daftar_berjudul):
    siap = [no for no, u in daftar.items() if u.siap]

    assert siap == [2]
    assert [no for no, u in daftar_berjudul.items() if u.siap] == [2, 6, *range(8, 34)]
    assert {str(ragu(daftar[no])) for no in (6, *range(8, 34))} == {"{'judul'}"}
    assert daftar[5].nilai["nomor"] == "421.4/41/Perj-II/KB/2019"
    assert daftar[28].nilai["tanggal_ttd"] == "2025-08-06"
    assert daftar[2].nilai["tanggal_berakhir"] == "2026-07-29"
    assert len(daftar[35].nilai["mitra"]) == 6
    assert len(daftar[37].nilai["mitra"]) == 7


@pytest.mark.parametrize(
    ("no", "kolom"),
    [
        (1, {"tanggal_berakhir"}),
        (3, {"jenis_mitra", "tanggal_berakhir"}),
        (5, {"judul", "tanggal_tanda_tangan", "tanggal_berakhir"}),
        (7, {"judul", "tanggal_tanda_tangan", "tanggal_berakhir"}),
        (34, {"judul", "tanggal_tanda_tangan", "tanggal_berakhir"}),
        (37, {"jenis_mitra", "nomor_mitra", "judul"}),
        (40, {"tanggal_tanda_tangan"}),
        (57, {"jenis", "jenis_mitra", "tanggal_tanda_tangan", "jangka_waktu"}),
        (61, {"jenis", "mitra", "tanggal_tanda_tangan"}),
    ],
)
def test_real_row_says_why_a_person_must_look(daftar, no, kolom):
    assert ragu(daftar[no]) == kolom


def test_both_readings_of_row_34_are_proposed_with_their_ends(daftar):
    assert daftar[34].nilai["usulan_ttd"] == ["2025-06-08", "2025-08-06"]
    assert daftar[34].nilai["usulan_berakhir"] == ["2030-06-08", "2030-08-06"]


@pytest.mark.parametrize("kembar", [(58, 59), (81, 82, 83), (90, 91, 92)])
def test_twins_of_the_real_list_have_one_key(daftar, kembar):
    assert len({daftar[no].kunci for no in kembar}) == 1


def test_only_the_twins_of_the_real_list_share_a_key(daftar):
    assert len({u.kunci for u in daftar.values()}) == 92 - 5


@given(st.dictionaries(st.sampled_from(KOLOM), st.text(max_size=60)))
def test_reading_a_row_never_raises(mentah):
    usulan = baca_baris(mentah, KebiasaanKolom(bulan_dulu=9), per=date(2026, 1, 1))

    assert usulan.siap == (not ragu(usulan))
    assert len(usulan.nilai["nomor"]) <= 120


@given(st.dictionaries(st.sampled_from(KOLOM), st.text(max_size=60)))
def test_sound_row_has_all_that_the_register_needs(mentah):
    usulan = baca(**mentah)

    if usulan.siap:
        nilai = usulan.nilai
        assert all(nilai[k] for k in ("jenis", "judul", "mitra", "tanggal_ttd", "tanggal_berakhir"))
        assert all(m["jenis"] for m in nilai["mitra"])
        assert nilai["tanggal_ttd"] <= nilai["tanggal_berakhir"]
