"""Postponement: asked for, decided by another, shown beside the legal date."""

import pytest
from django.utils import timezone

from inti.models import JejakAudit, Notifikasi
from inti.putusan import AturanDilanggar
from kerjasama.models import Naskah
from pengawasan.models import Jadwal, PenundaanJadwal
from pengawasan.services import jadwal as jadwal_services
from pengawasan.services import penundaan as services
from tests.factories.inti import (
    JabatanFactory,
    PemangkuJabatanFactory,
    PenggunaFactory,
    aksi_tercatat,
)
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import JadwalFactory, KebijakanFactory, hari
from tests.factories.penundaan import PenundaanJadwalFactory
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db


@pytest.fixture
def ketua():
    return PenggunaFactory(ketua=True)


def ajukan(jadwal, **kolom):
    dasar = {"sampai": hari(40), "alasan": "Bencana.", "oleh": PenggunaFactory(staf=True)}
    return services.ajukan(jadwal.pk, **(dasar | kolom))


def test_request_waits_and_moves_nothing(ketua):
    jabatan = JabatanFactory(kode="kabag-kerja-sama", peran="tim")
    kabag = PemangkuJabatanFactory(jabatan=jabatan).pengguna
    jadwal = JadwalFactory()

    penundaan = ajukan(jadwal)

    jadwal.refresh_from_db()
    assert (penundaan.status, penundaan.jatuh_tempo) == ("diajukan", jadwal.jatuh_tempo)
    assert jadwal.ditunda_sampai is None
    assert aksi_tercatat() == ["penundaan_jadwal.ajukan"]
    assert {n.kepada for n in Notifikasi.objects.all()} == {ketua, kabag}


def test_second_request_is_refused_while_one_waits():
    jadwal = PenundaanJadwalFactory().jadwal

    with pytest.raises(AturanDilanggar, match="masih menunggu putusan"):
        ajukan(jadwal)

    assert PenundaanJadwal.objects.count() == 1


def test_granted_postponement_stands_beside_the_legal_date_and_tells_who_asked(ketua):
    penundaan = PenundaanJadwalFactory()

    services.setujui(penundaan.pk, catatan="Ya.", oleh=ketua)

    penundaan.refresh_from_db()
    jadwal = Jadwal.objects.get()
    assert (penundaan.status, penundaan.diputuskan_oleh) == ("disetujui", ketua)
    assert (jadwal.jatuh_tempo, jadwal.tenggat) == (penundaan.jatuh_tempo, penundaan.sampai)
    assert jadwal.alasan_penundaan == penundaan.alasan
    assert JejakAudit.objects.tentang(jadwal).get().aksi == "penundaan_jadwal.setujui"
    assert Notifikasi.objects.get().kepada == penundaan.diajukan_oleh


def test_granted_postponement_survives_planning(ketua):
    KebijakanFactory()
    naskah = NaskahFactory(tanggal_ttd=timezone.localdate(), tanggal_berakhir=None)
    jadwal_services.terbitkan(naskah.pk, per=hari())
    jadwal = Jadwal.objects.get(ke=1)
    penundaan = ajukan(jadwal, sampai=hari(400))
    services.setujui(penundaan.pk, oleh=ketua)
    Naskah.objects.update(tanggal_ttd=hari(-3))

    jadwal_services.terbitkan(naskah.pk, per=hari(1))

    tempo = jadwal.jatuh_tempo
    jadwal.refresh_from_db()
    assert jadwal.jatuh_tempo < tempo
    assert jadwal.tenggat == hari(400)
    assert list(jadwal.penundaan.all()) == [penundaan]


def test_refusal_keeps_the_date_and_gives_the_reason(ketua):
    penundaan = PenundaanJadwalFactory()

    services.tolak(penundaan.pk, catatan="Masih sempat.", oleh=ketua)

    penundaan.refresh_from_db()
    assert (penundaan.status, penundaan.catatan_putusan) == ("ditolak", "Masih sempat.")
    assert Jadwal.objects.get().ditunda_sampai is None
    assert "Masih sempat." in Notifikasi.objects.get().isi


def test_who_asked_takes_it_back_and_may_ask_again():
    penundaan = PenundaanJadwalFactory()

    services.tarik(penundaan.pk, oleh=penundaan.diajukan_oleh)

    penundaan.refresh_from_db()
    assert penundaan.status == "ditarik"
    assert aksi_tercatat() == ["penundaan_jadwal.tarik"]
    assert ajukan(penundaan.jadwal).status == "diajukan"


def test_what_was_carried_out_meanwhile_is_not_postponed_but_can_be_refused(ketua):
    penundaan = PenundaanJadwalFactory()
    Jadwal.objects.update(status="terlaksana")

    with pytest.raises(AturanDilanggar, match="Hanya jadwal yang terbuka"):
        services.setujui(penundaan.pk, oleh=ketua)

    services.tolak(penundaan.pk, catatan="Sudah dilaksanakan.", oleh=ketua)
    assert Jadwal.objects.get().ditunda_sampai is None


def test_nobody_decides_their_own_request():
    penundaan = PenundaanJadwalFactory()

    with pytest.raises(AturanDilanggar, match="permintaannya sendiri"):
        services.setujui(penundaan.pk, oleh=penundaan.diajukan_oleh)


def test_decision_is_made_once(ketua):
    penundaan = PenundaanJadwalFactory(disetujui=True)

    with pytest.raises(AturanDilanggar, match="tidak dapat ditolak"):
        services.tolak(penundaan.pk, catatan="Tidak.", oleh=ketua)


@pytest.mark.parametrize(
    "langkah",
    [
        lambda p: ajukan(JadwalFactory()),
        lambda p: services.setujui(p.pk, oleh=PenggunaFactory(ketua=True)),
        lambda p: services.tolak(p.pk, catatan="x", oleh=PenggunaFactory(ketua=True)),
        lambda p: services.tarik(p.pk, oleh=p.diajukan_oleh),
    ],
)
def test_step_without_its_line_in_the_trail_is_none(langkah, monkeypatch):
    penundaan = PenundaanJadwalFactory()
    monkeypatch.setattr(services.audit, "catat", fails)

    with pytest.raises(StepFailedError):
        langkah(penundaan)

    penundaan.refresh_from_db()
    assert PenundaanJadwal.objects.count() == 1
    assert penundaan.status == "diajukan"
    assert not Jadwal.objects.exclude(ditunda_sampai=None).exists()
