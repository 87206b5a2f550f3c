"""F12: what a clock wrote that ran ahead for a while holds nothing up once it is right again."""

from datetime import timedelta

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from inti import antrean, audit
from inti.enums import JenisPesan
from inti.models import CatatanBerkala, KirimanWebhook, Notifikasi, RingkasanHarian
from inti.notifikasi import antrekan
from inti.pesan import Pesan
from inti.services import notifikasi, ringkasan
from kerjasama.models import Impor
from pelaporan.enums import JenisDokumen
from pelaporan.models import Dokumen
from pelaporan.queries.pekerjaan import berkala_gagal
from pelaporan.services import dokumen
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.pengawasan import SuratTugasFactory

pytestmark = pytest.mark.django_db
JAUH = [timedelta(hours=12), timedelta(days=1), timedelta(days=40), timedelta(days=3650)]


def kerjakan():
    """A periodic job of the tests."""
    if kerjakan.gagal:
        raise ValueError
    return 1


@pytest.fixture(autouse=True)
def pekerjaan(settings):
    settings.BERKALA = {"contoh": ("tests.faults.test_jam_mundur.kerjakan", 26)}
    kerjakan.gagal = False


@pytest.fixture
def jam():
    """A clock that stands still; `move_to` sets it."""
    with time_machine.travel(timezone.now(), tick=False) as satu:
        yield satu


def kabari(jenis=JenisPesan.RESMI):
    oleh = PenggunaFactory()
    with transaction.atomic():
        jejak = audit.catat("naskah.ubah", oleh, oleh=None)
        antrekan(jejak, kepada=[oleh], pesan=Pesan("Ada kabar", "Isi"), jenis=jenis)
    return Notifikasi.objects.get(jejak=jejak)


@pytest.mark.parametrize("jauh", JAUH)
def test_the_night_and_the_pulse_go_on_when_the_clock_comes_back(client, jam, jauh):
    awal = timezone.now()
    jam.shift(jauh)
    assert antrean.jalankan_berkala() == ["contoh"]
    antrean.jalankan_antrean()

    jam.move_to(awal + timedelta(minutes=1))
    bagian = client.get("/sehat/").json()["bagian"]
    assert (bagian["pekerja"], bagian["pekerjaan_berkala"]) == (False, False)
    antrean.jalankan_antrean()
    assert antrean.jalankan_berkala(hanya_tertinggal=True) == ["contoh"]

    assert client.get("/sehat/").json()["sehat"] is True
    # And it is noticed when they stop again.
    jam.shift(timedelta(hours=27))
    bagian = client.get("/sehat/").json()["bagian"]
    assert (bagian["pekerja"], bagian["pekerjaan_berkala"]) == (False, False)


def test_a_night_cut_off_by_the_clock_is_taken_up_after_it(jam):
    kelak = timezone.now() + timedelta(days=40)
    CatatanBerkala.objects.create(nama="contoh", mulai_pada=kelak)

    assert antrean.jalankan_berkala() == ["contoh"]


def test_how_a_night_ended_ahead_of_time_hides_no_later_end(jam):
    kelak = timezone.now() + timedelta(days=40)
    for kolom, gagal in (("selesai_pada", True), ("gagal_pada", False)):
        kerjakan.gagal = gagal
        CatatanBerkala.objects.update_or_create(
            nama="contoh", defaults={"mulai_pada": kelak, kolom: kelak}
        )
        antrean.jalankan_berkala()
        assert berkala_gagal().exists() is gagal
        jam.shift(timedelta(minutes=1))


@pytest.mark.parametrize(
    ("menit", "segar"), [(-27 * 60, False), (-5, True), (5, True), (90, False)]
)
def test_a_backup_dated_ahead_is_no_fresh_one(client, settings, menit, segar):
    settings.CADANGAN_JAM = 26
    pada = timezone.now() + timedelta(minutes=menit)
    CatatanBerkala.objects.create(nama="cadangan", selesai_pada=pada)

    assert client.get("/sehat/").json()["bagian"]["cadangan"] is segar


@pytest.mark.parametrize("jauh", JAUH)
def test_mail_that_failed_ahead_of_time_goes_when_the_clock_comes_back(
    jam, jauh, monkeypatch, mailoutbox
):
    awal, pesan = timezone.now(), kabari()
    jam.shift(jauh)
    with monkeypatch.context() as putus:
        putus.setattr(notifikasi, "pesan_surel", lambda _: 1 / 0)
        notifikasi.kirim_antrean()
    jam.move_to(awal)

    assert notifikasi.kirim_antrean() == 1
    pesan.refresh_from_db()
    assert (pesan.status, pesan.percobaan, len(mailoutbox)) == ("terkirim", 2, 1)


def test_mail_held_back_as_long_as_the_backoff_goes_waits(jam, monkeypatch):
    kabari()
    monkeypatch.setattr(notifikasi, "pesan_surel", lambda _: 1 / 0)
    for percobaan in range(1, 8):
        assert notifikasi.kirim_antrean() == 1
        jam.shift(timedelta(minutes=2**percobaan, seconds=-1))
        assert notifikasi.kirim_antrean() == 0
        jam.shift(timedelta(seconds=1))


def test_mail_that_was_being_sent_ahead_of_time_is_taken_up_and_marked(jam, mailoutbox):
    pesan = kabari()
    assert Notifikasi.objects.ambil(pesan.pk, timezone.now() + timedelta(days=40))

    assert notifikasi.kirim_antrean() == 1
    pesan.refresh_from_db()
    assert (pesan.status, pesan.diulang) == ("terkirim", True)


def test_a_digest_put_off_ahead_of_time_goes_and_one_of_today_waits_for_its_hour(jam, mailoutbox):
    now = timezone.now()
    for tunda in (now + timedelta(days=41), now + timedelta(hours=23)):
        pesan = kabari(JenisPesan.PENGINGAT)
        Notifikasi.objects.filter(pk=pesan.pk).update(tunda_sampai=tunda)

    ringkasan.kirim_antrean()

    assert len(mailoutbox) == 1
    # The next one of the same person has its place tomorrow, not a day after the wrong time.
    satu = RingkasanHarian.objects.get().pesan.get()
    satu.pk, satu.status, satu.ringkasan = None, "antre", None
    satu.jejak = audit.catat("naskah.ubah", satu.kepada, oleh=None)
    satu.terkirim_pada, satu.tunda_sampai = None, now + timedelta(days=41)
    satu.save()
    ringkasan.kirim_antrean()
    satu.refresh_from_db()
    assert satu.tunda_sampai == now + timedelta(days=1)


def test_a_message_for_the_message_service_waits_for_the_hour_of_the_digest(jam):
    for jauh in (timedelta(hours=23), timedelta(days=40)):
        tunda = timezone.now() + jauh
        KirimanWebhook.objects.create(notifikasi=kabari(), tunda_sampai=tunda)

    siap = KirimanWebhook.objects.siap_kirim(timezone.now())

    assert [satu.tunda_sampai for satu in siap] == [timezone.now() + timedelta(days=40)]


def test_a_document_that_was_taken_ahead_of_time_is_made(jam):
    PemerintahFactory()
    staf = PenggunaFactory(staf=True)
    satu = dokumen.terbitkan(JenisDokumen.SURAT_TUGAS, SuratTugasFactory().pk, oleh=staf)
    now = timezone.now()
    assert Dokumen.objects.ambil(satu.pk, now + timedelta(days=40))

    # Once: who took it up holds it.
    assert [Dokumen.objects.ambil(satu.pk, now) for _ in range(2)] == [True, False]


def test_a_list_that_was_taken_ahead_of_time_is_taken_up(jam):
    now = timezone.now()
    impor = Impor.objects.create(
        nama="a.xlsx", sha256="0" * 64, pekerjaan="terima", diambil_pada=now + timedelta(days=40)
    )

    assert [Impor.objects.ambil(impor.pk, now) for _ in range(2)] == [True, False]
