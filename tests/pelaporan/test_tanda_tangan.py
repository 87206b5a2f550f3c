"""The port of electronic signatures: what is signed here, and what is taken in from elsewhere."""

import io

import pikepdf
import pytest
from django.conf import settings
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.utils import timezone
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, fields, sign_pdf

from pelaporan import tanda_tangan as port
from pelaporan.sertifikat_uji import buat
from tests.support.pdf_tulis import pdf_berteks

SANDI = "rahasia-uji"


@pytest.fixture(scope="module")
def laci(tmp_path_factory):
    """An issued file, a signer and its issuer, and an issuer that nobody trusts."""
    folder = tmp_path_factory.mktemp("tanda")
    p12, akar = buat("Sri Rahayu", SANDI, pada=timezone.now())
    (folder / "uji.p12").write_bytes(p12)
    (folder / "akar.pem").write_bytes(akar)
    (folder / "asing.pem").write_bytes(buat("Asing", SANDI, pada=timezone.now())[1])
    (folder / "terbit.pdf").write_bytes(pdf_berteks("SURAT", halaman=2))
    return folder


@pytest.fixture(autouse=True)
def _pengaturan(laci, monkeypatch):
    monkeypatch.setattr(settings, "TANDA_TANGAN", "lokal")
    monkeypatch.setattr(settings, "TANDA_TANGAN_P12", str(laci / "uji.p12"))
    monkeypatch.setattr(settings, "TANDA_TANGAN_SANDI", SANDI)
    monkeypatch.setattr(settings, "TANDA_TANGAN_AKAR", str(laci / "akar.pem"))


def tandai(laci, *, ubah=None, kotak=None):
    """As a program elsewhere signs: an addition to the file, after `ubah` did its own."""
    tulis = IncrementalPdfFileWriter(io.BytesIO((laci / "terbit.pdf").read_bytes()))
    if ubah:
        ubah(tulis)
    data = PdfSignatureMetadata(field_name="Tanda")
    penanda = SimpleSigner.load_pkcs12(laci / "uji.p12", passphrase=SANDI.encode())
    tempat = fields.SigFieldSpec("Tanda", box=kotak, on_page=0) if kotak else None
    return sign_pdf(tulis, data, signer=penanda, new_field_spec=tempat).getvalue()


def ganti_isi(tulis):
    halaman = tulis.root["/Pages"]["/Kids"][0].get_object()
    halaman["/Contents"] = tulis.add_object(generic.StreamObject(stream_data=b"BT ET"))
    tulis.update_container(halaman)


def tindakan(tulis):
    tulis.root["/OpenAction"] = generic.DictionaryObject()
    tulis.update_root()


# --- Signed here ----------------------------------------------------------------------------


def test_signing_adds_to_the_file_and_changes_none_of_its_bytes(laci):
    asal = (laci / "terbit.pdf").read_bytes()

    tanda, isi = port.tandatangani(asal)

    assert isi.startswith(asal)
    assert "SERTIFIKAT UJI" in tanda.nama
    assert "BUKAN BSrE" in tanda.penerbit
    assert abs((timezone.now() - tanda.waktu).total_seconds()) < 3600
    assert port.periksa(laci / "terbit.pdf", isi) == tanda
    with pikepdf.open(io.BytesIO(isi)) as pdf:
        [medan] = pdf.Root.AcroForm.Fields
        assert medan.V.SubFilter == "/ETSI.CAdES.detached"


def test_a_wrong_passphrase_is_said(laci, monkeypatch):
    monkeypatch.setattr(settings, "TANDA_TANGAN_SANDI", "salah")

    with pytest.raises(port.TandaDitolakError, match="sandinya"):
        port.tandatangani((laci / "terbit.pdf").read_bytes())


# --- Taken in -------------------------------------------------------------------------------


@pytest.mark.parametrize("kotak", [None, (20, 20, 120, 60)], ids=["unseen", "small"])
def test_the_issued_file_with_a_signature_more_is_taken(laci, kotak):
    assert "Sri Rahayu" in port.periksa(laci / "terbit.pdf", tandai(laci, kotak=kotak)).nama


@pytest.mark.parametrize(
    ("berkas", "sebab"),
    [
        (lambda laci: (laci / "terbit.pdf").read_bytes(), "belum ditandatangani"),
        (lambda laci: pdf_berteks("LAIN"), "isi awalnya berbeda"),
        (lambda laci: tandai(laci, ubah=ganti_isi), "diubah sebelum ditandatangani"),
        (lambda laci: tandai(laci, ubah=tindakan), "diubah sebelum ditandatangani"),
        (lambda laci: tandai(laci, kotak=(0, 0, 300, 300)), "diubah sebelum ditandatangani"),
        (lambda laci: tandai(laci).replace(b"/SigFlags 3", b"/SigFlags 1"), "tidak sah"),
        (lambda laci: tandai(laci) + b"\n% lagi", "diubah setelah"),
        (lambda laci: (laci / "terbit.pdf").read_bytes() + b"\0" * 500 + b"%%EOF", "belum|rusak"),
    ],
    ids=["unsigned", "other", "content", "action", "covered", "altered", "tail", "junk"],
)
def test_any_other_file_is_refused_with_the_reason(laci, berkas, sebab):
    with pytest.raises(port.TandaDitolakError, match=sebab):
        port.periksa(laci / "terbit.pdf", berkas(laci))


def test_a_file_saved_again_after_signing_is_refused(laci):
    keluaran = io.BytesIO()
    with pikepdf.open(io.BytesIO(tandai(laci))) as pdf:
        pdf.save(keluaran)

    with pytest.raises(port.TandaDitolakError, match="isi awalnya berbeda"):
        port.periksa(laci / "terbit.pdf", keluaran.getvalue())


def test_a_change_after_signing_is_refused(laci):
    tulis = IncrementalPdfFileWriter(io.BytesIO(tandai(laci)))
    ganti_isi(tulis)
    keluaran = io.BytesIO()
    tulis.write(keluaran)

    with pytest.raises(port.TandaDitolakError, match="setelah ditandatangani"):
        port.periksa(laci / "terbit.pdf", keluaran.getvalue())


def test_an_issuer_that_is_not_trusted_is_refused(laci, monkeypatch):
    monkeypatch.setattr(settings, "TANDA_TANGAN_AKAR", str(laci / "asing.pem"))

    with pytest.raises(port.TandaDitolakError, match="dipercaya"):
        port.periksa(laci / "terbit.pdf", tandai(laci))


# --- The settings ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cara", "kosong", "galat"),
    [
        ("tanpa", "", []),
        ("lokal", "", []),
        ("unggah", "", []),
        ("lokal", "TANDA_TANGAN_P12", ["pelaporan.E002"]),
        ("unggah", "TANDA_TANGAN_AKAR", ["pelaporan.E002"]),
        ("cap", "", ["pelaporan.E001"]),
    ],
)
def test_settings_that_cannot_sign_are_told_at_start(monkeypatch, cara, kosong, galat):
    monkeypatch.setattr(settings, "TANDA_TANGAN", cara)
    if kosong:
        monkeypatch.setattr(settings, kosong, "")

    assert [c.id for c in run_checks() if c.id.startswith("pelaporan.")] == galat


def test_the_command_writes_a_certificate_that_signs_and_overwrites_none(laci, monkeypatch, capsys):
    tujuan = laci / "baru.p12"
    call_command("buat_sertifikat_uji", str(tujuan), sandi="abc", nama="Budi")
    monkeypatch.setattr(settings, "TANDA_TANGAN_P12", str(tujuan))
    monkeypatch.setattr(settings, "TANDA_TANGAN_SANDI", "abc")

    tanda, _ = port.tandatangani((laci / "terbit.pdf").read_bytes())

    assert tanda.nama == "Budi (SERTIFIKAT UJI)"
    assert tujuan.stat().st_mode & 0o077 == 0
    with pytest.raises(CommandError, match="tidak ditimpa"):
        call_command("buat_sertifikat_uji", str(tujuan), sandi="abc")
