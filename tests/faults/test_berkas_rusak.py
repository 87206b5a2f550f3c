"""F17: bytes that change or vanish on the disk are found, told of once, and never handed out."""

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from inti.antrean import jalankan_antrean, jalankan_berkala
from inti.models import BerkasRusak, JejakAudit, Notifikasi
from inti.services import berkas_utuh
from kerjasama.models import DokumenNaskah
from tests.factories.inti import BerkasFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory

pytestmark = pytest.mark.django_db


def balik_satu_bita(berkas, letak):
    isi = bytearray(berkas.path.read_bytes())
    isi[letak % len(isi)] ^= 1
    berkas.path.write_bytes(isi)


@pytest.fixture
def dokumen(client):
    client.force_login(PenggunaFactory(staf=True))
    client.raise_request_exception = False
    return DokumenNaskah.objects.create(naskah=NaskahFactory(), berkas=BerkasFactory())


@pytest.fixture
def alamat(dokumen):
    return reverse("kerjasama:naskah-dokumen-buka", args=[dokumen.naskah.pk, dokumen.pk])


def test_one_changed_byte_in_each_of_twenty_is_found_in_one_night(client, settings):
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
    assert JejakAudit.objects.filter(aksi="berkas.rusak").count() == 22
    assert Notifikasi.objects.filter(jejak__aksi="berkas.rusak").count() == 22
    jalankan_antrean()
    sehat = client.get("/sehat/")
    assert (sehat.status_code, sehat.json()["bagian"]["berkas_utuh"]) == (503, False)


@pytest.mark.parametrize("lewat_nginx", ["", "/berkas-privat/"])
def test_changed_bytes_are_refused_at_once(client, dokumen, alamat, settings, lewat_nginx):
    settings.KIRIM_LEWAT_NGINX = lewat_nginx
    balik_satu_bita(dokumen.berkas, 3)

    jawaban = client.get(alamat)

    assert jawaban.status_code == 500
    assert "Berkas tidak dikirim" in jawaban.text
    assert "X-Accel-Redirect" not in jawaban
    assert not JejakAudit.objects.filter(aksi="berkas.unduh").exists()
    assert BerkasRusak.objects.get().berkas == dokumen.berkas


def test_a_large_file_is_refused_once_the_night_has_read_it(client, dokumen, alamat, monkeypatch):
    monkeypatch.setattr(berkas_utuh, "DIBACA_SELALU", 0)
    balik_satu_bita(dokumen.berkas, 3)
    assert client.get(alamat).getvalue()

    berkas_utuh.periksa_semua()

    assert client.get(alamat).status_code == 500


def test_what_is_put_back_is_handed_out_again(client, dokumen, alamat, capsys):
    isi = dokumen.berkas.path.read_bytes()
    balik_satu_bita(dokumen.berkas, 3)
    assert client.get(alamat).status_code == 500
    client.force_login(PenggunaFactory(admin=True))
    gagal = reverse("pelaporan:pekerjaan-daftar")
    assert f"Berkas nomor {dokumen.berkas.pk}" in client.get(gagal).text
    with pytest.raises(CommandError, match="1 masalah"):
        call_command("periksa_berkas")
    dokumen.berkas.path.write_bytes(isi)

    call_command("periksa_berkas")

    assert not BerkasRusak.objects.exists()
    assert JejakAudit.objects.filter(aksi="berkas.pulih").count() == 1
    assert f"Berkas nomor {dokumen.berkas.pk}" not in client.get(gagal).text
    client.force_login(PenggunaFactory(staf=True))
    assert client.get(alamat).getvalue()


def test_the_same_bytes_received_again_put_it_right():
    rusak = BerkasFactory(isi=b"%PDF-1.4 sama")
    balik_satu_bita(rusak, 3)
    assert berkas_utuh.periksa_semua() == 1

    BerkasFactory(isi=b"%PDF-1.4 sama")

    assert berkas_utuh.periksa_semua() == 0
    assert not BerkasRusak.objects.exists()
