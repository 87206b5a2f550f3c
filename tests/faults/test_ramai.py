"""F20: twenty people write at the same moment; on SQLite each waits its turn, nobody is refused."""

from functools import partial

import pytest
from django.test import Client
from django.urls import reverse

from inti.queries.integritas import jejak_rusak
from kerjasama.models import Mitra
from tests.factories.inti import PenggunaFactory
from tests.support.races import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]
ORANG, KALI = 20, 3


def tulis(klien, ke):
    """Some writing and some reading, as a person does; the status of each answer."""
    alamat, daftar = reverse("kerjasama:mitra-tambah"), reverse("kerjasama:mitra-daftar")
    hasil = []
    for kali in range(KALI):
        isi = {"nama": f"PT Ramai {ke} {kali}", "jenis": "perusahaan_swasta"}
        hasil += [klien.post(alamat, isi).status_code, klien.get(daftar).status_code]
    return hasil


def test_twenty_at_once_are_all_served():
    semua = []
    for _ in range(ORANG):
        klien = Client()
        klien.force_login(PenggunaFactory(staf=True))
        semua.append(klien)

    hasil = at_once(*[partial(tulis, klien, ke) for ke, klien in enumerate(semua)])

    assert hasil == [[302, 200] * KALI] * ORANG
    assert Mitra.objects.count() == ORANG * KALI
    assert jejak_rusak() == ""
