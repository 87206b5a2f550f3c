"""The cycle as rows."""

from datetime import date

import pytest

from pengawasan.models import Jadwal, JadwalNaskah
from pengawasan.services import jadwal as services
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import KebijakanFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("berakhir", "per", "lewat"),
    [
        (None, date(2025, 1, 15), False),
        (None, date(2025, 1, 16), True),
        (date(2024, 12, 31), date(2026, 1, 1), False),  # it ended before the twelve months did
        (date(2025, 6, 30), date(2026, 1, 1), True),  # it was late while in force
    ],
)
def test_terbitkan_raises_the_alarm_of_12_months_only_for_months_in_force(berakhir, per, lewat):
    KebijakanFactory()
    naskah = NaskahFactory(tanggal_ttd=date(2024, 1, 15), tanggal_berakhir=berakhir)

    services.terbitkan(naskah.pk, per=per)

    assert JadwalNaskah.objects.get(naskah=naskah).lewat_12_bulan is lewat


def test_terbitkan_twice_changes_nothing():
    KebijakanFactory()
    naskah = NaskahFactory(tanggal_ttd=date(2024, 1, 31))

    services.terbitkan(naskah.pk, per=date(2024, 2, 1))
    sekali = list(Jadwal.objects.order_by("pk").values())
    services.terbitkan(naskah.pk, per=date(2024, 2, 1))

    assert [j["jatuh_tempo"] for j in sekali[:2]] == [date(2024, 7, 31), date(2025, 1, 31)]
    assert list(Jadwal.objects.order_by("pk").values()) == sekali
