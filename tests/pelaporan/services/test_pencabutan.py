"""A bundle is revoked: by whom, when, and what can no longer be decided on it."""

import pytest

from inti.models import JejakAudit, Notifikasi
from inti.putusan import AturanDilanggar
from pelaporan.domain.putusan import Keputusan
from pelaporan.enums import JenisDokumen, StatusLaporan
from pelaporan.models import Bundel, Dokumen
from pelaporan.pdf import HasilPdf
from pelaporan.queries.dokumen import batal_dokumen
from pelaporan.services import bundel as bundel_services
from pelaporan.services import dokumen as dokumen_services
from pelaporan.services import laporan as laporan_services
from pelaporan.services import pencabutan as services
from pelaporan.services import putusan as putusan_services
from pengawasan.models import Rekomendasi
from pengawasan.services import dokumentasi
from tests.factories.inti import PenggunaFactory
from tests.factories.laporan import ketua, laporan_draf, menunggu, sha256_bundel
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db
YA = Keputusan(setuju=True)
ALASAN = "Lampiran keliru."


@pytest.fixture(autouse=True)
def _tanpa_render(monkeypatch):
    isi = lambda *bahan: HasilPdf(f"%PDF {bahan[-2]['kode']}".encode(), 1)  # noqa: E731
    monkeypatch.setattr(bundel_services, "bundel_pdf", isi)


@pytest.fixture
def laporan():
    """One before the chair, whose first recommendation is of huruf h."""
    satu = laporan_draf(baris=2)
    pertama = Rekomendasi.objects.milik(satu.kegiatan)[0]
    Rekomendasi.objects.filter(pk=pertama.pk).update(jenis="h")
    kirim(satu)
    return satu


def kirim(laporan):
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    bundel_services.kerjakan_antrean()
    laporan.refresh_from_db()


def cabut(laporan, *, alasan=ALASAN, oleh=None):
    oleh, selagi = oleh or laporan.disusun_oleh, StatusLaporan(laporan.status)
    services.cabut(laporan.pk, selagi=selagi, alasan=alasan, oleh=oleh)
    laporan.refresh_from_db()


def setujui(laporan, sha256=None):
    semua = {r.pk: YA for r in menunggu(laporan)}
    sha256 = sha256 or sha256_bundel(laporan)
    putusan_services.putuskan(laporan.pk, sha256_bundel=sha256, keputusan=semua, oleh=ketua())
    laporan.refresh_from_db()


def huruf_h():
    return Rekomendasi.objects.get(jenis="h")


def test_undecided_report_goes_back_to_the_team_and_nothing_waits_any_more(laporan):
    cabut(laporan)

    assert (laporan.status, laporan.kegiatan.status) == ("dicabut", "dilaksanakan")
    bundel = Bundel.objects.get()
    assert (bundel.alasan_cabut, bundel.dicabut_oleh) == (ALASAN, laporan.disusun_oleh)
    kembali = Rekomendasi.objects.values_list("status", "diputuskan_oleh", "catatan_ketua")
    assert set(kembali) == {("dikembalikan", None, "")}
    langkah = huruf_h().langkah.last()
    assert (langkah.jenis, langkah.catatan) == ("tarik", ALASAN)
    assert JejakAudit.objects.filter(aksi="laporan.cabut").count() == 1
    assert [n.kepada for n in Notifikasi.objects.filter(jejak__aksi="laporan.cabut")] == [ketua()]


def test_decision_on_a_revoked_bundle_is_refused(laporan):
    dibuka = sha256_bundel(laporan)
    cabut(laporan)

    with pytest.raises(AturanDilanggar, match="Dicabut"):
        setujui(laporan, dibuka)

    assert not Rekomendasi.objects.exclude(status="dikembalikan").exists()


def test_revoked_report_is_mended_and_sent_again_under_its_number(laporan):
    nomor = laporan.nomor
    cabut(laporan)
    laporan_services.ubah(laporan.pk, {"hasil": "Diperbaiki."}, oleh=laporan.disusun_oleh)
    dokumentasi.dokumentasikan(laporan.kegiatan_id, oleh=laporan.disusun_oleh)

    kirim(laporan)

    assert (laporan.status, laporan.versi, laporan.nomor) == ("dikirim", 2, nomor)
    assert [b.dicabut for b in Bundel.objects.order_by("versi")] == [True, False]
    assert len(menunggu(laporan)) == 2


def test_bundle_revoked_while_it_is_made_does_not_call_the_chair():
    laporan = laporan_draf()
    laporan_services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    laporan.refresh_from_db()
    cabut(laporan)

    bundel_services.kerjakan_antrean()

    assert Bundel.objects.get().status == "siap"
    assert not Notifikasi.objects.filter(jejak__aksi="bundel.terbitkan").exists()


def test_after_the_approval_the_decisions_stand_and_the_head_of_government_can_only_refuse(laporan):
    walikota = PenggunaFactory(walikota=True)
    setujui(laporan)

    cabut(laporan, oleh=ketua())

    assert (laporan.status, laporan.kegiatan.status) == ("disetujui", "diputuskan")
    assert set(Rekomendasi.objects.values_list("status", flat=True)) == {
        "disetujui",
        "menunggu_walikota",
    }
    kabar = Notifikasi.objects.filter(jejak__aksi="laporan.cabut")
    assert {n.kepada for n in kabar} == {walikota, laporan.disusun_oleh}
    with pytest.raises(AturanDilanggar, match="hanya dapat tidak disetujui"):
        putusan_services.putuskan_walikota(huruf_h().pk, setuju=True, oleh=walikota)
    putusan_services.putuskan_walikota(
        huruf_h().pk, setuju=False, catatan="Dasarnya dicabut.", oleh=walikota
    )
    assert huruf_h().status == "ditolak"


def test_nota_dinas_on_a_revoked_bundle_no_longer_stands(laporan):
    setujui(laporan)
    staf = PenggunaFactory(staf=True)
    nota = dokumen_services.terbitkan(JenisDokumen.NOTA_DINAS, laporan.pk, oleh=staf)
    assert batal_dokumen(nota) == ""

    cabut(laporan, oleh=ketua())

    assert batal_dokumen(nota) == f"Bundel laporannya dicabut: {ALASAN}"
    assert Dokumen.objects.bertanda().get(pk=nota.pk).dibatalkan
    with pytest.raises(AturanDilanggar, match="Bundel laporannya dicabut"):
        dokumen_services.terbitkan(JenisDokumen.NOTA_DINAS, laporan.pk, oleh=staf)


def test_revoking_needs_a_reason_and_happens_once(laporan):
    with pytest.raises(AturanDilanggar, match="alasan"):
        cabut(laporan, alasan=" ")
    setujui(laporan)
    cabut(laporan, oleh=ketua())
    with pytest.raises(AturanDilanggar, match="sudah dicabut"):
        cabut(laporan, oleh=ketua())

    assert JejakAudit.objects.filter(aksi="laporan.cabut").count() == 1


def test_what_was_returned_is_not_revoked(laporan):
    semua = {r.pk: Keputusan(setuju=False, catatan="Perbaiki.") for r in menunggu(laporan)}
    putusan_services.putuskan(
        laporan.pk, sha256_bundel=sha256_bundel(laporan), keputusan=semua, oleh=ketua()
    )

    with pytest.raises(AturanDilanggar, match="baru saja berubah"):
        cabut(laporan)
    laporan.refresh_from_db()
    with pytest.raises(AturanDilanggar, match="tidak dapat dicabut"):
        cabut(laporan)


def test_revoking_is_undone_when_a_later_step_fails(laporan, monkeypatch):
    monkeypatch.setattr(services, "antrekan", fails)

    with pytest.raises(StepFailedError):
        cabut(laporan)

    laporan.refresh_from_db()
    assert (laporan.status, laporan.kegiatan.status) == ("dikirim", "dilaporkan")
    assert len(menunggu(laporan)) == 2
    assert not Bundel.objects.get().dicabut
