"""A kegiatan as a calendar file."""

from datetime import UTC, date, datetime, time

import pytest
from django.urls import reverse
from icalendar import Calendar

from pengawasan.services import kegiatan as services
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import KegiatanFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf(client):
    client.staf = PenggunaFactory(staf=True)
    client.force_login(client.staf)
    return client


def acara(client, kegiatan):
    jawaban = client.get(reverse("pengawasan:kegiatan-kalender", args=[kegiatan.pk]))
    assert jawaban["Content-Type"] == "text/calendar; charset=utf-8"
    kalender = Calendar.from_ical(jawaban.content)
    return kalender, kalender.walk("VEVENT")[0]


def test_an_event_has_its_hour_place_and_page(staf):
    kegiatan = KegiatanFactory(
        tanggal_rencana=date(2026, 12, 3), waktu_rencana=time(9), tempat="Aula; lantai 2, timur"
    )

    kalender, event = acara(staf, kegiatan)

    assert kalender["METHOD"] == "PUBLISH"
    assert event.decoded("DTSTART") == datetime(2026, 12, 3, 2, tzinfo=UTC)
    assert "TZID" not in event.to_ical().decode()
    assert event["LOCATION"] == "Aula; lantai 2, timur"
    assert event["URL"].endswith(kegiatan.get_absolute_url())


def test_a_kegiatan_without_an_hour_takes_the_whole_day(staf):
    _, event = acara(staf, KegiatanFactory(tanggal_rencana=date(2026, 12, 3)))

    assert event.decoded("DTSTART") == date(2026, 12, 3)
    assert event.decoded("DTEND") == date(2026, 12, 4)


def test_a_change_keeps_the_uid_and_raises_the_sequence(staf):
    kegiatan = KegiatanFactory(ditugaskan=True)
    _, semula = acara(staf, kegiatan)
    services.ubah_rencana(
        kegiatan.pk,
        tanggal_rencana=kegiatan.tanggal_rencana,
        waktu_rencana=time(13),
        tempat="Ruang rapat",
        oleh=staf.staf,
    )

    _, ubah = acara(staf, kegiatan)

    assert semula["UID"] == ubah["UID"]
    assert (semula["SEQUENCE"], ubah["SEQUENCE"]) == (0, 1)


def test_a_cancelled_kegiatan_is_cancelled_in_the_calendar(staf):
    kegiatan = KegiatanFactory(ditugaskan=True)
    services.batalkan(kegiatan.pk, alasan="Ditunda", oleh=staf.staf)

    kalender, event = acara(staf, kegiatan)

    assert (kalender["METHOD"], event["STATUS"], event["SEQUENCE"]) == ("CANCEL", "CANCELLED", 1)


def test_the_same_kegiatan_gives_the_same_file(staf):
    kegiatan = KegiatanFactory()
    url = reverse("pengawasan:kegiatan-kalender", args=[kegiatan.pk])

    assert staf.get(url).content == staf.get(url).content
