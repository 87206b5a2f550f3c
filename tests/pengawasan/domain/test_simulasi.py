"""The stable surface of simulasi_siklus."""

import re

import pytest

from pengawasan.domain.simulasi import KasusTidakSahError, bidang_asing, jawab

KASUS = {
    "tanggal_ttd": "2021-08-31",
    "tanggal_berakhir": "2024-08-31",
    "interval_pemantauan": None,
    "interval_evaluasi": None,
    "interval_laporan": None,
    "mulai_pengawasan": None,
    "per": "2022-03-01",
    "sampai": "2023-12-31",
    "peristiwa": [
        {"jenis": "pemantauan", "tanggal": "2022-02-28", "sifat": "berkala", "menggantikan": False}
    ],
}
SINGKAT = {"tanggal_ttd": "2021-08-31", "per": "2022-09-01", "sampai": "2022-12-31"}


def jadwal(kasus):
    return [(j["jenis"], j["jatuh_tempo"]) for j in jawab(kasus, 1)["jadwal"]]


def test_jawaban_has_the_shape_that_others_rely_on():
    jawaban = jawab(KASUS, 1)

    assert set(jawaban) == {"jadwal", "laporan", "lewat_12_bulan"}
    assert {tuple(j) for j in jawaban["jadwal"]} == {("jenis", "jatuh_tempo", "dasar")}
    assert jawaban["jadwal"][0]["dasar"][0].startswith(
        "Pasal 6 ayat (5): 6 bulan setelah pemantauan 28 Februari 2022"
    )
    assert jawaban["laporan"] == ["2022-02-28", "2022-08-31", "2023-02-28", "2023-08-31"]
    assert jawaban["lewat_12_bulan"] is False


def test_jadwal_is_what_is_owed_and_follows_without_what_was_done():
    assert jadwal(KASUS) == [
        ("evaluasi", "2022-08-31"),
        ("pemantauan", "2023-02-28"),
        ("evaluasi", "2023-08-31"),
    ]


def test_what_is_left_out_is_the_default_or_none():
    jawaban = jawab(SINGKAT, 1)

    assert jadwal(SINGKAT) == [("pemantauan", "2022-02-28"), ("evaluasi", "2022-08-31")]
    assert jawaban["lewat_12_bulan"] is True


def test_null_in_peristiwa_is_the_default():
    peristiwa = {"jenis": "pemantauan", "tanggal": "2022-02-28"}
    kosong = {"sifat": None, "menggantikan": None}

    assert jadwal(SINGKAT | {"peristiwa": [peristiwa | kosong]}) == jadwal(
        SINGKAT | {"peristiwa": [peristiwa]}
    )


def test_an_answer_does_not_depend_on_per_but_for_the_alarm():
    kelak = jawab(KASUS | {"per": "2030-01-01"}, 1)

    assert kelak["lewat_12_bulan"] is True
    assert kelak | {"lewat_12_bulan": False} == jawab(KASUS, 1)


def test_the_last_day_of_the_calendar_may_stand_for_without_end():
    assert jadwal(SINGKAT | {"tanggal_berakhir": "9999-12-31"}) == jadwal(SINGKAT)
    assert jadwal(SINGKAT | {"sampai": "9999-12-31", "interval_evaluasi": 600})[-1] == (
        "pemantauan",
        "9950-08-31",
    )


P = {"jenis": "pemantauan", "tanggal": "2022-02-28"}


@pytest.mark.parametrize(
    ("ubahan", "pesan"),
    [
        ({"tanggal_ttd": None}, "kasus 7: tanggal_ttd harus tanggal"),
        ({"tanggal_ttd": "31-08-2021"}, "kasus 7: tanggal_ttd harus tanggal"),
        ({"tanggal_ttd": "20210831"}, "kasus 7: tanggal_ttd harus tanggal"),
        ({"tanggal_ttd": "2021-W35-2"}, "kasus 7: tanggal_ttd harus tanggal"),
        ({"tanggal_ttd": 20210831}, "kasus 7: tanggal_ttd harus tanggal"),
        ({"tanggal_berakhir": "2023-02-29"}, "kasus 7: tanggal_berakhir harus tanggal"),
        ({"tanggal_berakhir": "2020-01-01"}, "kasus 7: tanggal_berakhir tidak boleh sebelum"),
        ({"mulai_pengawasan": "besok"}, "kasus 7: mulai_pengawasan harus tanggal"),
        ({"per": "kemarin"}, "kasus 7: per harus tanggal"),
        ({"sampai": None}, "kasus 7: sampai harus tanggal"),
        ({"interval_evaluasi": 0}, "kasus 7: interval_evaluasi harus bilangan bulat"),
        ({"interval_evaluasi": "6"}, "kasus 7: interval_evaluasi harus bilangan bulat"),
        ({"interval_evaluasi": True}, "kasus 7: interval_evaluasi harus bilangan bulat"),
        ({"interval_laporan": 10**9}, "kasus 7: interval_laporan harus bilangan bulat"),
        ({"interval_pemantauan": 6.0}, "kasus 7: interval_pemantauan harus bilangan bulat"),
        ({"peristiwa": 5}, "kasus 7: peristiwa harus berupa larik"),
        ({"peristiwa": {}}, "kasus 7: peristiwa harus berupa larik"),
        ({"peristiwa": ["x"]}, "kasus 7, peristiwa 1: harus berupa objek"),
        ({"peristiwa": [P, P | {"jenis": "rapat"}]}, "kasus 7, peristiwa 2: jenis harus salah"),
        ({"peristiwa": [P | {"jenis": []}]}, "kasus 7, peristiwa 1: jenis harus salah"),
        ({"peristiwa": [P | {"sifat": "rutin"}]}, "kasus 7, peristiwa 1: sifat harus salah"),
        ({"peristiwa": [P | {"tanggal": None}]}, "kasus 7, peristiwa 1: tanggal harus tanggal"),
        ({"peristiwa": [P | {"menggantikan": "ya"}]}, "kasus 7, peristiwa 1: menggantikan harus"),
    ],
)
def test_kasus_that_cannot_be_read_names_case_and_field(ubahan, pesan):
    with pytest.raises(KasusTidakSahError, match=f"^{re.escape(pesan)}"):
        jawab(KASUS | ubahan, 7)


@pytest.mark.parametrize("kasus", [None, 3, "x", [], True])
def test_kasus_must_be_an_object(kasus):
    with pytest.raises(KasusTidakSahError, match=r"^kasus 2: harus berupa objek JSON$"):
        jawab(kasus, 2)


def test_misspelt_fields_are_named():
    assert bidang_asing(KASUS) == []
    assert bidang_asing(KASUS | {"tgl_akhir": 1, "peristiwa": [P | {"sifatnya": 1}]}) == [
        "sifatnya",
        "tgl_akhir",
    ]
