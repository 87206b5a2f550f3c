"""The letter register: every number opens the document that bears it."""

import pytest
from django.urls import reverse

from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.laporan import laporan_terkirim
from tests.factories.pengawasan import NomorSuratFactory

pytestmark = pytest.mark.django_db


def test_each_nomor_opens_its_document(client):
    PemerintahFactory()
    laporan = laporan_terkirim()
    kosong = NomorSuratFactory(urut=999)
    client.force_login(PenggunaFactory(staf=True))

    response = client.get(reverse("pelaporan:surat-daftar"))

    alamat = dict(response.context["daftar"])
    assert alamat[laporan.nomor] == laporan.get_absolute_url()
    assert alamat[kosong] == ""
    assert len([a for a in alamat.values() if a]) == len(alamat) - 1
