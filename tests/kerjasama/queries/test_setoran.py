"""Sums of due rows by the database are those of the domain."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kerjasama.domain.pemenuhan import total
from kerjasama.models import Setoran
from kerjasama.queries.setoran import jumlahkan
from tests.factories.kerjasama import SetoranFactory

pytestmark = pytest.mark.django_db
PER = date(2026, 6, 30)
RUPIAH = st.integers(0, 10**15 - 1)
BARIS = st.tuples(st.integers(-2, 2), st.one_of(st.none(), st.integers(1, 10**15 - 1)), RUPIAH)


def test_sum_of_nothing_is_nought():
    assert jumlahkan(Setoran.objects.all(), per=PER) == total([], per=PER)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(baris=st.lists(BARIS, max_size=8))
def test_database_adds_up_what_the_domain_adds_up(db, baris):
    butir = SetoranFactory().butir
    Setoran.objects.all().delete()
    Setoran.objects.bulk_create(
        Setoran(
            butir=butir,
            ke=ke,
            jatuh_tempo=PER + timedelta(days=hari),
            jumlah=jumlah,
            dibayar=dibayar,
            menunggu=dibayar // 3,
        )
        for ke, (hari, jumlah, dibayar) in enumerate(baris)
    )

    semua = Setoran.objects.all()
    assert jumlahkan(semua, per=PER) == total([s.angka for s in semua], per=PER)
