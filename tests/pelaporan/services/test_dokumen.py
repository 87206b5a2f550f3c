"""Official documents: issued once, made once, a new version when something changed."""

from datetime import time

import pytest

from inti.models import NomorSurat, Notifikasi
from inti.putusan import AturanDilanggar
from pelaporan import pdf as renderer
from pelaporan.enums import JenisDokumen
from pelaporan.models import Dokumen
from pelaporan.pdf import GagalRenderError, HasilPdf
from pelaporan.services import dokumen as services
from pelaporan.services import pekerjaan
from pengawasan.domain.tim import Pengecualian
from pengawasan.models import Kegiatan
from pengawasan.queries.tim import anggota_tetap
from pengawasan.services import surat_tugas
from tests.factories.inti import PemerintahFactory, PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import NaskahFactory, anggota_mitra
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    HadirinFactory,
    KegiatanFactory,
    MatrikFactory,
    NotulensiFactory,
    SuratTugasFactory,
    TenagaProfesionalFactory,
    hari,
    isi_kursi_tetap,
    siapkan_surat,
)
from tests.factories.teguran import SuratTeguranFactory
from tests.support.failures import StepFailedError, fails
from tests.support.pdf import F4, F4_LANDSCAPE, fonts_of, pages_of, squeeze, whole_text

pytestmark = pytest.mark.django_db
BERMUSUHAN = "</table><h1>DISETUJUI</h1><script>1</script>{{ 7|add:7 }} url(file:///etc/passwd)"


@pytest.fixture(autouse=True)
def _pemerintah():
    PemerintahFactory()


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


@pytest.fixture
def tanpa_render(monkeypatch):
    """Rendering is another test's matter."""
    hasil = HasilPdf(b"%PDF-1.7 palsu", 3)
    monkeypatch.setattr(services, "dokumen_pdf", lambda templat, isi, berkas: hasil)


def cetak(jenis, objek, oleh):
    """The bytes of the document as a worker makes them."""
    satu = services.terbitkan(jenis, objek.pk, oleh=oleh)
    services.kerjakan_antrean()
    satu.refresh_from_db()
    assert satu.kesalahan == ""
    return satu.berkas.baca()


def rapat(**kolom):
    """An evaluasi with what its meeting left."""
    kegiatan = KegiatanFactory(evaluasi=True, dilaksanakan=True, **kolom)
    HadirinFactory.create_batch(3, rapat__kegiatan=kegiatan)
    NotulensiFactory(rapat__kegiatan=kegiatan)
    MatrikFactory(kegiatan=kegiatan, baris=3)
    return kegiatan


# --- What is printed ------------------------------------------------------------------------


def test_surat_tugas_names_team_kegiatan_and_the_chair(staf):
    surat = SuratTugasFactory(kegiatan=KegiatanFactory.create_batch(2, ditugaskan=True))

    isi = cetak(JenisDokumen.SURAT_TUGAS, surat, staf)

    halaman = pages_of(isi)
    assert [h.size for h in halaman] == [F4]
    assert all(fonts_of(isi).values())
    teks = whole_text(isi)
    for kata in (
        str(surat),
        surat.anggota.get().nama,
        surat.penanda_tangan,
        "selaku Ketua TKKSD",
        *(k.naskah.judul for k in surat.kegiatan.all()),
    ):
        assert squeeze(kata) in teks


def test_replacement_prints_what_it_replaces_the_experts_and_each_exception(staf):
    siapkan_surat()
    isi_kursi_tetap("kasubag-tata-kelola")
    lama = SuratTugasFactory()
    ahli = TenagaProfesionalFactory(keahlian="Teknik jalan")
    tenaga = {
        "kedudukan": "tenaga_profesional",
        "tenaga_profesional": ahli,
        "nama": ahli.nama,
        "jabatan": ahli.instansi,
        "keahlian": ahli.keahlian,
    }
    kosong = Pengecualian("kasubag-tata-kelola", "Pensiun", pengganti="Sri Rahayu")
    baru = surat_tugas.gantikan(
        lama.pk,
        tanggal=hari(),
        anggota=[*anggota_tetap(hari()), tenaga],
        pengecualian=[kosong],
        alasan="Mutasi",
        oleh=staf,
    )
    lama.refresh_from_db()

    teks = whole_text(cetak(JenisDokumen.SURAT_TUGAS, baru, staf))
    usang = whole_text(cetak(JenisDokumen.SURAT_TUGAS, lama, staf))

    for kata in (
        f"menggantikan surat tugas nomor {lama}",
        "Keahlian: Teknik jalan",
        "kosong: Pensiun, tugasnya dijalankan Sri Rahayu.",
    ):
        assert squeeze(kata) in teks
    assert squeeze("TIDAK BERLAKU LAGI") in usang
    assert squeeze(f"dengan surat tugas nomor {baru}. Alasan: Mutasi.") in usang


@pytest.mark.parametrize(
    ("jenis", "ukuran", "kata"),
    [
        (JenisDokumen.DAFTAR_HADIR, F4, "Daftar hadir peserta rapat"),
        (JenisDokumen.NOTULENSI, F4, "Pembahasan"),
        (JenisDokumen.MATRIK, F4_LANDSCAPE, "Perangkat daerah penanggung jawab"),
    ],
)
def test_a_meeting_entered_once_is_printed_as_its_documents(staf, jenis, ukuran, kata):
    kegiatan = rapat()

    isi = cetak(jenis, kegiatan, staf)

    assert {h.size for h in pages_of(isi)} == {ukuran}
    assert squeeze(kata).lower() in whole_text(isi).lower()
    assert squeeze(kegiatan.naskah.judul) in whole_text(isi)


def test_a_verified_berita_acara_is_printed_with_its_three_dates_and_photos(staf):
    berita_acara = BeritaAcaraFactory(diverifikasi=True, foto=1, foto__keterangan="Pintu timur")

    teks = whole_text(cetak(JenisDokumen.BERITA_ACARA, berita_acara, staf))

    for kata in (
        str(berita_acara.temuan.get()),
        "Tiga tanggal berita acara",
        "Foto 1. Pintu timur",
    ):
        assert squeeze(kata) in teks


def test_a_warning_is_a_letter_to_the_mitra(staf):
    surat = SuratTeguranFactory(isi="Sampaikan laporan semester.")

    isi = cetak(JenisDokumen.SURAT_TEGURAN, surat, staf)

    assert [h.size for h in pages_of(isi)] == [F4]
    for kata in (str(surat.nomor), surat.teguran.mitra.nama, surat.isi, "selaku Ketua TKKSD"):
        assert squeeze(kata) in whole_text(isi)


def test_a_warning_on_a_late_report_cites_the_duty_to_report(staf):
    isi = whole_text(cetak(JenisDokumen.SURAT_TEGURAN, SuratTeguranFactory(), staf))

    assert squeeze("Pasal 9 ayat (1)") in isi
    assert squeeze("Pasal 6 ayat (7) huruf g") not in isi


def test_long_tables_repeat_their_head_and_keep_the_signature_with_the_last_words(staf):
    kegiatan = KegiatanFactory(evaluasi=True, dilaksanakan=True)
    HadirinFactory.create_batch(60, rapat__kegiatan=kegiatan)
    MatrikFactory(kegiatan=kegiatan, baris=40)

    hadir = pages_of(cetak(JenisDokumen.DAFTAR_HADIR, kegiatan, staf))
    matrik = pages_of(cetak(JenisDokumen.MATRIK, kegiatan, staf))

    assert len(hadir) > 1
    assert all("Tanda tangan" in h.text for h in hadir)
    assert all("Permasalahan" in h.text for h in matrik)
    assert "KetuaTimPengawasan" in squeeze(matrik[-1].text)


def test_what_a_person_types_is_printed_as_text(staf):
    kegiatan = rapat(naskah=NaskahFactory(judul=BERMUSUHAN))

    teks = whole_text(cetak(JenisDokumen.NOTULENSI, kegiatan, staf))

    assert squeeze(BERMUSUHAN) in teks


def test_the_same_facts_give_the_same_bytes(staf):
    satu = services.terbitkan(JenisDokumen.SURAT_TUGAS, SuratTugasFactory().pk, oleh=staf)
    templat = "pelaporan/cetak/dokumen/surat_tugas.html"

    dua_kali = [renderer.dokumen_pdf(templat, satu.isi, {}).isi for _ in range(2)]

    assert dua_kali[0] == dua_kali[1]


# --- When it is issued ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("jenis", "objek", "sebut"),
    [
        (JenisDokumen.BERITA_ACARA, lambda: BeritaAcaraFactory(diajukan=True), "diverifikasi"),
        (JenisDokumen.DAFTAR_HADIR, lambda: KegiatanFactory(ditugaskan=True), "daftar hadir"),
        (JenisDokumen.NOTULENSI, lambda: KegiatanFactory(ditugaskan=True), "notulensi"),
        (JenisDokumen.MATRIK, lambda: KegiatanFactory(evaluasi=True), "Isi matrik"),
        (JenisDokumen.MATRIK, KegiatanFactory, "hanya disusun untuk evaluasi"),
        (JenisDokumen.UNDANGAN, KegiatanFactory, "setelah surat tugas"),
        (JenisDokumen.UNDANGAN, lambda: KegiatanFactory(ditugaskan=True), "pukul dan tempat"),
        (
            JenisDokumen.UNDANGAN,
            lambda: KegiatanFactory(
                ditugaskan=True, tanggal_rencana=hari(-1), waktu_rencana=time(9), tempat="Aula"
            ),
            "sudah lewat",
        ),
        (JenisDokumen.UNDANGAN, lambda: KegiatanFactory(dibatalkan=True), "dibatalkan"),
    ],
)
def test_what_must_be_there_first_is_named(staf, jenis, objek, sebut):
    with pytest.raises(AturanDilanggar, match=sebut):
        services.terbitkan(jenis, objek().pk, oleh=staf)

    assert not Dokumen.objects.exists()


def test_nothing_changed_gives_the_document_that_is_there(staf, tanpa_render):
    surat = SuratTugasFactory()

    satu = services.terbitkan(JenisDokumen.SURAT_TUGAS, surat.pk, oleh=staf)
    dua = services.terbitkan(JenisDokumen.SURAT_TUGAS, surat.pk, oleh=PenggunaFactory())

    assert satu == dua


def test_a_change_gives_a_new_version_and_the_old_one_stays(staf, tanpa_render):
    kegiatan = rapat()
    lama = services.terbitkan(JenisDokumen.DAFTAR_HADIR, kegiatan.pk, oleh=staf)
    HadirinFactory(rapat__kegiatan=kegiatan)

    baru = services.terbitkan(JenisDokumen.DAFTAR_HADIR, kegiatan.pk, oleh=staf)

    assert (lama.versi, baru.versi) == (1, 2)
    tanda = dict(Dokumen.objects.bertanda().values_list("versi", "digantikan"))
    assert tanda == {1: True, 2: False}
    assert len(Dokumen.objects.get(versi=1).isi["lampiran"][0]["hadirin"]) == 3


def test_nothing_is_issued_when_the_trail_cannot_be_written(staf, monkeypatch):
    surat = SuratTugasFactory()
    monkeypatch.setattr(services.audit, "catat", fails)

    with pytest.raises(StepFailedError):
        services.terbitkan(JenisDokumen.SURAT_TUGAS, surat.pk, oleh=staf)

    assert not Dokumen.objects.exists()


# --- The invitation -------------------------------------------------------------------------


@pytest.fixture
def diundang():
    siapkan_surat()
    kegiatan = KegiatanFactory(evaluasi=True, ditugaskan=True, waktu_rencana=time(9), tempat="Aula")
    anggota = PenggunaFactory(tim=True)
    SuratTugasFactory(kegiatan=[kegiatan], anggota=[anggota])
    kegiatan.diundang = {anggota, anggota_mitra(kegiatan.naskah.mitra.get())}
    return kegiatan


def test_an_invitation_takes_a_number_and_tells_everybody(staf, diundang, tanpa_render):
    satu = services.terbitkan(JenisDokumen.UNDANGAN, diundang.pk, oleh=staf)

    assert satu.isi["nomor"] == str(satu.nomor)
    assert satu.isi["kepada"] == [
        str(diundang.naskah.perangkat_daerah.get()),
        str(diundang.naskah.mitra.get()),
    ]
    kabar = Notifikasi.objects.filter(jejak__aksi="dokumen.terbitkan")
    assert {n.kepada for n in kabar} == diundang.diundang
    assert {n.tautan for n in kabar} == {satu.get_absolute_url()}


def test_an_invitation_takes_one_number_until_the_plan_changes(staf, diundang, tanpa_render):
    for _ in range(2):
        services.terbitkan(JenisDokumen.UNDANGAN, diundang.pk, oleh=staf)
    semula = NomorSurat.objects.filter(jenis="Undangan").count()
    Kegiatan.objects.filter(pk=diundang.pk).update(tempat="Ruang rapat")

    ralat = services.terbitkan(JenisDokumen.UNDANGAN, diundang.pk, oleh=staf)

    assert semula == 1
    assert NomorSurat.objects.filter(jenis="Undangan").count() == 2
    assert ralat.versi == 2
    subjek = Notifikasi.objects.filter(tautan=ralat.get_absolute_url()).values_list("subjek")
    assert all(s.startswith("Perubahan undangan") for (s,) in subjek)


def test_an_invitation_is_a_letter(staf, diundang):
    teks = whole_text(cetak(JenisDokumen.UNDANGAN, diundang, staf))

    for kata in ("Yth.", "pukul", "Aula", "09.00", "Ketua Tim Pengawasan", "Tembusan"):
        assert squeeze(kata).lower() in teks.lower()


# --- The bytes ------------------------------------------------------------------------------


def test_a_document_is_made_once(staf, tanpa_render):
    satu = services.terbitkan(JenisDokumen.SURAT_TUGAS, SuratTugasFactory().pk, oleh=staf)

    assert (services.kerjakan_antrean(), services.kerjakan_antrean()) == (1, 0)

    satu.refresh_from_db()
    assert (satu.status, satu.halaman, satu.persen) == ("siap", 3, 100)
    assert aksi_tercatat()[-1] == "dokumen.susun"


def test_a_failure_is_tried_again_then_shown_with_its_reason(staf, monkeypatch):
    def gagal(*args):
        raise GagalRenderError("Terlalu panjang.")

    monkeypatch.setattr(services, "dokumen_pdf", gagal)
    satu = services.terbitkan(JenisDokumen.SURAT_TUGAS, SuratTugasFactory().pk, oleh=staf)

    for _ in range(4):
        services.kerjakan_antrean()

    satu.refresh_from_db()
    assert (satu.status, satu.percobaan, satu.kesalahan) == ("gagal", 3, "Terlalu panjang.")
    assert services.terbitkan(JenisDokumen.SURAT_TUGAS, satu.objek_id, oleh=staf).versi == 2


def test_without_pango_it_waits(staf, monkeypatch):
    monkeypatch.setattr(pekerjaan, "pango_ada", lambda: False)
    satu = services.terbitkan(JenisDokumen.SURAT_TUGAS, SuratTugasFactory().pk, oleh=staf)

    assert services.kerjakan_antrean() == 0

    satu.refresh_from_db()
    assert (satu.status, satu.langkah) == ("antre", "Menunggu pustaka Pango dipasang di server")
