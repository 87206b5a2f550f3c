"""Reports on request: a duty of each mitra, like the others, and its withdrawal."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from inti.models import Notifikasi
from inti.putusan import AturanDilanggar
from pelaporan.models import KewajibanLaporan, LaporanMitra, PermintaanLaporan
from pelaporan.services import kewajiban as kewajiban_services
from pelaporan.services import laporan_mitra
from pelaporan.services import permintaan_laporan as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import MitraFactory, NaskahFactory, anggota_mitra
from tests.factories.pelaporan import (
    FormulirLaporanFactory,
    KewajibanLaporanFactory,
    LaporanMitraFactory,
)
from tests.factories.pengawasan import hari
from tests.factories.permintaan import diminta

pytestmark = pytest.mark.django_db


@pytest.fixture
def naskah():
    return NaskahFactory(mitra=[MitraFactory(), MitraFactory()])


def test_each_mitra_owes_one_from_today_and_is_told(naskah):
    orang = {anggota_mitra(m) for m in naskah.mitra.all()}

    permintaan = diminta(naskah)

    semua = list(permintaan.kewajiban.all())
    assert {k.mitra_id for k in semua} == {p.mitra_id for p in naskah.pihak.all()}
    assert {(k.ke, k.jatuh_tempo, k.batas) for k in semua} == {
        (None, timezone.localdate(), hari(10))
    }
    assert semua[0].sebutan == "Laporan atas permintaan: Keadaan stok"
    assert {n.kepada for n in Notifikasi.objects.all()} == orang
    assert aksi_tercatat() == ["permintaan_laporan.kirim"]


def test_one_mitra_may_be_asked_alone_and_never_a_stranger(naskah):
    satu = naskah.pihak.first().mitra_id

    assert diminta(naskah, mitra=[satu]).kewajiban.get().mitra_id == satu
    with pytest.raises(AturanDilanggar, match="menjadi pihak"):
        diminta(naskah, mitra=[MitraFactory().pk])


def test_a_draft_cannot_be_reported_on():
    with pytest.raises(AturanDilanggar, match="masih draf"):
        diminta(NaskahFactory(status="draf"))


def test_two_requests_on_one_day_are_two_duties(naskah):
    diminta(naskah)
    diminta(naskah, perihal="Keadaan bangunan")

    assert KewajibanLaporan.objects.count() == 4


def test_planning_leaves_requests_alone(naskah):
    permintaan = diminta(naskah)
    sebelum = list(permintaan.kewajiban.values())

    kewajiban_services.terbitkan(naskah.pk, per=timezone.localdate())

    assert list(permintaan.kewajiban.values()) == sebelum


def test_it_is_filled_in_sent_and_returned_like_any_other():
    permintaan, orang = diminta(), None
    kewajiban = permintaan.kewajiban.get()
    laporan = LaporanMitraFactory(kewajiban=kewajiban)
    orang = laporan.dibuat_oleh

    putaran = laporan_mitra.sampaikan(laporan.pk, oleh=orang)
    laporan_mitra.kembalikan(laporan.pk, catatan="Lengkapi.", oleh=PenggunaFactory(staf=True))

    kewajiban.refresh_from_db()
    assert putaran.isi["kewajiban"]["sebutan"] == kewajiban.sebutan
    assert kewajiban.status == "terbuka"
    assert kewajiban.batas > kewajiban.batas_aturan


def test_withdrawal_frees_who_sent_nothing_and_keeps_what_was_sent(naskah):
    FormulirLaporanFactory()
    permintaan = diminta(naskah)
    pertama, kedua = permintaan.kewajiban.order_by("pk")
    LaporanMitraFactory(kewajiban=pertama, disampaikan=True)
    orang = anggota_mitra(kedua.mitra)
    draf = laporan_mitra.mulai(kedua.pk, oleh=orang)
    Notifikasi.objects.all().delete()

    services.tarik(permintaan.pk, alasan="Sudah jelas.", oleh=PenggunaFactory(staf=True))

    kedua.refresh_from_db()
    pertama.refresh_from_db()
    assert (pertama.status, kedua.status) == ("terpenuhi", "digantikan")
    assert kedua.alasan_status == "Permintaan ditarik: Sudah jelas."
    assert LaporanMitra.objects.filter(pk=draf.pk).exists()
    assert [n.kepada for n in Notifikasi.objects.all()] == [orang]
    with pytest.raises(AturanDilanggar, match="sudah ditarik"):
        services.tarik(permintaan.pk, alasan="Lagi.", oleh=PenggunaFactory(staf=True))


def test_what_everybody_sent_cannot_be_withdrawn():
    permintaan = diminta()
    LaporanMitraFactory(kewajiban=permintaan.kewajiban.get(), dikembalikan=True)

    with pytest.raises(AturanDilanggar, match="sudah disampaikan"):
        services.tarik(permintaan.pk, alasan="Batal.", oleh=PenggunaFactory(staf=True))


def test_a_duty_is_of_the_periods_or_asked_for_never_both_or_neither():
    permintaan = diminta()
    kewajiban = KewajibanLaporanFactory()
    semua = KewajibanLaporan.objects.filter(pk=kewajiban.pk)

    for kolom in ({"permintaan": permintaan}, {"ke": None}, {"perihal": "Stok"}):
        with pytest.raises(IntegrityError), transaction.atomic():
            semua.update(**kolom)


def test_the_letter_finds_everything_in_the_request_row(naskah, django_assert_num_queries):
    pk = diminta(naskah).pk

    with django_assert_num_queries(3):
        satu = PermintaanLaporan.objects.untuk_surat().get(pk=pk)
        isi = [
            satu.naskah.judul,
            str(satu.diminta_oleh),
            *(k.mitra.nama for k in satu.kewajiban.all()),
        ]

    assert len(isi) == 4
