from datetime import timedelta

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from inti.putusan import AturanDilanggar
from kerjasama.models import Naskah, PenugasanNaskah
from kerjasama.queries.naskah import pandangan
from kerjasama.services import penugasan_naskah as services
from tests.factories.inti import PemerintahFactory, PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import (
    NaskahFactory,
    PenugasanNaskahFactory,
    PerangkatDaerahFactory,
    anggota_pd,
)
from tests.factories.pengawasan import hari

pytestmark = pytest.mark.django_db


def tugaskan(naskah, *, pengguna=None, **lain):
    data = {
        "pengguna": pengguna,
        "nama": pengguna.nama if pengguna else "Budi Santoso",
        "jabatan": "Analis",
        "perangkat_daerah": PerangkatDaerahFactory(),
        "mulai": hari(),
        "selesai": hari(30),
        "alasan": "Nota dinas 12/2026",
    }
    return services.tugaskan(naskah.pk, data | lain, oleh=PenggunaFactory(staf=True))


def test_tugaskan_records_who_until_when_and_why():
    naskah, orang = NaskahFactory(), PenggunaFactory(pd=True)

    penugasan = tugaskan(naskah, pengguna=orang)

    assert (penugasan.pengguna, penugasan.selesai) == (orang, hari(30))
    assert aksi_tercatat() == ["penugasan_naskah.catat"]


@pytest.mark.parametrize("nama", ["Budi Santoso", "Dr. BUDI  santoso, M.Si."])
def test_the_same_person_twice_on_one_day_is_refused_by_name_too(nama):
    naskah = NaskahFactory()
    tugaskan(naskah)

    with pytest.raises(AturanDilanggar, match="sudah ditugaskan pada naskah ini"):
        tugaskan(naskah, nama=nama, mulai=hari(30), selesai=hari(40))

    tugaskan(naskah, nama=nama, mulai=hari(31), selesai=hari(40))
    assert PenugasanNaskah.objects.count() == 2


@pytest.mark.parametrize(("sampai", "akhir"), [(None, -1), (3, 3)])
def test_akhiri_leaves_the_last_day(sampai, akhir):
    penugasan = PenugasanNaskahFactory()

    services.akhiri(penugasan.pk, sampai=sampai and hari(sampai), oleh=PenggunaFactory())

    penugasan.refresh_from_db()
    assert penugasan.selesai == hari(akhir)
    assert aksi_tercatat() == ["penugasan_naskah.akhiri"]


def test_assignment_of_today_that_ends_at_once_was_none():
    penugasan = PenugasanNaskahFactory(mulai=hari())

    services.akhiri(penugasan.pk, sampai=None, oleh=PenggunaFactory())

    assert not PenugasanNaskah.objects.exists()
    with pytest.raises(AturanDilanggar, match="sudah berakhir"):
        services.akhiri(penugasan.pk, sampai=None, oleh=PenggunaFactory())


@pytest.mark.parametrize("kolom", [{"alasan": ""}, {"nama": ""}, {"selesai": hari(-20)}])
def test_database_refuses_what_is_no_assignment(kolom):
    with pytest.raises(IntegrityError), transaction.atomic():
        PenugasanNaskahFactory(**kolom)


# --- Who sees the naskah ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mulai", "selesai", "terlihat"),
    [(0, 0, True), (-5, 5, True), (1, 5, False), (-5, -1, False)],
)
def test_person_of_another_unit_sees_the_naskah_on_the_days_of_the_assignment(
    mulai, selesai, terlihat
):
    orang = anggota_pd(PerangkatDaerahFactory())
    penugasan = PenugasanNaskahFactory(pengguna=orang, mulai=hari(mulai), selesai=hari(selesai))
    NaskahFactory()

    harap = [penugasan.naskah] if terlihat else []
    assert list(Naskah.objects.terlihat_oleh(orang)) == harap
    assert list(Naskah.objects.milik(orang, unit=[], mitra=[])) == harap


def test_the_list_that_is_read_by_key_shows_it_too(monkeypatch):
    monkeypatch.setattr("kerjasama.queries.naskah.SEDIKIT", 0)
    unit = PerangkatDaerahFactory()
    orang = anggota_pd(unit)
    sendiri = NaskahFactory(perangkat_daerah=[unit])
    penugasan = PenugasanNaskahFactory(pengguna=orang)

    assert set(pandangan(orang).naskah) == {sendiri, penugasan.naskah}


def test_nobody_else_sees_it():
    PenugasanNaskahFactory(pengguna=PenggunaFactory(pd=True))

    assert not Naskah.objects.terlihat_oleh(PenggunaFactory(pd=True)).exists()


def test_after_the_last_day_the_pages_are_not_there(client):
    PemerintahFactory()
    orang = anggota_pd(PerangkatDaerahFactory())
    naskah = PenugasanNaskahFactory(pengguna=orang, selesai=hari(2)).naskah
    alamat = [
        naskah.get_absolute_url(),
        reverse("pengawasan:naskah-rincian", args=[naskah.pk]),
        reverse("kerjasama:naskah-keluarga", args=[naskah.pk]),
    ]

    with time_machine.travel(timezone.now(), tick=False) as waktu:
        client.force_login(orang)
        assert [client.get(a).status_code for a in alamat] == [200, 200, 200]

        waktu.shift(timedelta(days=3))
        client.force_login(orang)
        assert [client.get(a).status_code for a in alamat] == [404, 404, 404]


def test_who_is_assigned_reads_and_does_not_write_for_the_unit(client):
    PemerintahFactory()
    orang = anggota_pd(PerangkatDaerahFactory())
    naskah = PenugasanNaskahFactory(pengguna=orang).naskah
    client.force_login(orang)

    jawaban = client.get(reverse("pengawasan:pengendalian-tambah", args=[naskah.pk]))

    assert jawaban.status_code == 403
