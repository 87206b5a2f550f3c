"""The night: what it leaves is exactly what planning each naskah leaves, in as few statements."""

from datetime import date, timedelta

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kerjasama.models import Naskah
from pengawasan.models import Jadwal, JadwalNaskah
from pengawasan.services import jadwal as services
from pengawasan.services import pengingat, pengingat_akhir
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import LampiranFactory, NaskahFactory
from tests.factories.pengawasan import JadwalFactory, KebijakanFactory, KegiatanFactory, hari

pytestmark = pytest.mark.django_db
BATAS = 25
INTERVAL = st.sampled_from([None, 1, 3, 6, 12])
HARI = st.integers(0, 1500)
AWAL = date(2021, 1, 31)
PERISTIWA = st.lists(
    st.tuples(
        st.sampled_from(["pemantauan", "evaluasi"]),
        HARI,
        st.sampled_from(["berkala", "insidental"]),
        st.booleans(),
    ),
    max_size=5,
)
SATU = st.tuples(HARI, st.none() | HARI, INTERVAL, INTERVAL, st.none() | HARI, PERISTIWA)


def catat(ttd, akhir, pemantauan, evaluasi, mulai, peristiwa):
    """One naskah with its history; days count from the 31st of a January."""
    tanggal = AWAL + timedelta(days=ttd)
    naskah = NaskahFactory(
        tanggal_ttd=tanggal,
        tanggal_berakhir=None if akhir is None else tanggal + timedelta(days=akhir),
        interval_pemantauan=pemantauan,
        interval_evaluasi=evaluasi,
        klausul_interval="Pasal 9",
        mulai_pengawasan=None if mulai is None else AWAL + timedelta(days=mulai),
    )
    for jenis, hari_ke, sifat, menggantikan in peristiwa:
        KegiatanFactory(
            naskah=naskah,
            jenis=jenis,
            sifat=sifat,
            alasan="Pengaduan",
            peminta="Sekretaris Daerah",
            menggantikan_berkala=menggantikan and (jenis, sifat) == ("pemantauan", "insidental"),
            status="dilaksanakan",
            tanggal_pelaksanaan=AWAL + timedelta(days=hari_ke),
        )


def potret():
    baris = Jadwal.objects.order_by("naskah", "jenis", "ke").values(
        "naskah", "jenis", "ke", "jatuh_tempo", "status", "alasan_status", "dasar"
    )
    return list(baris), list(JadwalNaskah.objects.order_by("naskah").values_list("lewat_pada"))


def malam(monkeypatch, per):
    monkeypatch.setattr(services.timezone, "localdate", lambda: per)
    services.segarkan_semua()


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(SATU, min_size=1, max_size=4), st.integers(0, 2500), st.integers(0, 900))
def test_a_night_leaves_what_planning_each_naskah_leaves(monkeypatch, semua, hari_ke, kemudian):
    dulu = AWAL + timedelta(days=hari_ke)
    kini = dulu + timedelta(days=kemudian)
    with transaction.atomic():
        KebijakanFactory()
        for satu in semua:
            catat(*satu)
        kunci = list(Naskah.objects.values_list("pk", flat=True))
        services.susun_ulang(kunci, per=dulu)
        malam(monkeypatch, kini)
        sesudah_malam = potret()
        services.susun_ulang(kunci, per=kini)
        disusun = potret()
        transaction.set_rollback(True)

    assert disusun == sesudah_malam


def test_what_follows_on_a_late_turn_waits_and_comes_back_when_it_is_made_good():
    KebijakanFactory()
    naskah = NaskahFactory(tanggal_ttd=date(2024, 1, 31), tanggal_berakhir=None)
    services.terbitkan(naskah.pk, per=date(2024, 7, 31))

    services.segarkan_semua()

    assert [(j.ke, j.status) for j in naskah.jadwal.order_by("ke")][:3] == [
        (1, "terbuka"), (2, "digantikan"), (3, "digantikan"),
    ]  # fmt: skip
    assert "Giliran sebelumnya lewat jatuh tempo" in naskah.jadwal.get(ke=2).alasan_status
    KegiatanFactory(naskah=naskah, dilaksanakan=True, tanggal_pelaksanaan=hari())
    services.terbitkan(naskah.pk, per=hari())
    assert naskah.jadwal.get(ke=2).status == "terbuka"


def test_due_today_is_not_late_yet():
    KebijakanFactory()
    naskah = NaskahFactory(tanggal_ttd=date(2024, 1, 31), tanggal_berakhir=None)
    services.terbitkan(naskah.pk, per=date(2024, 7, 31))

    assert set(naskah.jadwal.values_list("status", flat=True)) == {"terbuka", "menyusul"}


@pytest.mark.parametrize("ulang", [1, 2])
def test_the_whole_night_stays_within_its_statements_however_many_naskah(ulang):
    KebijakanFactory()
    PenggunaFactory(staf=True), PenggunaFactory(tim=True)
    jumlah = []
    for banyak in (1, 12):
        for naskah in NaskahFactory.create_batch(banyak, tanggal_berakhir=hari(40)):
            JadwalFactory(naskah=naskah, jatuh_tempo=hari(-3))
            JadwalFactory(naskah=naskah, jatuh_tempo=hari(9), ke=2, status="menyusul")
            LampiranFactory(naskah=naskah, berlaku_sampai=hari(20))
            services.terbitkan(naskah.pk, per=hari(-200))
        for _ in range(ulang):
            with CaptureQueriesContext(connection) as kueri:
                services.segarkan_semua()
                pengingat.terbitkan()
                pengingat_akhir.terbitkan()
        jumlah.append(len([q for q in kueri if "SAVEPOINT" not in q["sql"]]))

    assert jumlah[0] == jumlah[1] <= BATAS


def test_a_night_with_nothing_to_do_writes_nothing():
    KebijakanFactory()
    naskah = NaskahFactory(tanggal_ttd=timezone.localdate(), tanggal_berakhir=None)
    services.terbitkan(naskah.pk, per=hari())
    semula = potret()

    assert services.segarkan_semua() == 0

    assert potret() == semula
