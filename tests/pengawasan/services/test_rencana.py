"""Planned days: set one by one or together, and put back."""

from datetime import date, timedelta

import pytest

from inti.hari_kerja import hari_kerja
from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from pengawasan.domain.rencana import Pilihan
from pengawasan.models import PerataanRencana
from pengawasan.services import rencana as services
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import JadwalFactory, KegiatanFactory, hari

pytestmark = pytest.mark.django_db


def kerja(sesudah):
    """The first working day from so many days ahead."""
    tanggal = hari(sesudah)
    while not hari_kerja(tanggal):
        tanggal += timedelta(days=1)
    return tanggal


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def jadwal_jauh(**isi):
    return JadwalFactory(jatuh_tempo=hari(60), **isi)


def test_tetapkan_plans_the_day_and_keeps_the_legal_date(staf):
    jadwal = jadwal_jauh()

    services.tetapkan(jadwal.pk, tanggal=kerja(5), oleh=staf)

    jadwal.refresh_from_db()
    assert (jadwal.tanggal_rencana, jadwal.jatuh_tempo) == (kerja(5), hari(60))
    assert JejakAudit.objects.get().aksi == "jadwal.rencanakan"


@pytest.mark.parametrize(
    ("isi", "tanggal", "sebab"),
    [
        ({"status": "terlaksana"}, 5, "hanya yang terbuka"),
        ({}, -3, "sudah lewat"),
        ({}, 70, "melewati jatuh tempo"),
    ],
)
def test_tetapkan_refuses_in_words(staf, isi, tanggal, sebab):
    jadwal = jadwal_jauh(**isi)

    with pytest.raises(AturanDilanggar, match=sebab):
        services.tetapkan(jadwal.pk, tanggal=kerja(tanggal), oleh=staf)

    assert not JejakAudit.objects.exists()


def test_tetapkan_refuses_a_day_off(staf):
    minggu = date(2027, 1, 3)

    with pytest.raises(AturanDilanggar, match="bukan hari kerja"):
        services.tetapkan(
            JadwalFactory(jatuh_tempo=date(2099, 1, 1)).pk,
            tanggal=minggu if minggu > hari() else date(2098, 12, 28),
            oleh=staf,
        )


def test_a_planned_kegiatan_moves_along_and_a_started_one_is_left(staf):
    jadwal, mulai = jadwal_jauh(), jadwal_jauh()
    kegiatan = KegiatanFactory(naskah=jadwal.naskah, jadwal=jadwal, tanggal_rencana=hari(20))
    KegiatanFactory(naskah=mulai.naskah, jadwal=mulai, ditugaskan=True, tanggal_rencana=hari(20))
    pilihan = [Pilihan(j.pk, hari(20), kerja(8), "Pekan penuh.") for j in (jadwal, mulai)]

    perataan, dilewati = services.terapkan(pilihan, oleh=staf)

    kegiatan.refresh_from_db()
    assert kegiatan.tanggal_rencana == kerja(8)
    assert [(j.pk, "sudah ditugaskan" in a) for j, a in dilewati] == [(mulai.pk, True)]
    assert [b["jadwal"] for b in perataan.baris] == [jadwal.pk]
    assert JejakAudit.objects.get().perubahan["baris"] == perataan.baris


def test_what_changed_since_it_was_shown_is_left_out(staf):
    jadwal = jadwal_jauh(tanggal_rencana=kerja(12))

    with pytest.raises(AturanDilanggar, match="baru saja berubah"):
        services.terapkan([Pilihan(jadwal.pk, None, kerja(8))], oleh=staf)

    assert not PerataanRencana.objects.exists()


def test_batalkan_puts_everything_back_once(staf):
    jadwal = jadwal_jauh()
    perataan, _ = services.terapkan([Pilihan(jadwal.pk, None, kerja(8))], oleh=staf)

    services.batalkan(perataan.pk, oleh=staf)

    jadwal.refresh_from_db()
    assert jadwal.tanggal_rencana is None
    with pytest.raises(AturanDilanggar, match="sudah dibatalkan"):
        services.batalkan(perataan.pk, oleh=staf)


def test_batalkan_is_refused_while_something_hangs_on_a_day(staf):
    satu, dua = jadwal_jauh(), jadwal_jauh()
    pilihan = [Pilihan(j.pk, None, kerja(8)) for j in (satu, dua)]
    perataan, _ = services.terapkan(pilihan, oleh=staf)
    KegiatanFactory(naskah=dua.naskah, jadwal=dua, tanggal_rencana=kerja(8))

    with pytest.raises(AturanDilanggar, match="sudah mempunyai kegiatan"):
        services.batalkan(perataan.pk, oleh=staf)

    satu.refresh_from_db()
    perataan.refresh_from_db()
    assert (satu.tanggal_rencana, perataan.dibatalkan_pada) == (kerja(8), None)
