"""Letter numbers, notices, files, one-use keys, periodic jobs."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import DatabaseError, transaction
from django.utils import timezone

from inti import antrean, audit
from inti.models import CatatanBerkala, NomorSurat, Notifikasi
from inti.notifikasi import antrekan
from inti.pesan import Pesan
from inti.putusan import AturanDilanggar
from inti.services import berkas as berkas_services
from inti.services import nomor_surat
from inti.services import notifikasi as notifikasi_services
from inti.services.sekali import pakai_kunci
from tests.factories.inti import (
    BerkasFactory,
    KlasifikasiSuratFactory,
    PemerintahFactory,
    PenggunaFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def surel(settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    mail.outbox = []
    return mail.outbox


def ambil(tanggal, oleh=None):
    return nomor_surat.ambil(
        jenis="Surat tugas", perihal="x", tanggal=tanggal, oleh=oleh or PenggunaFactory()
    )


def test_nomor_runs_without_gaps_and_restarts_each_january():
    PemerintahFactory()
    KlasifikasiSuratFactory()

    nomor = [ambil(t).nomor for t in (date(2025, 1, 2), date(2025, 12, 31), date(2026, 1, 1))]

    assert nomor == [
        "100.2.2.3/1/SETDA.Ks/2025",
        "100.2.2.3/2/SETDA.Ks/2025",
        "100.2.2.3/1/SETDA.Ks/2026",
    ]


def test_nomor_of_a_letter_that_was_not_made_is_given_again():
    KlasifikasiSuratFactory()
    with transaction.atomic():
        ambil(date(2026, 5, 1))
        transaction.set_rollback(True)

    assert ambil(date(2026, 5, 2)).urut == 1


def test_nomor_takes_the_code_of_its_day():
    PemerintahFactory()
    KlasifikasiSuratFactory(kode="134.4", mulai=date(2000, 1, 1), sampai=date(2023, 6, 30))
    KlasifikasiSuratFactory(kode="100.2.2.3", mulai=date(2023, 7, 1))

    assert ambil(date(2023, 6, 30)).nomor.startswith("134.4/")
    assert ambil(date(2023, 7, 1)).nomor.startswith("100.2.2.3/")


def test_cancelled_nomor_stays_visible_with_its_reason():
    KlasifikasiSuratFactory()
    nomor = ambil(date(2026, 5, 1))

    with pytest.raises(AturanDilanggar, match="alasan"):
        nomor_surat.batalkan(nomor.pk, alasan=" ", oleh=nomor.dibuat_oleh)
    nomor_surat.batalkan(nomor.pk, alasan="Salah tujuan", oleh=nomor.dibuat_oleh)

    assert NomorSurat.objects.get().alasan_batal == "Salah tujuan"
    with pytest.raises(AturanDilanggar, match="sudah dibatalkan"):
        nomor_surat.batalkan(nomor.pk, alasan="Lagi", oleh=nomor.dibuat_oleh)


def kabari(*orang):
    oleh = PenggunaFactory()
    jejak = audit.catat("naskah.ubah", oleh, oleh=oleh)
    antrekan(jejak, kepada=[*orang, oleh], pesan=Pesan("Ada\r\nkabar", "Isi"), tautan="/pesan/")
    return jejak


def test_notice_is_mailed_once_with_the_link_of_the_site(surel, settings):
    settings.SITE_URL = "https://contoh.example"
    kabari(PenggunaFactory())

    assert [notifikasi_services.kirim_antrean() for _ in range(2)] == [1, 0]

    assert len(surel) == 1
    assert surel[0].subject == "Ada kabar"
    assert "https://contoh.example/pesan/" in surel[0].body
    assert Notifikasi.objects.get().status == "terkirim"


def test_one_line_tells_each_active_person_once_and_never_the_actor():
    orang, pensiun = PenggunaFactory(), PenggunaFactory(is_active=False)
    jejak = kabari(orang, orang, pensiun)
    antrekan(jejak, kepada=[orang], pesan=Pesan("Lagi", "Isi"))

    assert [n.kepada for n in Notifikasi.objects.all()] == [orang]


def test_mail_that_fails_is_held_back_longer_each_time_then_given_up(monkeypatch):
    kabari(PenggunaFactory())
    monkeypatch.setattr(notifikasi_services, "pesan_surel", _server_mati)

    for _ in range(8):
        Notifikasi.objects.update(tunda_sampai=None)
        notifikasi_services.kirim_antrean()

    kabar = Notifikasi.objects.get()
    assert (kabar.status, kabar.percobaan, kabar.kesalahan) == ("gagal", 8, "server mati")


def _server_mati(notifikasi):
    msg = "server mati"
    raise OSError(msg)


def test_mail_that_cannot_be_made_holds_up_no_other(monkeypatch, surel):
    kabari(PenggunaFactory())
    kabari(PenggunaFactory())
    rusak, baik = Notifikasi.objects.order_by("pk")
    asli = notifikasi_services.pesan_surel
    monkeypatch.setattr(
        notifikasi_services, "pesan_surel", lambda n: 1 / 0 if n == rusak else asli(n)
    )

    assert notifikasi_services.kirim_antrean() == 2

    rusak.refresh_from_db()
    assert (rusak.status, rusak.percobaan, rusak.kesalahan) == ("antre", 1, "division by zero")
    assert [s.to for s in surel] == [[baik.kepada.email]]


def test_slow_mail_server_makes_no_claim_stale(monkeypatch, surel):
    kabari(PenggunaFactory())
    kabari(PenggunaFactory())
    kirim = notifikasi_services.kirim
    monkeypatch.setattr(notifikasi_services, "kirim", lambda pk: [kirim(pk), waktu.shift(400)])

    with time_machine.travel(timezone.now(), tick=False) as waktu:
        notifikasi_services.kirim_antrean()

    pertama, kedua = Notifikasi.objects.order_by("pk")
    assert (kedua.diambil_pada - pertama.diambil_pada).total_seconds() == 400


def test_notice_of_a_worker_that_vanished_is_sent_by_another(surel):
    kabari(PenggunaFactory())
    lama = timezone.now() - timedelta(minutes=11)
    assert Notifikasi.objects.ambil(Notifikasi.objects.get().pk, lama)

    assert notifikasi_services.kirim_antrean() == 1


def test_reading_someone_elses_notice_is_404(client):
    kabari(PenggunaFactory())
    client.force_login(PenggunaFactory())

    assert client.post(f"/pesan/{Notifikasi.objects.get().pk}/buka/").status_code == 404


def test_key_of_a_form_is_used_once():
    oleh, kunci = PenggunaFactory(), uuid4()
    pakai_kunci(kunci, oleh=oleh)

    with pytest.raises(AturanDilanggar, match="sudah dikirim"):
        pakai_kunci(kunci, oleh=oleh)
    pakai_kunci(kunci, oleh=PenggunaFactory())


def test_periksa_berkas_finds_what_changed_went_missing_or_belongs_to_no_row(capsys):
    berubah, hilang = BerkasFactory(), BerkasFactory()
    call_command("periksa_berkas")
    berubah.path.write_bytes(b"lain")
    hilang.path.unlink()
    (berubah.path.parent / ("f" * 64)).write_bytes(b"yatim")

    with pytest.raises(CommandError, match="3 masalah"):
        call_command("periksa_berkas")

    keluar = capsys.readouterr().err
    assert all(kata in keluar for kata in ("isinya berubah", "isinya hilang", "berkas tanpa baris"))


def test_disk_that_refuses_leaves_no_row_and_no_rest(monkeypatch, settings):
    monkeypatch.setattr(berkas_services.os, "fsync", _server_mati)

    with pytest.raises(OSError, match="server mati"):
        BerkasFactory()

    assert not [p for p in settings.BERKAS_DIR.rglob("*") if p.is_file()]


@pytest.fixture
def pekerjaan(settings):
    hitung = []
    settings.BERKALA = {"contoh": ("tests.inti.test_layanan.kerjakan", 26)}
    kerjakan.hitung = hitung
    return hitung


def kerjakan():
    """A periodic job of the tests."""
    kerjakan.hitung.append(1)
    return len(kerjakan.hitung)


def test_periodic_job_leaves_a_heartbeat_and_is_overdue_after_its_hours(pekerjaan):
    now = timezone.now()
    assert antrean.tertinggal(now) == ["contoh"]

    assert antrean.jalankan_berkala(now) == ["contoh"]

    assert antrean.tertinggal(now) == []
    assert antrean.tertinggal(now + timedelta(hours=27)) == ["contoh"]


def test_periodic_job_that_another_holds_is_left_alone(pekerjaan):
    now = timezone.now()
    CatatanBerkala.objects.create(nama="contoh", mulai_pada=now - timedelta(minutes=5))

    assert antrean.jalankan_berkala(now) == []
    assert antrean.jalankan_berkala(now + timedelta(hours=2)) == ["contoh"]


def test_periodic_job_that_fails_is_noted_and_may_run_again(pekerjaan, settings):
    settings.BERKALA = {"contoh": ("tests.inti.test_layanan.tidak_ada", 26)}

    assert antrean.jalankan_berkala() == []

    assert CatatanBerkala.objects.get().gagal_pada is not None


def test_queue_that_raises_does_not_stop_the_others(pekerjaan, settings):
    settings.ANTREAN = ("tests.inti.test_layanan.tidak_ada", "tests.inti.test_layanan.kerjakan")

    assert antrean.jalankan_antrean() == 1


def test_one_that_fails_stops_no_other_and_is_told_of_at_the_end():
    selesai = []

    def kerjakan(satu):
        if satu == 2:
            raise ValueError(satu)
        selesai.append(satu)

    with pytest.raises(RuntimeError, match="1 dari 3 gagal"):
        antrean.satu_per_satu([1, 2, 3], kerjakan)

    assert selesai == [1, 3]


def test_job_that_another_finished_since_it_was_asked_for_is_left_alone(pekerjaan):
    now = timezone.now()

    assert antrean.jalankan_berkala(now) == ["contoh"]

    assert antrean.jalankan_berkala(now) == []
    assert antrean.jalankan_berkala() == ["contoh"]


def test_sehat_fails_when_a_periodic_job_is_overdue(client, pekerjaan):
    antrean.jalankan_antrean()
    assert client.get("/sehat/").status_code == 503
    antrean.jalankan_berkala()

    jawaban = client.get("/sehat/")
    assert (jawaban.status_code, jawaban.json()["sehat"]) == (200, True)
    assert set(jawaban.json()["terakhir_selesai"]) == {"contoh", "antrean", "antrean-latar"}


def test_sehat_fails_when_nothing_woke_the_runner_for_ten_minutes(client, pekerjaan):
    antrean.jalankan_antrean()
    antrean.jalankan_berkala()
    CatatanBerkala.objects.filter(nama="antrean").update(
        selesai_pada=timezone.now() - timedelta(minutes=11)
    )

    jawaban = client.get("/sehat/")

    assert (jawaban.status_code, jawaban.json()["bagian"]["pekerja"]) == (503, False)


def test_sehat_says_so_when_the_database_does_not_answer(client, monkeypatch):
    monkeypatch.setattr(antrean, "berdenyut", _basis_data_mati)

    jawaban = client.get("/sehat/")

    assert (jawaban.status_code, jawaban.json()["bagian"]["basis_data"]) == (503, False)


def _basis_data_mati(now):
    raise DatabaseError


def test_runner_writes_its_heartbeat_once_a_minute_at_most(count_queries):
    now = timezone.now()
    CatatanBerkala.objects.berdenyut("antrean", now)

    with count_queries(1):
        CatatanBerkala.objects.berdenyut("antrean", now + timedelta(seconds=59))
    CatatanBerkala.objects.berdenyut("antrean", now + timedelta(seconds=61))

    assert CatatanBerkala.objects.get().selesai_pada == now + timedelta(seconds=61)
