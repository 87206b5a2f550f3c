"""A bundle that is signed elsewhere: taken in through its page, and what becomes of it."""

import io

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, SimpleSigner, sign_pdf

from inti.models import JejakAudit
from inti.services.berkas import simpan_unggahan
from inti.unggahan import DOCX, Diperiksa
from pelaporan import tanda_tangan as port
from pelaporan.domain.putusan import Keputusan
from pelaporan.models import Bundel, TandaTangan
from pelaporan.pdf import HasilPdf
from pelaporan.sertifikat_uji import buat
from pelaporan.services import bundel as services
from pelaporan.services import laporan as laporan_services
from pelaporan.services import putusan
from pelaporan.tanda_tangan import Tanda
from tests.factories.inti import PenggunaFactory
from tests.factories.laporan import (
    kegiatan_lengkap,
    ketua,
    laporan_draf,
    laporan_terkirim,
    menunggu,
    sha256_bundel,
)
from tests.factories.pelaporan import berkas_pdf
from tests.support.berkas_jahat import docx
from tests.support.pdf import embedded_files
from tests.support.pdf_tulis import pdf_berteks

pytestmark = pytest.mark.django_db

SANDI = "rahasia-uji"
BERTANDA = pdf_berteks("BERTANDA")
TANDA = Tanda("Drs. Surya", "Penerbit A", "1f", timezone.now())


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True))
    return client


@pytest.fixture
def bundel(monkeypatch):
    """A bundle that is ready; what is in files signed elsewhere is the port's matter."""
    monkeypatch.setattr(settings, "TANDA_TANGAN", "unggah")
    monkeypatch.setattr(port, "periksa", lambda asal, baru: TANDA)
    hasil = HasilPdf(b"%PDF-1.7 palsu", 3)
    monkeypatch.setattr(services, "bundel_pdf", lambda isi, berkas: hasil)
    return laporan_terkirim().bundel.get()


def alamat(nama, bundel):
    return reverse(f"pelaporan:{nama}", args=[bundel.pk])


def kirim(client, bundel, isi=BERTANDA):
    berkas = SimpleUploadedFile("bundel.pdf", isi)
    return client.post(alamat("bundel-tanda", bundel), {"berkas": berkas}, follow=True)


def unduh(client, bundel, **kueri):
    return client.get(alamat("bundel-unduh", bundel), kueri).getvalue()


def test_the_real_bundle_signed_by_another_program_is_taken(staf, monkeypatch, tmp_path):
    p12, akar = buat("Sri Rahayu", SANDI, pada=timezone.now())
    for nama, isi in (("uji.p12", p12), ("akar.pem", akar)):
        (tmp_path / nama).write_bytes(isi)
    monkeypatch.setattr(settings, "TANDA_TANGAN", "unggah")
    monkeypatch.setattr(settings, "TANDA_TANGAN_AKAR", str(tmp_path / "akar.pem"))
    laporan = laporan_draf(baris=60)
    mitra = laporan.kegiatan.naskah.kewajiban_laporan.get().laporan
    for berkas in (berkas_pdf(), Diperiksa(docx(), DOCX, "surat.docx")):
        mitra.berkas.create(berkas=simpan_unggahan(berkas, oleh=None), putaran=1)
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    services.kerjakan_antrean()
    satu = laporan.bundel.get()
    asal = unduh(staf, satu)
    assert len(embedded_files(asal)) == 2
    penanda = SimpleSigner.load_pkcs12(tmp_path / "uji.p12", passphrase=SANDI.encode())
    tulis = IncrementalPdfFileWriter(io.BytesIO(asal))
    bertanda = sign_pdf(tulis, PdfSignatureMetadata(field_name="T"), signer=penanda).getvalue()

    assert "belum ditandatangani" in kirim(staf, satu, asal).text
    assert "isi awalnya berbeda" in kirim(staf, satu).text
    halaman = kirim(staf, satu, bertanda)

    assert "Sri Rahayu" in halaman.text
    assert unduh(staf, satu) == bertanda
    assert satu.halaman > 12


def test_the_signed_file_becomes_the_issued_one_beside_the_other(staf, bundel):
    halaman = kirim(staf, bundel)

    tanda = Bundel.objects.get().tanda_tangan
    assert "Drs. Surya" in halaman.text
    assert unduh(staf, bundel) == tanda.berkas.baca() == BERTANDA
    assert unduh(staf, bundel, asli="ya") == b"%PDF-1.7 palsu"
    for isi in (BERTANDA, b"%PDF-1.7 palsu"):
        diperiksa = staf.post("/v/", {"berkas": SimpleUploadedFile("a.pdf", isi)}).text
        assert "Berkas asli" in diperiksa
    assert tanda.berkas.sha256 in staf.get(f"/v/{bundel.kode}/").text
    assert JejakAudit.objects.tentang(bundel).filter(aksi="bundel.tandatangani").count() == 1


def test_the_report_leads_there_while_it_waits_and_names_the_signer_then(staf, bundel):
    laporan = bundel.laporan.get_absolute_url()
    assert alamat("bundel-tanda", bundel) in staf.get(laporan).text

    kirim(staf, bundel)

    assert "ditandatangani Drs. Surya" in staf.get(laporan).text
    assert "Unggah berkas bertanda tangan" not in staf.get(alamat("bundel-tanda", bundel)).text


def test_the_chair_decides_on_the_file_that_was_sent(staf, bundel):
    dibuka = sha256_bundel(bundel.laporan)
    kirim(staf, bundel)

    putusan.putuskan(
        bundel.laporan_id,
        oleh=ketua(),
        keputusan={r.pk: Keputusan(setuju=True) for r in menunggu(bundel.laporan)},
        sha256_bundel=dibuka,
    )

    bundel.laporan.refresh_from_db()
    assert bundel.laporan.status == "disetujui"


def test_a_bundle_is_signed_once(staf, bundel):
    kirim(staf, bundel)

    assert "Drs. Surya" in kirim(staf, bundel).text
    assert TandaTangan.objects.count() == 1


def test_a_bundle_that_was_sent_again_is_not_signed(staf, bundel):
    Bundel.objects.filter(pk=bundel.pk).update(versi=0)

    assert "tidak berlaku lagi" in staf.get(alamat("bundel-tanda", bundel)).text
    kirim(staf, bundel)
    assert not TandaTangan.objects.exists()


def test_only_those_entitled_see_the_form_and_may_send(client, staf, bundel):
    assert "Unggah berkas bertanda tangan" in staf.get(alamat("bundel-tanda", bundel)).text
    client.force_login(PenggunaFactory(tim=True))

    assert "menunggu tanda tangan" in client.get(alamat("bundel-tanda", bundel)).text
    assert alamat("bundel-tanda", bundel) not in client.get(bundel.laporan.get_absolute_url()).text
    assert kirim(client, bundel).status_code == 403


def test_who_signs_the_report_sends_it_too(client, bundel):
    penanda = PenggunaFactory(tim=True)
    bundel.isi["laporan"]["ketua_tim"]["jabatan"] = penanda.kedudukan[0].sebutan
    bundel.save(update_fields=["isi"])
    client.force_login(penanda)

    kirim(client, bundel)

    assert TandaTangan.objects.get().diunggah_oleh == penanda


def test_without_the_setting_nothing_is_taken_in(staf, bundel, monkeypatch):
    monkeypatch.setattr(settings, "TANDA_TANGAN", "tanpa")

    assert "tidak dinyalakan" in staf.get(alamat("bundel-tanda", bundel)).text
    kirim(staf, bundel)
    assert not TandaTangan.objects.exists()


def test_a_bundle_that_waits_for_its_making_says_so(staf, monkeypatch):
    monkeypatch.setattr(settings, "TANDA_TANGAN", "unggah")
    laporan = laporan_services.susun(kegiatan_lengkap().pk, oleh=PenggunaFactory(tim=True))
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)

    assert "Tunggu sampai" in staf.get(alamat("bundel-tanda", laporan.bundel.get())).text
