"""F3: two beats and four workers over the same nights, and what is told when all of them stop."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from inti.models import CatatanBerkala, Notifikasi
from inti.queries.integritas import jejak_rusak
from kerjasama.models import Naskah
from pelaporan.models import PengingatLaporan
from pelaporan.services import pengingat_laporan
from pengawasan.models import Pengingat
from pengawasan.services import pengingat
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, anggota_mitra
from tests.factories.pengawasan import KebijakanFactory
from tests.support.processes import wait_until
from tests.support.surel import surel_di
from tests.support.waktu import zona_siang

pytestmark = [
    pytest.mark.usefixtures("siang"),
    pytest.mark.django_db(transaction=True),
    pytest.mark.lambat,
]
PENJADWAL, PEKERJA = 2, 4
AWAL = datetime.min.replace(tzinfo=UTC)
# As `celery beat`, but every task each second instead of once a night.
BEAT = """
from config.celery import app
for satu in app.conf.beat_schedule.values():
    satu["schedule"] = 1.0
app.Beat(schedule=str(SETTINGS.VAR_DIR / "jadwal-{ke}"), loglevel="CRITICAL", quiet=True).run()
"""
WORKER = """
from config.celery import app
app.worker_main(["--quiet", "worker", "--pool=solo", "--queues=segera,latar", "--hostname={ke}@x",
                 "--without-gossip", "--without-mingle", "--loglevel=CRITICAL"])
"""


@pytest.fixture
def kota():
    PemerintahFactory()
    KebijakanFactory()
    PenggunaFactory(staf=True)
    for lalu in (178, 180, 182, 400, 10):
        naskah = NaskahFactory(tanggal_ttd=timezone.localdate() - timedelta(days=lalu))
        anggota_mitra(naskah.mitra.get())


def selesai(settings, sejak=AWAL):
    """Whether a whole night has ended since then, and nothing waits."""
    malam = CatatanBerkala.objects.filter(nama__in=settings.BERKALA, selesai_pada__gt=sejak)
    return malam.count() == len(settings.BERKALA) and not antre()


def antre():
    return Notifikasi.objects.exclude(status="terkirim").exists()


def test_two_beats_and_four_workers_do_each_thing_once(kota, proses, tmp_path, settings, client):
    semua = [proses(WORKER.format(ke=ke)) for ke in range(PEKERJA)]
    semua += [proses(f"from django.conf import settings as SETTINGS\n{BEAT.format(ke=ke)}")
              for ke in range(PENJADWAL)]  # fmt: skip
    wait_until(lambda: selesai(settings) and Pengingat.objects.exists(), seconds=600)
    # Night after night, also while others are still at the one before.
    for _ in range(2):
        awal = timezone.now()
        wait_until(lambda saat=awal: selesai(settings, sejak=saat), seconds=600)
    for satu in semua:
        satu.terminate()
    for satu in semua:
        satu.wait(timeout=60)

    call_command("putar_ulang_jadwal")  # fails when it would plan anything otherwise
    call_command("jalankan_antrean")
    assert pengingat.terbitkan() == 0
    assert pengingat_laporan.terbitkan() == 0
    assert Naskah.objects.filter(jadwal=None).count() == 0
    for model, kolom in (
        (Pengingat, ("jadwal", "tenggat", "ambang", "penerima")),
        (PengingatLaporan, ("kewajiban", "tenggat", "ambang", "penerima")),
        (Notifikasi, ("jejak", "kepada")),
    ):
        baris = list(model.objects.values_list(*kolom))
        assert baris
        assert len(baris) == len(set(baris))
    surel = surel_di(tmp_path / "var" / "surel")
    assert set(surel.values()) == {1}
    assert len(surel) >= Notifikasi.objects.values("kepada").distinct().count()
    assert jejak_rusak() == ""
    with time_machine.travel(timezone.now() + timedelta(hours=27)):
        bagian = client.get("/sehat/").json()["bagian"]
    assert (bagian["pekerja"], bagian["pekerjaan_berkala"]) == (False, False)


def test_no_day_ends_while_these_tests_run():
    assert 10 <= timezone.localtime().hour <= 13
    for jam in range(24):
        saat = datetime(2026, 11, 28, jam, 59, tzinfo=UTC)
        assert saat.astimezone(ZoneInfo(zona_siang(saat))).hour == 11
