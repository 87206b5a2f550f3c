"""What a list says of the supervision so far: taken when it is certain, else proposed."""

from datetime import date

import pytest

from kerjasama.domain.baca_tanggal import KebiasaanKolom
from kerjasama.domain.riwayat import baca_riwayat

TTD, PER = date(2022, 5, 6), date(2024, 12, 31)


def baca(**isi):
    return baca_riwayat(isi, KebiasaanKolom(), ttd=TTD, per=PER)


def test_certain_date_is_taken_and_said_to_be_unverified():
    hasil = baca(evaluasi_terakhir="10 Maret 2024")

    assert hasil.nilai["evaluasi_terakhir"] == "2024-03-10"
    assert [(p.ragu, "belum diverifikasi" in p.pesan) for p in hasil.peringatan] == [(False, True)]


@pytest.mark.parametrize(
    ("kolom", "teks", "usulan", "sebut"),
    [
        ("evaluasi_terakhir", "September 2023", ["2023-09-01", "2023-09-30"], "hanya menyebut"),
        ("pemantauan_terakhir", "1/2/2023", ["2023-02-01", "2023-01-02"], "dapat berarti"),
        ("pemantauan_terakhir", "1 Mei 2022", ["2022-05-01"], "sebelum tanggal penandatanganan"),
        ("evaluasi_terakhir", "1 Mei 2025", ["2025-05-01"], "masih di masa depan"),
        ("mulai_pengawasan", "entah", [], "tidak terbaca"),
    ],
)
def test_doubtful_date_is_proposed_and_a_person_looks(kolom, teks, usulan, sebut):
    hasil = baca(**{kolom: teks})

    assert (hasil.nilai[kolom], hasil.nilai[f"usulan_{kolom}"]) == (None, usulan)
    assert any(p.ragu and sebut in p.pesan for p in hasil.peringatan)


def test_supervision_may_begin_in_the_future():
    assert baca(mulai_pengawasan="1 Mei 2025").nilai["mulai_pengawasan"] == "2025-05-01"


@pytest.mark.parametrize("teks", ["", "-", "belum pernah"])
def test_list_that_says_nothing_leaves_nothing(teks):
    hasil = baca(pemantauan_terakhir=teks, evaluasi_terakhir=teks)

    assert hasil.peringatan == []
    assert not any(hasil.nilai.values())
