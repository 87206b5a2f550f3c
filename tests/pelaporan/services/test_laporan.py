"""Writing and sending a report: success, refusal, atomicity, and twice at once."""

import pytest

from inti.models import JejakAudit, NomorSurat
from inti.putusan import AturanDilanggar
from pelaporan.models import Bundel, Laporan
from pelaporan.services import laporan as services
from pengawasan.models import Rekomendasi
from pengawasan.services import dokumentasi
from tests.factories.inti import PenggunaFactory
from tests.factories.laporan import kegiatan_lengkap, laporan_draf
from tests.factories.pengawasan import KegiatanFactory

pytestmark = pytest.mark.django_db


def test_susun_is_refused_before_a_berita_acara_is_verified():
    kegiatan = KegiatanFactory(ditugaskan=True)

    with pytest.raises(AturanDilanggar, match="setelah berita acara"):
        services.susun(kegiatan.pk, oleh=PenggunaFactory(tim=True))


def test_susun_twice_is_one_laporan():
    laporan = laporan_draf()

    with pytest.raises(AturanDilanggar, match="sudah ada"):
        services.susun(laporan.kegiatan_id, oleh=laporan.disusun_oleh)


def test_susun_words_the_report_from_what_was_recorded():
    laporan = laporan_draf()

    naskah, ba = laporan.kegiatan.naskah, laporan.kegiatan.berita_acara.get()
    assert naskah.judul in laporan.pendahuluan
    assert str(naskah.mitra.get()) in laporan.pendahuluan
    assert laporan.hasil.startswith(str(ba.temuan.get()))
    assert laporan.kesimpulan == laporan.kegiatan.notulensi.kesimpulan


def test_ubah_names_who_states_that_tinjau_was_not_needed():
    laporan = laporan_draf(evaluasi=False)
    oleh = PenggunaFactory(tim=True)

    services.ubah(laporan.pk, {"alasan_tanpa_tinjau": "Dokumen cukup."}, oleh=oleh)

    laporan.refresh_from_db()
    assert laporan.tanpa_tinjau_oleh == oleh


def test_kirim_numbers_locks_puts_forward_and_queues_the_bundle():
    laporan = laporan_draf()

    services.kirim(laporan.pk, oleh=laporan.disusun_oleh)

    laporan.refresh_from_db()
    assert (laporan.status, laporan.versi, laporan.nomor.urut) == ("dikirim", 1, 1)
    assert laporan.kegiatan.status == "dilaporkan"
    assert {r.status for r in Rekomendasi.objects.all()} == {"diajukan"}
    assert [(b.versi, b.status) for b in Bundel.objects.all()] == [(1, "antre")]
    assert JejakAudit.objects.filter(aksi="laporan.kirim").count() == 1


def test_kirim_without_daftar_hadir_says_huruf_b_and_writes_nothing():
    laporan = laporan_draf()
    laporan.kegiatan.hadirin.all().delete()
    baris = JejakAudit.objects.count()

    with pytest.raises(AturanDilanggar, match="huruf b: daftar hadir peserta rapat belum diisi"):
        services.kirim(laporan.pk, oleh=laporan.disusun_oleh)

    laporan.refresh_from_db()
    assert (laporan.status, laporan.versi, laporan.nomor) == ("draf", 0, None)
    assert (
        NomorSurat.objects.filter(jenis__startswith="Laporan").count(),
        Bundel.objects.count(),
    ) == (0, 0)
    assert JejakAudit.objects.count() == baris


def test_kirim_is_undone_when_a_later_step_fails(monkeypatch):
    laporan = laporan_draf()
    monkeypatch.setattr(services, "cuplikan", lambda *a, **k: 1 / 0)

    with pytest.raises(ZeroDivisionError):
        services.kirim(laporan.pk, oleh=laporan.disusun_oleh)

    laporan.refresh_from_db()
    assert (laporan.status, laporan.kegiatan.status) == ("draf", "didokumentasikan")
    assert not NomorSurat.objects.filter(jenis__startswith="Laporan").exists()


@pytest.mark.parametrize("evaluasi", [True, False])
def test_kirim_waits_until_the_documentation_is_stated_to_be_complete(evaluasi):
    laporan = laporan_draf(evaluasi=evaluasi)
    kegiatan, oleh = laporan.kegiatan, laporan.disusun_oleh
    dokumentasi.buka_dokumentasi(kegiatan.pk, alasan="Ada yang keliru", oleh=oleh)

    with pytest.raises(AturanDilanggar, match="Nyatakan dokumentasi kegiatan lengkap"):
        services.kirim(laporan.pk, oleh=oleh)
    dokumentasi.dokumentasikan(kegiatan.pk, oleh=oleh)
    services.kirim(laporan.pk, oleh=oleh)

    laporan.refresh_from_db()
    assert (laporan.status, laporan.kegiatan.status) == ("dikirim", "dilaporkan")


def test_kirim_twice_is_one_number_and_one_bundle():
    laporan = laporan_draf()
    services.kirim(laporan.pk, oleh=laporan.disusun_oleh)

    with pytest.raises(AturanDilanggar, match="tidak dapat dikirim"):
        services.kirim(laporan.pk, oleh=laporan.disusun_oleh)

    assert Bundel.objects.count() == 1
    assert NomorSurat.objects.filter(jenis__startswith="Laporan").count() == 1


def test_sent_laporan_is_locked():
    laporan = laporan_draf()
    services.kirim(laporan.pk, oleh=laporan.disusun_oleh)

    with pytest.raises(AturanDilanggar, match="terkunci"):
        services.ubah(laporan.pk, {"hasil": "lain"}, oleh=laporan.disusun_oleh)


def test_mitra_without_report_needs_the_pernyataan():
    kegiatan = kegiatan_lengkap()
    laporan = services.susun(kegiatan.pk, oleh=PenggunaFactory(tim=True))
    kegiatan.naskah.pihak.create(mitra=kegiatan.naskah.mitra.model.objects.create(
        nama="PT Bisu", kunci="bisu", jenis="bumn"
    ))  # fmt: skip

    with pytest.raises(AturanDilanggar, match="huruf a: laporan mitra belum ada dari PT Bisu"):
        services.kirim(laporan.pk, oleh=laporan.disusun_oleh)
    services.ubah(
        laporan.pk, {"pernyataan_tanpa_laporan": "Sudah diingatkan."}, oleh=laporan.disusun_oleh
    )
    services.kirim(laporan.pk, oleh=laporan.disusun_oleh)

    assert Laporan.objects.get().status == "dikirim"
