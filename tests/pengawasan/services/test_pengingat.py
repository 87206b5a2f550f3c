"""Reminders as rows: late, twice and in parallel, one message."""

import pytest

from inti.models import Notifikasi
from pengawasan.models import Pengingat
from pengawasan.services import pengingat as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.pengawasan import JadwalFactory, hari
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db


@pytest.fixture
def orang():
    PenggunaFactory(pd=True)
    return [PenggunaFactory(staf=True), PenggunaFactory(tim=True)]


def test_those_who_plan_are_told_once_of_each_rung(orang):
    jadwal = JadwalFactory(jatuh_tempo=hari(7))

    assert [services.terbitkan(hari()) for _ in range(2)] == [1, 0]
    assert services.terbitkan(hari(7)) == 1

    assert list(Pengingat.objects.order_by("pk").values_list("jadwal", "ambang")) == [
        (jadwal.pk, -7), (jadwal.pk, -7), (jadwal.pk, 0), (jadwal.pk, 0),
    ]  # fmt: skip
    assert [n.kepada for n in Notifikasi.objects.order_by("pk")] == orang * 2
    assert aksi_tercatat() == ["jadwal.ingatkan"] * 2


def test_message_says_what_is_due_when_and_why(orang):
    JadwalFactory(jatuh_tempo=hari(-8))

    services.terbitkan(hari())

    kabar = Notifikasi.objects.first()
    assert kabar.subjek.startswith("Pemantauan sudah lewat jatuh tempo")
    assert kabar.isi.endswith("Pasal 6 ayat (3).")


@pytest.mark.parametrize(
    ("tempo", "keadaan"),
    [(31, {}), (-91, {}), (0, {"status": "menyusul"}), (0, {"status": "terlaksana"})],
)
def test_what_is_far_off_long_past_or_not_owed_is_not_told_of(orang, tempo, keadaan):
    JadwalFactory(jatuh_tempo=hari(tempo), **keadaan)

    assert services.terbitkan(hari()) == 0


def test_what_was_postponed_is_told_of_by_its_new_date(orang):
    JadwalFactory(jatuh_tempo=hari(-20), ditunda_sampai=hari(35), alasan_penundaan="Bencana.")

    assert [services.terbitkan(hari(n)) for n in (0, 5)] == [0, 1]


def test_reminder_without_its_message_is_none(orang, monkeypatch):
    JadwalFactory()
    monkeypatch.setattr(services, "antrekan_semua", fails)

    with pytest.raises(StepFailedError):
        services.terbitkan(hari())

    assert not Pengingat.objects.exists()
    assert aksi_tercatat() == []
