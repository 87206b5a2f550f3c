"""What is received: capped while it streams, judged by its content."""

import io
import zipfile

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from inti.unggahan import DOCX, JPEG, PDF, PNG, nama_aman, periksa
from tests.factories.inti import PenggunaFactory

SEMUA = (PDF, JPEG, PNG, DOCX)


def gambar(jenis="PNG"):
    keluaran = io.BytesIO()
    Image.new("RGB", (4, 4)).save(keluaran, jenis)
    return keluaran.getvalue()


def pdf(**isi):
    keluaran = io.BytesIO()
    with pikepdf.new() as dokumen:
        dokumen.add_blank_page()
        for kunci, nilai in isi.items():
            dokumen.Root[f"/{kunci}"] = nilai
        dokumen.save(keluaran)
    return keluaran.getvalue()


def zip_isi(**anggota):
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w") as arsip:
        for nama, isi in anggota.items():
            arsip.writestr(nama.replace("__", "/").replace("_xml", ".xml"), isi)
    return keluaran.getvalue()


@pytest.mark.parametrize(
    ("nama", "isi", "tipe"),
    [
        ("a.pdf", pdf(), PDF),
        ("a.PNG", gambar(), PNG),
        ("a.jpeg", gambar("JPEG"), JPEG),
        ("a.docx", zip_isi(word__document_xml="x"), DOCX),
    ],
)
def test_sound_file_is_taken_for_what_it_holds(nama, isi, tipe):
    assert periksa(SimpleUploadedFile(nama, isi), SEMUA).tipe == tipe


@pytest.mark.parametrize(
    ("nama", "isi", "sebut"),
    [
        ("a.pdf", b"", "kosong"),
        ("a.pdf", gambar(), "tidak sesuai dengan namanya"),
        ("a.pdf", b"<html>", "bukan PDF"),
        ("a.svg", b"<svg/>", "bukan PDF"),
        ("a.pdf", b"%PDF-1.7 rusak", "rusak"),
        ("a.png", gambar()[:40], "rusak"),
        ("a.pdf", pdf(OpenAction=pikepdf.Dictionary(S=pikepdf.Name.JavaScript)), "skrip"),
        ("a.docx", zip_isi(word__document_xml="x", vbaProject="x"), "makro"),
    ],
)
def test_file_that_is_not_what_it_says_is_refused_with_the_reason(nama, isi, sebut):
    with pytest.raises(ValidationError, match=sebut):
        periksa(SimpleUploadedFile(nama, isi), SEMUA)


@pytest.mark.parametrize(
    ("nama", "aman"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\surat\\a.pdf", "a.pdf"),
        ("a\x00\r\n.pdf", "a.pdf"),
        ("\u202egnp.pdf", "gnp.pdf"),
        ("", "tanpa-nama"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_name_is_a_label_only(nama, aman):
    assert nama_aman(nama) == aman


@pytest.mark.django_db
def test_file_above_the_cap_is_cut_off_with_an_indonesian_page(client, settings):
    settings.BATAS_UNGGAH = 1024 * 1024
    client.force_login(PenggunaFactory(staf=True))
    besar = SimpleUploadedFile("a.csv", b"x" * (2 * 1024 * 1024))

    jawaban = client.post(reverse("kerjasama:impor-daftar"), {"berkas": besar})

    assert jawaban.status_code == 400
    assert "terlalu besar" in jawaban.content.decode()
