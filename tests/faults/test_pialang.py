"""The broker forgets everything, goes, comes back, under a worker that dies: no row is lost.

What a message in Redis says is only "look at the rows"; the work itself is in the database.
"""

import shutil
from collections import Counter

import pytest

from config.celery import app
from inti.models import Notifikasi
from tests.factories.inti import PemerintahFactory
from tests.faults.test_mati_mendadak import antrekan_pesan
from tests.faults.test_penjadwal import BEAT, WORKER
from tests.faults.test_redis import menyala
from tests.support.processes import free_port, wait_until
from tests.support.surel import surel_di

# Each step waits for a state, for as long as a busy machine may take.
SABAR = 180


def keadaan():
    return Counter(Notifikasi.objects.values_list("status", flat=True))


def antre():
    return keadaan()["antre"]


@pytest.mark.lambat
@pytest.mark.django_db(transaction=True)
def test_waiting_rows_are_done_whatever_happens_to_redis(proses, tmp_path):
    if shutil.which("redis-server") is None:
        pytest.skip("redis-server tidak ada")
    port = free_port()
    lingkungan = {"BROKER_URL": f"redis://127.0.0.1:{port}/0"}
    PemerintahFactory()

    with menyala(port):
        pekerja = proses(WORKER.format(ke=0), **lingkungan)
        beat = proses(
            f"from django.conf import settings as SETTINGS\n{BEAT.format(ke=0)}", **lingkungan
        )
        antrekan_pesan(5)
        wait_until(lambda: not antre(), seconds=SABAR)
    antrekan_pesan(5)
    with menyala(port) as klien:
        wait_until(lambda: not antre(), seconds=SABAR)
        klien.flushall()
        antrekan_pesan(5)
        wait_until(lambda: not antre(), seconds=SABAR)
        assert (pekerja.poll(), beat.poll()) == (None, None)

        antrekan_pesan(40)
        wait_until(lambda: antre() < 40, seconds=SABAR)
        pekerja.kill()
        pekerja.wait()
        proses(WORKER.format(ke=1), **lingkungan)
        # The one that the dead worker had in hand waits for its claim to grow stale.
        habis = ({"terkirim": 55}, {"terkirim": 54, "mengirim": 1})
        wait_until(lambda: keadaan() in habis, seconds=SABAR)

    assert sum(surel_di(tmp_path / "var" / "surel").values()) in (54, 55)


def test_a_message_is_acknowledged_after_its_work_and_work_has_an_end():
    atur = app.conf

    assert atur.task_acks_late
    assert atur.task_reject_on_worker_lost
    assert atur.worker_prefetch_multiplier == 1
    assert 0 < atur.task_soft_time_limit < atur.task_time_limit
    antrean = atur.task_annotations["inti.jalankan_antrean"]
    assert 0 < antrean["soft_time_limit"] < antrean["time_limit"]
