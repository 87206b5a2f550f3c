"""Official documents through the client."""

from datetime import time

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from inti.models import JejakAudit
from kerjasama.models import Naskah
from pelaporan import tanda_tangan as port
from pelaporan.models import Dokumen, TandaTangan, TandaTerima
from pelaporan.pdf import HasilPdf
from pelaporan.services import dokumen as services
from pelaporan.tanda_tangan import Tanda
from pengawasan.models import Kegiatan
from pengawasan.services import surat_teguran, teguran
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import anggota_mitra, anggota_pd
from tests.factories.pelaporan import LaporanMitraFactory
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    HadirinFactory,
    KegiatanFactory,
    MatrikFactory,
    SuratTugasFactory,
    siapkan_surat,
)
from tests.factories.teguran import SuratTeguranFactory
from tests.support.pdf_tulis import pdf_berteks

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _tanpa_render(monkeypatch):
    hasil = HasilPdf(b"%PDF-1.7 palsu", 2)
    monkeypatch.setattr(services, "dokumen_pdf", lambda templat, isi, berkas: hasil)


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True))
    return client


def terbitkan(client, jenis, objek, kueri=""):
    alamat = reverse("pelaporan:dokumen-terbitkan", args=[jenis, objek.pk])
    return client.post(alamat + kueri, follow=True)


def test_a_letter_is_issued_watched_and_opened(staf):
    jawaban = terbitkan(staf, "surat_tugas", SuratTugasFactory())
    satu = Dokumen.objects.get()
    assert "Menunggu giliran" in jawaban.text
    services.kerjakan_antrean()

    kemajuan = staf.get(reverse("pelaporan:dokumen-kemajuan", args=[satu.pk])).text
    berkas = staf.get(reverse("pelaporan:dokumen-unduh", args=[satu.pk]))

    assert "2 halaman" in kemajuan
    assert berkas.getvalue() == b"%PDF-1.7 palsu"
    assert berkas["X-Content-Type-Options"] == "nosniff"
    assert JejakAudit.objects.filter(aksi="berkas.unduh").exists()


def test_a_document_that_is_not_made_yet_cannot_be_opened(staf):
    terbitkan(staf, "surat_tugas", SuratTugasFactory())

    url = reverse("pelaporan:dokumen-unduh", args=[Dokumen.objects.get().pk])

    assert staf.get(url).status_code == 404


def test_a_refusal_is_said_on_the_page_of_the_object(staf):
    jawaban = terbitkan(staf, "daftar_hadir", KegiatanFactory(ditugaskan=True))

    assert "Isi daftar hadir lebih dahulu." in jawaban.text
    assert not Dokumen.objects.exists()


def test_a_kind_that_does_not_exist_is_missing(staf):
    assert terbitkan(staf, "ijazah", KegiatanFactory()).status_code == 404


def test_a_unit_prints_its_own_berita_acara_and_no_other(client):
    berita_acara = BeritaAcaraFactory(diverifikasi=True)
    client.force_login(anggota_pd(berita_acara.perangkat_daerah))

    sendiri = terbitkan(client, "berita_acara", berita_acara)
    lain = terbitkan(client, "berita_acara", BeritaAcaraFactory(diverifikasi=True))

    assert (sendiri.status_code, lain.status_code) == (200, 404)


def test_a_unit_does_not_print_the_matrix_before_it_is_reported(client):
    kegiatan = KegiatanFactory(evaluasi=True, dilaksanakan=True)
    MatrikFactory(kegiatan=kegiatan, baris=1)
    client.force_login(anggota_pd(kegiatan.naskah.perangkat_daerah.get()))

    assert terbitkan(client, "matrik", kegiatan).status_code == 403


def test_only_those_who_plan_may_invite(client):
    kegiatan = KegiatanFactory(ditugaskan=True)
    client.force_login(anggota_pd(kegiatan.naskah.perangkat_daerah.get()))

    assert terbitkan(client, "undangan", kegiatan).status_code == 403


def test_a_mitra_opens_its_own_warning_and_no_other(client):
    surat, lain = SuratTeguranFactory(), SuratTeguranFactory()
    client.force_login(anggota_mitra(surat.teguran.mitra))

    assert terbitkan(client, "surat_teguran", surat).status_code == 200
    assert terbitkan(client, "surat_teguran", lain).status_code == 404


def hadirin_bertambah(staf):
    """A daftar hadir that was issued before somebody was added to it."""
    kegiatan = KegiatanFactory(ditugaskan=True)
    HadirinFactory(rapat__kegiatan=kegiatan)
    terbitkan(staf, "daftar_hadir", kegiatan)
    services.kerjakan_antrean()
    HadirinFactory(rapat__kegiatan=kegiatan)
    return kegiatan


def test_what_changed_since_is_shown_and_no_new_version_is_made_unasked(staf):
    kegiatan = hadirin_bertambah(staf)

    halaman = terbitkan(staf, "daftar_hadir", kegiatan).text

    assert Dokumen.objects.count() == 1
    assert "Isinya berubah sejak versi ini" in halaman
    assert "<del>1 baris</del> menjadi <strong>2 baris</strong>" in halaman


def test_opening_a_version_compares_nothing_until_that_is_asked_for(staf):
    kegiatan = hadirin_bertambah(staf)
    satu, tombol = Dokumen.objects.get().get_absolute_url(), "Bandingkan dengan data sekarang"

    sebelum = staf.get(satu).text
    terbitkan(staf, "daftar_hadir", kegiatan)

    assert tombol in sebelum
    assert "Isinya berubah" not in sebelum
    assert "Isinya berubah" in staf.get(satu).text


def test_a_comparison_that_finds_nothing_says_so(staf):
    surat = SuratTugasFactory()
    terbitkan(staf, "surat_tugas", surat)

    halaman = terbitkan(staf, "surat_tugas", surat).text

    assert "Tidak ada perubahan yang dapat diterbitkan sebagai versi baru." in halaman


def test_a_new_version_says_what_changed_and_the_old_one_stays_what_it_was(staf):
    surat = SuratTeguranFactory()
    terbitkan(staf, "surat_teguran", surat)
    lama = Dokumen.objects.get()
    Naskah.objects.update(judul="Judul yang dibetulkan")

    terbitkan(staf, "surat_teguran", surat, "?baru=ya")

    dulu, baru = Dokumen.objects.order_by("versi")
    assert (dulu.isi, dulu.sidik) == (lama.isi, lama.sidik)
    assert baru.isi["perubahan"] == [
        {
            "apa": "naskah judul",
            "lama": lama.isi["naskah_judul"],
            "baru": "Judul yang dibetulkan",
        }
    ]
    assert "naskah judul" in staf.get(baru.get_absolute_url()).text


def unduh(client, dokumen, **kueri):
    return client.get(reverse("pelaporan:dokumen-unduh", args=[dokumen.pk]), kueri)


def test_an_old_version_is_served_behind_a_notice(staf):
    terbitkan(staf, "daftar_hadir", hadirin_bertambah(staf), "?baru=ya")
    lama, baru = Dokumen.objects.order_by("versi")

    halaman = unduh(staf, lama)

    assert "sudah digantikan" in halaman.text
    assert baru.get_absolute_url() in halaman.text
    assert unduh(staf, lama, salinan="ya").getvalue() == b"%PDF-1.7 palsu"


@pytest.mark.parametrize("batal", ["surat", "kasus"])
def test_a_cancelled_warning_is_marked_wherever_it_is_opened(client, staf, batal):
    surat = SuratTeguranFactory()
    terbitkan(staf, "surat_teguran", surat)
    services.kerjakan_antrean()
    satu, orang = Dokumen.objects.get(), PenggunaFactory(staf=True)
    if batal == "surat":
        surat_teguran.batalkan(surat.pk, alasan="Salah alamat", oleh=orang)
    else:
        teguran.batalkan(surat.teguran_id, alasan="Salah alamat", oleh=orang)

    daftar = staf.get(reverse("pelaporan:dokumen-daftar")).text
    client.force_login(anggota_mitra(surat.teguran.mitra))

    assert "Tidak berlaku lagi" in daftar
    for halaman in (client.get(satu.get_absolute_url()), unduh(client, satu)):
        assert "tidak berlaku lagi" in halaman.text
        assert "Salah alamat" in halaman.text
    ulang = terbitkan(staf, "surat_teguran", surat, "?baru=ya")
    assert Dokumen.objects.count() == 1
    assert ulang.status_code == 200


def test_an_invitation_to_what_was_cancelled_is_marked(staf):
    siapkan_surat()
    kegiatan = KegiatanFactory(evaluasi=True, ditugaskan=True, waktu_rencana=time(9), tempat="Aula")
    terbitkan(staf, "undangan", kegiatan)
    Kegiatan.objects.filter(pk=kegiatan.pk).update(status="dibatalkan", alasan_batal="Ditunda")

    daftar = staf.get(reverse("pelaporan:dokumen-daftar")).context["object_list"]
    halaman = staf.get(Dokumen.objects.get().get_absolute_url()).text

    assert [d.dibatalkan for d in daftar] == [True]
    assert "Kegiatan ini dibatalkan." in halaman
    assert "Terbitkan versi baru" not in halaman


def test_an_old_version_says_so_and_leads_to_the_new_one(staf):
    kegiatan = KegiatanFactory(ditugaskan=True)
    for _ in range(2):
        HadirinFactory(rapat__kegiatan=kegiatan)
        terbitkan(staf, "daftar_hadir", kegiatan, "?baru=ya")

    lama, baru = Dokumen.objects.order_by("versi")
    halaman = staf.get(lama.get_absolute_url()).text

    assert "Ini versi lama" in halaman
    assert baru.get_absolute_url() in halaman


def test_a_letter_out_of_force_says_so_where_its_print_is_opened(staf):
    surat = SuratTugasFactory()
    terbitkan(staf, "surat_tugas", surat)
    satu = Dokumen.objects.get()
    cabut = reverse("pengawasan:surat-tugas-cabut", args=[surat.pk])

    staf.post(cabut, {"alasan": "Salah naskah"})

    assert "Surat tugas ini dicabut pada" in staf.get(satu.get_absolute_url()).text
    assert "Tidak berlaku lagi" in staf.get(reverse("pelaporan:dokumen-daftar")).text
    baru = terbitkan(staf, "surat_tugas", surat, "?baru=ya").context["dokumen"]
    assert (baru.versi, satu.isi["batal"]) == (2, "")
    assert "Alasan: Salah naskah." in baru.isi["batal"]


# --- Signed electronically ------------------------------------------------------------------

BERTANDA = pdf_berteks("BERTANDA")
TANDA = Tanda("Drs. Surya", "Penerbit A", "1f", timezone.now())


@pytest.fixture
def unggah(monkeypatch):
    """Files signed elsewhere are taken in; what is in them is another test's matter."""
    monkeypatch.setattr(settings, "TANDA_TANGAN", "unggah")
    monkeypatch.setattr(port, "periksa", lambda asal, baru: TANDA)


def kirim_tanda(client, dokumen, isi=b""):
    berkas = SimpleUploadedFile("surat.pdf", isi or BERTANDA)
    alamat = reverse("pelaporan:dokumen-tandatangani", args=[dokumen.pk])
    return client.post(alamat, {"berkas": berkas}, follow=True)


def surat_terbit(client):
    terbitkan(client, "surat_tugas", SuratTugasFactory())
    services.kerjakan_antrean()
    return Dokumen.objects.get()


def test_the_signed_file_becomes_the_issued_one_beside_the_other(staf, unggah):
    satu = surat_terbit(staf)

    halaman = kirim_tanda(staf, satu)

    bertanda = Dokumen.objects.get().tanda_tangan
    assert "Drs. Surya" in halaman.text
    assert "Penerbit A" in halaman.text
    assert unduh(staf, satu).getvalue() == bertanda.berkas.baca() == BERTANDA
    assert unduh(staf, satu, asli="ya").getvalue() == b"%PDF-1.7 palsu"
    for isi in (BERTANDA, b"%PDF-1.7 palsu"):
        diperiksa = staf.post("/v/", {"berkas": SimpleUploadedFile("a.pdf", isi)}).text
        assert "Berkas asli" in diperiksa
    keaslian = staf.get(f"/v/{satu.kode}/").text
    assert bertanda.berkas.sha256 in keaslian
    assert "Drs. Surya" not in keaslian
    assert JejakAudit.objects.filter(aksi="dokumen.tandatangani").count() == 1


def test_what_is_wrong_with_it_is_said_at_the_field(staf, unggah, monkeypatch):
    def tolak(asal, baru):
        msg = "Berkas ini belum ditandatangani secara elektronik."
        raise port.TandaDitolakError(msg)

    monkeypatch.setattr(port, "periksa", tolak)
    satu = surat_terbit(staf)

    halaman = kirim_tanda(staf, satu)

    assert "belum ditandatangani" in str(halaman.context["form"].errors["berkas"])
    assert not hasattr(Dokumen.objects.get(), "tanda_tangan")
    assert "bukan PDF" in kirim_tanda(staf, satu, b"teks").text


def test_a_document_is_signed_once(staf, unggah):
    satu = surat_terbit(staf)
    kirim_tanda(staf, satu)

    ulang = kirim_tanda(staf, satu)

    assert ulang.status_code == 200
    assert TandaTangan.objects.count() == 1


def test_only_those_entitled_see_the_form_and_may_send(client, staf, unggah):
    satu = surat_terbit(staf)
    assert "Unggah berkas bertanda tangan" in staf.get(satu.get_absolute_url()).text
    client.force_login(PenggunaFactory(tim=True))

    assert "Unggah berkas bertanda tangan" not in client.get(satu.get_absolute_url()).text
    assert kirim_tanda(client, satu).status_code == 403


def test_without_the_setting_nothing_is_taken_in(staf):
    satu = surat_terbit(staf)

    assert "Unggah berkas bertanda tangan" not in staf.get(satu.get_absolute_url()).text
    kirim_tanda(staf, satu)
    assert not TandaTangan.objects.exists()


def test_a_certificate_on_the_server_signs_what_is_made(staf, monkeypatch):
    monkeypatch.setattr(settings, "TANDA_TANGAN", "lokal")
    monkeypatch.setattr(port, "tandatangani", lambda isi: (TANDA, isi + b" bertanda"))

    satu = surat_terbit(staf)

    assert unduh(staf, satu).getvalue() == b"%PDF-1.7 palsu bertanda"
    assert "Sertifikat pada server" in staf.get(satu.get_absolute_url()).text


def test_what_cannot_be_signed_is_not_issued(staf, monkeypatch):
    def gagal(isi):
        msg = "Sertifikat pada server tidak dapat menandatangani."
        raise port.TandaDitolakError(msg)

    monkeypatch.setattr(settings, "TANDA_TANGAN", "lokal")
    monkeypatch.setattr(port, "tandatangani", gagal)

    satu = surat_terbit(staf)

    assert (satu.status, satu.berkas, satu.kesalahan[:10]) == ("antre", None, "Sertifikat")


# --- The receipt ----------------------------------------------------------------------------


def test_a_mitra_prints_the_receipt_of_its_report_and_of_no_other(client):
    laporan, lain = (LaporanMitraFactory(disampaikan=True) for _ in range(2))
    client.force_login(anggota_mitra(laporan.kewajiban.mitra))

    halaman = terbitkan(client, "tanda_terima", laporan.riwayat.get())

    satu = Dokumen.objects.get()
    assert halaman.status_code == 200
    assert reverse("pelaporan:portal-tanda-terima", args=[laporan.pk, 1]) in halaman.text
    assert terbitkan(client, "tanda_terima", lain.riwayat.get()).status_code == 404
    penerima = satu.isi["penerima"]
    assert [p["sebagai"] for p in penerima] == ["tujuan", *["tembusan"] * (len(penerima) - 1)]
    assert satu.isi["nomor"] == laporan.riwayat.get().nomor
    assert len(satu.isi["sidik"]) == 64


def test_a_receipt_stays_what_it_was_when_it_is_read(client):
    laporan = LaporanMitraFactory(disampaikan=True)
    client.force_login(anggota_mitra(laporan.kewajiban.mitra))
    terbitkan(client, "tanda_terima", laporan.riwayat.get())
    TandaTerima.objects.update(dibaca_oleh=PenggunaFactory(staf=True), dibaca_pada=timezone.now())

    terbitkan(client, "tanda_terima", laporan.riwayat.get(), "?baru=ya")

    assert Dokumen.objects.count() == 1
