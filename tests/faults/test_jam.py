"""The clock jumps, the machine stands still for months, the year ends: the same obligations."""

from datetime import date, datetime, time, timedelta

import pytest
import time_machine
from django.utils import timezone

from inti.antrean import jalankan_antrean, jalankan_berkala
from inti.models import NomorSurat, Notifikasi
from inti.queries.integritas import jejak_rusak
from inti.services import nomor_surat
from kerjasama.models import Naskah
from pelaporan.models import PengingatLaporan
from pengawasan.models import Pengingat
from tests.factories.inti import KlasifikasiSuratFactory, PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, anggota_mitra
from tests.factories.pengawasan import KebijakanFactory

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
AWAL = date(2026, 1, 15)
TTD = (date(2025, 8, 31), date(2025, 12, 31), date(2024, 2, 29), date(2026, 1, 10))


@pytest.fixture
def kota():
    with pada(AWAL):
        PemerintahFactory()
        KebijakanFactory()
        PenggunaFactory(staf=True)
        for naskah in buat_naskah():
            anggota_mitra(naskah.mitra.get())


def buat_naskah():
    return [NaskahFactory(tanggal_ttd=d, tanggal_berakhir=date(2031, 12, 31)) for d in TTD]


def pada(tanggal):
    saat = timezone.make_aware(datetime.combine(tanggal, time(1)))
    return time_machine.travel(saat, tick=False)


def malam(tanggal):
    """What the night and the runner do on that day."""
    with pada(tanggal):
        jalankan_berkala()
        while jalankan_antrean():
            pass


def kewajiban(naskah):
    """What is owed under these naskah, in the order in which they were signed."""
    hasil = []
    for satu in sorted(naskah, key=lambda n: n.tanggal_ttd):
        # What was replaced meanwhile is history, and stays readable.
        jadwal = satu.jadwal.exclude(status="digantikan")
        jadwal = jadwal.values_list("jenis", "ke", "jatuh_tempo", "status")
        laporan = satu.kewajiban_laporan.values_list("ke", "batas", "status")
        hasil.append((sorted(jadwal), sorted(laporan)))
    return hasil


def setiap_malam(dari, sampai):
    while dari <= sampai:
        malam(dari)
        dari += timedelta(days=1)


def test_a_clock_that_jumps_forward_and_back_changes_nothing(kota):
    setiap_malam(AWAL, AWAL + timedelta(days=2))
    for jauh in (1, -1, 40, -40):
        malam(AWAL + timedelta(days=2 + jauh))
    lama = list(Naskah.objects.all())
    # The same agreements, which know nothing of all that.
    baru = buat_naskah()
    for hari in (50, 120, 400):
        malam(AWAL + timedelta(days=hari))
        assert kewajiban(lama) == kewajiban(baru)

    assert any(jadwal and laporan for jadwal, laporan in kewajiban(lama))
    diingatkan = Pengingat.objects.values_list("jadwal", "tenggat", "ambang", "penerima")
    assert len(diingatkan) == len(set(diingatkan))
    assert jejak_rusak() == ""


def test_months_of_standstill_are_made_up_in_one_night_with_one_message_each(kota):
    malam(AWAL)
    lama = AWAL + timedelta(days=190)

    malam(lama)
    semua = list(Naskah.objects.all())
    sekali, pesan = kewajiban(semua), Notifikasi.objects.count()
    malam(lama)

    assert kewajiban(semua) == sekali
    assert Notifikasi.objects.count() == pesan
    for model, kunci in ((Pengingat, "jadwal"), (PengingatLaporan, "kewajiban")):
        baris = list(model.objects.filter(dibuat_pada__date=lama).values_list(kunci, "penerima"))
        assert baris
        assert len(baris) == len(set(baris)), "one message each, of the latest rung"


def test_letters_begin_anew_with_the_year_also_when_the_clock_goes_back(kota):
    KlasifikasiSuratFactory(mulai=date(2020, 1, 1))
    oleh = PenggunaFactory()
    urut = []
    for saat in ("2026-12-31T23:59", "2027-01-01T00:00", "2026-12-31T23:59", "2027-01-01T00:01"):
        with time_machine.travel(timezone.make_aware(datetime.fromisoformat(saat)), tick=False):
            nomor = nomor_surat.ambil(
                jenis="Surat tugas", perihal="x", tanggal=timezone.localdate(), oleh=oleh
            )
        urut.append((nomor.tahun, nomor.urut))

    assert urut == [(2026, 1), (2027, 1), (2026, 2), (2027, 2)]
    assert NomorSurat.objects.count() == len(urut)
