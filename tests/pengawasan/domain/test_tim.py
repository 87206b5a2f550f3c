from datetime import date

import pytest

from pengawasan.domain.tim import KURSI, kursi_kosong, periksa_tanggal_surat, periksa_tim

SEMUA = [(f"Orang {k.kode}", k.kode) for k in KURSI]


def test_kursi_kosong_names_the_seats_in_the_order_of_the_article():
    assert kursi_kosong([]) == [
        "Ketua (Kepala Bagian Kerja Sama)",
        "Sekretaris (Kepala Sub Bagian Pengendalian Kerja Sama)",
        "Anggota tetap (Kepala Sub Bagian Pengembangan Kerja Sama)",
        "Anggota tetap (Kepala Sub Bagian Tata Kelola Kerja Sama)",
        "Anggota tetap (Kepala Sub Bagian Bantuan Hukum)",
    ]


def test_kursi_kosong_is_empty_for_a_full_team_with_others():
    assert kursi_kosong([*(k.kode for k in KURSI), "", "staf-kerja-sama"]) == []


@pytest.mark.parametrize("hilang", KURSI)
def test_each_missing_seat_must_be_explained(hilang):
    tim = [(n, k) for n, k in SEMUA if k != hilang.kode]

    assert hilang.nama in periksa_tim(tim, penjelasan=" ").alasan
    assert periksa_tim(tim, penjelasan="Belum ada pejabatnya.")


def test_tim_with_anggota_tidak_tetap_is_sound():
    assert periksa_tim([*SEMUA, ("Budi", ""), ("Ani", "")], penjelasan="")


def test_one_person_may_hold_two_seats():
    satu = [("Plt. Budi", k.kode) for k in KURSI[2:4]]

    assert periksa_tim([*SEMUA[:2], *satu, SEMUA[4]], penjelasan="")


@pytest.mark.parametrize(
    ("tim", "kata"),
    [
        ([], "sedikitnya satu orang"),
        ([*SEMUA, ("Budi", ""), ("Budi", "")], "Budi tercantum dua kali"),
        ([*SEMUA, ("Orang lain", KURSI[0].kode)], "hanya dapat diisi satu orang"),
    ],
)
def test_tim_that_is_refused_says_why(tim, kata):
    assert kata in periksa_tim(tim, penjelasan="Dijelaskan").alasan


@pytest.mark.parametrize(
    ("tanggal", "ttd", "boleh"),
    [
        (date(2026, 3, 1), [date(2026, 3, 1)], True),
        (date(2026, 3, 2), [date(2026, 3, 1)], True),
        (date(2026, 3, 3), [date(2026, 3, 1)], False),
        (date(2026, 2, 28), [date(2026, 3, 1)], False),
        (date(2026, 3, 1), [date(2026, 1, 1), date(2026, 3, 2)], False),
        (date(2026, 3, 1), [None], False),
    ],
)
def test_tanggal_surat_lies_between_signing_and_today(tanggal, ttd, boleh):
    putusan = periksa_tanggal_surat(tanggal, tanggal_ttd=ttd, hari_ini=date(2026, 3, 2))

    assert bool(putusan) == boleh
