"""F17: bytes that change or vanish on the disk are found, told of once, and never handed out."""

import errno
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from inti.antrean import jalankan_antrean, jalankan_berkala
from inti.models import Berkas, BerkasRusak, JejakAudit, Notifikasi, PemeriksaanBerkas
from inti.services import berkas_utuh
from kerjasama.models import DokumenNaskah
from tests.factories.inti import BerkasFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory

pytestmark = pytest.mark.django_db


def balik_satu_bita(berkas, letak=3):
    isi = bytearray(berkas.path.read_bytes())
    isi[letak % len(isi)] ^= 1
    berkas.path.write_bytes(isi)


def dokumen_baru():
    return DokumenNaskah.objects.create(naskah=NaskahFactory(), berkas=BerkasFactory())


def alamat_dari(dokumen):
    return reverse("kerjasama:naskah-dokumen-buka", args=[dokumen.naskah.pk, dokumen.pk])


@pytest.fixture
def dokumen(client):
    client.force_login(PenggunaFactory(staf=True))
    client.raise_request_exception = False
    return dokumen_baru()


@pytest.fixture
def alamat(dokumen):
    return alamat_dari(dokumen)


def kabar():
    return Notifikasi.objects.filter(jejak__aksi="berkas.rusak").order_by("pk")


def baris_jejak(aksi="berkas.rusak"):
    return JejakAudit.objects.filter(aksi=aksi).count()


def test_one_changed_byte_in_each_of_twenty_is_found_in_one_night(client):
    PenggunaFactory(admin=True)
    utuh, rusak = BerkasFactory.create_batch(5), BerkasFactory.create_batch(20)
    hilang = BerkasFactory()
    kembar = BerkasFactory(isi=rusak[0].path.read_bytes())
    for letak, satu in enumerate(rusak):
        balik_satu_bita(satu, letak)
    hilang.path.unlink()

    jalankan_berkala()
    jalankan_berkala()

    keadaan = dict(BerkasRusak.objects.values_list("berkas", "keadaan"))
    assert keadaan.pop(hilang.pk) == "hilang"
    assert set(keadaan) == {satu.pk for satu in [*rusak, kembar]}
    assert set(keadaan.values()) == {"berubah"}
    assert not {satu.pk for satu in utuh} & set(keadaan)
    # Once each, however many nights go by.
    assert baris_jejak() == 22
    jalankan_antrean()
    sehat = client.get("/sehat/")
    assert (sehat.status_code, sehat.json()["bagian"]["berkas_utuh"]) == (503, False)


def test_a_night_tells_each_administrator_once_of_all_it_found(client):
    admin = PenggunaFactory(admin=True)
    PenggunaFactory(admin=True)
    PenggunaFactory(staf=True)
    for satu in BerkasFactory.create_batch(3):
        balik_satu_bita(satu)
    for satu in BerkasFactory.create_batch(1200, isi=b"%PDF-1.4 sama"):
        satu.path.unlink(missing_ok=True)

    berkas_utuh.periksa_malam()

    assert kabar().count() == 2
    satu = kabar().get(kepada=admin)
    assert satu.subjek == "1.203 berkas di penyimpanan rusak"
    assert "3 isinya berubah dan 1.200 isinya hilang" in satu.isi
    client.force_login(admin)
    assert "Berkas rusak" in client.get(satu.tautan).text

    balik_satu_bita(BerkasFactory())
    berkas_utuh.periksa_malam()

    assert kabar().count() == 4
    assert kabar().filter(kepada=admin).last().subjek == "1 berkas di penyimpanan rusak"


def test_lost_disk_costs_as_many_statements_for_sixty_files_as_for_three():
    PenggunaFactory(admin=True)
    berkas_utuh.periksa_malam()

    banyak = []
    for ke in (3, 60):
        for satu in BerkasFactory.create_batch(ke):
            satu.path.unlink()
        with CaptureQueriesContext(connection) as kueri:
            berkas_utuh.periksa_malam()
        banyak.append(len(kueri))

    assert banyak[0] == banyak[1]
    assert (kabar().count(), baris_jejak()) == (2, 63)


def test_a_night_that_died_before_it_told_is_told_of_by_the_next(monkeypatch):
    PenggunaFactory(admin=True)
    balik_satu_bita(BerkasFactory())
    with monkeypatch.context() as mati:
        mati.setattr(berkas_utuh, "kabari", lambda: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            berkas_utuh.periksa_malam()
    assert kabar().count() == 0

    berkas_utuh.periksa_malam()

    assert (kabar().count(), baris_jejak()) == (1, 1)


@pytest.mark.parametrize("lewat_nginx", ["", "/berkas-privat/"])
def test_changed_bytes_are_refused_at_once(client, dokumen, alamat, settings, lewat_nginx):
    settings.KIRIM_LEWAT_NGINX = lewat_nginx
    balik_satu_bita(dokumen.berkas)

    jawaban = client.get(alamat)

    assert jawaban.status_code == 500
    assert "Berkas tidak dikirim" in jawaban.text
    assert "X-Accel-Redirect" not in jawaban
    assert baris_jejak("berkas.unduh") == 0
    assert BerkasRusak.objects.get().berkas == dokumen.berkas


def test_file_that_the_disk_cannot_read_is_refused_and_stops_no_night(
    client, dokumen, alamat, monkeypatch
):
    sesudah = BerkasFactory()
    balik_satu_bita(sesudah)
    buka = Path.open

    def open_(path, *args, **kwargs):
        if path == dokumen.berkas.path:
            raise OSError(errno.EIO, "Input/output error")
        return buka(path, *args, **kwargs)

    monkeypatch.setattr(Path, "open", open_)

    assert "Berkas tidak dikirim" in client.get(alamat).text
    assert berkas_utuh.periksa_malam() == 2
    assert BerkasRusak.objects.get(berkas=dokumen.berkas).keadaan == "gagal_baca"
    assert BerkasRusak.objects.get(berkas=sesudah).keadaan == "berubah"


def test_of_many_opened_in_a_day_the_first_is_told_at_once_and_the_night_tells_the_rest(
    client, dokumen, time_machine
):
    time_machine.move_to("2026-11-02T09:00:00+07:00", tick=False)
    admin = PenggunaFactory(admin=True)
    semua = [dokumen, dokumen_baru(), dokumen_baru()]
    for satu in semua:
        balik_satu_bita(satu.berkas)
        for _ in range(2):
            assert client.get(alamat_dari(satu)).status_code == 500

    assert [k.subjek for k in kabar()] == ["1 berkas di penyimpanan rusak"]
    assert baris_jejak() == 3

    time_machine.move_to("2026-11-03T01:15:00+07:00", tick=False)
    berkas_utuh.periksa_malam()
    assert [k.subjek for k in kabar()][1:] == ["2 berkas di penyimpanan rusak"]

    esok = dokumen_baru()
    balik_satu_bita(esok.berkas)
    client.get(alamat_dari(esok))
    assert [k.subjek for k in kabar().filter(kepada=admin)][2:] == ["1 berkas di penyimpanan rusak"]


def test_a_large_file_is_refused_once_the_night_has_read_it(client, dokumen, alamat, monkeypatch):
    monkeypatch.setattr(berkas_utuh, "DIBACA_SELALU", 0)
    balik_satu_bita(dokumen.berkas)
    assert client.get(alamat).getvalue()

    berkas_utuh.periksa_malam()

    assert client.get(alamat).status_code == 500


def test_what_is_put_back_is_handed_out_again(client, dokumen, alamat):
    isi = dokumen.berkas.path.read_bytes()
    balik_satu_bita(dokumen.berkas)
    assert client.get(alamat).status_code == 500
    for rusak in ([], ["--rusak"]):
        with pytest.raises(CommandError, match="1 masalah"):
            call_command("periksa_berkas", *rusak)
    dokumen.berkas.path.write_bytes(isi)

    call_command("periksa_berkas")

    assert not BerkasRusak.objects.exists()
    assert (baris_jejak(), baris_jejak("berkas.pulih")) == (1, 1)
    assert client.get(alamat).getvalue()


def test_what_is_put_back_is_found_by_reading_the_damaged_alone(dokumen, capsys):
    lain = BerkasFactory()
    balik_satu_bita(dokumen.berkas)
    berkas_utuh.periksa_malam()
    balik_satu_bita(dokumen.berkas)
    balik_satu_bita(lain)

    call_command("periksa_berkas", "--rusak")

    assert not BerkasRusak.objects.exists()
    assert "Tidak ada lagi berkas yang rusak." in capsys.readouterr().out


def test_changed_file_that_then_vanishes_is_said_to_be_gone(dokumen):
    balik_satu_bita(dokumen.berkas)
    berkas_utuh.periksa_malam()
    dokumen.berkas.path.unlink()

    berkas_utuh.periksa_malam()

    assert BerkasRusak.objects.get().keadaan == "hilang"
    assert baris_jejak() == 2


def test_the_same_bytes_received_again_put_it_right():
    rusak = BerkasFactory(isi=b"%PDF-1.4 sama")
    balik_satu_bita(rusak)
    assert berkas_utuh.periksa_malam() == 1

    BerkasFactory(isi=b"%PDF-1.4 sama")

    assert berkas_utuh.periksa_malam() == 0
    assert not BerkasRusak.objects.exists()


# More than one night.


@pytest.fixture
def dibaca(monkeypatch):
    """Which files were read, in their order; each takes a minute of the clock of the night."""
    semua, jam = [], [0.0]
    kerusakan = Berkas.kerusakan

    def baca(berkas):
        semua.append(berkas.pk)
        jam[0] += 60
        return kerusakan(berkas)

    monkeypatch.setattr(Berkas, "kerusakan", baca)
    monkeypatch.setattr(berkas_utuh, "monotonic", lambda: jam[0])
    return semua


@pytest.mark.parametrize("sekali", [1, 2, 500])
def test_a_night_reads_on_where_the_one_before_stopped(dibaca, settings, monkeypatch, sekali):
    settings.PERIKSA_BERKAS_MENIT = 4
    monkeypatch.setattr(berkas_utuh, "SEKALI", sekali)
    BerkasFactory.create_batch(10)
    urut = list(Berkas.objects.order_by("sha256").values_list("pk", flat=True))

    for malam in (urut[:4], urut[4:8], urut[8:], urut[:4]):
        dibaca.clear()
        berkas_utuh.periksa_malam()
        assert dibaca == malam


def test_every_night_reads_at_least_one_file(dibaca, settings):
    settings.PERIKSA_BERKAS_MENIT = 0
    BerkasFactory.create_batch(3)

    for _ in range(3):
        berkas_utuh.periksa_malam()

    assert len(set(dibaca)) == 3


def test_damaged_ones_are_read_first_and_leave_half_of_the_night(dibaca, settings):
    settings.PERIKSA_BERKAS_MENIT = 4
    rusak = BerkasFactory.create_batch(6)
    for satu in rusak:
        balik_satu_bita(satu)
    berkas_utuh.periksa_semua()
    dibaca.clear()

    berkas_utuh.periksa_malam()

    assert len(dibaca) == 4
    assert len(set(dibaca[2:])) == 2
    assert PemeriksaanBerkas.objects.get().sampai == Berkas.objects.get(pk=dibaca[-1]).sha256


def test_what_is_gone_is_found_every_night_though_nothing_is_read(dibaca, settings):
    settings.PERIKSA_BERKAS_MENIT = 1
    terakhir = max(BerkasFactory.create_batch(8), key=lambda b: b.sha256)
    terakhir.path.unlink()

    berkas_utuh.periksa_malam()

    assert BerkasRusak.objects.get().berkas == terakhir
    assert len(dibaca) == 2


def test_it_is_known_since_when_every_file_was_read(dibaca, settings, time_machine):
    settings.PERIKSA_BERKAS_MENIT = 6
    BerkasFactory.create_batch(10)
    mulai = timezone.now().replace(microsecond=0)
    for malam in range(2):
        time_machine.move_to(mulai + timedelta(days=malam), tick=False)
        assert not PemeriksaanBerkas.objects.exclude(lengkap_sejak=None).exists()
        berkas_utuh.periksa_malam()

    satu = PemeriksaanBerkas.objects.get()
    assert (satu.lengkap_sejak, satu.mulai_pada, satu.sampai) == (mulai, None, "")

    call_command("periksa_berkas")

    satu.refresh_from_db()
    assert satu.lengkap_sejak == mulai + timedelta(days=1)
