"""F18, F19: one item that breaks whoever touches it stops nothing else, and ends in sight."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.antrean import jalankan_antrean
from inti.models import Kendala, Notifikasi
from inti.notifikasi import antrekan
from inti.pesan import Pesan
from inti.services import notifikasi
from kerjasama.models import Naskah
from pelaporan import pdf
from pelaporan.enums import JenisDokumen
from pelaporan.models import PerencanaanLaporan
from pelaporan.queries import pekerjaan
from pelaporan.services import dokumen, kewajiban
from pengawasan.models import Kebijakan
from pengawasan.services import jadwal
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import KebijakanFactory, SuratTugasFactory

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
PUTARAN = 12


@pytest.fixture
def staf():
    PemerintahFactory()
    KebijakanFactory()
    return PenggunaFactory(staf=True)


def meledak(asli, racun, kunci):
    """`asli`, but for the item that `kunci` finds to be the poisoned one."""

    def kerjakan(*args, **kwargs):
        if kunci(*args, **kwargs) == racun:
            msg = "beracun"
            raise ZeroDivisionError(msg)
        return asli(*args, **kwargs)

    return kerjakan


def kabari():
    oleh = PenggunaFactory()
    jejak = audit.catat("naskah.ubah", oleh, oleh=None)
    antrekan(jejak, kepada=[oleh], pesan=Pesan("Ada kabar", "Isi"))
    return Notifikasi.objects.get(jejak=jejak)


def putar():
    """Many turns of the runner; nothing waits for its pause."""
    for _ in range(PUTARAN):
        Notifikasi.objects.update(tunda_sampai=None)
        jalankan_antrean()


def test_one_poisoned_item_in_each_queue_stops_no_other_and_ends_in_sight(
    staf, client, monkeypatch
):
    naskah = NaskahFactory.create_batch(3)
    surat = [dokumen.terbitkan(JenisDokumen.SURAT_TUGAS, satu.pk, oleh=staf)
             for satu in SuratTugasFactory.create_batch(3)]  # fmt: skip
    pesan = [kabari() for _ in range(3)]
    for modul, nama, racun, kunci in (
        (jadwal, "susun_rencana", naskah[0].pk, lambda satu, *_: satu.pk),
        (dokumen, "dokumen_pdf", surat[0].kode, lambda templat, isi, *_: isi["kode"]),
        (notifikasi, "pesan_surel", pesan[0].pk, lambda satu: satu.pk),
    ):
        monkeypatch.setattr(modul, nama, meledak(getattr(modul, nama), racun, kunci))

    putar()

    assert [n.pk for n in Naskah.objects.filter(pk__in=[n.pk for n in naskah], jadwal=None)] == [
        naskah[0].pk
    ]
    for satu in surat:
        satu.refresh_from_db()
    assert [satu.status for satu in surat] == ["gagal", "siap", "siap"]
    status = list(Notifikasi.objects.order_by("pk").values_list("status", flat=True))
    assert status == ["gagal"] + ["terkirim"] * (len(status) - 1)
    client.force_login(staf)
    isi = client.get(reverse("pelaporan:pekerjaan-daftar")).text
    for kata in (
        "Dokumen resmi",
        "kesalahan aplikasi",
        f"Pesan nomor {pesan[0].pk}",
        "Jadwal pengawasan",
        f"Naskah nomor {naskah[0].pk}",
    ):
        assert kata in isi


SUSUN = {
    "jadwal": (jadwal, "susun_ulang", jadwal.susun_yang_berubah),
    "kewajiban": (kewajiban, "_selaraskan", kewajiban.susun_yang_berubah),
}


@pytest.mark.parametrize("apa", SUSUN)
def test_naskah_that_cannot_be_planned_waits_longer_each_time_and_lets_the_others_pass(
    staf, monkeypatch, apa
):
    modul, nama, susun = SUSUN[apa]
    racun, lain = NaskahFactory(), NaskahFactory()
    asli, dicoba = getattr(modul, nama), []

    def catat(kunci, **kwargs):
        dicoba.append(list(kunci))
        if racun.pk in kunci:
            raise ZeroDivisionError
        return asli(kunci, **kwargs)

    monkeypatch.setattr(modul, nama, catat)
    awal = timezone.now()
    with time_machine.travel(awal, tick=False) as jam:
        assert (susun(), susun()) == (1, 0)
        assert dicoba == [[racun.pk, lain.pk], [racun.pk], [lain.pk]]
        satu = Kendala.objects.get()
        assert (satu.pekerjaan, satu.objek_id, satu.percobaan) == (apa, racun.pk, 1)
        assert "ZeroDivisionError" in satu.kesalahan
        for ke in (2, 3):
            jam.shift(timedelta(minutes=2 ** (ke - 1), seconds=1))
            susun()
            satu.refresh_from_db()
            assert (satu.percobaan, susun()) == (ke, 0)
        assert pekerjaan.kendala().get() == satu

        # A change is tried at once; what is planned is no failure any more.
        monkeypatch.setattr(modul, nama, asli)
        Naskah.objects.filter(pk=racun.pk).update(versi_fakta=racun.versi_fakta + 1)
        assert susun() == 1
        assert not Kendala.objects.exists()


def test_a_new_policy_lets_what_was_held_back_be_tried(staf):
    naskah = NaskahFactory()
    sebelum = Kebijakan.objects.get().diterbitkan_pada - timedelta(minutes=1)
    Kendala.objects.catat("jadwal", naskah.pk, naskah.versi_fakta, "", sebelum)
    Kendala.objects.update(tunda_sampai=timezone.now() + timedelta(minutes=5))

    assert jadwal.susun_yang_berubah() == 1


def test_duty_that_fails_at_night_is_seen(staf, monkeypatch):
    naskah = NaskahFactory()
    kewajiban.susun_yang_berubah()
    PerencanaanLaporan.objects.update(berikutnya=timezone.localdate())

    def gagal(*_, **__):
        raise ZeroDivisionError

    monkeypatch.setattr(kewajiban, "_selaraskan", gagal)
    assert kewajiban.segarkan_semua() == 0

    assert [satu.objek_id for satu in pekerjaan.kendala()] == [naskah.pk]


def test_what_a_wrong_clock_held_back_is_tried(staf):
    naskah = NaskahFactory()
    Kendala.objects.catat(
        "jadwal", naskah.pk, naskah.versi_fakta, "", timezone.now() + timedelta(days=40)
    )

    assert jadwal.susun_yang_berubah() == 1


def test_a_layout_that_runs_away_is_ended_and_the_next_document_is_made(staf, monkeypatch):
    liar, baik = (
        dokumen.terbitkan(JenisDokumen.SURAT_TUGAS, satu.pk, oleh=staf)
        for satu in SuratTugasFactory.create_batch(2)
    )
    biasa = pdf.BATAS_DETIK

    def hampir_tanpa_waktu(templat, isi, *args):
        with monkeypatch.context() as sementara:
            waktu = 0.05 if isi["kode"] == liar.kode else biasa
            sementara.setattr(pdf, "BATAS_DETIK", waktu)
            return pdf.dokumen_pdf(templat, isi, *args)

    monkeypatch.setattr(dokumen, "dokumen_pdf", hampir_tanpa_waktu)

    putar()

    liar.refresh_from_db()
    baik.refresh_from_db()
    assert (liar.status, baik.status) == ("gagal", "siap")
    assert "batas waktu" in liar.kesalahan
    assert liar.percobaan <= 3
