from datetime import date, timedelta

import pytest

from inti.models import JejakAudit, Notifikasi
from kerjasama.models import Keanggotaan
from pelaporan.models import PengingatLaporan
from pelaporan.services import pengingat_laporan as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, anggota_mitra
from tests.factories.pelaporan import KewajibanLaporanFactory
from tests.factories.pengawasan import KebijakanFactory, hari

pytestmark = pytest.mark.django_db


@pytest.fixture
def naskah():
    KebijakanFactory()
    return NaskahFactory()


@pytest.fixture
def orang(naskah):
    return anggota_mitra(naskah.mitra.get())


def wajib(naskah, batas, ke=1, **kolom):
    return KewajibanLaporanFactory(
        naskah=naskah, ke=ke, jatuh_tempo=batas - timedelta(days=14), batas=batas, **kolom
    )


def test_people_of_the_mitra_are_told_once_of_each_rung(naskah, orang):
    wajib(naskah, hari(14))

    jumlah = [services.terbitkan(hari(n)) for n in (0, 0, 1, 7, 14, 21)]

    assert jumlah == [1, 0, 0, 1, 1, 1]
    assert [n.kepada for n in Notifikasi.objects.all()] == [orang] * 4
    assert set(PengingatLaporan.objects.values_list("ambang", flat=True)) == {-14, -7, 0, 7}


def test_three_missed_nights_give_one_message_of_the_latest_rung(naskah, orang):
    wajib(naskah, hari(14))

    services.terbitkan(hari(14 + 8))

    assert list(PengingatLaporan.objects.values_list("ambang", flat=True)) == [7]
    assert Notifikasi.objects.count() == 1


def test_several_duties_are_one_message_a_person(naskah, orang):
    for ke in (1, 2):
        wajib(naskah, hari(ke), ke=ke)

    assert services.terbitkan(hari()) == 2

    pesan = Notifikasi.objects.get()
    assert pesan.subjek == "2 laporan ditunggu"
    assert pesan.jenis == "pengingat_resmi"


def test_message_names_the_article_and_the_day(naskah, orang):
    wajib(naskah, date(2026, 8, 31))

    services.terbitkan(date(2026, 8, 24))

    pesan = Notifikasi.objects.get()
    assert "Senin, 31 Agustus 2026" in pesan.isi
    assert "Pasal 9 ayat (1)" in pesan.isi
    assert pesan.tautan == "/portal/"


def test_each_duty_keeps_the_proof_that_its_mitra_was_reminded(naskah, orang):
    kewajiban = wajib(naskah, hari(7))

    services.terbitkan(hari())

    baris = JejakAudit.objects.tentang(kewajiban).get(aksi="kewajiban_laporan.ingatkan")
    assert baris.perubahan["ambang"] == -7


def test_who_left_or_is_inactive_is_not_told(naskah, orang):
    keluar = anggota_mitra(naskah.mitra.get())
    Keanggotaan.objects.filter(pengguna=keluar).update(selesai=hari(-1))
    pensiun = anggota_mitra(naskah.mitra.get())
    pensiun.is_active = False
    pensiun.save()
    wajib(naskah, hari(7))

    services.terbitkan(hari())

    assert [p.penerima for p in PengingatLaporan.objects.all()] == [orang]


@pytest.mark.parametrize("kolom", [{"status": "terpenuhi"}, {"status": "digantikan"}])
def test_what_is_not_owed_is_not_told_of(naskah, orang, kolom):
    wajib(naskah, hari(7), **kolom)

    assert services.terbitkan(hari()) == 0


def test_quiet_days_are_made_up_for_on_the_next_working_day(naskah, orang):
    KebijakanFactory(versi="Tenang", berlaku_mulai=date(2020, 1, 1), diam_hari_libur=True)
    wajib(naskah, date(2026, 11, 28))

    sabtu, minggu, senin = (services.terbitkan(date(2026, 11, n)) for n in (28, 29, 30))

    assert (sabtu, minggu, senin) == (0, 0, 1)
    assert PengingatLaporan.objects.get().ambang == 0


def test_thirty_duties_ask_the_database_as_often_as_one(
    naskah, orang, django_assert_max_num_queries
):
    for _ in range(30):
        lain = NaskahFactory()
        anggota_mitra(lain.mitra.get())
        wajib(lain, hari(7))

    with django_assert_max_num_queries(25):
        assert services.terbitkan(hari()) == 30


def test_nobody_to_tell_is_no_reminder():
    KebijakanFactory()
    wajib(NaskahFactory(), hari(7))

    assert services.terbitkan(hari()) == 0
    PenggunaFactory(staf=True)
    assert not PengingatLaporan.objects.exists()
