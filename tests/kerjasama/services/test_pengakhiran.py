"""Endings by the term itself, and endings taken back."""

from datetime import date, timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.module_loading import import_string

from inti.models import JejakAudit, Notifikasi
from inti.putusan import AturanDilanggar
from kerjasama.models import Naskah
from kerjasama.services import naskah as naskah_services
from kerjasama.services import pengakhiran as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import AddendumFactory, NaskahFactory, anggota_mitra

pytestmark = pytest.mark.django_db
AKHIR = date(2026, 1, 15)


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


# --- By the term ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("per", "status"),
    [
        (AKHIR - timedelta(days=1), "berlaku"),
        (AKHIR, "berlaku"),
        (AKHIR + timedelta(days=1), "berakhir"),
        (AKHIR + timedelta(days=60), "berakhir"),  # a night missed for weeks
    ],
)
@pytest.mark.parametrize("semula", ["berlaku", "diperpanjang"])
def test_naskah_is_in_force_through_the_whole_of_its_last_day(semula, per, status):
    naskah = NaskahFactory(tanggal_berakhir=AKHIR, status=semula)

    services.akhiri_yang_lewat(per)

    naskah.refresh_from_db()
    assert naskah.status == (semula if status == "berlaku" else status)
    assert naskah.masih_berlaku is (status == "berlaku")
    assert Naskah.objects.berlaku_pada(AKHIR).exists() is (status == "berlaku")


def test_ending_by_the_term_records_its_reason_and_its_last_day():
    naskah = NaskahFactory(tanggal_berakhir=AKHIR)

    services.akhiri_yang_lewat(date(2026, 3, 1))

    naskah.refresh_from_db()
    assert (naskah.alasan_berakhir, naskah.tanggal_diakhiri, naskah.versi_fakta) == (
        "jangka_waktu",
        AKHIR,
        2,
    )
    jejak = JejakAudit.objects.get()
    assert (jejak.aksi, jejak.pelaku_nama) == ("naskah.akhiri", "Sistem")
    assert jejak.perubahan["tanggal_diakhiri"] == "2026-01-15"


def test_night_twice_ends_once():
    PenggunaFactory(staf=True)
    NaskahFactory(tanggal_berakhir=AKHIR)
    per = AKHIR + timedelta(days=1)

    assert (services.akhiri_yang_lewat(per), services.akhiri_yang_lewat(per)) == (1, 0)

    assert aksi_tercatat() == ["naskah.akhiri"]
    assert Notifikasi.objects.count() == 1


@pytest.mark.parametrize("status", ["draf", "berakhir", "diputus", "digantikan"])
def test_what_is_not_in_force_is_left_alone(status):
    alasan = "" if status in {"draf", "digantikan"} else "kesepakatan"
    NaskahFactory(tanggal_berakhir=AKHIR, status=status, alasan_berakhir=alasan)
    NaskahFactory(tanggal_berakhir=None)

    assert services.akhiri_yang_lewat(date(2026, 3, 1)) == 0
    assert not JejakAudit.objects.exists()


def test_staff_get_one_message_for_a_whole_backlog(staf):
    for _ in range(25):
        NaskahFactory(tanggal_berakhir=AKHIR)

    services.akhiri_yang_lewat()

    kabar = Notifikasi.objects.get()
    assert (kabar.kepada, kabar.subjek) == (staf, "Jangka waktu berakhir: 25 naskah")
    assert "dan 5 naskah lain" in kabar.isi
    assert aksi_tercatat() == ["naskah.akhiri"] * 25


def test_backlog_of_many_batches_is_one_message_and_the_next_night_another(staf, monkeypatch):
    monkeypatch.setattr(services, "UKURAN_BATCH", 2)
    NaskahFactory.create_batch(5, tanggal_berakhir=AKHIR)
    services.akhiri_yang_lewat()
    satu = NaskahFactory(tanggal_berakhir=AKHIR)

    services.akhiri_yang_lewat()

    assert list(Notifikasi.objects.order_by("pk").values_list("subjek", flat=True)) == [
        "Jangka waktu berakhir: 5 naskah",
        f"Jangka waktu berakhir: {satu}",
    ]


def test_what_a_night_that_broke_off_left_untold_is_told_by_the_next(staf, monkeypatch):
    NaskahFactory(tanggal_berakhir=AKHIR)
    with monkeypatch.context() as patah:
        patah.setattr(services, "antrekan", lambda *a, **k: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            services.akhiri_yang_lewat()
    NaskahFactory(tanggal_berakhir=AKHIR)

    services.akhiri_yang_lewat()

    assert Notifikasi.objects.get().subjek == "Jangka waktu berakhir: 2 naskah"


def test_term_does_not_run_out_on_another_day_than_its_last(staf):
    naskah = NaskahFactory(tanggal_berakhir=AKHIR)
    hari = {"alasan": "jangka_waktu", "oleh": staf}

    with pytest.raises(AturanDilanggar, match="habis pada 15 Januari 2026"):
        naskah_services.akhiri(naskah.pk, tanggal=AKHIR - timedelta(days=1), **hari)
    assert aksi_tercatat() == []
    naskah_services.akhiri(naskah.pk, tanggal=AKHIR, **hari)

    assert aksi_tercatat() == ["naskah.akhiri"]


def test_ending_asks_as_often_for_many_as_for_one_but_for_the_trail():
    def kueri(banyak):
        for _ in range(banyak):
            NaskahFactory(tanggal_berakhir=AKHIR)
        with CaptureQueriesContext(connection) as tertangkap:
            services.akhiri_yang_lewat()
        return [
            q["sql"] for q in tertangkap if "jejakaudit" not in q["sql"] and "POINT" not in q["sql"]
        ]

    assert len(kueri(1)) == len(kueri(7))


def test_job_is_wired_and_runs_before_the_plans():
    nama = list(settings.BERKALA)

    assert nama.index("masa-berlaku") < nama.index("jadwal")
    assert import_string(settings.BERKALA["masa-berlaku"][0]) is services.akhiri_yang_lewat


# --- Taking an ending back ------------------------------------------------------------------


@pytest.mark.parametrize("alasan", ["kesepakatan", "wanprestasi", "jangka_waktu"])
def test_wrong_ending_is_taken_back_with_one_line(staf, alasan):
    naskah = NaskahFactory(tanggal_berakhir=None)
    hari = date(2025, 6, 1)
    naskah_services.akhiri(naskah.pk, alasan=alasan, tanggal=hari, dasar="Surat 5", oleh=staf)

    services.batalkan(naskah.pk, alasan="Salah naskah", oleh=staf)

    naskah.refresh_from_db()
    assert (naskah.status, naskah.alasan_berakhir, naskah.tanggal_diakhiri) == ("berlaku", "", None)
    assert (naskah.dasar_pengakhiran, naskah.versi_fakta) == ("", 3)
    jejak = JejakAudit.objects.latest("pk")
    assert jejak.aksi == "naskah.batalkan_pengakhiran"
    assert jejak.perubahan["catatan"] == "Salah naskah"
    assert jejak.perubahan["semula"] == {
        "alasan_berakhir": alasan,
        "tanggal_diakhiri": "2025-06-01",
        "dasar_pengakhiran": "Surat 5",
    }


def test_taking_back_tells_the_people_of_the_naskah(staf):
    naskah = NaskahFactory(status="berakhir", alasan_berakhir="pailit")
    orang = anggota_mitra(naskah.mitra.get())

    services.batalkan(naskah.pk, alasan="Putusan pailit dicabut", oleh=staf)

    kabar = Notifikasi.objects.get()
    assert kabar.kepada == orang
    assert "Putusan pailit dicabut" in kabar.isi


def test_extended_naskah_comes_back_as_extended(staf):
    naskah = NaskahFactory(status="diputus", alasan_berakhir="wanprestasi")
    AddendumFactory(naskah=naskah)

    services.batalkan(naskah.pk, alasan="Keliru", oleh=staf)

    naskah.refresh_from_db()
    assert naskah.status == "diperpanjang"


def test_right_ending_by_the_term_is_not_taken_back(staf):
    naskah = NaskahFactory(tanggal_berakhir=AKHIR)
    services.akhiri_yang_lewat()

    with pytest.raises(AturanDilanggar, match="memang sudah lewat sejak 15 Januari 2026"):
        services.batalkan(naskah.pk, alasan="Keliru", oleh=staf)

    naskah.refresh_from_db()
    assert (naskah.status, naskah.versi_fakta) == ("berakhir", 2)
    assert aksi_tercatat() == ["naskah.akhiri"]


def test_ending_by_a_wrong_term_is_taken_back_once_the_date_is_corrected(staf):
    naskah = NaskahFactory(tanggal_berakhir=AKHIR)
    services.akhiri_yang_lewat()
    besok = timezone.localdate() + timedelta(days=1)
    naskah_services.ubah(naskah.pk, {"tanggal_berakhir": besok}, oleh=staf)

    services.batalkan(naskah.pk, alasan="Tanggal berakhir keliru", oleh=staf)

    naskah.refresh_from_db()
    assert naskah.status == "berlaku"
    assert services.akhiri_yang_lewat() == 0


def test_replaced_naskah_comes_back_only_when_nothing_replaces_it(staf):
    lama = NaskahFactory()
    baru = NaskahFactory(status="draf", menggantikan=lama, tanggal_ttd=date(2025, 2, 1))
    naskah_services.berlakukan(baru.pk, oleh=staf)
    with pytest.raises(AturanDilanggar, match="sudah digantikan oleh"):
        services.batalkan(lama.pk, alasan="Keliru", oleh=staf)

    naskah_services.ubah(baru.pk, {"menggantikan": None}, oleh=staf)
    services.batalkan(lama.pk, alasan="Keliru", oleh=staf)

    lama.refresh_from_db()
    assert (lama.status, lama.tanggal_diakhiri) == ("berlaku", None)


@pytest.mark.parametrize(
    ("status", "alasan", "sebut"),
    [("berlaku", "x", "Berlaku tidak dapat"), ("digantikan", " ", "wajib disertai alasan")],
)
def test_taking_back_that_is_refused_writes_nothing(staf, status, alasan, sebut):
    naskah = NaskahFactory(status=status)

    with pytest.raises(AturanDilanggar, match=sebut):
        services.batalkan(naskah.pk, alasan=alasan, oleh=staf)

    naskah.refresh_from_db()
    assert (naskah.status, naskah.versi_fakta) == (status, 1)
    assert not JejakAudit.objects.exists()


# --- Extended is in force -------------------------------------------------------------------


def test_extended_naskah_is_ended_and_replaced_like_any_in_force(staf):
    satu, dua = NaskahFactory(status="diperpanjang"), NaskahFactory(status="diperpanjang")
    baru = NaskahFactory(tanggal_ttd=date(2025, 2, 1))

    naskah_services.akhiri(satu.pk, alasan="kesepakatan", tanggal=date(2025, 1, 1), oleh=staf)
    naskah_services.ubah(baru.pk, {"menggantikan": dua}, oleh=staf)

    assert Naskah.objects.get(pk=satu.pk).status == "berakhir"
    assert Naskah.objects.get(pk=dua.pk).status == "digantikan"


def test_reversed_family_is_refused(staf):
    pks = NaskahFactory(jenis="pks")
    payung = NaskahFactory(jenis="kesepakatan_bersama")

    with pytest.raises(AturanDilanggar, match="urutannya terbalik"):
        naskah_services.ubah(payung.pk, {"induk": pks}, oleh=staf)
