"""Postponing an obligation: who asks, who decides, until when."""

from datetime import date
from itertools import product

import pytest

from inti.putusan import tolak
from pengawasan.domain.penundaan import TRANSISI, periksa, periksa_ajukan, periksa_tanggal
from pengawasan.enums import AksiPenundaan as Aksi
from pengawasan.enums import StatusJadwal
from pengawasan.enums import StatusPenundaan as Status

TEMPO, KINI = date(2025, 6, 30), date(2025, 6, 1)


def tanggal(status=StatusJadwal.TERBUKA, **kolom):
    dasar = {"jatuh_tempo": TEMPO, "sampai": date(2025, 8, 1), "hari_ini": KINI}
    return periksa_tanggal(status, **(dasar | kolom))


@pytest.mark.parametrize(("status", "aksi"), list(product(Status, Aksi)))
def test_only_a_request_that_waits_is_decided_or_taken_back(status, aksi):
    putusan = periksa(status, aksi, oleh_pengaju=aksi == Aksi.TARIK, catatan="Belum perlu.")

    assert bool(putusan) is ((status, aksi) in TRANSISI)


@pytest.mark.parametrize(
    ("aksi", "oleh_pengaju", "sebab"),
    [
        (Aksi.SETUJUI, True, "tidak dapat memutuskan permintaannya sendiri"),
        (Aksi.TOLAK, True, "tidak dapat memutuskan permintaannya sendiri"),
        (Aksi.TARIK, False, "Hanya pengajunya"),
    ],
)
def test_who_asks_does_not_decide_and_who_decides_does_not_take_back(aksi, oleh_pengaju, sebab):
    putusan = periksa(Status.DIAJUKAN, aksi, oleh_pengaju=oleh_pengaju, catatan="Ya.")

    assert sebab in putusan.alasan


def test_refusal_needs_a_reason_and_approval_a_day_that_still_can_be():
    tidak = periksa(Status.DIAJUKAN, Aksi.TOLAK, oleh_pengaju=False, catatan=" ")
    terlambat = periksa(
        Status.DIAJUKAN, Aksi.SETUJUI, oleh_pengaju=False, tanggal=tolak("Sudah lewat.")
    )

    assert tidak.alasan == "Penolakan wajib disertai alasan."
    assert terlambat.alasan == "Sudah lewat."
    assert periksa(
        Status.DIAJUKAN, Aksi.TOLAK, oleh_pengaju=False, catatan="Tidak.", tanggal=tolak("x")
    )


@pytest.mark.parametrize("status", StatusJadwal)
def test_only_what_is_owed_is_postponed(status):
    assert bool(tanggal(status)) is (status == StatusJadwal.TERBUKA)


@pytest.mark.parametrize(
    ("kolom", "sebab"),
    [
        ({"sampai": TEMPO}, "harus setelah jatuh tempo, 30 Juni 2025"),
        ({"hari_ini": date(2025, 8, 2)}, "tidak boleh sebelum hari ini"),
        ({"berakhir": date(2025, 7, 31)}, "hari terakhir naskah, 31 Juli 2025"),
    ],
)
def test_the_day_is_later_not_past_and_within_the_naskah(kolom, sebab):
    assert sebab in tanggal(**kolom).alasan


def test_what_an_ended_naskah_still_owes_may_be_held_after_its_end():
    assert tanggal(berakhir=date(2025, 5, 1))


@pytest.mark.parametrize(
    ("kolom", "sebab"),
    [
        ({"alasan": " ", "menunggu": False}, "wajib disertai alasan"),
        ({"alasan": "Banjir", "menunggu": True}, "masih menunggu putusan"),
    ],
)
def test_asking_needs_a_reason_and_no_other_request(kolom, sebab):
    assert sebab in periksa_ajukan(tanggal(), **kolom).alasan
