"""Fifty people take a number at once: no gap, no twin, each year its own series."""

from datetime import date
from functools import partial

import pytest
from django.db import transaction

from inti.models import KlasifikasiSurat, NomorSurat
from inti.putusan import AturanDilanggar
from inti.services import klasifikasi_surat, nomor_surat
from tests.factories.inti import KlasifikasiSuratFactory, PenggunaFactory
from tests.support.races import at_once, succeeded

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]


class BatalError(AturanDilanggar):
    """The letter is not made after all."""


def ambil(tahun, oleh, *, batal=False):
    with transaction.atomic():
        nomor_surat.ambil(jenis="Surat", perihal="x", tanggal=date(tahun, 6, 1), oleh=oleh)
        if batal:
            raise BatalError("Tidak jadi.")


def urut(tahun):
    return sorted(NomorSurat.objects.filter(tahun=tahun).values_list("urut", flat=True))


def test_fifty_at_once_have_neither_gap_nor_twin_in_either_year():
    KlasifikasiSuratFactory()
    oleh = PenggunaFactory()

    # Every fifth letter is not made after all, and every second is of the next year.
    hasil = at_once(*[partial(ambil, 2030 + n % 2, oleh, batal=n % 5 == 0) for n in range(50)])

    assert succeeded(hasil) == 40
    assert (urut(2030), urut(2031)) == (list(range(1, 21)), list(range(1, 21)))


def test_two_open_codes_of_one_kind_never_arise():
    oleh = PenggunaFactory(staf=True)
    isi = {"nama": "x", "jenis": "", "mulai": date(2026, 1, 1), "sampai": None}

    hasil = at_once(
        *[
            partial(klasifikasi_surat.simpan, None, isi | {"kode": str(n)}, oleh=oleh)
            for n in range(8)
        ]
    )

    assert succeeded(hasil) == KlasifikasiSurat.objects.count() == 1
