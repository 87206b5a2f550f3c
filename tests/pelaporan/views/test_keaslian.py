"""Anybody verifies a document by its code or its file, and learns nothing else of it."""

import io
from html import unescape

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from inti.models import Berkas, JejakAudit
from inti.templatetags.tampilan import waktu
from pelaporan.enums import JenisDokumen, StatusLaporan
from pelaporan.models import Bundel, Dokumen
from pelaporan.pdf import HasilPdf
from pelaporan.services import bundel as bundel_services
from pelaporan.services import dokumen as services
from pelaporan.services import laporan as laporan_services
from pelaporan.services import pencabutan, putusan
from pengawasan.domain.tim import Pengecualian
from pengawasan.queries.tim import anggota_tetap
from pengawasan.services import surat_teguran, surat_tugas
from tests.factories.inti import PenggunaFactory
from tests.factories.laporan import ketua, laporan_draf, laporan_terkirim, sha256_bundel
from tests.factories.pengawasan import (
    HadirinFactory,
    KegiatanFactory,
    MatrikFactory,
    SuratTugasFactory,
    hari,
    isi_kursi_tetap,
    siapkan_surat,
)
from tests.factories.teguran import SuratTeguranFactory

pytestmark = pytest.mark.django_db
ALAMAT = "/v/"


@pytest.fixture(autouse=True)
def _tanpa_render(monkeypatch):
    """Rendering is another test's matter; every document has bytes of its own."""
    isi = lambda *bahan: HasilPdf(f"%PDF {bahan[-2]['kode']}".encode(), 1)  # noqa: E731
    monkeypatch.setattr(services, "dokumen_pdf", isi)
    monkeypatch.setattr(bundel_services, "bundel_pdf", isi)


def terbit(jenis, objek):
    dokumen = services.terbitkan(jenis, objek.pk, oleh=PenggunaFactory(staf=True))
    services.kerjakan_antrean()
    dokumen.refresh_from_db()
    return dokumen


@pytest.fixture
def surat():
    siapkan_surat()
    return terbit(JenisDokumen.SURAT_TUGAS, SuratTugasFactory())


def buka(client, kode):
    return client.get(reverse("pelaporan:keaslian-rincian", args=[kode]))


def periksa(client, alamat, isi, nama="surat.pdf"):
    berkas = io.BytesIO(isi)
    berkas.name = nama
    return client.post(alamat, {"berkas": berkas})


# --- What is told ---------------------------------------------------------------------------


def test_anybody_is_told_where_a_letter_stands_and_nothing_of_its_content(client, surat):
    halaman = unescape(buka(client, surat.kode).text)

    isi = surat.isi
    for kata in ("Berlaku", "Surat tugas", isi["nomor"], isi["pejabat"]["jabatan"]):
        assert kata in halaman
    assert surat.berkas.sha256 in halaman
    rahasia = [isi["pejabat"]["nama"], surat.diminta_oleh.nama, isi["kegiatan"][0]["tempat"]]
    rahasia += [a["nama"] for a in isi["anggota"]]
    rahasia += [isi["kegiatan"][0]["naskah"][n] for n in ("judul", "nomor")]
    rahasia += isi["kegiatan"][0]["naskah"]["mitra"]
    assert [kata for kata in rahasia if kata and kata in halaman] == []


def test_the_signatories_of_a_daftar_hadir_are_not_told(client):
    hadirin = HadirinFactory()
    dokumen = terbit(JenisDokumen.DAFTAR_HADIR, hadirin.rapat.kegiatan.get())

    halaman = buka(client, dokumen.kode).text

    assert "Para penanda tangan yang tercantum" in halaman
    assert hadirin.nama not in halaman


def test_a_bundle_is_told_by_what_it_printed(client):
    laporan = laporan_draf()
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    bundel_services.kerjakan_antrean()
    bundel = Bundel.objects.get()

    halaman = buka(client, bundel.kode).text

    for kata in ("Berlaku", "Laporan evaluasi", bundel.isi["laporan"]["nomor"]):
        assert kata in halaman
    assert laporan.kegiatan.naskah.judul not in halaman


def test_a_bundle_that_was_sent_again_is_superseded(client):
    laporan = laporan_draf()
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    bundel_services.kerjakan_antrean()
    type(laporan).objects.update(versi=2)

    assert "Sudah digantikan" in buka(client, Bundel.objects.get().kode).text


def test_a_bundle_that_was_sent_back_is_in_force_no_more(client):
    laporan = laporan_terkirim(evaluasi=False)
    bundel = Bundel.objects.get()
    putusan.putuskan(
        laporan.pk,
        sha256_bundel=sha256_bundel(laporan),
        keputusan={},
        kembalikan=True,
        catatan="Lengkapi foto.",
        oleh=ketua(),
    )

    halaman = buka(client, bundel.kode).text

    assert "Dikembalikan untuk diperbaiki" in halaman
    assert "Lengkapi foto" not in halaman
    assert "tidak berlaku lagi" in periksa(client, ALAMAT, bundel.berkas.baca()).text


def test_a_bundle_that_was_revoked_says_when_and_why(client):
    laporan = laporan_draf()
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    bundel_services.kerjakan_antrean()
    pencabutan.cabut(
        laporan.pk,
        selagi=StatusLaporan.DIKIRIM,
        alasan="Lampiran <b>keliru</b>.",
        oleh=laporan.disusun_oleh,
    )
    bundel = Bundel.objects.get()

    halaman = buka(client, bundel.kode).text
    diunggah = periksa(client, ALAMAT, bundel.berkas.baca()).text

    for satu in (halaman, diunggah):
        assert "Lampiran &lt;b&gt;keliru&lt;/b&gt;." in satu
        assert waktu(bundel.dicabut_pada) in satu
        assert laporan.disusun_oleh.nama not in satu
    assert "Tidak berlaku lagi" in halaman
    assert "Berkas asli, tidak berlaku lagi" in diunggah


@pytest.mark.parametrize("kode", ["0" * 32, "x", "0" * 31, "%00", "a" * 300])
def test_a_code_that_was_never_printed_is_not_known(client, surat, kode):
    jawaban = client.get(f"/v/{kode}/")

    assert jawaban.status_code == 404
    assert "Kode tidak dikenal" in jawaban.text


def test_a_code_without_a_file_is_not_known_yet(client):
    siapkan_surat()
    objek = SuratTugasFactory()
    dokumen = services.terbitkan(
        JenisDokumen.SURAT_TUGAS, objek.pk, oleh=PenggunaFactory(staf=True)
    )

    assert buka(client, dokumen.kode).status_code == 404


def test_the_draft_of_a_matrix_has_no_address_and_is_not_known(client):
    kegiatan = KegiatanFactory(evaluasi=True, dilaksanakan=True)
    MatrikFactory(kegiatan=kegiatan, baris=1)
    konsep = terbit(JenisDokumen.MATRIK, kegiatan)

    assert konsep.isi["alamat"] == ""
    assert buka(client, konsep.kode).status_code == 404
    assert "Bukan berkas yang diterbitkan" in periksa(client, ALAMAT, konsep.berkas.baca()).text


# --- Superseded and revoked -----------------------------------------------------------------


def test_an_older_version_says_so_and_does_not_lead_to_the_newer(client):
    kegiatan = KegiatanFactory(ditugaskan=True)
    HadirinFactory(rapat__kegiatan=kegiatan)
    lama = terbit(JenisDokumen.DAFTAR_HADIR, kegiatan)
    HadirinFactory(rapat__kegiatan=kegiatan)
    baru = terbit(JenisDokumen.DAFTAR_HADIR, kegiatan)

    halaman = buka(client, lama.kode).text

    assert "Sudah digantikan" in halaman
    assert baru.kode not in halaman
    assert "Sudah digantikan" not in buka(client, baru.kode).text


def test_a_cancelled_warning_is_revoked_without_its_reason(client):
    surat = SuratTeguranFactory()
    dokumen = terbit(JenisDokumen.SURAT_TEGURAN, surat)
    surat_teguran.batalkan(surat.pk, alasan="Salah alamat", oleh=PenggunaFactory(staf=True))

    halaman = buka(client, dokumen.kode).text

    assert "Tidak berlaku lagi" in halaman
    assert "Dicabut" in halaman
    assert "Salah alamat" not in halaman


@pytest.mark.parametrize(("cara", "kini"), [("cabut", "Dicabut"), ("gantikan", "Digantikan")])
def test_a_letter_of_assignment_out_of_force_is_revoked_or_superseded(client, surat, cara, kini):
    oleh = PenggunaFactory(staf=True)
    if cara == "cabut":
        surat_tugas.cabut(surat.objek_id, alasan="Salah naskah", oleh=oleh)
    else:
        isi_kursi_tetap("kasubag-tata-kelola")
        surat_tugas.gantikan(
            surat.objek_id,
            tanggal=hari(),
            anggota=anggota_tetap(hari()),
            pengecualian=[Pengecualian("kasubag-tata-kelola", "Pensiun", pengganti="Sri")],
            alasan="Mutasi",
            oleh=oleh,
        )

    assert kini in buka(client, surat.kode).text


# --- By file --------------------------------------------------------------------------------


@pytest.mark.parametrize("dengan_kode", [True, False], ids=["at the code", "without one"])
def test_the_file_as_issued_is_recognised(client, surat, dengan_kode):
    alamat = f"/v/{surat.kode}/" if dengan_kode else ALAMAT

    halaman = periksa(client, alamat, surat.berkas.baca()).text

    assert "Berkas asli" in halaman
    assert surat.isi["nomor"] in halaman


def test_one_byte_more_is_another_file(client, surat):
    halaman = periksa(client, f"/v/{surat.kode}/", surat.berkas.baca() + b"\n").text

    assert "Bukan berkas yang diterbitkan" in halaman


def test_the_file_of_another_document_is_named_as_such(client, surat):
    lain = terbit(JenisDokumen.SURAT_TUGAS, SuratTugasFactory())

    halaman = periksa(client, f"/v/{surat.kode}/", lain.berkas.baca()).text

    assert "sebagai dokumen lain" in halaman
    assert f"/v/{lain.kode}/" in halaman


def test_a_file_that_is_out_of_force_says_so(client, surat):
    surat_tugas.cabut(surat.objek_id, alasan="Salah", oleh=PenggunaFactory(staf=True))

    assert "asli, tidak berlaku lagi" in periksa(client, ALAMAT, surat.berkas.baca()).text


def test_nothing_of_the_file_is_kept(client, surat, monkeypatch):
    monkeypatch.setattr("tempfile._TemporaryFileWrapper", None)
    berkas, jejak = Berkas.objects.count(), JejakAudit.objects.count()

    jawaban = periksa(client, ALAMAT, b"%PDF-1.7 rahasia" * 300_000)

    assert jawaban.status_code == 200
    assert (Berkas.objects.count(), JejakAudit.objects.count()) == (berkas, jejak)


def test_a_file_beyond_the_cap_is_cut_off(client, monkeypatch):
    monkeypatch.setattr(settings, "BATAS_PERIKSA", 1024 * 1024)

    jawaban = periksa(client, ALAMAT, b"x" * (1024 * 1024 + 1))

    assert jawaban.status_code == 413
    assert "paling besar 1 MB" in jawaban.text


@pytest.mark.parametrize(
    ("isi", "kata"), [({}, "Pilih berkas"), ({"berkas": "teks"}, "Pilih berkas")]
)
def test_without_a_file_the_field_says_so(client, surat, isi, kata):
    assert kata in client.post(f"/v/{surat.kode}/", isi).text


def test_an_empty_file_is_refused_at_its_field(client):
    assert "Berkas itu kosong." in periksa(client, ALAMAT, b"").text


def test_a_name_of_markup_ends_as_text(client, surat):
    halaman = periksa(client, ALAMAT, b"x", nama="<script>alert(1)</script>.pdf").text

    assert "<script>alert" not in halaman


def test_the_token_is_asked_for(surat):
    tamu = Client(enforce_csrf_checks=True)

    assert periksa(tamu, ALAMAT, surat.berkas.baca()).status_code == 403


# --- The door -------------------------------------------------------------------------------


def test_a_typed_code_leads_to_its_document(client, surat):
    diketik = " ".join(surat.kode.upper()[i : i + 4] for i in range(0, 32, 4))

    jawaban = client.get(ALAMAT, {"kode": diketik})

    assert jawaban["Location"] == f"/v/{surat.kode}/"


def test_a_code_mistyped_says_what_a_code_is(client):
    assert "32 angka dan huruf" in client.get(ALAMAT, {"kode": "123"}).text


def test_one_address_may_ask_so_often(client, surat, monkeypatch):
    cache.clear()
    monkeypatch.setattr(settings, "KEASLIAN_PER_MENIT", 2)

    status = [buka(client, kode).status_code for kode in ("1" * 32, "2" * 32, surat.kode)]

    assert status == [404, 404, 429]
    terlalu = periksa(client, ALAMAT, b"x")
    assert (terlalu.status_code, terlalu["Retry-After"]) == (429, "60")


def test_answers_are_neither_kept_nor_indexed(client, surat):
    jawaban = buka(client, surat.kode)

    assert "no-store" in jawaban["Cache-Control"]
    assert "noindex" in jawaban.text


def test_codes_have_128_bits(monkeypatch):
    """Drawn as keys are, and not made from anything of the document."""
    siapkan_surat()
    laporan = laporan_draf()
    monkeypatch.setattr("secrets.token_hex", lambda banyak: "5a" * banyak)
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)

    surat = terbit(JenisDokumen.SURAT_TUGAS, SuratTugasFactory())

    assert {surat.kode, Bundel.objects.get().kode} == {"5a" * 16}
    assert Dokumen._meta.get_field("kode").unique
    assert Bundel._meta.get_field("kode").unique
