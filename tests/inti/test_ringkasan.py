"""The digest, the choices, the port: one mail a day, nothing lost, what the law asks for kept."""

import hashlib
import hmac
import json
from datetime import datetime, timedelta
from smtplib import SMTPRecipientsRefused

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.checks import periksa_webhook
from inti.enums import JenisPesan
from inti.models import KirimanWebhook, Notifikasi, PilihanPesan, RingkasanHarian
from inti.notifikasi import Surat, antrekan, antrekan_semua
from inti.pesan import Pesan
from inti.services import notifikasi, ringkasan, webhook
from tests.factories.inti import PemerintahFactory, PenggunaFactory

pytestmark = pytest.mark.django_db
J = JenisPesan
ZONA = timezone.get_default_timezone()


def jam(pukul, hari=26):
    return datetime(2026, 11, hari, pukul, tzinfo=ZONA)


@pytest.fixture
def surel(mailoutbox):
    return mailoutbox


def ingatkan(orang, *, jenis=J.PENGINGAT, subjek="Jatuh tempo"):
    jejak = audit.catat("jadwal.ingatkan", orang, oleh=None)
    antrekan(jejak, kepada=[orang], pesan=Pesan(subjek, "Isi"), tautan="/pesan/", jenis=jenis)
    return Notifikasi.objects.get(jejak=jejak)


def kirim_pada(waktu):
    with time_machine.travel(waktu, tick=False):
        return notifikasi.kirim_antrean() + ringkasan.kirim_antrean()


def ingatkan_pada(waktu, orang, **kolom):
    with time_machine.travel(waktu, tick=False):
        return ingatkan(orang, **kolom)


def test_reminders_of_a_night_leave_as_one_mail_at_the_hour_of_the_person(surel):
    orang = PenggunaFactory()
    PilihanPesan.objects.create(pengguna=orang, pukul=9)
    for subjek in ("Jadwal", "Setoran"):
        ingatkan_pada(jam(1), orang, subjek=subjek)

    assert kirim_pada(jam(8)) == 0
    assert kirim_pada(jam(9)) == 1

    assert surel[0].subject == "2 pengingat, Kamis, 26 November 2026"
    assert "Jadwal" in surel[0].body
    assert "Setoran" in surel[0].body
    assert set(Notifikasi.objects.values_list("status", flat=True)) == {"terkirim"}


def test_a_single_reminder_goes_by_its_own_subject(surel):
    ingatkan_pada(jam(1), PenggunaFactory(), subjek="Jadwal")

    kirim_pada(jam(7))

    assert surel[0].subject == "Jadwal"


def test_what_comes_after_the_digest_waits_for_that_of_tomorrow(surel):
    orang = PenggunaFactory()
    ingatkan_pada(jam(1), orang)
    kirim_pada(jam(7))
    ingatkan_pada(jam(10), orang, subjek="Siang")

    assert kirim_pada(jam(11)) == 0
    assert kirim_pada(jam(6, hari=27)) == 0
    assert kirim_pada(jam(7, hari=27)) == 1

    assert [s.subject for s in surel] == ["Jatuh tempo", "Siang"]
    assert RingkasanHarian.objects.count() == 2


def test_what_the_law_asks_for_leaves_at_once_and_cannot_be_muted(surel):
    orang = PenggunaFactory()
    PilihanPesan.objects.create(pengguna=orang, surel_pengingat=False, surel_kabar=False)

    status = {
        jenis: ingatkan_pada(jam(1), orang, jenis=jenis, subjek=jenis.value).status for jenis in J
    }
    kirim_pada(jam(1))
    sebelum = [s.subject for s in surel]
    kirim_pada(jam(7))

    assert status == {
        J.RESMI: "antre",
        J.PENGINGAT_RESMI: "antre",
        J.PENGINGAT: "dibisukan",
        J.KABAR: "dibisukan",
    }
    assert sebelum == ["resmi"]
    assert [s.subject for s in surel] == ["resmi", "pengingat_resmi"]


def test_muted_messages_stay_in_the_application(client):
    PemerintahFactory()
    orang = PenggunaFactory()
    PilihanPesan.objects.create(pengguna=orang, surel_pengingat=False)
    ingatkan(orang, subjek="Tetap tampil")
    client.force_login(orang)

    assert "Tetap tampil" in client.get(reverse("pesan-daftar")).content.decode()


def test_worker_that_dies_after_gathering_loses_none(surel):
    orang = PenggunaFactory()
    ingatkan_pada(jam(1), orang)
    with time_machine.travel(jam(7), tick=False):
        assert ringkasan.kumpulkan(orang.pk)

    kirim_pada(jam(7))

    assert len(surel) == 1


def test_worker_that_dies_after_sending_sends_once_more_and_that_is_visible(surel, client):
    PemerintahFactory()
    orang = PenggunaFactory()
    ingatkan_pada(jam(1), orang)
    with time_machine.travel(jam(7), tick=False):
        ringkasan.kumpulkan(orang.pk)
        satu = RingkasanHarian.objects.get()
        RingkasanHarian.objects.ambil(satu.pk, timezone.now())
        ringkasan.pesan_surel(satu).send()

    assert kirim_pada(jam(7) + timedelta(minutes=5)) == 0
    assert kirim_pada(jam(7) + timedelta(minutes=11)) == 1
    assert kirim_pada(jam(9)) == 0

    assert len({s.extra_headers["Message-ID"] for s in surel}) == 1
    assert len(surel) == 2
    client.force_login(orang)
    assert "mungkin terkirim dua kali" in client.get(reverse("pesan-daftar")).content.decode()


def test_two_runners_make_one_digest(surel):
    orang = PenggunaFactory()
    ingatkan_pada(jam(1), orang)

    with time_machine.travel(jam(7), tick=False):
        assert [ringkasan.kumpulkan(orang.pk) for _ in range(2)] == [True, False]
        assert ringkasan.kirim_antrean() == 1
        assert ringkasan.kirim_antrean() == 0

    assert len(surel) == 1


def test_nobody_inactive_is_written_to(surel):
    orang = PenggunaFactory()
    ingatkan_pada(jam(1), orang)
    orang.is_active = False
    orang.save()

    kirim_pada(jam(7))

    assert surel == []
    assert Notifikasi.objects.get().status == "tanpa_surel"


@pytest.mark.parametrize(("kode", "status"), [(550, "ditolak"), (450, "antre")])
def test_what_the_server_of_the_receiver_refuses_for_good_is_not_tried_again(
    monkeypatch, kode, status
):
    orang = PenggunaFactory()
    ingatkan(orang, jenis=J.RESMI)

    def menolak(kabar):
        raise SMTPRecipientsRefused({orang.email: (kode, b"tidak dikenal")})

    monkeypatch.setattr(notifikasi, "pesan_surel", menolak)
    notifikasi.kirim_antrean()

    kabar = Notifikasi.objects.get()
    assert (kabar.status, kabar.percobaan) == (status, 1)
    assert "tidak dikenal" in kabar.kesalahan


def test_many_are_told_in_as_many_statements_as_one(django_assert_max_num_queries):
    jejak = audit.catat("jadwal.ingatkan", PenggunaFactory(), oleh=None)
    surat = [Surat(satu, Pesan(f"Untuk {satu}", "Isi")) for satu in PenggunaFactory.create_batch(5)]

    with django_assert_max_num_queries(2):
        antrekan_semua(jejak, surat, jenis=J.PENGINGAT)

    assert Notifikasi.objects.count() == 5


# --- Choices ------------------------------------------------------------------------------


def test_choices_are_kept_and_noted(client):
    PemerintahFactory()
    orang = PenggunaFactory()
    client.force_login(orang)

    client.post(reverse("pilihan-pesan"), {"pukul": "16", "surel_kabar": "on"})

    pilihan = PilihanPesan.objects.get(pengguna=orang)
    assert (pilihan.pukul, pilihan.surel_kabar, pilihan.surel_pengingat) == (16, True, False)


@pytest.mark.parametrize("pukul", ["24", "-1", "tujuh", ""])
def test_an_hour_that_is_none_is_refused_at_its_field(client, pukul):
    PemerintahFactory()
    client.force_login(PenggunaFactory())

    jawaban = client.post(reverse("pilihan-pesan"), {"pukul": pukul})

    assert jawaban.context["form"].errors["pukul"]
    assert not PilihanPesan.objects.exists()


# --- The port -----------------------------------------------------------------------------


@pytest.fixture
def layanan(settings, monkeypatch):
    """A message service that keeps what it was sent."""
    settings.WEBHOOK_URL, settings.WEBHOOK_KUNCI = "https://pesan.example/masuk", "k" * 32
    terima = []
    monkeypatch.setattr(webhook, "_pos", lambda isi, kunci: terima.append((isi, kunci)))
    return terima


def berminat():
    orang = PenggunaFactory(telepon="0812-0000-0000")
    PilihanPesan.objects.create(pengguna=orang, webhook=True)
    return orang


def test_port_is_off_by_default():
    ingatkan(berminat())

    assert not KirimanWebhook.objects.exists()
    assert webhook.kirim_antrean() == 0


def test_port_sends_what_the_person_asked_for_once(layanan):
    kabar = ingatkan(berminat(), jenis=J.RESMI)
    ingatkan(PenggunaFactory(), jenis=J.RESMI)

    assert [webhook.kirim_antrean() for _ in range(2)] == [1, 0]

    isi, kunci = layanan[0]
    assert json.loads(isi)["telepon"] == "0812-0000-0000"
    assert kunci == f"notifikasi-{kabar.pk}"
    assert KirimanWebhook.objects.get().status == "terkirim"


def test_message_to_the_service_is_signed(layanan):
    isi = webhook.isi(ingatkan(berminat()))

    sidik = hmac.new(b"k" * 32, isi, hashlib.sha256).hexdigest()
    assert webhook.tanda_tangan(isi) == f"sha256={sidik}"


def test_service_that_does_not_answer_is_asked_again_later(layanan, monkeypatch):
    def mati(isi, kunci):
        msg = "tidak menjawab"
        raise OSError(msg)

    monkeypatch.setattr(webhook, "_pos", mati)
    ingatkan(berminat(), jenis=J.RESMI)

    webhook.kirim_antrean()

    satu = KirimanWebhook.objects.get()
    assert (satu.status, satu.kesalahan) == ("antre", "tidak menjawab")
    assert satu.tunda_sampai > timezone.now()


@pytest.mark.parametrize(
    ("alamat", "kunci", "galat"),
    [
        ("", "", 0),
        ("https://pesan.example/", "k" * 32, 0),
        ("http://pesan.example/", "k" * 32, 1),
        ("https://pesan.example/", "pendek", 1),
    ],
)
def test_port_without_tls_or_key_stops_the_start(settings, alamat, kunci, galat):
    settings.WEBHOOK_URL, settings.WEBHOOK_KUNCI = alamat, kunci

    assert len(periksa_webhook()) == galat
