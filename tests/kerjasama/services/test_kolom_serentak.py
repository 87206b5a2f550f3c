"""Several people save one row at once, each from the page they all saw: one of them, whole."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from inti.models import JejakAudit
from inti.services.kolom import KolomBerubah, nilai_kolom, ringkas
from kerjasama.services import butir, lampiran, mitra, narahubung, perangkat_daerah
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import (
    ButirFactory,
    LampiranFactory,
    MitraFactory,
    NarahubungFactory,
    PerangkatDaerahFactory,
)

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize(
    ("buat", "ubah", "kolom"),
    [
        (ButirFactory, butir.ubah, "uraian"),
        (LampiranFactory, lampiran.ubah, "penerbit"),
        (MitraFactory, mitra.ubah, "alamat"),
        (PerangkatDaerahFactory, perangkat_daerah.ubah, "jabatan_kepala"),
        (lambda: NarahubungFactory(mitra=MitraFactory()), narahubung.ubah, "jabatan"),
    ],
    ids=["butir", "lampiran", "mitra", "perangkat_daerah", "narahubung"],
)
def test_five_saves_from_one_page_leave_one(buat, ubah, kolom):
    baris, orang = buat(), [PenggunaFactory(staf=True) for _ in range(5)]
    asal = ringkas(nilai_kolom(baris, [kolom]))

    def coba(satu):
        try:
            ubah(baris.pk, {kolom: f"Dari {satu.pk}"}, oleh=satu, asal=asal)
        except KolomBerubah:
            return None
        else:
            return f"Dari {satu.pk}"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(orang)) as pool:
        hasil = [h for h in pool.map(coba, orang) if h]

    baris.refresh_from_db()
    assert hasil == [getattr(baris, kolom)]
    assert JejakAudit.objects.filter(aksi__endswith=".ubah").count() == 1
