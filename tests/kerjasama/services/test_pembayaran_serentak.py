"""Payments by several people at once: each counts once, and the sums stay those of the rows."""

from datetime import date
from functools import partial

import pytest

from inti.models import JejakAudit
from kerjasama.domain.pernyataan import BarisKewajiban, DariLaporan
from kerjasama.models import PernyataanPemenuhan
from kerjasama.services import pembayaran, pernyataan
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import ButirFactory, SetoranFactory
from tests.support.races import at_once, succeeded

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]
DATA = {"tanggal": date(2025, 4, 1), "jumlah": 400}


def orang(banyak):
    return [PenggunaFactory(staf=True) for _ in range(banyak)]


def lines(aksi):
    return JejakAudit.objects.filter(aksi=aksi).count()


def test_payment_confirmed_by_four_at_once_counts_once():
    satu = SetoranFactory()
    bayar = pembayaran.catat(satu.pk, DATA, sisi="tim", oleh=PenggunaFactory(staf=True))

    hasil = at_once(*[partial(pembayaran.konfirmasi, bayar.pk, oleh=o) for o in orang(4)])

    satu.refresh_from_db()
    assert (succeeded(hasil), satu.dibayar, satu.menunggu) == (1, 400, 0)
    assert lines("pembayaran_setoran.konfirmasi") == 1


def test_confirming_and_correcting_at_once_leave_the_sums_of_the_rows():
    satu = SetoranFactory()
    bayar = pembayaran.catat(satu.pk, DATA, sisi="tim", oleh=PenggunaFactory(staf=True))
    koreksi = {"data": None, "alasan": "Dobel.", "sisi": "tim"}
    tiga = orang(3)

    at_once(
        partial(pembayaran.konfirmasi, bayar.pk, oleh=tiga[0]),
        *[partial(pembayaran.koreksi, bayar.pk, oleh=o, **koreksi) for o in tiga[1:]],
    )

    satu.refresh_from_db()
    bayar.refresh_from_db()
    tetap = bayar.status == "dikonfirmasi"
    assert (satu.dibayar, satu.menunggu) == (400 if tetap else 0, 0)
    assert satu.pembayaran.count() <= 2


def test_payments_recorded_at_once_all_count():
    satu = SetoranFactory()

    at_once(*[partial(pembayaran.catat, satu.pk, DATA, sisi="tim", oleh=o) for o in orang(4)])

    satu.refresh_from_db()
    assert (satu.menunggu, satu.pembayaran.count()) == (1_600, 4)


def test_round_of_a_report_taken_in_four_times_at_once_is_one_statement():
    butir = ButirFactory()
    baris = (BarisKewajiban(butir.pk, None, "Ada"),)
    laporan = DariLaporan("laporan-mitra:1:1", "Laporan ke-1", date(2026, 5, 12), baris)
    naskah, mitra = butir.naskah, butir.naskah.mitra.get()

    at_once(*[partial(pernyataan.terima_laporan, naskah, mitra, laporan, oleh=o) for o in orang(4)])

    assert PernyataanPemenuhan.objects.count() == 1
