"""The mitra's report: states, deadline, addressees."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from pelaporan.domain.formulir import Kurang
from pelaporan.domain.laporan_mitra import (
    TRANSISI,
    Tinjauan,
    batas_perbaikan,
    hari_terlambat,
    keadaan,
    nomor_tanda_terima,
    penerima,
    periksa,
    periksa_pengingat,
    periksa_pengisian,
    periksa_penyampaian,
    periksa_tinjauan,
)
from pelaporan.enums import AksiLaporanMitra as Aksi
from pelaporan.enums import KeadaanKewajiban as Keadaan
from pelaporan.enums import StatusKewajibanLaporan as Kewajiban
from pelaporan.enums import StatusLaporanMitra as Status

HARI_INI = date(2026, 3, 10)
BOLEH = {
    (Status.DRAF, Aksi.SAMPAIKAN),
    (Status.DIKEMBALIKAN, Aksi.SAMPAIKAN),
    (Status.DISAMPAIKAN, Aksi.KEMBALIKAN),
    (Status.DISAMPAIKAN, Aksi.TERIMA),
}


@pytest.mark.parametrize(("status", "aksi"), list(product(Status, Aksi)))
def test_every_pair_of_status_and_aksi(status, aksi):
    assert bool(periksa(status, aksi)) == ((status, aksi) in BOLEH)
    assert set(TRANSISI) == BOLEH


@pytest.mark.parametrize(
    ("status", "kewajiban", "boleh"),
    [
        (Status.DRAF, Kewajiban.TERBUKA, True),
        (Status.DIKEMBALIKAN, Kewajiban.TERBUKA, True),
        (Status.DISAMPAIKAN, Kewajiban.TERPENUHI, False),
        (Status.DITERIMA, Kewajiban.TERPENUHI, False),
        (Status.DRAF, Kewajiban.DIGANTIKAN, False),
    ],
)
def test_only_an_open_draft_may_be_changed(status, kewajiban, boleh):
    assert bool(periksa_pengisian(status, kewajiban)) == boleh


def test_submission_names_everything_that_is_missing():
    kurang = [Kurang("A", "a", "Judul belum diisi."), Kurang("B", "b", "Hambatan belum diisi.")]

    putusan = periksa_penyampaian(Status.DRAF, Kewajiban.TERBUKA, kurang=kurang)

    assert putusan.alasan == "Laporan belum lengkap. Judul belum diisi. Hambatan belum diisi."


def test_submission_of_a_replaced_duty_is_refused_with_its_reason():
    putusan = periksa_penyampaian(
        Status.DRAF, Kewajiban.DIGANTIKAN, alasan="Mitra bukan lagi pihak."
    )

    assert putusan.alasan == "Laporan ini tidak lagi diwajibkan. Mitra bukan lagi pihak."


@pytest.mark.parametrize(
    ("aksi", "tinjauan", "alasan"),
    [
        (Aksi.TERIMA, Tinjauan(oleh=1), ""),
        (Aksi.TERIMA, Tinjauan(oleh=2), "Yang menyampaikan tidak dapat meninjau"),
        (Aksi.KEMBALIKAN, Tinjauan(oleh=1, catatan="  "), "wajib disertai alasan"),
        (Aksi.KEMBALIKAN, Tinjauan(oleh=1, catatan="Perbaiki."), ""),
        (
            Aksi.KEMBALIKAN,
            Tinjauan(oleh=1, catatan="Perbaiki.", batas_perbaikan=HARI_INI),
            "harus setelah hari ini",
        ),
    ],
)
def test_review_by_whom_and_with_what(aksi, tinjauan, alasan):
    putusan = periksa_tinjauan(
        Status.DISAMPAIKAN, aksi, tinjauan, disampaikan_oleh=2, hari_ini=HARI_INI
    )

    assert bool(putusan) == (not alasan)
    assert alasan in putusan.alasan


@pytest.mark.parametrize(
    ("diminta", "batas", "jatuh_tempo", "hasil"),
    [
        (None, date(2026, 3, 1), date(2026, 2, 15), date(2026, 3, 24)),
        (None, date(2026, 5, 15), date(2026, 5, 1), date(2026, 5, 15)),  # sent early
        (date(2026, 3, 12), date(2026, 3, 1), date(2026, 2, 15), date(2026, 3, 12)),
        (date(2026, 3, 12), date(2026, 5, 15), date(2026, 5, 1), date(2026, 5, 1)),
    ],
)
def test_new_deadline_of_a_returned_report(diminta, batas, jatuh_tempo, hasil):
    assert (
        batas_perbaikan(
            diminta, hari_ini=HARI_INI, tenggang=14, batas=batas, jatuh_tempo=jatuh_tempo
        )
        == hasil
    )


def test_addressees_are_head_of_government_unit_and_each_pd_once():
    assert penerima([5, 3, 5]) == [
        ("kepala_daerah", None),
        ("bagian", None),
        ("perangkat_daerah", 5),
        ("perangkat_daerah", 3),
    ]


def test_receipt_number_tells_report_round_and_year():
    assert nomor_tanda_terima(12, 2, HARI_INI) == "TT/12/2/2026"


@pytest.mark.parametrize(
    ("pada", "hari"), [(date(2026, 3, 9), 0), (date(2026, 3, 10), 0), (date(2026, 3, 11), 1)]
)
def test_late_only_after_the_whole_last_day(pada, hari):
    assert hari_terlambat(HARI_INI, pada) == hari


@pytest.mark.parametrize(
    ("kewajiban", "laporan", "jatuh_tempo", "batas", "hasil"),
    [
        (Kewajiban.TERBUKA, None, date(2026, 4, 1), date(2026, 4, 15), Keadaan.MENDATANG),
        (Kewajiban.TERBUKA, None, HARI_INI, date(2026, 3, 24), Keadaan.JATUH_TEMPO),
        (Kewajiban.TERBUKA, Status.DRAF, date(2026, 2, 1), HARI_INI, Keadaan.JATUH_TEMPO),
        (Kewajiban.TERBUKA, None, date(2026, 2, 1), date(2026, 3, 9), Keadaan.TERLAMBAT),
        (
            Kewajiban.TERBUKA,
            Status.DIKEMBALIKAN,
            date(2026, 2, 1),
            date(2026, 3, 20),
            Keadaan.DIKEMBALIKAN,
        ),
        (
            Kewajiban.TERBUKA,
            Status.DIKEMBALIKAN,
            date(2026, 2, 1),
            date(2026, 3, 9),
            Keadaan.TERLAMBAT,
        ),
        (
            Kewajiban.TERPENUHI,
            Status.DISAMPAIKAN,
            date(2026, 2, 1),
            date(2026, 2, 15),
            Keadaan.DISAMPAIKAN,
        ),
        (
            Kewajiban.TERPENUHI,
            Status.DITERIMA,
            date(2026, 2, 1),
            date(2026, 2, 15),
            Keadaan.DITERIMA,
        ),
        (Kewajiban.DIGANTIKAN, None, date(2026, 2, 1), date(2026, 2, 15), Keadaan.DIGANTIKAN),
    ],
)
def test_where_a_duty_stands(kewajiban, laporan, jatuh_tempo, batas, hasil):
    assert (
        keadaan(kewajiban, laporan, jatuh_tempo=jatuh_tempo, batas=batas, hari_ini=HARI_INI)
        == hasil
    )


@pytest.mark.parametrize(
    ("kewajiban", "jatuh_tempo", "sudah", "ada", "alasan"),
    [
        (Kewajiban.TERBUKA, HARI_INI, False, True, ""),
        (Kewajiban.TERPENUHI, HARI_INI, False, True, "tidak perlu diingatkan"),
        (Kewajiban.TERBUKA, date(2026, 3, 11), False, True, "belum jatuh tempo"),
        (Kewajiban.TERBUKA, HARI_INI, True, True, "sudah diingatkan hari ini"),
        (Kewajiban.TERBUKA, HARI_INI, False, False, "belum mempunyai pengguna"),
    ],
)
def test_reminder_is_for_a_duty_that_is_due_and_once_a_day(
    kewajiban, jatuh_tempo, sudah, ada, alasan
):
    putusan = periksa_pengingat(
        kewajiban,
        jatuh_tempo=jatuh_tempo,
        hari_ini=HARI_INI,
        sudah_hari_ini=sudah,
        ada_penerima=ada,
    )

    assert bool(putusan) == (not alasan)
    assert alasan in putusan.alasan
