from datetime import date, time

import pytest
from django.urls import reverse
from icalendar import Calendar

from inti.ics import kalender
from inti.models import Notifikasi
from inti.putusan import AturanDilanggar
from pengawasan.models import Kegiatan, Rapat
from pengawasan.queries.kalender import acara_rapat
from pengawasan.services import acara_rapat as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import anggota_mitra, anggota_pd
from tests.factories.pengawasan import HadirinFactory, KegiatanFactory, RapatFactory, hari

pytestmark = pytest.mark.django_db


def ics(rapat, kegiatan):
    return kalender([acara_rapat(rapat, kegiatan)])


def acara(**kolom):
    return {"tanggal": hari(7), "mulai": time(9), "tempat": "Balai kota"} | kolom


def test_adakan_gives_several_kegiatan_one_meeting():
    kegiatan = KegiatanFactory.create_batch(2)

    rapat = services.adakan([k.pk for k in kegiatan], acara(), oleh=PenggunaFactory())

    assert set(rapat.kegiatan.all()) == set(kegiatan)


def test_adakan_refuses_a_kegiatan_that_has_a_meeting():
    rapat = RapatFactory()

    with pytest.raises(AturanDilanggar, match="sudah mempunyai rapat"):
        services.adakan([rapat.kegiatan.get().pk], acara(), oleh=PenggunaFactory())

    assert Rapat.objects.count() == 1


def test_adakan_refuses_a_day_before_the_signing():
    with pytest.raises(AturanDilanggar, match="sebelum naskah ditandatangani"):
        services.adakan(
            [KegiatanFactory().pk], acara(tanggal=date(1990, 1, 1)), oleh=PenggunaFactory()
        )


def test_ubah_raises_the_sequence_and_keeps_the_uid():
    rapat = RapatFactory()
    lama = Calendar.from_ical(ics(rapat, [])).walk("VEVENT")[0]

    baru = services.ubah(rapat.pk, acara(), oleh=PenggunaFactory())

    acara_baru = Calendar.from_ical(ics(baru, [])).walk("VEVENT")[0]
    assert (acara_baru["UID"], acara_baru["SEQUENCE"]) == (lama["UID"], lama["SEQUENCE"] + 1)


def test_batalkan_sends_a_cancel_and_frees_the_kegiatan():
    rapat = RapatFactory()
    services.batalkan(rapat.pk, alasan="Bentrok.", oleh=PenggunaFactory())

    baru = services.adakan([rapat.kegiatan.get().pk], acara(), oleh=PenggunaFactory())

    batal = Calendar.from_ical(ics(Rapat.objects.get(pk=rapat.pk), []))
    assert batal["METHOD"] == "CANCEL"
    assert Kegiatan.objects.get().rapat == baru


def test_batalkan_refuses_a_meeting_that_was_held():
    satu = HadirinFactory()

    with pytest.raises(AturanDilanggar, match="sudah diadakan"):
        services.batalkan(satu.rapat_id, alasan="Bentrok.", oleh=PenggunaFactory())


def test_ics_names_the_time_in_universal_time_and_has_no_alarm():
    isi = ics(RapatFactory(tanggal=date(2026, 3, 2)), []).decode()

    assert "DTSTART:20260302T020000Z" in isi
    assert "VALARM" not in isi


def test_all_who_are_invited_are_told_with_the_calendar_file():
    kegiatan = KegiatanFactory(ditugaskan=True)
    mitra = anggota_mitra(kegiatan.naskah.mitra.get())
    unit = anggota_pd(kegiatan.naskah.perangkat_daerah.get())

    rapat = services.adakan([kegiatan.pk], acara(), oleh=PenggunaFactory())

    kabar = {n.kepada: n for n in Notifikasi.objects.all()}
    kalender = reverse("pengawasan:rapat-kalender", args=[rapat.pk])
    assert kabar[mitra].tautan == kalender
    assert kabar[unit].tautan == rapat.get_absolute_url()
    assert "Berkas kalendernya (.ics) ada pada halaman rapat." in kabar[unit].isi
    assert "membuka berkas kalendernya (.ics)" in kabar[mitra].isi
    assert all(kegiatan.naskah.judul not in n.isi for n in kabar.values())
