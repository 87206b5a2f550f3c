"""What is received: capped while it streams, judged by its content."""

import io
import zipfile
from contextlib import suppress

import pikepdf
import pytest
from django.core.exceptions import BadRequest, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from inti import isi_berkas
from inti.unggahan import DOCX, JPEG, PDF, PNG, nama_aman, periksa
from inti.views.galat import permintaan_ditolak
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


def pdf_dengan(isi):
    """A page with a link whose dictionary holds `isi`; written directly into the page."""
    keluaran = io.BytesIO()
    with pikepdf.new() as dokumen:
        halaman = dokumen.add_blank_page()
        tautan = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, **isi)
        halaman.obj.Annots = pikepdf.Array([tautan])
        dokumen.save(keluaran, static_id=True)
    return keluaran.getvalue()


def tindakan(jenis, **isi):
    return pdf_dengan({"A": pikepdf.Dictionary(S=pikepdf.Name(f"/{jenis}"), **isi)})


UNDUH = pikepdf.Dictionary(S=pikepdf.Name.URI, URI="https://jahat.example")


def pdf_aliran(**kunci):
    """A page whose picture says that its bytes lie elsewhere."""
    keluaran = io.BytesIO()
    with pikepdf.new() as dokumen:
        halaman = dokumen.add_blank_page()
        aliran = dokumen.make_stream(b"", **kunci)
        halaman.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(A=aliran))
        dokumen.save(keluaran)
    return keluaran.getvalue()


def berlampiran():
    keluaran = io.BytesIO()
    with pikepdf.new() as dokumen:
        dokumen.add_blank_page()
        dokumen.attachments["tersembunyi.exe"] = b"MZ"
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
        ("a.pdf", b"<html>", "bukan PDF, JPEG, PNG, atau DOCX. Unggah berkas PDF"),
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
    "isi",
    [
        tindakan("JavaScript", JS="app.alert(1)"),
        tindakan("JavaScript").replace(b"/JavaScript", b"/J#61vaScript"),
        tindakan("Launch", F="cmd.exe"),
        tindakan("SubmitForm", F="https://jahat.example"),
        tindakan("GoToR", F=r"\\\\jahat.example\\x"),
        tindakan("GoTo", Next=pikepdf.Dictionary(S=pikepdf.Name.ImportData)),
        pdf_dengan({"FS": pikepdf.Dictionary(EF=pikepdf.Dictionary())}),
        pdf_dengan({"RichMediaContent": pikepdf.Dictionary()}),
        pdf(Names=pikepdf.Dictionary(JavaScript=pikepdf.Dictionary())),
        pdf(AcroForm=pikepdf.Dictionary(XFA=pikepdf.Array())),
        tindakan("Thread", F=r"\\\\jahat.example\\x.pdf"),
        tindakan("Rendition", R=pikepdf.Dictionary()),
        pdf_dengan({"AA": pikepdf.Dictionary(E=UNDUH)}),
        pdf(OpenAction=UNDUH),
        pdf(OpenAction=pikepdf.Dictionary(S=pikepdf.Name.GoTo, Next=UNDUH)),
        pdf_aliran(F=r"\\\\jahat.example\\x"),
        pdf_aliran(Ref=pikepdf.Dictionary(F="https://jahat.example")),
        berlampiran(),
    ],
)
def test_pdf_that_acts_is_refused_however_deep_it_hides_it(isi):
    with pytest.raises(ValidationError, match="skrip, lampiran tersembunyi"):
        periksa(SimpleUploadedFile("a.pdf", isi), (PDF,))


@pytest.mark.parametrize(
    "isi",
    [
        tindakan("URI", URI="https://contoh.example/JS"),
        pdf(OpenAction=pikepdf.Array([0, pikepdf.Name.Fit])),
        pdf(OpenAction=pikepdf.Dictionary(S=pikepdf.Name.Named, N=pikepdf.Name.Print)),
        pdf(Threads=pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name.Thread)])),
        pdf(Judul="Perjanjian A/JS (lampiran) /Launch"),
        pdf(JSON=1, Efek=pikepdf.Name.JSX),
    ],
)
def test_pdf_with_links_a_page_to_open_at_or_such_words_is_taken(isi):
    assert periksa(SimpleUploadedFile("a.pdf", isi), (PDF,)).tipe == PDF


def test_pdf_of_too_many_objects_is_refused(monkeypatch):
    monkeypatch.setattr(isi_berkas, "OBJEK_PDF_TERBANYAK", 2)

    with pytest.raises(ValidationError, match="terlalu rumit"):
        periksa(SimpleUploadedFile("a.pdf", pdf()), (PDF,))


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("a.pdf", tindakan("URI", URI="https://contoh.example")),
        ("a.png", gambar()),
        ("a.jpg", gambar("JPEG")),
        ("a.docx", zip_isi(word__document_xml="<x/>" * 50)),
    ],
)
@given(acak=st.randoms(use_true_random=False))
def test_damaged_file_is_taken_or_refused_in_words(nama, isi, acak):
    rusak = bytearray(isi)
    for _ in range(acak.randrange(1, 12)):
        rusak[acak.randrange(4, len(rusak))] = acak.randrange(256)

    with suppress(ValidationError):
        periksa(SimpleUploadedFile(nama, bytes(rusak)), SEMUA)


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


def docx(nama="a.docx"):
    return SimpleUploadedFile(nama, zip_isi(word__document_xml="<a/>", _Content__Types__xml="<a/>"))


def test_archive_of_too_many_entries_is_not_even_listed(monkeypatch):
    assert periksa(docx(), SEMUA).tipe == DOCX
    monkeypatch.setattr(isi_berkas, "ENTRI_ZIP_TERBANYAK", 1)

    with pytest.raises(ValidationError, match="bukan"):
        periksa(docx(), SEMUA)


def test_archive_that_unpacks_to_too_much_is_refused_whatever_its_ratio(monkeypatch):
    monkeypatch.setattr(isi_berkas, "ISI_ZIP_TERBESAR", 4)

    with pytest.raises(ValidationError, match="terlalu besar"):
        periksa(docx(), SEMUA)


@pytest.mark.django_db
def test_file_above_the_cap_is_cut_off_with_an_indonesian_page(client, settings):
    settings.BATAS_UNGGAH = 1024 * 1024
    client.force_login(PenggunaFactory(staf=True))
    besar = SimpleUploadedFile("a.csv", b"x" * (2 * 1024 * 1024))

    jawaban = client.post(reverse("kerjasama:impor-daftar"), {"berkas": besar})

    assert jawaban.status_code == 413
    assert "paling besar 1 MB per berkas" in jawaban.content.decode()


@pytest.mark.django_db
def test_upload_without_room_is_refused_in_words(client, settings):
    settings.CADANGAN_DISK = 2**60
    client.force_login(PenggunaFactory(staf=True))
    berkas = SimpleUploadedFile("a.csv", b"x")

    jawaban = client.post(reverse("kerjasama:impor-daftar"), {"berkas": berkas})

    assert jawaban.status_code == 507
    assert "Ruang penyimpanan hampir penuh" in jawaban.content.decode()


@pytest.mark.django_db
def test_request_that_cannot_be_read_says_no_more(rf):
    jawaban = permintaan_ditolak(rf.get("/x/"), BadRequest("internal"))

    assert (jawaban.status_code, "internal" in jawaban.content.decode()) == (400, False)
