"""Many counts in one statement."""

import pytest

from inti.models import Pengguna
from inti.queries.hitung import hitung
from tests.factories.inti import PenggunaFactory

pytestmark = pytest.mark.django_db


def test_each_is_counted_and_all_are_one_question(count_queries):
    PenggunaFactory.create_batch(2, nama="100% Budi")
    PenggunaFactory(nama="Ani")
    semua = Pengguna.objects.all()

    with count_queries(1):
        angka = hitung([semua, semua.none(), semua.filter(nama__contains="0% B").order_by("nama")])

    assert angka == [3, 0, 2]


def test_no_count_goes_beyond_what_is_asked_for():
    PenggunaFactory.create_batch(3)

    assert hitung([Pengguna.objects.all(), Pengguna.objects.none()], paling=2) == [2, 0]


def test_nothing_to_count_asks_nothing(count_queries):
    with count_queries(0):
        assert hitung([]) == []
