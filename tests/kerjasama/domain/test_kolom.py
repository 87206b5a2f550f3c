"""What headings mean, and what is proposed for those that say too little."""

import pytest

from kerjasama.domain.kolom import kenali, petakan, usulkan


@pytest.mark.parametrize(
    ("judul", "kolom"),
    [
        ("Nomor PKS", "nomor_pemda"),
        ("No. Perjanjian Kerja Sama", "nomor_pemda"),
        ("Nomor Naskah Pihak Kedua", "nomor_mitra"),
        ("Judul/Tentang", "judul"),
        ("Nama Perusahaan", "mitra"),
        ("PIHAK II", "mitra"),
        ("Kategori Mitra", "jenis_mitra"),
        ("Bentuk Kerja Sama", "jenis"),
        ("Tanggal Tanda Tangan PKS", "tanggal_tanda_tangan"),
        ("Tgl. Berakhir Kerja Sama", "tanggal_berakhir"),
        ("Masa Berlaku", "tanggal_berakhir"),
        ("Lama Kerja Sama", "jangka_waktu"),
        ("OPD Pengampu", "perangkat_daerah"),
        ("Monev terakhir", "pemantauan_terakhir"),
        ("Tanggal Evaluasi Terakhir", "evaluasi_terakhir"),
        ("Mulai pengawasan", "mulai_pengawasan"),
        ("Jenis Kerja Sama", "jenis_kerja_sama"),
        ("Kategori Kerja Sama Daerah", "jenis_kerja_sama"),
        ("Jenis Naskah Kerja Sama", "jenis"),
        ("Urusan Pemerintahan Wajib", "urusan"),
        ("Bidang Kerja Sama", "urusan"),
        ("Ruang Lingkup PKS", "ruang_lingkup"),
        ("Penandatangan Pihak Kesatu", "penanda_tangan"),
        ("Yang Menandatangani", "penanda_tangan"),
        ("Penanda Tangan Pihak II", "penanda_tangan_mitra"),
        ("Jabatan Penandatangan Mitra", "jabatan_penanda_tangan_mitra"),
        ("Jabatan Penandatangan Pemkot", "jabatan_penanda_tangan"),
        ("Tanggal Penandatanganan", "tanggal_tanda_tangan"),
        ("Nomor MoU Induk", "induk"),
        ("Kesepakatan Bersama yang menjadi payung", "induk"),
        ("Naskah yang Digantikan", "menggantikan"),
        ("Perpanjangan dari PKS Nomor", "menggantikan"),
        ("Keterangan", ""),
        ("", ""),
        ("Kegiatan ini dimaksudkan untuk mencari mitra yang sesuai dengan tujuan kerja sama", ""),
    ],
)
def test_heading_is_known(judul, kolom):
    assert kenali([judul]) == [kolom]


def test_heading_to_the_letter_goes_before_one_that_sounds_like_it():
    assert kenali(["Nama Mitra Lain", "Mitra"]) == ["", "mitra"]


def test_column_of_dates_without_a_heading_is_proposed_by_its_cells():
    usul = usulkan(["Tentang", "TTD", "s.d.", "Ket"], [["a", "1/2/2020", "3 Mei 2021", "ok"]])

    assert [u.kolom for u in usul] == ["judul", "tanggal_tanda_tangan", "tanggal_berakhir", ""]
    assert usul[1].alasan == "menurut isinya yang berupa tanggal"


def test_choice_names_the_columns_and_what_is_left_out_keeps_its_heading():
    judul = ["Mitra", "Tentang", "Pihak", ""]

    assert petakan(judul, ["", "judul", "mitra", "mitra"]) == ["Mitra", "judul", "mitra", "mitra"]
    assert petakan(["mitra", "x"], ["", "mitra"]) == ["mitra (A)", "mitra"]


def test_column_that_may_stand_once_is_taken_once():
    assert petakan(["a", "b"], ["judul", "judul"]) == ["judul", "b"]
