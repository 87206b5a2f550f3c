from datetime import date

import pytest

from pengawasan.domain.tim import (
    KURSI,
    Pengecualian,
    cacat_pengecualian,
    kalimat_pengecualian,
    periksa_tanggal_surat,
    periksa_tim,
)

HARI = date(2026, 3, 10)
SEMUA = [(f"Orang {k.kode}", k.kode) for k in KURSI]


def test_seats_are_named_in_the_order_of_the_article():
    assert [k.sebutan for k in KURSI] == [
        "Ketua (Kepala Bagian Kerja Sama)",
        "Sekretaris (Kepala Sub Bagian Pengendalian Kerja Sama)",
        "Anggota tetap (Kepala Sub Bagian Pengembangan Kerja Sama)",
        "Anggota tetap (Kepala Sub Bagian Tata Kelola Kerja Sama)",
        "Anggota tetap (Kepala Sub Bagian Bantuan Hukum)",
    ]


def putus(tim, *pengecualian):
    return periksa_tim(tim, pengecualian=pengecualian, tanggal=HARI)


@pytest.mark.parametrize("hilang", KURSI)
def test_each_empty_seat_needs_an_exception_of_its_own(hilang):
    tim = [(n, k) for n, k in SEMUA if k != hilang.kode]
    lain = next(k.kode for k in KURSI if k != hilang)

    assert hilang.nama in putus(tim).alasan
    assert putus(tim, Pengecualian(hilang.kode, "Pensiun", pengganti="Budi"))
    assert not putus(tim, Pengecualian(lain, "Pensiun", pengganti="Budi"))


def test_two_empty_seats_need_two_exceptions():
    satu, dua = (Pengecualian(k.kode, "Pensiun", sampai=HARI) for k in KURSI[:2])

    assert KURSI[1].nama in putus(SEMUA[2:], satu).alasan
    assert putus(SEMUA[2:], satu, dua)
    assert "satu untuk masing-masing" in putus(SEMUA[2:], satu, dua, dua).alasan


@pytest.mark.parametrize(
    ("isi", "isian"),
    [
        ({"alasan": " ", "pengganti": "Budi"}, "alasan"),
        ({"alasan": "Pensiun"}, "pengganti"),
        ({"alasan": "Pensiun", "sampai": date(2026, 3, 9)}, "sampai"),
    ],
)
def test_exception_that_says_too_little_is_told_at_its_field(isi, isian):
    cacat = cacat_pengecualian(Pengecualian("x", **isi), nama="Ketua", tanggal=HARI)

    assert cacat[0] == isian
    assert cacat[1].startswith("Ketua")


@pytest.mark.parametrize("isi", [{"pengganti": "Budi"}, {"sampai": HARI}])
def test_exception_names_who_stands_in_or_until_when(isi):
    pengecualian = Pengecualian("x", "Pensiun", **isi)

    assert cacat_pengecualian(pengecualian, nama="Ketua", tanggal=HARI) is None


def test_exception_is_one_sentence():
    assert kalimat_pengecualian("Ketua (Kabag)", "Pensiun.", "Budi, Plt. Kabag", HARI) == (
        "Ketua (Kabag) kosong: Pensiun, tugasnya dijalankan Budi, Plt. Kabag, sampai dengan "
        "10 Maret 2026."
    )


def test_tim_with_anggota_tidak_tetap_is_sound():
    assert putus([*SEMUA, ("Budi", ""), ("Ani", "")])


def test_one_person_may_hold_two_seats():
    satu = [("Plt. Budi", k.kode) for k in KURSI[2:4]]

    assert putus([*SEMUA[:2], *satu, SEMUA[4]])


@pytest.mark.parametrize(
    ("tim", "kata"),
    [
        ([], "sedikitnya satu orang"),
        ([*SEMUA, ("Budi", ""), ("Budi", "")], "Budi tercantum dua kali"),
        ([*SEMUA, ("Orang lain", KURSI[0].kode)], "hanya dapat diisi satu orang"),
    ],
)
def test_tim_that_is_refused_says_why(tim, kata):
    assert kata in putus(tim).alasan


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
