"""Duties to report: a diff under natural keys, in whole batches."""

from datetime import date

import pytest
import time_machine
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from inti.models import JejakAudit, Notifikasi
from inti.putusan import AturanDilanggar
from kerjasama.models import Naskah, ParaPihak
from pelaporan.enums import StatusKewajibanLaporan as Status
from pelaporan.models import KewajibanLaporan, PerencanaanLaporan
from pelaporan.services import kewajiban as services
from pelaporan.services import laporan_mitra
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import MitraFactory, NaskahFactory, anggota_mitra
from tests.factories.pelaporan import KewajibanLaporanFactory, LaporanMitraFactory, orang_mitra

pytestmark = pytest.mark.django_db
TTD, AKHIR = date(2025, 8, 31), date(2027, 2, 28)
PER = date(2026, 10, 1)


def naskah_agustus(**lain):
    return NaskahFactory(tanggal_ttd=TTD, tanggal_berakhir=AKHIR, **lain)


def baris(naskah):
    semua = KewajibanLaporan.objects.filter(naskah=naskah).order_by("mitra", "ke")
    return list(semua.values_list("ke", "jatuh_tempo", "batas", "status"))


def ubah(naskah, **fakta):
    Naskah.objects.filter(pk=naskah.pk).update(versi_fakta=F("versi_fakta") + 1, **fakta)


def test_terbitkan_counts_each_report_from_signing_and_clips():
    naskah = naskah_agustus()

    services.terbitkan(naskah.pk, per=PER)

    assert baris(naskah) == [
        (1, date(2026, 2, 28), date(2026, 3, 14), "terbuka"),
        (2, date(2026, 8, 31), date(2026, 9, 14), "terbuka"),
        (3, date(2027, 2, 28), date(2027, 3, 14), "terbuka"),  # on the last day itself
    ]


def test_terbitkan_explains_article_anchor_and_sum():
    naskah = naskah_agustus()

    services.terbitkan(naskah.pk, per=date(2026, 1, 1))

    dasar = KewajibanLaporan.objects.get(ke=1).dasar
    assert (dasar["pasal"], dasar["jangkar"], dasar["interval"]) == (
        "Pasal 9 ayat (1)",
        "2025-08-31",
        6,
    )
    assert "31 Agustus 2025 + 6 bulan = 28 Februari 2026" in dasar["kalimat"][0]


def test_each_mitra_has_duties_of_its_own():
    naskah = naskah_agustus(mitra=[MitraFactory(), MitraFactory()])

    services.terbitkan(naskah.pk, per=date(2026, 1, 1))

    assert [b[0] for b in baris(naskah)] == [1, 1]


def test_own_interval_of_the_naskah_is_followed():
    naskah = naskah_agustus(interval_laporan=12, klausul_interval="Pasal 5")

    services.terbitkan(naskah.pk, per=PER)

    assert [b[1] for b in baris(naskah)] == [date(2026, 8, 31)]


def test_backlog_naskah_owes_only_since_mulai_pengawasan_and_keeps_its_turn():
    naskah = naskah_agustus(mulai_pengawasan=date(2026, 8, 31))

    services.terbitkan(naskah.pk, per=PER)

    assert [b[:2] for b in baris(naskah)] == [(2, date(2026, 8, 31)), (3, date(2027, 2, 28))]


def test_draft_naskah_owes_nothing():
    naskah = NaskahFactory(status="draf")

    services.terbitkan(naskah.pk, per=PER)

    assert baris(naskah) == []


def test_terbitkan_twice_changes_nothing_and_leaves_one_line():
    naskah = naskah_agustus()
    services.terbitkan(naskah.pk, per=PER)
    sebelum = list(KewajibanLaporan.objects.values())

    services.terbitkan(naskah.pk, per=PER)

    assert list(KewajibanLaporan.objects.values()) == sebelum
    assert aksi_tercatat() == ["kewajiban_laporan.terbitkan"]


def test_corrected_signing_date_moves_open_duties_and_makes_no_twin():
    naskah = naskah_agustus()
    services.terbitkan(naskah.pk, per=PER)
    ubah(naskah, tanggal_ttd=date(2025, 9, 15))

    services.terbitkan(naskah.pk, per=PER)

    assert [b[:2] for b in baris(naskah) if b[3] == "terbuka"] == [
        (1, date(2026, 3, 15)),
        (2, date(2026, 9, 15)),
    ]


def test_duty_with_a_report_is_never_re_dated():
    naskah = naskah_agustus()
    services.terbitkan(naskah.pk, per=date(2026, 1, 1))
    LaporanMitraFactory(kewajiban=KewajibanLaporan.objects.get(ke=1))
    ubah(naskah, tanggal_ttd=date(2025, 9, 15))

    services.terbitkan(naskah.pk, per=date(2026, 1, 1))

    assert baris(naskah) == [(1, date(2026, 2, 28), date(2026, 3, 14), "terbuka")]


def test_submitted_duty_stays_fulfilled_when_the_naskah_is_shortened():
    naskah = naskah_agustus()
    services.terbitkan(naskah.pk, per=PER)
    LaporanMitraFactory(kewajiban=KewajibanLaporan.objects.get(ke=2), disampaikan=True)
    ubah(naskah, tanggal_berakhir=date(2026, 3, 31))

    services.terbitkan(naskah.pk, per=PER)

    assert [b[3] for b in baris(naskah)] == ["terbuka", "terpenuhi", "digantikan"]


def test_duties_after_the_end_are_replaced_with_the_reason_and_come_back():
    naskah = naskah_agustus()
    services.terbitkan(naskah.pk, per=PER)
    ubah(naskah, tanggal_diakhiri=date(2026, 9, 1))

    services.terbitkan(naskah.pk, per=PER)

    ketiga = KewajibanLaporan.objects.get(ke=3)
    assert ketiga.status == Status.DIGANTIKAN
    assert ketiga.alasan_status == "Jatuh tempo setelah hari terakhir naskah, 1 September 2026."
    ubah(naskah, tanggal_diakhiri=None)
    services.terbitkan(naskah.pk, per=PER)
    ketiga.refresh_from_db()
    assert (ketiga.status, ketiga.alasan_status) == (Status.TERBUKA, "")


def test_duties_of_a_mitra_that_leaves_are_replaced():
    tinggal, pergi = MitraFactory(), MitraFactory()
    naskah = naskah_agustus(mitra=[tinggal, pergi])
    services.terbitkan(naskah.pk, per=date(2026, 1, 1))
    ParaPihak.objects.filter(mitra=pergi).delete()

    services.terbitkan(naskah.pk, per=date(2026, 1, 1))

    assert list(KewajibanLaporan.objects.order_by("mitra").values_list("mitra", "status")) == [
        (tinggal.pk, "terbuka"),
        (pergi.pk, "digantikan"),
    ]


@time_machine.travel("2026-10-01 05:00:00+00:00")
def test_susun_yang_berubah_drains_only_what_changed():
    pertama, kedua = naskah_agustus(), naskah_agustus()
    assert services.susun_yang_berubah() == 2
    assert services.susun_yang_berubah() == 0
    ubah(kedua, tanggal_berakhir=date(2026, 3, 31))

    assert services.susun_yang_berubah() == 1

    assert [b[3] for b in baris(kedua)] == ["terbuka", "digantikan", "digantikan"]
    assert PerencanaanLaporan.objects.get(naskah=pertama).versi_fakta == 1


def test_segarkan_semua_moves_the_horizon_on():
    naskah = naskah_agustus()
    with time_machine.travel("2025-09-01 05:00:00+00:00"):
        services.segarkan_semua()
        assert len(baris(naskah)) == 1

    with time_machine.travel("2026-10-01 05:00:00+00:00"):
        assert services.segarkan_semua() == 1

    assert len(baris(naskah)) == 3


@pytest.mark.parametrize("banyaknya", [1, 3])
@time_machine.travel("2026-10-01 05:00:00+00:00")
def test_night_without_change_only_looks_whether_there_is_one(banyaknya):
    for _ in range(banyaknya):
        naskah_agustus()
    services.segarkan_semua()

    with CaptureQueriesContext(connection) as captured:
        services.segarkan_semua()

    perintah = [q["sql"] for q in captured if "SAVEPOINT" not in q["sql"]]
    assert len(perintah) == 2


@time_machine.travel("2026-10-01 05:00:00+00:00")
def test_ingatkan_tells_the_mitra_once_a_day_and_leaves_the_proof():
    kewajiban = KewajibanLaporanFactory(terlambat=True)
    orang, staf = orang_mitra(kewajiban), PenggunaFactory(staf=True)

    services.ingatkan(kewajiban.pk, oleh=staf)
    with pytest.raises(AturanDilanggar, match="sudah diingatkan hari ini"):
        services.ingatkan(kewajiban.pk, oleh=staf)

    assert aksi_tercatat() == ["kewajiban_laporan.ingatkan"]
    assert [n.kepada for n in Notifikasi.objects.all()] == [orang]
    assert JejakAudit.objects.tentang(kewajiban).count() == 1


def test_ingatkan_is_refused_for_a_mitra_without_people():
    kewajiban = KewajibanLaporanFactory(terlambat=True)

    with pytest.raises(AturanDilanggar, match="belum mempunyai pengguna"):
        services.ingatkan(kewajiban.pk, oleh=PenggunaFactory(staf=True))

    assert aksi_tercatat() == []


def test_draft_of_a_replaced_duty_cannot_be_begun():
    kewajiban = KewajibanLaporanFactory(status=Status.DIGANTIKAN, alasan_status="Naskah diakhiri.")
    orang = anggota_mitra(kewajiban.mitra)

    with pytest.raises(AturanDilanggar, match="Naskah diakhiri"):
        laporan_mitra.mulai(kewajiban.pk, oleh=orang)
