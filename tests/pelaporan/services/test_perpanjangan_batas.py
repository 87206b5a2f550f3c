"""Extending the deadline of a mitra's report: asked for, decided, shown beside the legal one."""

from datetime import timedelta

import pytest
from django.db.models import F
from django.utils import timezone

from inti.models import JejakAudit, Notifikasi
from inti.putusan import AturanDilanggar
from kerjasama.models import Naskah
from pelaporan.models import KewajibanLaporan, PerpanjanganBatas
from pelaporan.services import kewajiban as kewajiban_services
from pelaporan.services import laporan_mitra
from pelaporan.services import perpanjangan_batas as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pelaporan import KewajibanLaporanFactory, LaporanMitraFactory, orang_mitra
from tests.factories.pengawasan import hari
from tests.factories.perpanjangan import PerpanjanganBatasFactory
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def ajukan(kewajiban, **kolom):
    dasar = {"sampai": hari(40), "alasan": "Audit.", "oleh": orang_mitra(kewajiban)}
    return services.ajukan(kewajiban.pk, **(dasar | kolom))


def test_request_waits_moves_nothing_and_reaches_the_staff(staf):
    kewajiban = KewajibanLaporanFactory()

    satu = ajukan(kewajiban)

    kewajiban.refresh_from_db()
    assert (satu.status, satu.batas) == ("diajukan", kewajiban.batas)
    assert kewajiban.batas == kewajiban.batas_aturan
    assert aksi_tercatat() == ["perpanjangan_batas.ajukan"]
    assert [n.kepada for n in Notifikasi.objects.all()] == [staf]


def test_second_request_is_refused_while_one_waits():
    kewajiban = PerpanjanganBatasFactory().kewajiban

    with pytest.raises(AturanDilanggar, match="masih menunggu putusan"):
        ajukan(kewajiban)


def test_granted_extension_stands_beside_the_legal_deadline_and_tells_the_mitra(staf):
    satu = PerpanjanganBatasFactory(kewajiban__terlambat=True, sampai=hari(20))
    aturan = satu.kewajiban.batas

    services.setujui(satu.pk, catatan="Terakhir kali.", oleh=staf)

    kewajiban = KewajibanLaporan.objects.get()
    assert (kewajiban.batas, kewajiban.batas_aturan) == (hari(20), aturan)
    assert not KewajibanLaporan.objects.terlambat_pada(timezone.localdate()).exists()
    baris = JejakAudit.objects.get(aksi="perpanjangan_batas.setujui")
    assert baris.perubahan["dari"] == aturan.isoformat()
    kabar = Notifikasi.objects.get()
    assert kabar.kepada == satu.diajukan_oleh
    assert "Terakhir kali." in kabar.isi


def test_refusal_keeps_the_deadline_and_needs_its_reason(staf):
    satu = PerpanjanganBatasFactory()
    with pytest.raises(AturanDilanggar, match="disertai alasan"):
        services.tolak(satu.pk, catatan=" ", oleh=staf)

    services.tolak(satu.pk, catatan="Masih sempat.", oleh=staf)

    satu.refresh_from_db()
    assert (satu.status, satu.kewajiban.batas) == ("ditolak", satu.batas)
    with pytest.raises(AturanDilanggar, match="tidak dapat disetujui"):
        services.setujui(satu.pk, oleh=staf)


def test_nobody_decides_their_own_request():
    satu = PerpanjanganBatasFactory()

    with pytest.raises(AturanDilanggar, match="permintaannya sendiri"):
        services.setujui(satu.pk, oleh=satu.diajukan_oleh)


def test_only_who_asked_takes_it_back(staf):
    satu = PerpanjanganBatasFactory()
    with pytest.raises(AturanDilanggar, match="Hanya pengajunya"):
        services.tarik(satu.pk, oleh=staf)

    services.tarik(satu.pk, oleh=satu.diajukan_oleh)

    assert PerpanjanganBatas.objects.get().status == "ditarik"
    assert ajukan(satu.kewajiban).status == "diajukan"


def test_granted_extension_survives_planning_while_the_legal_deadline_follows_the_facts(staf):
    naskah = NaskahFactory(tanggal_ttd=hari(-200), tanggal_berakhir=hari(900))
    kewajiban_services.terbitkan(naskah.pk, per=timezone.localdate())
    kewajiban = naskah.kewajiban_laporan.get(ke=1)
    satu = PerpanjanganBatasFactory(kewajiban=kewajiban, sampai=hari(60))
    services.setujui(satu.pk, oleh=staf)
    Naskah.objects.filter(pk=naskah.pk).update(
        tanggal_ttd=F("tanggal_ttd") + timedelta(days=10), versi_fakta=F("versi_fakta") + 1
    )

    kewajiban_services.terbitkan(naskah.pk, per=timezone.localdate())

    baru = naskah.kewajiban_laporan.get(ke=1)
    assert baru.pk == kewajiban.pk
    assert baru.batas == hari(60)
    assert baru.batas_aturan > kewajiban.batas_aturan


def test_extension_of_a_returned_report_moves_the_deadline_of_its_mending(staf):
    laporan = LaporanMitraFactory(dikembalikan=True)
    kewajiban = KewajibanLaporan.objects.get()
    aturan = kewajiban.batas_aturan
    satu = PerpanjanganBatasFactory(kewajiban=kewajiban, batas=kewajiban.batas, sampai=hari(90))

    services.setujui(satu.pk, oleh=staf)

    laporan.refresh_from_db()
    kewajiban.refresh_from_db()
    assert laporan.batas_perbaikan == kewajiban.batas == hari(90)
    assert kewajiban.batas_aturan == aturan


def test_sending_the_report_closes_what_waits(staf):
    laporan = LaporanMitraFactory()
    satu = PerpanjanganBatasFactory(kewajiban=laporan.kewajiban)

    laporan_mitra.sampaikan(laporan.pk, oleh=laporan.dibuat_oleh)

    satu.refresh_from_db()
    assert (satu.status, satu.catatan_putusan) == ("ditarik", "Laporan sudah disampaikan.")
    with pytest.raises(AturanDilanggar):
        services.setujui(satu.pk, oleh=staf)


def test_a_report_that_was_sent_needs_no_extension():
    laporan = LaporanMitraFactory(disampaikan=True)

    with pytest.raises(AturanDilanggar, match="masih ditunggu"):
        ajukan(laporan.kewajiban)


def test_failure_on_the_way_leaves_nothing_behind(staf, monkeypatch):
    satu = PerpanjanganBatasFactory()
    monkeypatch.setattr(services, "_kabari", fails)

    with pytest.raises(StepFailedError):
        services.setujui(satu.pk, oleh=staf)

    satu.refresh_from_db()
    assert satu.status == "diajukan"
    assert KewajibanLaporan.objects.get().diperpanjang_sampai is None
    assert aksi_tercatat() == []
