"""Whom to tell of a hole in the site."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from tests.factories.inti import PemerintahFactory

pytestmark = pytest.mark.django_db
TAHUN = timedelta(days=365)


@pytest.mark.parametrize(
    ("kontak", "tertulis"),
    [
        ("", "mailto:kerja.sama@tirtasari.go.id"),
        ("celah@tirtasari.go.id", "mailto:celah@tirtasari.go.id"),
        ("https://tirtasari.go.id/celah", "https://tirtasari.go.id/celah"),
    ],
)
def test_security_txt_says_whom_to_tell_and_until_when(client, settings, kontak, tertulis):
    PemerintahFactory(surel="kerja.sama@tirtasari.go.id")
    settings.KONTAK_KEAMANAN = kontak

    response = client.get("/.well-known/security.txt")

    isi = dict(baris.split(": ", 1) for baris in response.text.splitlines())
    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert isi["Contact"] == tertulis
    assert isi["Canonical"] == f"{settings.SITE_URL}/.well-known/security.txt"
    assert timezone.now() < datetime.fromisoformat(isi["Expires"]) < timezone.now() + TAHUN


def test_without_anybody_to_tell_there_is_no_security_txt(client, settings):
    PemerintahFactory()
    settings.KONTAK_KEAMANAN = ""

    assert client.get("/.well-known/security.txt").status_code == 404
