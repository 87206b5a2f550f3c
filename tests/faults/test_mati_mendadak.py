"""Workers and uploads that are killed without warning: nothing lost, nothing twice; counted."""

import email
import os
import random
import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.antrean import jalankan_berkala, jalankan_segera
from inti.models import Berkas, CatatanBerkala, NomorSurat, Notifikasi
from inti.models.kiriman import KLAIM_BASI
from inti.notifikasi import antrekan
from inti.pesan import Pesan
from inti.queries.integritas import berkas_rusak, jejak_rusak
from inti.services import kebersihan
from inti.services import notifikasi as notifikasi_services
from kerjasama.models import Naskah
from pelaporan.enums import JenisDokumen
from pelaporan.models import Dokumen
from pelaporan.services import dokumen
from pengawasan.models import Jadwal, Pengingat
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, anggota_mitra
from tests.factories.pengawasan import KebijakanFactory, SuratTugasFactory
from tests.support.processes import wait_until

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]
# How often a worker is killed: `PEMBUNUHAN=200 make uji-tahan-banting` for the long drill.
PEMBUNUHAN = int(os.environ.get("PEMBUNUHAN", "8"))
PESAN = max(60, 2 * PEMBUNUHAN)
RENCANA, DOKUMEN = 8, 4
# As a worker does: one turn after the other, and a line for each, so that the test sees it live.
PEKERJA = """
from inti.antrean import jalankan_segera
while True:
    print(jalankan_segera(), flush=True)
"""
# The night as well: plans, reminders, documents.
PEKERJA_MALAM = """
from inti.antrean import jalankan_berkala, jalankan_segera
while True:
    jalankan_berkala()
    print(jalankan_segera(), flush=True)
"""
PENGUNGGAH = """
from django.db import transaction
from inti import audit
from inti.services import berkas
nomor = 0
while True:
    nomor += 1
    with transaction.atomic():
        satu = berkas.simpan(
            f"{AWALAN} {nomor}".encode() * 1000,
            nama="a.pdf", tipe="application/pdf", oleh=None,
        )
        audit.catat("berkas.unggah", satu, oleh=None)
    print(satu.sha256, flush=True)
"""


def antrekan_pesan():
    oleh, kepada = PenggunaFactory(), PenggunaFactory()
    for nomor in range(PESAN):
        with transaction.atomic():
            jejak = audit.catat("naskah.ubah", oleh, oleh=oleh, nomor=nomor)
            antrekan(jejak, kepada=[kepada], pesan=Pesan(f"Kabar {nomor}", "Isi"))


def surel_di(folder):
    return Counter(
        email.message_from_bytes(p.read_bytes())["Message-ID"] for p in folder.glob("*.eml")
    )


def test_killed_workers_lose_no_mail_and_repeat_at_most_one_each(proses, tmp_path, settings):
    antrekan_pesan()
    kirim = tmp_path / "var" / "surel"
    acak = random.Random(8)
    pekerja = [proses(PEKERJA) for _ in range(2)]
    for _ in range(PEMBUNUHAN):
        sebelum = sum(surel_di(kirim).values())
        wait_until(
            lambda n=sebelum: sum(surel_di(kirim).values()) > n or not _menunggu(), seconds=120
        )
        korban = pekerja.pop(acak.randrange(len(pekerja)))
        korban.kill()
        # What it held is free again after ten minutes; the test does not wait for them.
        basi = timezone.now() - KLAIM_BASI - timedelta(seconds=1)
        Notifikasi.objects.filter(status="mengirim", diambil_pada__lt=timezone.now()).update(
            diambil_pada=basi
        )
        pekerja.append(proses(PEKERJA))
    wait_until(lambda: not _menunggu(), seconds=180)

    terkirim = surel_di(kirim)
    assert Notifikasi.objects.filter(status="terkirim").count() == PESAN
    assert len(terkirim) == PESAN
    # Freeing a claim may also free that of a worker at work: one more each.
    assert sum(terkirim.values()) - PESAN <= 2 * PEMBUNUHAN
    assert jejak_rusak() == ""


def _menunggu():
    """What is not mailed yet; a claim nobody answers for is freed as above."""
    return Notifikasi.objects.exclude(status="terkirim").exists()


def test_killed_workers_leave_every_plan_reminder_and_document_once(
    proses, folder_berkas, settings
):
    PemerintahFactory()
    KebijakanFactory()
    staf = PenggunaFactory(staf=True)
    for nomor in range(RENCANA):
        tanggal = timezone.localdate() - timedelta(days=178 + nomor)
        anggota_mitra(NaskahFactory(tanggal_ttd=tanggal).mitra.get())
    for _ in range(DOKUMEN):
        dokumen.terbitkan(JenisDokumen.SURAT_TUGAS, SuratTugasFactory().pk, oleh=staf)
    acak = random.Random(5)
    for _ in range(PEMBUNUHAN):
        satu = proses(PEKERJA_MALAM)
        satu.stdout.readline()
        time.sleep(acak.random())
        satu.kill()
        satu.wait()
        _bebaskan()
    # The server may still be at the last statement of a client that is gone.
    wait_until(lambda: _malam() == [*settings.BERKALA], seconds=60)

    call_command("putar_ulang_jadwal")  # fails when it would plan anything otherwise
    assert Jadwal.objects.values("naskah").distinct().count() == Naskah.objects.count()
    diingatkan = Pengingat.objects.values_list("jejak", "penerima")
    pesan = Notifikasi.objects.values_list("jejak", "kepada")
    assert diingatkan.exists()
    assert set(diingatkan) <= set(pesan)
    assert len(pesan) == len(set(pesan))
    assert {d.status for d in Dokumen.objects.all()} == {"siap"}
    assert Dokumen.objects.count() == DOKUMEN
    nomor = list(NomorSurat.objects.values_list("tahun", "urut"))
    assert len(nomor) == len(set(nomor))
    assert [r for r in berkas_rusak() if "tanpa baris" not in r] == []
    assert jejak_rusak() == ""


def _bebaskan():
    """What the dead held is free again after a while; the test does not wait for it."""
    Dokumen.objects.filter(status="dikerjakan").update(status="antre", percobaan=0)
    CatatanBerkala.objects.update(mulai_pada=None)


def _malam():
    _bebaskan()
    selesai = jalankan_berkala()
    while jalankan_segera():
        pass
    return selesai


def test_killed_uploads_leave_no_row_without_its_file(proses, folder_berkas):
    diakui = []
    for ke in range(PEMBUNUHAN):
        satu = proses(f"AWALAN = {ke}\n{PENGUNGGAH}")
        diakui += [satu.stdout.readline().strip() for _ in range(3)]
        satu.kill()
        diakui += satu.stdout.read().split()

    baris = set(Berkas.objects.values_list("sha256", flat=True))
    assert {s for s in diakui if len(s) == 64} <= baris
    assert [r for r in berkas_rusak() if "tanpa baris" not in r] == []
    assert jejak_rusak() == ""
    for path in filter(Path.is_file, folder_berkas.rglob("*")):
        os.utime(path, (0, 0))
    kebersihan.singgahan(uji_coba=False)
    kebersihan.berkas_yatim(uji_coba=False)
    assert list(berkas_rusak()) == []
    assert baris == set(Berkas.objects.values_list("sha256", flat=True))


def test_mail_server_that_refuses_delays_and_loses_nothing(settings, mailoutbox):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    antrekan_pesan()

    notifikasi_services.kirim_antrean()

    assert Notifikasi.objects.filter(status="antre", percobaan=1).count() == PESAN
    assert notifikasi_services.kirim_antrean() == 0  # held back, no storm
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    Notifikasi.objects.update(tunda_sampai=None)
    notifikasi_services.kirim_antrean()
    assert len(mailoutbox) == PESAN
    assert Notifikasi.objects.filter(status="terkirim").count() == PESAN
