"""Mail servers that say no, say nothing, or vanish after taking the message: nothing is lost."""

import email
import socket
import socketserver
import threading
from collections import Counter
from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
import time_machine
from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.models import Notifikasi
from inti.notifikasi import antrekan
from inti.pesan import Pesan
from inti.services import notifikasi
from tests.factories.inti import PemerintahFactory, PenggunaFactory

pytestmark = pytest.mark.django_db(transaction=True)
PESAN = 12


class Percakapan(socketserver.StreamRequestHandler):
    """One visit of a mail program, as far as the server of the day allows."""

    def handle(self):
        peladen = self.server
        peladen.kunjungan += 1
        if peladen.watak == "pergi":
            return
        if peladen.watak == "bisu":
            peladen.selesai.wait(20)
            return
        self._jawab("220 siap")
        for baris in self.rfile:
            kata = baris.strip().upper()
            if kata == b"DATA":
                self._jawab("354 mulai")
                peladen.terima(self.rfile)
                if peladen.watak == "mati sesudah menerima":
                    return
                self._jawab("250 diterima")
            elif kata == b"QUIT":
                self._jawab("221 selesai")
                return
            else:
                menolak = peladen.watak == "menolak" and kata.startswith(b"RCPT")
                self._jawab("451 coba lagi nanti" if menolak else "250 baik")

    def _jawab(self, baris):
        self.wfile.write(f"{baris}\r\n".encode())


class Peladen(socketserver.ThreadingTCPServer):
    """A mail server at this machine with a character; keeps the Message-ID of what it took."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Percakapan)
        self.watak, self.kunjungan, self.diterima = "biasa", 0, Counter()
        self.selesai = threading.Event()

    def terima(self, masukan):
        isi = b"".join(iter(masukan.readline, b".\r\n"))
        self.diterima[email.message_from_bytes(isi)["Message-ID"]] += 1


@pytest.fixture
def peladen(settings):
    with Peladen() as satu:
        threading.Thread(target=satu.serve_forever, daemon=True).start()
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = satu.server_address
        settings.EMAIL_TIMEOUT = 1
        yield satu
        satu.selesai.set()
        satu.shutdown()


@pytest.fixture
def pesan():
    PemerintahFactory()
    oleh, kepada = PenggunaFactory(), PenggunaFactory()
    for nomor in range(PESAN):
        with transaction.atomic():
            jejak = audit.catat("naskah.ubah", oleh, oleh=oleh, nomor=nomor)
            antrekan(jejak, kepada=[kepada], pesan=Pesan(f"Kabar {nomor}", "Isi"))


def kirim_sampai(saat, sampai):
    """As the runner does until nothing is due, an hour at a time."""
    while saat <= sampai:
        with time_machine.travel(saat, tick=False):
            while notifikasi.kirim_antrean():
                pass
        saat += timedelta(hours=1)


def test_two_days_of_refusal_end_in_one_mail_each_and_no_storm(pesan, peladen):
    peladen.watak = "menolak"
    mulai = timezone.now()
    kirim_sampai(mulai, mulai + timedelta(hours=3))
    percobaan = peladen.kunjungan
    peladen.watak = "biasa"
    kirim_sampai(mulai + timedelta(hours=4), mulai + timedelta(hours=5))

    # Held back longer each time: no more than once an hour each, however often the runner looks.
    assert percobaan <= 4 * PESAN
    assert len(peladen.diterima) == PESAN
    assert set(peladen.diterima.values()) == {1}
    assert {n.status for n in Notifikasi.objects.all()} == {"terkirim"}


def test_what_is_given_up_is_shown_and_can_be_sent_again(pesan, peladen):
    peladen.watak = "menolak"
    mulai = timezone.now()
    kirim_sampai(mulai, mulai + timedelta(hours=48))

    gagal = Notifikasi.objects.filter(status="gagal")
    assert gagal.count() == PESAN
    assert all("451" in satu.kesalahan for satu in gagal)
    assert peladen.kunjungan <= 8 * PESAN


def test_a_server_that_says_nothing_holds_up_one_message_at_a_time(pesan, peladen):
    peladen.watak = "bisu"
    Notifikasi.objects.exclude(pk=Notifikasi.objects.latest("pk").pk).update(
        tunda_sampai=timezone.now() + timedelta(hours=1)
    )

    notifikasi.kirim_antrean()

    satu = Notifikasi.objects.get(percobaan=1)
    assert satu.status == "antre"
    assert "timed out" in satu.kesalahan
    assert satu.tunda_sampai > timezone.now()


@pytest.mark.parametrize("bisu", [True, False])
def test_a_turn_ends_early_when_no_server_is_there_and_the_next_goes_on(pesan, peladen, bisu):
    peladen.watak = "bisu" if bisu else "pergi"
    # Whoever has no account any more says nothing of the server.
    pensiun = Notifikasi.objects.order_by("pk")[1]
    pensiun.kepada = PenggunaFactory(is_active=False)
    pensiun.save()

    assert notifikasi.kirim_antrean() == 3 + 1

    assert peladen.kunjungan == 3
    dicoba = Notifikasi.objects.filter(percobaan=1).exclude(pk=pensiun.pk)
    assert {satu.status for satu in dicoba} == {"antre"}
    sisa = Notifikasi.objects.filter(percobaan=0, status="antre", tunda_sampai=None)
    assert (dicoba.count(), sisa.count()) == (3, PESAN - 4)
    # Those that nobody tried come first, also when the others are due again.
    Notifikasi.objects.update(tunda_sampai=None)
    lama = set(dicoba.values_list("pk", flat=True))
    assert notifikasi.kirim_antrean() == 3
    assert not Notifikasi.objects.filter(pk__in=lama).exclude(percobaan=1).exists()
    peladen.watak = "biasa"
    Notifikasi.objects.update(tunda_sampai=None)
    notifikasi.kirim_antrean()
    assert (len(peladen.diterima), set(peladen.diterima.values())) == (PESAN - 1, {1})
    assert not Notifikasi.objects.belum_terkirim().exists()


def test_a_server_that_answers_is_asked_for_every_message(pesan, peladen):
    peladen.watak = "menolak"

    assert notifikasi.kirim_antrean() == PESAN

    assert peladen.kunjungan == PESAN


def test_some_that_break_every_connection_end_in_sight_and_hold_up_no_other(
    pesan, peladen, monkeypatch
):
    racun = set(Notifikasi.objects.order_by("pk").values_list("pk", flat=True)[:6])
    asli = notifikasi.pesan_surel

    def pesan_surel(satu):
        if satu.pk in racun:
            raise SMTPServerDisconnected
        return asli(satu)

    monkeypatch.setattr(notifikasi, "pesan_surel", pesan_surel)
    for _ in range(3):
        notifikasi.kirim_antrean()
    assert len(peladen.diterima) == PESAN - len(racun)

    kirim_sampai(timezone.now(), timezone.now() + timedelta(hours=24))

    assert set(Notifikasi.objects.filter(status="gagal").values_list("pk", flat=True)) == racun


def test_a_message_taken_without_an_answer_goes_again_under_the_same_name(pesan, peladen):
    peladen.watak = "mati sesudah menerima"
    mulai = timezone.now()
    kirim_sampai(mulai, mulai)
    peladen.watak = "biasa"
    kirim_sampai(mulai + timedelta(hours=1), mulai + timedelta(hours=1))

    # Twice, and every mail program can tell: the Message-ID is the same.
    assert len(peladen.diterima) == PESAN
    assert set(peladen.diterima.values()) == {2}
    assert {n.status for n in Notifikasi.objects.all()} == {"terkirim"}
    assert {n.percobaan for n in Notifikasi.objects.all()} == {2}


def test_servers_port_is_free_again(peladen):
    with socket.create_connection(peladen.server_address, timeout=2) as sambungan:
        assert sambungan.recv(3) == b"220"
