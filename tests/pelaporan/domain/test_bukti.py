"""Proof of diligence: each gap is said in one sentence, and where there is none nothing is said."""

from datetime import date

import pytest

from pelaporan.domain.bukti import Kabar, Surat, Tugas, celah

PER = date(2026, 11, 26)
TUGAS = {
    "nama": "Pemantauan giliran ke-1",
    "dasar": "Pasal 6 ayat (3).",
    "jatuh_tempo": date(2026, 11, 1),
    "tenggat": date(2026, 11, 1),
}


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (
            {},
            [
                "Pemantauan giliran ke-1 jatuh tempo 1 November 2026 dan belum ada; lewat 25 hari.",
                "Pemantauan giliran ke-1: tidak ada pengingat yang tercatat.",
            ],
        ),
        (
            {"diingatkan": 2},
            ["Pemantauan giliran ke-1 jatuh tempo 1 November 2026 dan belum ada; lewat 25 hari."],
        ),
        ({"tenggat": PER}, []),
        ({"ditutup": "Naskah berakhir."}, []),
        (
            {"kejadian": date(2026, 11, 1), "diterima": date(2026, 11, 15), "diverifikasi": PER},
            [],
        ),
        (
            {"kejadian": date(2026, 11, 6), "diterima": date(2026, 11, 6), "diverifikasi": PER},
            ["Pemantauan giliran ke-1 dilaksanakan 5 hari setelah tenggatnya."],
        ),
        (
            {"kejadian": date(2026, 11, 1), "diterima": date(2026, 11, 16), "diverifikasi": PER},
            [
                (
                    "Pemantauan giliran ke-1: buktinya diterima 15 hari setelah tanggal kejadian "
                    "yang dinyatakan."
                )
            ],
        ),
        (
            {"kejadian": date(2026, 11, 1), "diterima": date(2026, 11, 2)},
            ["Pemantauan giliran ke-1: buktinya diterima tetapi belum diverifikasi."],
        ),
    ],
)
def test_what_was_due_says_what_is_missing(isi, kalimat):
    assert celah([Tugas(**(TUGAS | isi))], [], [], per=PER) == kalimat


@pytest.mark.parametrize(
    ("sampai", "batal", "jumlah"), [("", False, 1), ("pos", False, 0), ("", True, 0)]
)
def test_letter_of_which_nobody_knows_that_it_arrived_is_a_gap(sampai, batal, jumlah):
    surat = Surat("1/2026", PER, "surat peringatan ke-1", "PT Satu", sampai, batal=batal)

    assert len(celah([], [surat], [], per=PER)) == jumlah


def test_message_that_did_not_leave_is_a_gap_with_its_reason():
    gagal = Kabar(PER, "Undangan", "Budi", "Gagal", None, gagal="alamat ditolak")
    sampai = Kabar(PER, "Undangan", "Sri", "Terkirim", PER)

    assert celah([], [], [gagal, sampai], per=PER) == [
        "Pesan “Undangan” kepada Budi, 26 November 2026: alamat ditolak."
    ]
