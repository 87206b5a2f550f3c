"""F2, F4: the broker goes, comes back, forgets everything, and the worker is killed."""

import shutil

import pytest

from inti.models import Notifikasi
from tests.factories.inti import PemerintahFactory
from tests.faults.test_mati_mendadak import antrekan_pesan
from tests.faults.test_penjadwal import BEAT, WORKER
from tests.faults.test_redis import menyala
from tests.support.processes import free_port, wait_until
from tests.support.surel import surel_di

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]
SABAR = 180
BANYAK = 40
# What the dead one had in hand is free again after ten minutes (test_mati_mendadak waits for it).
DIPEGANG = 1


def antre():
    return Notifikasi.objects.filter(status="antre").count()


def belum():
    return Notifikasi.objects.exclude(status="terkirim").count()


def test_rows_wait_for_the_broker_and_are_done_once_it_is_back(proses, tmp_path):
    if shutil.which("redis-server") is None:
        pytest.skip("redis-server tidak ada")
    PemerintahFactory()
    port = free_port()
    alamat = {"BROKER_URL": f"redis://127.0.0.1:{port}/0"}

    def pekerja(ke):
        return proses(WORKER.format(ke=ke), **alamat)

    with menyala(port):
        satu = pekerja(0)
        beat = proses(
            f"from django.conf import settings as SETTINGS\n{BEAT.format(ke=0)}", **alamat
        )
        antrekan_pesan(5)
        wait_until(lambda: not belum(), seconds=SABAR)
    antrekan_pesan(5)
    with menyala(port) as klien:
        wait_until(lambda: not antre(), seconds=SABAR)
        assert (satu.poll(), beat.poll()) == (None, None), "they outlive it and need no restart"
        klien.flushall()
        antrekan_pesan(5)
        wait_until(lambda: not antre(), seconds=SABAR)
        antrekan_pesan(BANYAK)
        wait_until(lambda: antre() < BANYAK, seconds=SABAR)
        satu.kill()
        satu.wait()
        pekerja(1)
        wait_until(lambda: belum() <= DIPEGANG, seconds=SABAR)

    surel = surel_di(tmp_path / "var" / "surel")
    assert len(surel) >= Notifikasi.objects.count() - DIPEGANG
    assert set(surel.values()) == {1}
