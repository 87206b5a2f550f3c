"""The government's identity is data, changed by the administrator alone."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from inti.models import JejakAudit, Pemerintah
from tests.factories.inti import PemerintahFactory, PenggunaFactory

pytestmark = pytest.mark.django_db
ALAMAT = "/akun/pemerintah/"


def isian(**ubahan):
    asal = Pemerintah.objects.get()
    kolom = ("nama", "jenis", "nama_daerah", "tempat", "sekretariat", "unit_kerja_sama")
    isi = {n: getattr(asal, n) for n in (*kolom, "kode_unit_surat", "dasar_hukum", "ukuran_kertas")}
    return isi | ubahan


def lambang():
    gambar = io.BytesIO()
    Image.new("RGB", (8, 8), "red").save(gambar, "PNG")
    return SimpleUploadedFile("lambang.png", gambar.getvalue(), "image/png")


def test_administrator_changes_name_and_emblem_for_every_page(client):
    PemerintahFactory()
    client.force_login(PenggunaFactory(admin=True))

    client.post(ALAMAT, isian(nama="Pemerintah Kabupaten Sukamakmur", lambang_baru=lambang()))

    halaman = client.get(ALAMAT).content.decode()
    assert "Pemerintah Kabupaten Sukamakmur" in halaman
    assert reverse("lambang") in halaman
    gambar = client.get(reverse("lambang"))
    assert b"".join(gambar.streaming_content).startswith(b"\x89PNG")
    assert JejakAudit.objects.get().kalimat == "mengubah identitas pemerintah"


def test_emblem_that_is_no_picture_is_refused(client):
    PemerintahFactory()
    client.force_login(PenggunaFactory(admin=True))
    svg = SimpleUploadedFile("lambang.png", b"<svg onload=alert(1)>")

    assert "bukan PNG" in client.post(ALAMAT, isian(lambang_baru=svg)).content.decode()
    assert Pemerintah.objects.get().lambang is None


def test_others_are_refused_with_a_sentence(client):
    client.force_login(PenggunaFactory(staf=True))

    jawaban = client.get(ALAMAT)

    assert jawaban.status_code == 403
    assert "Hanya Administrator" in jawaban.content.decode()
