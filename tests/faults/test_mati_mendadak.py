"""Workers and uploads that are killed without warning: nothing lost, nothing twice; counted."""

import os
import random
import signal
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.antrean import jalankan_berkala, jalankan_segera
from inti.models import Berkas, CatatanBerkala, JejakAudit, NomorSurat, Notifikasi, berkala
from inti.models.kiriman import KLAIM_BASI
from inti.models.klaim import PERCOBAAN_TERBANYAK
from inti.notifikasi import antrekan
from inti.pesan import Pesan
from inti.queries.integritas import jejak_rusak
from inti.services import kebersihan
from inti.services import notifikasi as notifikasi_services
from kerjasama.models import Naskah
from pelaporan.enums import JenisDokumen
from pelaporan.models import Bundel, Dokumen
from pelaporan.queries.pekerjaan import yang_gagal
from pelaporan.services import dokumen, laporan, ulang
from pelaporan.services.pekerjaan import TERHENTI
from pengawasan.models import Jadwal, Pengingat
from pengawasan.services import pengingat
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, anggota_mitra
from tests.factories.laporan import laporan_draf
from tests.factories.pengawasan import KebijakanFactory, SuratTugasFactory
from tests.support.processes import wait_until
from tests.support.simpanan import berkas_rusak
from tests.support.surel import surel_di

pytestmark = [
    pytest.mark.usefixtures("siang"),
    pytest.mark.django_db(transaction=True),
    pytest.mark.lambat,
]
# How often a worker is killed: `PEMBUNUHAN=200 make uji-tahan-banting` for the long drill.
PEMBUNUHAN = int(os.environ.get("PEMBUNUHAN", "8"))
DITOLAK = 60
# Messages for each death, and so many at once when they run out before the killing ends.
SETIAP_MATI = 40
# From so many on, the share of what goes twice is no accident.
BANYAK = 100
SETIAP_DOKUMEN, SETIAP_BUNDEL = 2, 4
# As a worker does: one turn after the other, and a line for each, so that the test sees it live.
PEKERJA = """
from inti.antrean import jalankan_segera
while True:
    print(jalankan_segera(), flush=True)
"""
# The night as well: plans, reminders, documents, bundles.
PEKERJA_MALAM = """
from inti.antrean import jalankan_berkala, jalankan_segera
print("mulai", flush=True)
while True:
    jalankan_berkala()
    print(jalankan_segera(), flush=True)
"""
# Whatever is to be printed takes its worker with it.
PEKERJA_RACUN = """
import os, signal
from inti.antrean import jalankan_segera
from pelaporan.services import bundel, dokumen
def mati(*args):
    os.kill(os.getpid(), signal.SIGKILL)
dokumen.dokumen_pdf = bundel.bundel_pdf = mati
jalankan_segera()
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


def antrekan_pesan(jumlah):
    oleh, kepada = PenggunaFactory(), PenggunaFactory()
    for nomor in range(jumlah):
        with transaction.atomic():
            jejak = audit.catat("naskah.ubah", oleh, oleh=oleh, nomor=nomor)
            antrekan(jejak, kepada=[kepada], pesan=Pesan(f"Kabar {nomor}", "Isi"))


def banyak_surel(folder):
    return len(list(folder.glob("*.eml")))


def test_killed_workers_lose_no_mail_and_repeat_at_most_one_each(proses, tmp_path, settings):
    antrekan_pesan(SETIAP_MATI * PEMBUNUHAN)
    kirim = tmp_path / "var" / "surel"
    acak = random.Random(8)
    pekerja = [proses(PEKERJA) for _ in range(2)]
    for _ in range(PEMBUNUHAN):
        if _antre() < SETIAP_MATI:
            antrekan_pesan(SETIAP_MATI)
        sebelum = banyak_surel(kirim)
        wait_until(lambda n=sebelum: banyak_surel(kirim) > n, seconds=120)
        time.sleep(acak.random())  # anywhere in the life of a message
        _bunuh(pekerja.pop(0))
        pekerja.append(proses(PEKERJA))
    wait_until(lambda: not _antre(), seconds=600)
    for satu in pekerja:
        _bunuh(satu)
    # What the dead held is free again after ten minutes; the test does not wait for them.
    dipegang = Notifikasi.objects.filter(status="mengirim")
    dipegang.update(diambil_pada=timezone.now() - KLAIM_BASI - timedelta(seconds=1))
    proses(PEKERJA)
    wait_until(lambda: not dipegang.exists(), seconds=180)

    terkirim, pesan = surel_di(kirim), Notifikasi.objects.count()
    diulang = Notifikasi.objects.select_related("kepada").filter(diulang=True)
    lebih = sum(terkirim.values()) - len(terkirim)
    print(  # noqa: T201 - for docs/operasi.md
        f"{PEMBUNUHAN} pekerja dimatikan, {pesan} pesan: {pesan - len(terkirim)} hilang, "
        f"{lebih} terkirim dua kali, {diulang.count()} ditandai mungkin dua kali"
    )
    assert Notifikasi.objects.filter(status="terkirim").count() == pesan
    assert len(terkirim) == pesan
    # At most one for each death, few of all, and each that may have gone twice says so.
    assert lebih <= diulang.count() <= PEMBUNUHAN + 2
    assert PEMBUNUHAN < BANYAK or lebih <= pesan / 200
    ditandai = {_kepala(satu) for satu in diulang}
    assert {kepala for kepala, kali in terkirim.items() if kali > 1} <= ditandai
    assert jejak_rusak() == ""


def _kepala(satu):
    return notifikasi_services.pesan_surel(satu).extra_headers["Message-ID"]


def _antre():
    return Notifikasi.objects.filter(status="antre").count()


def _bunuh(satu):
    satu.kill()
    satu.wait()


def test_killed_workers_leave_every_plan_reminder_document_and_bundle_once(
    proses, folder_berkas, settings
):
    PemerintahFactory()
    KebijakanFactory()
    acak = random.Random(5)
    for ke in range(PEMBUNUHAN):
        _pekerjaan_baru(ke)
        satu = proses(PEKERJA_MALAM)
        satu.stdout.readline()
        time.sleep(2 * acak.random())  # anywhere in the turn that does it
        _bunuh(satu)
        _bebaskan()
    # The server may still be at the last statement of a client that is gone.
    wait_until(lambda: _malam() == [*settings.BERKALA], seconds=60)
    if _ulangi_yang_terhenti():
        _malam()

    call_command("putar_ulang_jadwal")  # fails when it would plan anything otherwise
    assert Jadwal.objects.values("naskah").distinct().count() == Naskah.objects.count()
    assert pengingat.terbitkan() == 0
    diingatkan = Pengingat.objects.values_list("jejak", "penerima")
    pesan = Notifikasi.objects.values_list("jejak", "kepada")
    assert diingatkan.exists()
    assert set(diingatkan) <= set(pesan)
    assert len(pesan) == len(set(pesan))
    for model, aksi in ((Dokumen, "dokumen.terbitkan"), (Bundel, "bundel.terbitkan")):
        assert {satu.status for satu in model.objects.all()} == {"siap"}
        assert JejakAudit.objects.filter(aksi=aksi).count() == model.objects.count()
    assert Bundel.objects.count() == len(range(0, PEMBUNUHAN, SETIAP_BUNDEL))
    nomor = list(NomorSurat.objects.values_list("tahun", "urut"))
    assert len(nomor) == len(set(nomor))
    assert [r for r in berkas_rusak() if "tanpa baris" not in r] == []
    _sapu(folder_berkas)
    assert list(berkas_rusak()) == []
    assert jejak_rusak() == ""
    print(  # noqa: T201 - for docs/operasi.md
        f"{PEMBUNUHAN} pekerja dimatikan: {Jadwal.objects.count()} jadwal, {len(diingatkan)} "
        f"pengingat, {len(pesan)} pesan, {Dokumen.objects.count()} dokumen, "
        f"{Bundel.objects.count()} bundel, 0 hilang, 0 ganda"
    )


def test_what_kills_every_worker_stops_after_three_in_sight_and_is_made_when_asked_again(
    proses, folder_berkas
):
    PemerintahFactory()
    KebijakanFactory()
    _pekerjaan_baru(0)
    kode = []
    for _ in range(2 * PERCOBAAN_TERBANYAK + 1):
        kode.append(proses(PEKERJA_RACUN).wait(timeout=300))
        _bebaskan()

    assert kode == [-signal.SIGKILL] * 2 * PERCOBAAN_TERBANYAK + [0]
    for model in (Dokumen, Bundel):
        satu = model.objects.get()
        assert (satu.status, satu.percobaan) == ("gagal", PERCOBAAN_TERBANYAK + 1)
    assert _ulangi_yang_terhenti() == 2
    jalankan_segera()
    assert [model.objects.get().status for model in (Dokumen, Bundel)] == ["siap", "siap"]
    assert jejak_rusak() == ""


def _pekerjaan_baru(ke):
    """Something to plan and to remind of; now and then something to print."""
    tanggal = timezone.localdate() - timedelta(days=178 + ke % 8)
    anggota_mitra(NaskahFactory(tanggal_ttd=tanggal).mitra.get())
    if ke % SETIAP_DOKUMEN == 0:
        staf = PenggunaFactory(staf=True)
        dokumen.terbitkan(JenisDokumen.SURAT_TUGAS, SuratTugasFactory().pk, oleh=staf)
    if ke % SETIAP_BUNDEL == 0:
        draf = laporan_draf(evaluasi=False)
        laporan.kirim(draf.pk, oleh=draf.disusun_oleh)


def _bebaskan():
    """What the dead held is free again after a while; the test does not wait for it."""
    lama = timezone.now() - timedelta(seconds=1)
    for model in (Dokumen, Bundel):
        basi = lama - model.objects.all().klaim_basi
        model.objects.filter(status="dikerjakan").update(diambil_pada=basi)
    malam = CatatanBerkala.objects.filter(mulai_pada__isnull=False)
    malam.update(mulai_pada=lama - berkala.KLAIM_BASI)


def _ulangi_yang_terhenti():
    """What took three workers with it says so where it can be asked for again; how many."""
    admin, tampil = PenggunaFactory(), [(satu.kunci, satu.pk) for satu in yang_gagal()]
    terhenti = [*Dokumen.objects.filter(status="gagal"), *Bundel.objects.filter(status="gagal")]
    assert {satu.kesalahan for satu in terhenti} <= {TERHENTI}
    for satu in terhenti:
        kunci = (satu._meta.model_name, satu.pk)
        assert kunci in tampil
        ulang.ulangi(*kunci, oleh=admin)
    return len(terhenti)


def _malam():
    _bebaskan()
    selesai = jalankan_berkala()
    while jalankan_segera():
        pass
    return selesai


def _sapu(folder):
    """What was left aside goes, as it does after a while."""
    for path in filter(Path.is_file, folder.rglob("*")):
        os.utime(path, (0, 0))
    kebersihan.singgahan(uji_coba=False)
    kebersihan.berkas_yatim(uji_coba=False)


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
    _sapu(folder_berkas)
    assert list(berkas_rusak()) == []
    assert baris == set(Berkas.objects.values_list("sha256", flat=True))


def test_mail_server_that_refuses_delays_and_loses_nothing(settings, mailoutbox):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    antrekan_pesan(DITOLAK)

    while notifikasi_services.kirim_antrean():
        pass  # a turn ends early when no server is there

    # Held back, no storm: each was tried once.
    assert Notifikasi.objects.filter(status="antre", percobaan=1).count() == DITOLAK
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    Notifikasi.objects.update(tunda_sampai=None)
    notifikasi_services.kirim_antrean()
    assert len(mailoutbox) == DITOLAK
    assert Notifikasi.objects.filter(status="terkirim").count() == DITOLAK
