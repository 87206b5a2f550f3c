from datetime import date

import pytest

from inti.hari_kerja import nama_libur
from kerjasama.models import Naskah
from pelaporan.enums import JenisKalender
from pelaporan.queries import kalender
from pelaporan.queries.sumber_kalender import SUMBER
from pengawasan.models import TindakLanjut
from pengawasan.services import tindak_lanjut
from tests.factories.inti import PenggunaFactory
from tests.factories.kalender import satu_setiap_jenis
from tests.factories.kerjasama import NaskahFactory, SetoranFactory, anggota_mitra, anggota_pd
from tests.factories.pelaporan import KewajibanLaporanFactory
from tests.factories.pengawasan import JadwalFactory, KegiatanFactory, RekomendasiFactory, hari

pytestmark = pytest.mark.django_db
J = JenisKalender
PENGAWAS = {*J} - {J.TINDAK_LANJUT}


def jenis(pengguna, pada=None, **kolom):
    pada = pada or hari(10)
    return sorted(b.jenis for b in kalender.isi(pengguna, pada, pada, **kolom).butir)


def test_every_kind_has_its_source():
    assert set(SUMBER) == set(J)


def test_calendar_holds_one_of_each_kind():
    satu_setiap_jenis()

    assert jenis(PenggunaFactory(staf=True)) == sorted(PENGAWAS)


def test_tindak_lanjut_stands_on_its_deadline():
    rekomendasi = RekomendasiFactory(disetujui=True)
    tindak_lanjut.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)
    tenggat = TindakLanjut.objects.get().tenggat

    assert jenis(PenggunaFactory(staf=True), tenggat) == [J.TINDAK_LANJUT]


def test_unit_and_mitra_see_their_own_and_no_other():
    naskah = satu_setiap_jenis()
    unit, mitra = naskah.perangkat_daerah.get(), naskah.mitra.get()
    lain = NaskahFactory()

    assert jenis(anggota_pd(unit)) == sorted(PENGAWAS)
    assert jenis(anggota_mitra(mitra)) == sorted(PENGAWAS - {J.JADWAL, J.RENCANA})
    assert jenis(anggota_pd(lain.perangkat_daerah.get())) == []
    assert jenis(anggota_mitra(lain.mitra.get())) == []


def test_a_membership_without_a_seat_shows_nothing():
    naskah = satu_setiap_jenis()
    orang = anggota_mitra(naskah.mitra.get())
    orang.pemangku.all().delete()

    assert jenis(orang) == []


def test_what_is_done_or_replaced_is_not_shown():
    KegiatanFactory(tanggal_rencana=hari(10), status="dibatalkan", alasan_batal="Ditunda")
    KewajibanLaporanFactory(batas=hari(10), status="terpenuhi")
    SetoranFactory(jatuh_tempo=hari(10), jumlah=5, dibayar=5)
    JadwalFactory(jatuh_tempo=hari(10), status="terlaksana")

    assert jenis(PenggunaFactory(staf=True)) == []


def test_postponed_jadwal_stands_on_its_new_date_only():
    JadwalFactory(jatuh_tempo=hari(10), ditunda_sampai=hari(20), alasan_penundaan="Banjir")
    staf = PenggunaFactory(staf=True)

    assert jenis(staf) == []
    assert jenis(staf, hari(20)) == [J.JADWAL]


def test_filter_by_kind():
    satu_setiap_jenis()

    assert jenis(PenggunaFactory(staf=True), jenis=[J.RAPAT, J.NASKAH]) == [J.NASKAH, J.RAPAT]


def test_it_asks_once_however_many_kinds_and_rows(count_queries):
    satu_setiap_jenis()
    satu_setiap_jenis()
    staf = PenggunaFactory(staf=True)
    assert staf.peran

    with count_queries(1):
        assert len(kalender.isi(staf, hari(10), hari(10)).butir) == 2 * len(PENGAWAS)


def test_too_much_is_told_by_number_and_the_numbers_add_up():
    for _ in range(3):
        satu_setiap_jenis()

    isi = kalender.isi(PenggunaFactory(staf=True), hari(0), hari(30), batas=5)

    assert isi.penuh
    assert dict(isi.jumlah[hari(10)]) == dict.fromkeys(PENGAWAS, 3)


def test_only_duties_are_late():
    satu_setiap_jenis(pada=hari(-1))

    isi = kalender.isi(PenggunaFactory(staf=True), hari(-1), hari(-1))

    assert {b.jenis for b in isi.butir if b.lewat} == {J.JADWAL, J.LAPORAN, J.SETORAN, J.TEGURAN}


def test_every_entry_names_its_ground_and_a_page():
    satu_setiap_jenis()

    isi = kalender.isi(PenggunaFactory(staf=True), hari(10), hari(10))

    assert [b.jenis for b in isi.butir if not (b.dasar and b.tautan)] == []


def test_acara_is_only_of_the_naskah_asked_for():
    naskah = satu_setiap_jenis()
    satu_setiap_jenis()

    milik = Naskah.objects.filter(pk=naskah.pk)
    isi = kalender.acara(PenggunaFactory(ketua=True), hari(0), hari(30), naskah=milik, batas=99)

    assert sorted(b.jenis for b in isi) == sorted(PENGAWAS)


def test_holidays_have_names():
    libur = kalender.libur(date(2026, 12, 1), date(2027, 1, 2))

    assert libur == {
        date(2026, 12, 25): nama_libur(2026)[date(2026, 12, 25)],
        date(2027, 1, 1): nama_libur(2027)[date(2027, 1, 1)],
    }
