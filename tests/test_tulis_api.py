"""Writing through the interface for programs: once by its key, never over somebody's change."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from pengawasan.models import BeritaAcara
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, anggota_pd
from tests.factories.pelaporan import LaporanMitraFactory
from tests.factories.pengawasan import KegiatanFactory, siapkan_surat
from tests.factories.token_api import Program

pytestmark = pytest.mark.django_db


@pytest.fixture
def kegiatan():
    return KegiatanFactory(ditugaskan=True)


@pytest.fixture
def program(kegiatan):
    return Program(anggota_pd(kegiatan.naskah.perangkat_daerah.first()))


def isi(kegiatan, **lain):
    return {
        "perangkat_daerah": kegiatan.naskah.perangkat_daerah.first().pk,
        "jenis": "tinjau_lokasi",
        "tanggal_kejadian": str(timezone.localdate() - timedelta(days=1)),
        "tempat": "Lokasi",
        "temuan": [{"uraian": "Berjalan."}],
        "penanda_tangan": [{"nama": "Rina", "mewakili": "perangkat_daerah"}],
    } | lain


def susun(program, kegiatan, **kepala):
    alamat = reverse("api:berita-acara-tambah", args=[kegiatan.pk])
    return program.kirim(alamat, isi(kegiatan), **kepala)


def ubah(program, pk, data):
    alamat = reverse("api:berita-acara-rincian", args=[pk])
    return program.put(alamat, data, content_type="application/json")


def test_berita_acara_is_drafted_changed_and_submitted(program, kegiatan):
    siapkan_surat()
    baru = susun(program, kegiatan).json()
    data = isi(kegiatan, versi=baru["versi"], tempat="Lain", jenis="rapat")
    diubah = ubah(program, baru["id"], data).json()

    diajukan = program.kirim(reverse("api:berita-acara-ajukan", args=[baru["id"]])).json()

    assert (diubah["tempat"], diajukan["status"]["kode"]) == ("Lain", "diajukan")
    assert diajukan["nomor"]


def test_same_key_writes_once(program, kegiatan):
    kunci = {"Idempotency-Key": str(uuid4())}

    assert [susun(program, kegiatan, **kunci).status_code for _ in range(2)] == [201, 409]
    assert BeritaAcara.objects.count() == 1


def test_key_that_is_none_is_refused_at_its_header(program, kegiatan):
    response = susun(program, kegiatan, **{"Idempotency-Key": "1"})

    assert (response.status_code, list(response.json()["galat"])) == (400, ["Idempotency-Key"])


def test_older_version_changes_nothing(program, kegiatan):
    baru = susun(program, kegiatan).json()
    ubah(program, baru["id"], isi(kegiatan, versi=baru["versi"], tempat="Kedua"))

    response = ubah(program, baru["id"], isi(kegiatan, versi=baru["versi"], tempat="Ketiga"))

    assert response.status_code == 409
    assert BeritaAcara.objects.get().tempat == "Kedua"


def test_what_the_form_refuses_is_told_at_its_field(program, kegiatan):
    besok = str(timezone.localdate() + timedelta(days=1))
    alamat = reverse("api:berita-acara-tambah", args=[kegiatan.pk])

    response = program.kirim(alamat, isi(kegiatan, tanggal_kejadian=besok))

    assert (response.status_code, list(response.json()["galat"])) == (400, ["tanggal_kejadian"])


def test_report_of_the_mitra_is_submitted_with_its_receipt():
    laporan = LaporanMitraFactory()
    program = Program(laporan.dibuat_oleh)

    terkirim = program.kirim(reverse("api:portal-sampaikan", args=[laporan.pk])).json()

    assert (terkirim["status"]["kode"], terkirim["riwayat"][0]["ke"]) == ("disampaikan", 1)
    lagi = program.kirim(reverse("api:portal-sampaikan", args=[laporan.pk]))
    assert lagi.status_code == 409


def test_field_that_the_form_does_not_have_is_refused():
    laporan = LaporanMitraFactory()
    program = Program(laporan.dibuat_oleh)
    data = {"versi": laporan.versi, "isi": {"rahasia": "x"}}

    response = program.patch(
        reverse("api:portal-laporan", args=[laporan.pk]), data, content_type="application/json"
    )

    assert (response.status_code, list(response.json()["galat"])) == (400, ["rahasia"])


def test_what_the_server_sets_is_not_taken_from_a_program(program, kegiatan):
    server = {"status": "diverifikasi", "nomor": 1, "diterima_pada": "2020-01-01T00:00:00Z"}
    alamat = reverse("api:berita-acara-tambah", args=[kegiatan.pk])

    pk = program.kirim(alamat, isi(kegiatan, disusun_oleh=1, **server)).json()["id"]
    ubah(program, pk, isi(kegiatan, versi=1, diverifikasi_oleh=1, **server))

    satu = BeritaAcara.objects.get(pk=pk)
    assert (satu.status, satu.versi, satu.nomor, satu.diterima_pada) == ("draf", 2, None, None)
    assert satu.disusun_oleh.keanggotaan.get().perangkat_daerah == satu.perangkat_daerah
    assert satu.diverifikasi_oleh is None


def test_upload_is_checked_by_its_content():
    naskah, program = NaskahFactory(), Program(PenggunaFactory(staf=True))
    palsu = SimpleUploadedFile("naskah.pdf", b"<html>", "application/pdf")
    alamat = reverse("api:naskah-dokumen", args=[naskah.pk])

    response = program.post(alamat, {"berkas": palsu, "jenis": "naskah"})

    assert (response.status_code, naskah.dokumen.count()) == (400, 0)
    assert "berkas" in response.json()["galat"]
