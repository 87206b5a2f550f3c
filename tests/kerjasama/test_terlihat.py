"""Whose rows are seen, and that those who see everything are not asked row by row."""

import pytest

from pelaporan.models import KewajibanLaporan
from pengawasan.models import Jadwal, Kegiatan, TindakLanjut
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, anggota_pd
from tests.factories.pengawasan import JadwalFactory

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("model", [Jadwal, Kegiatan, TindakLanjut, KewajibanLaporan])
@pytest.mark.parametrize("peran", ["staf", "tim", "ketua", "walikota"])
def test_who_sees_every_naskah_is_not_looked_up_in_the_register(model, peran):
    terlihat = model.objects.terlihat_oleh(PenggunaFactory(**{peran: True}))

    assert "kerjasama_naskah" not in str(terlihat.order_by().query)


def test_unit_sees_the_rows_of_its_own_naskah():
    milik, lain = JadwalFactory(naskah=NaskahFactory()), JadwalFactory(naskah=NaskahFactory())

    terlihat = Jadwal.objects.terlihat_oleh(anggota_pd(milik.naskah.perangkat_daerah.get()))

    assert list(terlihat) == [milik]
    assert set(Jadwal.objects.terlihat_oleh(PenggunaFactory(staf=True))) == {milik, lain}
