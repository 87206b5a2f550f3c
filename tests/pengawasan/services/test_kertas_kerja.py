"""Sheets are opened for every side, filled by it, and given back."""

import pytest

from inti.models import Notifikasi
from inti.putusan import AturanDilanggar
from pengawasan.models import JawabanKertasKerja, KertasKerja, Kuesioner
from pengawasan.services import kertas_kerja as services
from pengawasan.services import kuesioner
from pengawasan.services.kertas_kerja import IsiJawaban, KertasKerjaBerubah
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import MitraFactory, anggota_mitra, anggota_pd
from tests.factories.kertas_kerja import KuesionerFactory, lembar, pertanyaan
from tests.factories.pengawasan import KegiatanFactory, hari
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db
UTUH = {1: IsiJawaban(4), 2: IsiJawaban(1), 3: IsiJawaban(uraian="Lanjutkan.")}


@pytest.fixture
def kegiatan():
    return KegiatanFactory(evaluasi=True, ditugaskan=True)


@pytest.fixture
def tim():
    return PenggunaFactory(tim=True)


@pytest.fixture
def kertas(kegiatan):
    return lembar(kegiatan)


# --- Asked --------------------------------------------------------------------------------


def test_every_side_gets_a_sheet_and_is_told(kegiatan, tim):
    KuesionerFactory()
    unit = anggota_pd(kegiatan.naskah.perangkat_daerah.get())
    mitra = anggota_mitra(kegiatan.naskah.mitra.get())

    assert services.minta(kegiatan.pk, oleh=PenggunaFactory(staf=True)) == 3

    diberi_tahu = {n.kepada for n in Notifikasi.objects.filter(jejak__aksi="kertas_kerja.minta")}
    assert diberi_tahu == {unit, mitra, tim}


def test_questions_are_copied_and_stay_when_another_version_is_published(kegiatan):
    milik = lembar(kegiatan, "mitra")
    semula = list(milik.jawaban.values_list("nomor", "pertanyaan"))

    KuesionerFactory(berlaku_mulai=hari(), pertanyaan=[pertanyaan("Lain sama sekali.")])

    assert semula[0] == (1, "Mitra memenuhi kewajibannya.")
    assert list(milik.jawaban.values_list("nomor", "pertanyaan")) == semula


def test_a_side_that_joined_later_is_asked_alone(kegiatan, kertas):
    kegiatan.naskah.pihak.create(mitra=MitraFactory())

    assert services.minta(kegiatan.pk, oleh=PenggunaFactory(staf=True)) == 1
    with pytest.raises(AturanDilanggar, match="Semua pihak sudah"):
        services.minta(kegiatan.pk, oleh=PenggunaFactory(staf=True))


def test_only_those_questions_are_asked_that_are_meant_for_the_side(kegiatan):
    KuesionerFactory(pertanyaan=[pertanyaan("Bersama."), pertanyaan("Tim.", pengisi=["tim"])])

    assert lembar(kegiatan, "mitra").jawaban.count() == 1
    assert lembar(kegiatan, "tim").jawaban.count() == 2


def test_nothing_is_asked_without_a_questionnaire_or_before_the_assignment(kegiatan):
    staf = PenggunaFactory(staf=True)
    with pytest.raises(AturanDilanggar, match="Belum ada kuesioner"):
        services.minta(kegiatan.pk, oleh=staf)
    KuesionerFactory()

    with pytest.raises(AturanDilanggar, match="surat tugas"):
        services.minta(KegiatanFactory(evaluasi=True).pk, oleh=staf)
    assert not KertasKerja.objects.exists()


# --- Filled -------------------------------------------------------------------------------


def test_a_draft_keeps_what_is_there(kertas, tim):
    services.simpan(kertas.pk, {1: IsiJawaban(2)}, versi=1, oleh=tim)

    kertas.refresh_from_db()
    assert (kertas.status, kertas.versi) == ("draf", 2)
    assert kertas.jawaban.get(nomor=1).nilai == 2
    assert aksi_tercatat()[-1] == "kertas_kerja.simpan"


def test_a_sheet_is_submitted_with_who_and_when(kertas, tim):
    services.sampaikan(kertas.pk, UTUH, versi=1, oleh=tim)

    kertas.refresh_from_db()
    assert (kertas.status, kertas.disampaikan_oleh) == ("disampaikan", tim)
    assert kertas.disampaikan_pada


def test_what_is_missing_is_named_and_nothing_is_written(kertas, tim):
    with pytest.raises(AturanDilanggar, match=r"Nomor 1: Tulis keterangan.*Nomor 2: Pilih"):
        services.sampaikan(kertas.pk, {1: IsiJawaban(1)}, versi=1, oleh=tim)

    assert not JawabanKertasKerja.objects.exclude(nilai=None).exists()


def test_a_colleague_who_was_faster_is_not_overwritten(kertas, tim):
    services.simpan(kertas.pk, {1: IsiJawaban(5)}, versi=1, oleh=tim)

    with pytest.raises(KertasKerjaBerubah) as error:
        services.simpan(kertas.pk, {1: IsiJawaban(1)}, versi=1, oleh=tim)

    assert error.value.versi == 2
    assert kertas.jawaban.get(nomor=1).nilai == 5


def test_what_is_not_relevant_has_no_figure(kertas, tim):
    isi = {1: IsiJawaban(4, "Belum dimulai.", tidak_relevan=True)}

    services.simpan(kertas.pk, isi, versi=1, oleh=tim)

    satu = kertas.jawaban.get(nomor=1)
    assert (satu.nilai, satu.tidak_relevan) == (None, True)


def test_a_sheet_is_closed_once_it_is_submitted_or_the_report_is_sent(kegiatan, kertas, tim):
    services.sampaikan(kertas.pk, UTUH, versi=1, oleh=tim)
    with pytest.raises(AturanDilanggar, match="tidak dapat diubah"):
        services.simpan(kertas.pk, UTUH, versi=2, oleh=tim)
    type(kegiatan).objects.filter(pk=kegiatan.pk).update(
        status="dilaporkan", tanggal_pelaksanaan=hari()
    )

    with pytest.raises(AturanDilanggar, match="hasilnya terkunci"):
        services.kembalikan(kertas.pk, catatan="Ulangi.", oleh=tim)


def test_nothing_stays_when_the_trail_cannot_be_written(kertas, tim, monkeypatch):
    monkeypatch.setattr(services.audit, "catat", fails)

    with pytest.raises(StepFailedError):
        services.sampaikan(kertas.pk, UTUH, versi=1, oleh=tim)

    kertas.refresh_from_db()
    assert (kertas.status, kertas.versi) == ("draf", 1)
    assert not kertas.jawaban.exclude(nilai=None).exists()


# --- Returned -----------------------------------------------------------------------------


def test_a_returned_sheet_is_open_again_and_its_side_is_told(kegiatan, tim):
    milik = lembar(kegiatan, "mitra")
    mitra = anggota_mitra(kegiatan.naskah.mitra.get())
    services.sampaikan(milik.pk, UTUH, versi=1, oleh=mitra)

    services.kembalikan(milik.pk, catatan="Mana angkanya?", oleh=tim)
    services.sampaikan(milik.pk, UTUH, versi=3, oleh=mitra)

    milik.refresh_from_db()
    assert (milik.status, milik.catatan) == ("disampaikan", "")
    kabar = Notifikasi.objects.filter(jejak__aksi="kertas_kerja.kembalikan")
    assert [n.kepada for n in kabar] == [mitra]


def test_a_return_needs_a_note(kertas, tim):
    services.sampaikan(kertas.pk, UTUH, versi=1, oleh=tim)

    with pytest.raises(AturanDilanggar, match="catatan"):
        services.kembalikan(kertas.pk, catatan=" ", oleh=tim)


# --- Versions of the questions ------------------------------------------------------------


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def test_a_draft_begins_with_the_questions_in_force(staf):
    lama = KuesionerFactory()

    baru = kuesioner.buat(versi="Kuesioner 2027", oleh=staf)

    assert (baru.status, baru.pertanyaan) == ("draf", lama.pertanyaan)
    with pytest.raises(AturanDilanggar, match="Sudah ada kuesioner bernama"):
        kuesioner.buat(versi="Kuesioner 2027", oleh=staf)


def test_a_published_version_is_asked_from_its_day_on_and_never_changed(staf):
    lama = KuesionerFactory()
    baru = kuesioner.buat(versi="Kuesioner 2027", oleh=staf)

    kuesioner.terbitkan(baru.pk, dasar="Keputusan 9", berlaku_mulai=hari(10), oleh=staf)

    assert Kuesioner.objects.berlaku_pada(hari()) == lama
    assert Kuesioner.objects.berlaku_pada(hari(10)) == baru
    for ubah in (
        lambda: kuesioner.ubah(baru.pk, baru.daftar(), oleh=staf),
        lambda: kuesioner.hapus(baru.pk, oleh=staf),
        lambda: kuesioner.terbitkan(baru.pk, dasar="x", berlaku_mulai=hari(11), oleh=staf),
    ):
        with pytest.raises(AturanDilanggar, match="sudah terbit"):
            ubah()


def test_two_versions_do_not_begin_on_one_day(staf):
    KuesionerFactory(berlaku_mulai=hari(3))
    baru = kuesioner.buat(versi="Kuesioner 2027", oleh=staf)

    with pytest.raises(AturanDilanggar, match="mulai hari itu"):
        kuesioner.terbitkan(baru.pk, dasar="Keputusan 9", berlaku_mulai=hari(3), oleh=staf)


def test_a_draft_is_thrown_away(staf):
    baru = kuesioner.buat(versi="Kuesioner 2027", oleh=staf)

    kuesioner.hapus(baru.pk, oleh=staf)

    assert not Kuesioner.objects.exists()
