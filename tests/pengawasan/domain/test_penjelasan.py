"""The explanation of an obligation, in the words a reader gets."""

import re
from dataclasses import replace
from datetime import date

import pytest

from inti.formats import BULAN
from inti.kalender import tambah_bulan
from pengawasan.domain.fakta import FaktaNaskah, KebijakanSiklus, Peristiwa
from pengawasan.domain.penjelasan import hitungan, kalimat
from pengawasan.domain.tempo import susun, terbuka
from pengawasan.enums import JenisKegiatan, Sifat

P, E = JenisKegiatan.PEMANTAUAN, JenisKegiatan.EVALUASI
KEBIJAKAN = KebijakanSiklus(versi="2021-1")
AGUSTUS = FaktaNaskah(date(2021, 8, 31), dokumen="134.4/1/2021")
TEPAT = Peristiwa(P, date(2022, 2, 28), dokumen="berita acara 7")
TERLAMBAT = Peristiwa(P, date(2022, 3, 20), dokumen="berita acara 7")
SAMPAI = date(2025, 1, 1)


def penjelasan(fakta, *peristiwa, kebijakan=KEBIJAKAN, ke=0):
    rencana = terbuka(susun(fakta, peristiwa, kebijakan, sampai=SAMPAI))
    return kalimat(rencana[ke].dasar)


def test_a_kept_turn_says_why_the_count_is_still_from_signing():
    assert penjelasan(AGUSTUS, TEPAT) == [
        (
            "Pasal 6 ayat (5): 6 bulan setelah pemantauan 28 Februari 2022 yang dilaksanakan tepat "
            "pada jatuh tempo, jadi tetap dihitung dari penandatanganan 31 Agustus 2021."
        ),
        (
            "Dihitung dari penandatanganan 31 Agustus 2021 (134.4/1/2021) "
            "+ 12 bulan (6 + 6) = 31 Agustus 2022."
        ),
        "Interval 6 bulan menurut Pasal 6 ayat (5); kebijakan versi 2021-1.",
    ]


def test_a_new_anchor_is_named_with_its_document():
    assert penjelasan(AGUSTUS, TERLAMBAT) == [
        "Pasal 6 ayat (5): 6 bulan setelah pemantauan 20 Maret 2022.",
        "Dihitung dari pemantauan 20 Maret 2022 (berita acara 7) + 6 bulan = 20 September 2022.",
        "Interval 6 bulan menurut Pasal 6 ayat (5); kebijakan versi 2021-1.",
    ]


def test_what_follows_is_told_as_a_condition():
    assert penjelasan(AGUSTUS, TERLAMBAT, ke=1)[0] == (
        "Pasal 6 ayat (3): 6 bulan setelah evaluasi 20 September 2022 bila dilaksanakan tepat "
        "pada jatuh tempo, jadi tetap dihitung dari pemantauan 20 Maret 2022."
    )


def test_backlog_names_its_multiple_and_the_clipped_day():
    fakta = replace(AGUSTUS, mulai_pengawasan=date(2023, 9, 1))

    assert penjelasan(fakta)[:2] == [
        (
            "Pasal 6 ayat (3): kelipatan 6 bulan sejak penandatanganan 31 Agustus 2021 yang "
            "pertama tidak sebelum mulai pengawasan 1 September 2023."
        ),
        (
            "Dihitung dari penandatanganan 31 Agustus 2021 (134.4/1/2021) "
            "+ 30 bulan (24 + 6) = 29 Februari 2024 (hari terakhir bulan itu)."
        ),
    ]


@pytest.mark.parametrize(
    ("fakta", "kebijakan", "sumber"),
    [
        (AGUSTUS, KebijakanSiklus(), "6 bulan menurut Pasal 6 ayat (3)"),
        (
            AGUSTUS,
            KebijakanSiklus("2027-1", interval_pemantauan=4),
            "4 bulan menurut kebijakan versi 2027-1",
        ),
        (
            replace(AGUSTUS, interval_pemantauan=3, klausul="Pasal 9 ayat (2) PKS"),
            KebijakanSiklus(),
            "3 bulan menurut Pasal 9 ayat (2) PKS",
        ),
        (replace(AGUSTUS, interval_pemantauan=3), KebijakanSiklus(), "3 bulan menurut naskah"),
    ],
)
def test_the_interval_names_its_source(fakta, kebijakan, sumber):
    assert penjelasan(fakta, kebijakan=kebijakan)[2].startswith(f"Interval {sumber};")


HITUNGAN = re.compile(r"(\d+) (\w+) (\d+)(?: \([^)]*\))? \+ (\d+) bulan.* = (\d+) (\w+) (\d+)")


@pytest.mark.parametrize(
    "fakta",
    [
        FaktaNaskah(date(2021, 8, 31)),
        FaktaNaskah(date(2024, 2, 29), interval_pemantauan=1, interval_evaluasi=11),
        FaktaNaskah(date(2019, 3, 31), mulai_pengawasan=date(2023, 1, 1)),
    ],
)
@pytest.mark.parametrize(
    "peristiwa", [(), (TERLAMBAT,), (Peristiwa(E, date(2022, 1, 30), Sifat.INSIDENTAL),)]
)
def test_a_reader_of_the_sentence_gets_the_same_date(fakta, peristiwa):
    for satu in terbuka(susun(fakta, peristiwa, KebijakanSiklus(), sampai=SAMPAI)):
        hari, bulan, tahun, tambah, *hasil = HITUNGAN.search(kalimat(satu.dasar)[1]).groups()
        tempo = tambah_bulan(date(int(tahun), BULAN.index(bulan) + 1, int(hari)), int(tambah))

        assert tempo == satu.jatuh_tempo
        assert hasil == [str(tempo.day), BULAN[tempo.month - 1], str(tempo.year)]


@pytest.mark.parametrize(
    ("bulan", "teks"),
    [
        (6, "+ 6 bulan = 28 Februari 2022 (hari terakhir bulan itu)"),
        (12, "+ 12 bulan (6 + 6) = 31 Agustus 2022"),
    ],
)
def test_hitungan_shows_its_parts_and_its_clipping(bulan, teks):
    assert hitungan(date(2021, 8, 31), bulan, 6) == teks
