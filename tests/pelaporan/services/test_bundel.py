"""Making bundles: each once, told once, and whatever goes wrong stays with the one bundle."""

from datetime import timedelta

import pytest
from django.utils import timezone

from inti.models import JejakAudit, Notifikasi
from inti.putusan import AturanDilanggar
from inti.services.berkas import simpan_unggahan
from pelaporan.models import Bundel
from pelaporan.pdf import GagalRenderError, HasilPdf
from pelaporan.services import bundel as services
from pelaporan.services import laporan as laporan_services
from pelaporan.services import pekerjaan
from tests.factories.inti import BerkasFactory
from tests.factories.laporan import ketua, laporan_draf, laporan_terkirim
from tests.factories.pelaporan import berkas_pdf
from tests.support.pdf import F4, F4_LANDSCAPE, bookmarks_of, embedded_files, pages_of, whole_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def antre():
    """A bundle that waits."""
    laporan = laporan_draf()
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    return Bundel.objects.get()


@pytest.fixture
def tanpa_render(monkeypatch):
    """Rendering is another test's matter."""
    hasil = HasilPdf(b"%PDF-1.7 palsu", 3)
    monkeypatch.setattr(services, "bundel_pdf", lambda isi, berkas: hasil)


def gagal(*args):
    msg = "Terlalu panjang."
    raise GagalRenderError(msg)


# --- What is made ---------------------------------------------------------------------------


def test_bundel_of_a_sent_evaluasi_is_one_f4_document_with_all_five_letters():
    laporan = laporan_terkirim(baris=12)
    isi = laporan.bundel.get().berkas.baca()

    halaman = pages_of(isi)
    assert {h.size for h in halaman} == {F4, F4_LANDSCAPE}
    assert laporan.bundel.get().halaman == len(halaman)
    assert [judul.partition(". ")[2] for judul, _ in bookmarks_of(isi)][1:] == [
        f"Laporan mitra: {laporan.kegiatan.naskah.mitra.get()}",
        "Daftar hadir peserta rapat",
        "Notulensi rapat",
        "Berita acara rapat",
        "Matrik hasil evaluasi",
    ]
    assert str(laporan.nomor) in halaman[0].text


def test_uploaded_pdf_is_merged_and_kept_as_it_was():
    laporan = laporan_draf()
    lampiran = berkas_pdf(teks="asli")
    mitra = laporan.kegiatan.naskah.kewajiban_laporan.get().laporan
    mitra.berkas.create(berkas=simpan_unggahan(lampiran, oleh=None), putaran=1)
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)

    services.kerjakan_antrean()

    isi = laporan.bundel.get().berkas.baca()
    assert "laporan.pdf,hlm.1/1" in whole_text(isi)
    assert list(embedded_files(isi).values()) == [lampiran.isi]


def test_bundel_is_made_once_and_the_chair_told_once(antre, tanpa_render):
    assert [services.kerjakan_antrean() for _ in range(3)] == [1, 0, 0]

    antre.refresh_from_db()
    assert (antre.status, antre.persen, antre.halaman, antre.percobaan) == ("siap", 100, 3, 1)
    assert antre.berkas.tipe == "application/pdf"
    assert JejakAudit.objects.filter(aksi="bundel.terbitkan").count() == 1
    kabar = Notifikasi.objects.filter(jejak__aksi="bundel.terbitkan")
    assert [n.kepada for n in kabar] == [ketua()]


# --- What goes wrong ------------------------------------------------------------------------


def test_failing_render_is_tried_again_then_shown_and_told_to_the_sender(antre, monkeypatch):
    monkeypatch.setattr(services, "bundel_pdf", gagal)

    assert [services.kerjakan_antrean() for _ in range(4)] == [1, 1, 1, 0]

    antre.refresh_from_db()
    assert (antre.status, antre.percobaan, antre.kesalahan) == ("gagal", 3, "Terlalu panjang.")
    kabar = Notifikasi.objects.filter(jejak__aksi="bundel.gagal")
    assert [n.kepada for n in kabar] == [antre.diminta_oleh]


def test_failed_bundel_is_made_when_asked_again(antre, monkeypatch):
    monkeypatch.setattr(services, "bundel_pdf", gagal)
    for _ in range(3):
        services.kerjakan_antrean()
    monkeypatch.setattr(services, "bundel_pdf", lambda isi, berkas: HasilPdf(b"%PDF", 1))

    laporan_services.ulangi_bundel(antre.pk, oleh=antre.diminta_oleh)
    services.kerjakan_antrean()

    antre.refresh_from_db()
    assert (antre.status, antre.kesalahan) == ("siap", "")
    with pytest.raises(AturanDilanggar, match="tidak sedang gagal"):
        laporan_services.ulangi_bundel(antre.pk, oleh=antre.diminta_oleh)


def test_unforeseen_error_of_one_bundel_does_not_stop_the_next(antre, monkeypatch):
    isi = antre.isi
    lain = Bundel.objects.create(
        laporan=antre.laporan, versi=9, kode="lain", isi=isi, diminta_oleh=antre.diminta_oleh
    )
    Bundel.objects.filter(pk=antre.pk).update(isi={"lama": True})
    monkeypatch.setattr(services, "bundel_pdf", lambda isi, berkas: HasilPdf(b"%PDF", 1))

    assert services.kerjakan_antrean() == 2

    antre.refresh_from_db()
    lain.refresh_from_db()
    assert (antre.status, lain.status) == ("antre", "siap")
    assert "catatan server" in antre.kesalahan


@pytest.mark.parametrize(
    ("isi", "status"), [(None, "antre"), (b"ditukar", "gagal")], ids=["gone", "changed"]
)
def test_file_that_is_gone_or_changed_is_named(antre, isi, status, tanpa_render):
    berkas = BerkasFactory(nama="bukti.pdf")
    antre.isi["lampiran"][0]["berkas"] = [{"pk": berkas.pk}]
    Bundel.objects.filter(pk=antre.pk).update(isi=antre.isi)
    berkas.path.unlink()
    if isi:
        berkas.path.write_bytes(isi)

    services.kerjakan_antrean()

    antre.refresh_from_db()
    assert antre.status == status  # it may come back with its disk; what was changed does not
    assert "bukti.pdf" in antre.kesalahan


def test_file_that_comes_back_is_in_the_bundel(antre, tanpa_render):
    berkas = BerkasFactory(nama="bukti.pdf")
    antre.isi["lampiran"][0]["berkas"] = [{"pk": berkas.pk}]
    Bundel.objects.filter(pk=antre.pk).update(isi=antre.isi)
    isi = berkas.path.read_bytes()
    berkas.path.unlink()
    services.kerjakan_antrean()
    berkas.path.write_bytes(isi)

    services.kerjakan_antrean()

    antre.refresh_from_db()
    assert (antre.status, antre.kesalahan) == ("siap", "")


def test_without_pango_the_bundel_waits_and_says_so(antre, monkeypatch):
    monkeypatch.setattr(pekerjaan, "pango_ada", lambda: False)

    assert services.kerjakan_antrean() == 0

    antre.refresh_from_db()
    assert (antre.status, antre.percobaan) == ("antre", 0)
    assert "Pango" in antre.langkah


# --- Workers that vanish --------------------------------------------------------------------


def ambil_lalu_hilang(bundel, menit=6):
    """A worker claims it so long ago, and dies."""
    assert Bundel.objects.ambil(bundel.pk, timezone.now() - timedelta(minutes=menit))


def test_bundel_of_a_worker_that_vanished_is_taken_up_again(antre, tanpa_render):
    ambil_lalu_hilang(antre)

    assert services.kerjakan_antrean() == 1

    antre.refresh_from_db()
    assert (antre.status, antre.percobaan) == ("siap", 2)


def test_claim_of_a_working_worker_is_respected(antre, tanpa_render):
    assert Bundel.objects.ambil(antre.pk, timezone.now())

    assert not Bundel.objects.ambil(antre.pk, timezone.now())
    assert services.kerjakan_antrean() == 0


def test_bundel_that_takes_every_worker_with_it_fails_in_the_end(antre, tanpa_render):
    for menit in (18, 12, 6):
        ambil_lalu_hilang(antre, menit)

    services.kerjakan_antrean()

    antre.refresh_from_db()
    assert antre.status == "gagal"
    assert "berkali-kali terhenti" in antre.kesalahan


def test_worker_that_lost_its_claim_writes_nothing(antre, monkeypatch):
    def slow(isi, berkas):
        """Meanwhile another worker takes it up."""
        Bundel.objects.filter(pk=antre.pk).update(percobaan=2)
        return HasilPdf(b"%PDF", 1)

    monkeypatch.setattr(services, "bundel_pdf", slow)

    services.kerjakan_antrean()

    antre.refresh_from_db()
    assert (antre.status, antre.berkas, antre.percobaan) == ("dikerjakan", None, 2)
    assert not JejakAudit.objects.filter(aksi="bundel.terbitkan").exists()
