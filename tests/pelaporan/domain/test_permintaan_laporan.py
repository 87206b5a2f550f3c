"""When a report may be asked for, and when that may be taken back."""

from datetime import date

import pytest

from pelaporan.domain.permintaan_laporan import dasar, periksa_minta, periksa_tarik

PER = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("kolom", "sebab"),
    [
        ({}, ""),
        ({"bertanda_tangan": False}, "masih draf"),
        ({"mitra": []}, "sekurang-kurangnya satu mitra"),
        ({"mitra": [1, 9]}, "yang menjadi pihak"),
        ({"batas": PER}, "setelah hari ini"),
    ],
)
def test_mitra_of_a_signed_naskah_are_asked_for_a_day_to_come(kolom, sebab):
    sah = {"bertanda_tangan": True, "mitra": [1], "pihak": [1, 2], "batas": date(2026, 3, 2)}

    putusan = periksa_minta(**(sah | kolom), per=PER)

    assert bool(putusan) is not bool(sebab)
    assert sebab in putusan.alasan


@pytest.mark.parametrize(
    ("kolom", "sebab"),
    [
        ({}, ""),
        ({"ditarik": True}, "sudah ditarik"),
        ({"belum_dikirim": 0}, "sudah disampaikan"),
        ({"alasan": " "}, "disertai alasan"),
    ],
)
def test_it_is_taken_back_while_somebody_sent_nothing(kolom, sebab):
    sah = {"ditarik": False, "belum_dikirim": 1, "alasan": "Sudah jelas."}

    putusan = periksa_tarik(**(sah | kolom))

    assert bool(putusan) is not bool(sebab)
    assert sebab in putusan.alasan


def test_the_duty_says_why_it_is_due():
    kalimat = dasar(diminta=PER, perihal="Stok", alasan="Keluhan.", batas=date(2026, 3, 11))

    utuh = " ".join(kalimat["kalimat"])
    assert kalimat["pasal"] == "Pasal 9 ayat (1)"
    for kata in ("sewaktu-waktu diminta", "1 Maret 2026", "Stok", "Keluhan.", "11 Maret 2026"):
        assert kata in utuh
