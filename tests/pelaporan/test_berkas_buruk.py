"""Files a mitra may really send, from its page to the chair: named, and no bundle without them."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from inti.models import Notifikasi
from inti.models.klaim import PERCOBAAN_TERBANYAK
from pelaporan.services import bundel as services
from pelaporan.services import laporan as laporan_services
from tests.factories.inti import PenggunaFactory
from tests.factories.laporan import ketua, laporan_draf
from tests.factories.pelaporan import LaporanMitraFactory
from tests.support.berkas_jahat import docx, pdf_terkunci
from tests.support.pdf import embedded_files, whole_text
from tests.support.pdf_tulis import pdf_berteks

pytestmark = pytest.mark.django_db


def foto_besar():
    """A sound picture of 200 megapixels."""
    keluaran = io.BytesIO()
    Image.new("1", (20_000, 10_000)).save(keluaran, "png")
    return keluaran.getvalue()


def kirim(client, laporan, nama, isi):
    client.force_login(laporan.dibuat_oleh)
    alamat = reverse("pelaporan:portal-unggah", args=[laporan.pk])
    return client.post(alamat, {"berkas": SimpleUploadedFile(nama, isi)}, follow=True).text


def dengan_berkas(nama, isi, client):
    """A report to the chair, sent, to which the mitra's file is attached; it lies where it lies."""
    laporan = laporan_draf()
    mitra = laporan.kegiatan.naskah.kewajiban_laporan.get().laporan
    baru = LaporanMitraFactory(kewajiban__naskah=laporan.kegiatan.naskah, kewajiban__ke=2)
    kirim(client, baru, nama, isi)
    berkas = baru.berkas.get().berkas
    mitra.berkas.create(berkas=berkas, putaran=1)
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    return laporan, berkas


@pytest.mark.parametrize(
    ("nama", "buat", "sebab"),
    [
        ("Kontrak terkunci.pdf", lambda: pdf_terkunci("rahasia"), "terkunci kata sandi"),
        ("Laporan rusak.pdf", lambda: pdf_berteks("A")[:300], "PDF rusak"),
        ("Foto udara.png", foto_besar, "gambar terlalu besar; perkecil"),
        ("Surat.docx", lambda: docx({"word/vbaProject.bin": "x"}), "memuat makro"),
    ],
)
def test_file_that_cannot_be_used_is_refused_by_its_name(client, nama, buat, sebab):
    laporan = LaporanMitraFactory()

    halaman = kirim(client, laporan, nama, buat())

    assert f"Berkas “{nama}” ditolak: " in halaman
    assert sebab in halaman
    assert not laporan.berkas.exists()


def test_file_of_2_000_pages_is_named_in_the_bundle_and_embedded(client):
    isi = pdf_berteks("HALAMAN", halaman=2_000)
    laporan, _ = dengan_berkas("Buku besar.pdf", isi, client)

    services.kerjakan_antrean()

    bundel = laporan.bundel.get()
    assert bundel.status == "siap"
    hasil = bundel.berkas.baca()
    assert "Bukubesar.pdfterlalubanyakhalaman" in whole_text(hasil)
    assert list(embedded_files(hasil).values()) == [isi]


def test_attachment_deleted_on_disk_is_named_and_nothing_is_sent_until_it_is_back(client):
    laporan, berkas = dengan_berkas("Bukti.pdf", pdf_berteks("BUKTI"), client)
    isi = berkas.path.read_bytes()
    berkas.path.unlink()

    services.kerjakan_antrean()

    bundel = laporan.bundel.get()
    assert (bundel.status, bundel.langkah) == ("antre", "Akan dicoba lagi")
    while services.kerjakan_antrean():
        pass
    bundel.refresh_from_db()
    assert (bundel.status, bundel.percobaan) == ("gagal", PERCOBAAN_TERBANYAK)
    assert bundel.berkas is None
    hilang = "Berkas “Bukti.pdf” tidak ditemukan di penyimpanan."
    kabar = Notifikasi.objects.get(jejak__aksi="bundel.gagal", kepada=laporan.disusun_oleh)
    assert hilang in kabar.isi
    for orang, alamat in (
        (laporan.disusun_oleh, laporan.get_absolute_url()),
        (ketua(), reverse("pelaporan:meja-ketua-laporan", args=[laporan.pk])),
        (PenggunaFactory(staf=True), reverse("pelaporan:pekerjaan-daftar")),
    ):
        client.force_login(orang)
        assert hilang in client.get(alamat).text

    berkas.path.write_bytes(isi)
    laporan_services.ulangi_bundel(bundel.pk, oleh=laporan.disusun_oleh)
    services.kerjakan_antrean()

    bundel.refresh_from_db()
    assert "BUKTI" in whole_text(bundel.berkas.baca())
