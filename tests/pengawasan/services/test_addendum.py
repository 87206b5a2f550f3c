"""An addendum re-plans the cycle as a diff: work stays, keys stay, only what differs is written."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from inti.kalender import tambah_bulan
from kerjasama.services import addendum as addendum_services
from kerjasama.services import pengakhiran
from pengawasan.enums import StatusJadwal
from pengawasan.models import Jadwal, JadwalNaskah
from pengawasan.services import jadwal as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import KebijakanFactory, KegiatanFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def naskah():
    """Signed two months ago, ending in eight: one pemantauan is owed and none follows."""
    KebijakanFactory()
    hari_ini = timezone.localdate()
    naskah = NaskahFactory(
        tanggal_ttd=tambah_bulan(hari_ini, -2), tanggal_berakhir=tambah_bulan(hari_ini, 8)
    )
    services.susun_yang_berubah()
    return naskah


def perpanjang(naskah, **perubahan):
    data = {"nomor": "", "tentang": "Perpanjangan", "tanggal_ttd": timezone.localdate()}
    return addendum_services.catat(
        naskah.pk, data, perubahan=perubahan, oleh=PenggunaFactory(staf=True)
    )


def baris(naskah):
    return {j.pk: (j.jenis, j.ke, j.status) for j in Jadwal.objects.filter(naskah=naskah)}


def test_extension_adds_what_follows_and_keeps_what_is_there(naskah):
    satu = Jadwal.objects.get(naskah=naskah)
    kegiatan = KegiatanFactory(naskah=naskah, jadwal=satu)
    Jadwal.objects.filter(pk=satu.pk).update(
        ditunda_sampai=satu.jatuh_tempo + timedelta(days=10), alasan_penundaan="Lokasi banjir"
    )

    perpanjang(naskah, tanggal_berakhir=tambah_bulan(timezone.localdate(), 40))
    services.susun_yang_berubah()

    kegiatan.refresh_from_db()
    tetap = Jadwal.objects.get(pk=satu.pk)
    assert kegiatan.jadwal == tetap
    assert (tetap.jatuh_tempo, tetap.ke, tetap.status) == (satu.jatuh_tempo, 1, "terbuka")
    assert tetap.ditunda_sampai is not None
    assert Jadwal.objects.filter(naskah=naskah).count() > 1


def test_extension_taken_back_closes_only_what_it_had_added(naskah):
    semula = baris(naskah)
    addendum = perpanjang(naskah, tanggal_berakhir=tambah_bulan(timezone.localdate(), 40))
    services.susun_yang_berubah()
    bertambah = set(baris(naskah)) - set(semula)

    addendum_services.batalkan(addendum.pk, alasan="Keliru", oleh=PenggunaFactory(staf=True))
    services.susun_yang_berubah()

    sesudah = baris(naskah)
    assert {pk: sesudah[pk] for pk in semula} == semula
    assert {sesudah[pk][2] for pk in bertambah} == {StatusJadwal.DIGANTIKAN}
    assert set(sesudah) == {*semula, *bertambah}


def test_new_interval_moves_the_date_of_the_same_obligation(naskah):
    satu = Jadwal.objects.get(naskah=naskah)

    perpanjang(naskah, interval_pemantauan=4, klausul_interval="Addendum Pasal 2")
    services.susun_yang_berubah()

    satu.refresh_from_db()
    assert satu.jatuh_tempo == tambah_bulan(naskah.tanggal_ttd, 4)


def test_plan_is_made_again_only_once_for_one_addendum(naskah):
    perpanjang(naskah, objek="Kios")

    assert (services.susun_yang_berubah(), services.susun_yang_berubah()) == (1, 0)
    naskah.refresh_from_db()
    assert JadwalNaskah.objects.get(naskah=naskah).versi_fakta == naskah.versi_fakta


def test_ending_by_the_term_leaves_open_what_fell_due_before_it():
    KebijakanFactory()
    naskah = NaskahFactory(tanggal_ttd=date(2024, 1, 15), tanggal_berakhir=date(2025, 1, 14))
    services.susun_yang_berubah()
    semula = baris(naskah)

    pengakhiran.akhiri_yang_lewat()
    services.susun_yang_berubah()

    assert (
        baris(naskah)
        == semula
        == {j.pk: ("pemantauan", 1, "terbuka") for j in Jadwal.objects.filter(naskah=naskah)}
    )
