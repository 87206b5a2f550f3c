"""Reading kind of cooperation, urusan, and who signed; never guessed, never dropped unseen."""

import pytest

from kerjasama.domain.baca_isian import (
    LINGKUP_TERPANJANG,
    Penanda,
    baca_isian,
    baca_kerja_sama,
    baca_penanda,
    baca_urusan,
    kamus_urusan,
)

URUSAN = kamus_urusan(
    [
        ("pendidikan", "Pendidikan"),
        ("kesehatan", "Kesehatan"),
        ("pekerjaan-umum-dan-penataan-ruang", "Pekerjaan umum dan penataan ruang"),
        ("pemberdayaan-perempuan", "Pemberdayaan perempuan dan pelindungan anak"),
    ]
)


def mitra(banyak):
    return [{"nama": f"PT {n}", "jenis": "bumn", "nomor": ""} for n in range(banyak)]


def ragu(isian):
    return {p.kolom for p in isian.peringatan if p.ragu}


@pytest.mark.parametrize(
    ("teks", "jenis"),
    [
        ("KSDPK", "ksdpk"),
        ("Kerja Sama Daerah dengan Pihak Ketiga (KSDPK)", "ksdpk"),
        ("KSDD Wajib", "ksdd_wajib"),
        ("kerja sama antardaerah sukarela", "ksdd_sukarela"),
        ("KSDD", ""),
        ("KSDD wajib dan sukarela", ""),
        ("Kerja sama daerah dengan lembaga di luar negeri", "ksdll"),
        ("Kerja sama dengan pemerintah daerah di luar negeri", "ksdpl"),
        ("Sinergi dengan Pemerintah Pusat", "sinergi"),
        ("KSDPK/Sinergi", ""),
        ("Pasar rakyat", ""),
        ("", ""),
    ],
)
def test_kind_of_cooperation_is_read_only_where_one_is_named(teks, jenis):
    assert baca_kerja_sama(teks) == jenis


def test_kind_of_cooperation_that_is_not_known_waits_with_a_reason():
    isian = baca_isian({"jenis_kerja_sama": "KSDD"}, [])

    assert isian.nilai["jenis_kerja_sama_asing"] == "KSDD"
    assert isian.peringatan[0].ragu
    assert "wajib atau sukarela" in isian.peringatan[0].pesan
    assert not baca_isian({"jenis_kerja_sama": "-"}, []).peringatan


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("Pendidikan", "pendidikan"),
        ("Urusan Pemerintahan Bidang Kesehatan", "kesehatan"),
        ("1. Urusan wajib pelayanan dasar: Pendidikan", "pendidikan"),
        ("PUPR", "pekerjaan-umum-dan-penataan-ruang"),
        ("Pekerjaan Umum & Penataan Ruang", "pekerjaan-umum-dan-penataan-ruang"),
        ("Pemberdayaan Perempuan dan Perlindungan Anak", "pemberdayaan-perempuan"),
    ],
)
def test_urusan_is_known_by_its_name_however_it_is_introduced(teks, kode):
    terbaca = baca_urusan(teks, URUSAN)

    assert (terbaca.kode, terbaca.asing) == (kode, "")
    assert bool(terbaca.catatan) == (teks.casefold() != kode)


@pytest.mark.parametrize(
    ("teks", "sebut"),
    [
        ("Pendidikan dan Kesehatan", "Menyebut 2 urusan (Pendidikan, Kesehatan); pilih satu."),
        ("Pendidikan; Kesehatan", "Menyebut 2 urusan"),
        ("Perikanan tangkap", "tidak ada pada daftar urusan"),
        ("Pendidikan dan Pelatihan", "tidak ada pada daftar urusan"),
    ],
)
def test_urusan_that_is_not_one_of_the_list_is_asked(teks, sebut):
    terbaca = baca_urusan(teks, URUSAN)

    assert (terbaca.kode, terbaca.asing) == ("", teks)
    assert sebut in terbaca.catatan
    assert baca_urusan(" - ", URUSAN) == ("", "", "")


@pytest.mark.parametrize(
    ("nama", "jabatan", "orang"),
    [
        ("Dr. Ani, S.H., M.H.", "", [Penanda("Dr. Ani, S.H., M.H.")]),
        ("Ani (Wali Kota)", "", [Penanda("Ani", "Wali Kota")]),
        ("Ani, selaku Kepala Dinas", "", [Penanda("Ani", "Kepala Dinas")]),
        ("Ani (NIP 123)", "", [Penanda("Ani (NIP 123)")]),
        ("1. Ani 2. Budi", "Direktur; Manajer", [("Ani", "Direktur"), ("Budi", "Manajer")]),
        ("Ani", "Direktur; Ketua", [Penanda("Ani", "Direktur; Ketua")]),
        ("-", "", []),
    ],
)
def test_who_signed_is_read_with_the_office_beside_the_name(nama, jabatan, orang):
    assert baca_penanda(nama, jabatan) == orang


def test_one_mitra_takes_whoever_signed_for_it():
    satu = mitra(1)

    isian = baca_isian({"penanda_tangan_mitra": "Ani (Direktur); Budi (Manajer)"}, satu)

    assert (satu[0]["penanda_tangan"], satu[0]["jabatan"]) == ("Ani; Budi", "Direktur; Manajer")
    assert not isian.peringatan


def test_signatories_go_to_the_mitra_in_their_order_and_a_person_looks():
    dua = mitra(2)

    isian = baca_isian({"penanda_tangan_mitra": "Ani; Budi"}, dua)

    assert [m["penanda_tangan"] for m in dua] == ["Ani", "Budi"]
    assert ragu(isian) == {"penanda_tangan_mitra"}


def test_signatories_that_do_not_fit_the_mitra_wait_to_be_assigned():
    dua = mitra(2)

    isian = baca_isian({"penanda_tangan_mitra": "Ani"}, dua)

    assert isian.nilai["penanda_lepas"] == ["Ani"]
    assert "Ada 1 penanda tangan untuk 2 mitra" in isian.peringatan[0].pesan
    assert "penanda_tangan" not in dua[0]


def test_what_is_longer_than_the_register_holds_is_cut_and_looked_at():
    isian = baca_isian(
        {"penanda_tangan": "A" * 151, "ruang_lingkup": "b" * (LINGKUP_TERPANJANG + 1)}, []
    )

    assert ragu(isian) == {"penanda_tangan", "ruang_lingkup"}
    assert len(isian.nilai["penanda_tangan"]) == 150


def test_office_without_a_name_is_kept_and_told():
    isian = baca_isian({"jabatan_penanda_tangan": "Wali Kota"}, [])

    assert isian.nilai["jabatan_penanda_tangan"] == "Wali Kota"
    assert "namanya" not in isian.peringatan[0].pesan
    assert "nama penanda tangannya kosong" in isian.peringatan[0].pesan
