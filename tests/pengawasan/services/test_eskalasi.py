"""Whoever stands above is told of what is long late; days off are quiet where that is policy."""

from datetime import date

import pytest

from inti.models import Notifikasi
from pengawasan.models import PengingatTenggat, TindakLanjut
from pengawasan.services import pengingat, pengingat_akhir, pengingat_tenggat, tindak_lanjut
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import anggota_pd
from tests.factories.pengawasan import JadwalFactory, KebijakanFactory, RekomendasiFactory, hari

pytestmark = pytest.mark.django_db


def pesan(orang):
    return list(Notifikasi.objects.filter(kepada=orang).values_list("subjek", flat=True))


def test_chair_is_told_from_the_fourteenth_day_on():
    KebijakanFactory()
    staf, ketua = PenggunaFactory(staf=True), PenggunaFactory(ketua=True)
    JadwalFactory(jatuh_tempo=hari(-7))
    JadwalFactory(jatuh_tempo=hari(-15))
    JadwalFactory(jatuh_tempo=hari(-31))

    assert [pengingat.terbitkan() for _ in range(2)] == [3, 0]

    assert pesan(staf) == ["3 jadwal perlu diperhatikan"]
    assert pesan(ketua) == ["2 jadwal sudah lewat 14 hari atau lebih"]


def test_chair_is_not_told_of_what_is_only_just_late():
    KebijakanFactory()
    PenggunaFactory(staf=True)
    ketua = PenggunaFactory(ketua=True)
    JadwalFactory(jatuh_tempo=hari(-7))

    assert pengingat.terbitkan() == 1

    assert pesan(ketua) == []


@pytest.mark.parametrize(("lewat", "diberi_tahu"), [(7, False), (14, True), (30, True)])
def test_follow_up_climbs_to_the_chair(lewat, diberi_tahu):
    KebijakanFactory()
    rekomendasi = RekomendasiFactory(disetujui=True)
    tindak_lanjut.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)
    butir = TindakLanjut.objects.get()
    TindakLanjut.objects.update(tenggat=hari(-lewat))
    pemilik, ketua = anggota_pd(butir.perangkat_daerah), PenggunaFactory(ketua=True)
    Notifikasi.objects.all().delete()

    pengingat_tenggat.terbitkan()

    assert pesan(pemilik) == ["Tindak lanjut terlambat"]
    assert bool(pesan(ketua)) is diberi_tahu
    assert PengingatTenggat.objects.filter(jejak=None).count() == 0


@pytest.mark.parametrize("layanan", [pengingat, pengingat_akhir, pengingat_tenggat])
@pytest.mark.parametrize("libur", [date(2026, 11, 28), date(2026, 12, 25)])
def test_days_off_are_quiet_where_the_policy_says_so(layanan, libur):
    KebijakanFactory(diam_hari_libur=True)
    staf = PenggunaFactory(staf=True)
    JadwalFactory(jatuh_tempo=libur)

    assert layanan.terbitkan(libur) == 0

    assert pesan(staf) == []


def test_next_working_day_says_it_once():
    KebijakanFactory(diam_hari_libur=True)
    staf = PenggunaFactory(staf=True)
    JadwalFactory(jatuh_tempo=date(2026, 11, 28))

    semua = [pengingat.terbitkan(date(2026, 11, n)) for n in (28, 29, 30)]

    assert semua == [0, 0, 1]
    assert len(pesan(staf)) == 1
