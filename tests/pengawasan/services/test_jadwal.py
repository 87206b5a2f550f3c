"""The cycle as rows."""

from datetime import date

import pytest

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from kerjasama.models import Naskah
from pengawasan.models import Jadwal, JadwalNaskah
from pengawasan.queries import rencana as rencana_queries
from pengawasan.services import jadwal as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    JadwalFactory,
    KebijakanFactory,
    KegiatanFactory,
    hari,
)
from tests.support.failures import StepFailedError, fails

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("berakhir", "per", "lewat"),
    [
        (None, date(2025, 1, 15), False),
        (None, date(2025, 1, 16), True),
        (date(2024, 12, 31), date(2026, 1, 1), False),  # it ended before the twelve months did
        (date(2025, 6, 30), date(2026, 1, 1), True),  # it was late while in force
    ],
)
def test_terbitkan_raises_the_alarm_of_12_months_only_for_months_in_force(berakhir, per, lewat):
    KebijakanFactory()
    naskah = NaskahFactory(tanggal_ttd=date(2024, 1, 15), tanggal_berakhir=berakhir)

    services.terbitkan(naskah.pk, per=per)

    assert JadwalNaskah.objects.lewat_12_bulan(per).exists() is lewat


def test_terbitkan_twice_changes_nothing():
    KebijakanFactory()
    naskah = NaskahFactory(tanggal_ttd=date(2024, 1, 31))

    services.terbitkan(naskah.pk, per=date(2024, 2, 1))
    sekali = list(Jadwal.objects.order_by("pk").values())
    services.terbitkan(naskah.pk, per=date(2024, 2, 1))

    assert [j["jatuh_tempo"] for j in sekali[:2]] == [date(2024, 7, 31), date(2025, 1, 31)]
    assert list(Jadwal.objects.order_by("pk").values()) == sekali


def rencana(naskah, *, per):
    """Plan it; each row as kind, turn, due date and state."""
    services.terbitkan(naskah.pk, per=per)
    baris = Jadwal.objects.order_by("ke", "jenis")
    return list(baris.values_list("jenis", "ke", "jatuh_tempo", "status"))


@pytest.fixture
def naskah():
    KebijakanFactory()
    return NaskahFactory(tanggal_ttd=date(2024, 1, 31), tanggal_berakhir=date(2025, 12, 31))


def test_event_satisfies_its_turn_and_dates_those_that_follow(naskah):
    KegiatanFactory(naskah=naskah, dilaksanakan=True, tanggal_pelaksanaan=date(2024, 8, 5))

    assert rencana(naskah, per=date(2024, 9, 1)) == [
        ("pemantauan", 1, date(2024, 7, 31), "terlaksana"),
        ("evaluasi", 2, date(2025, 2, 5), "terbuka"),
        ("pemantauan", 3, date(2025, 8, 5), "menyusul"),
    ]


def test_explanation_names_the_berita_acara_the_months_are_counted_from(naskah):
    kegiatan = KegiatanFactory(
        naskah=naskah, dilaksanakan=True, tanggal_pelaksanaan=date(2024, 8, 5)
    )
    berita_acara = BeritaAcaraFactory(kegiatan=kegiatan, diverifikasi=True)
    BeritaAcaraFactory(kegiatan=kegiatan, diajukan=True)

    services.terbitkan(naskah.pk, per=date(2024, 9, 1))

    assert Jadwal.objects.get(ke=2).dasar["kalimat"][1] == (
        f"Dihitung dari pemantauan 5 Agustus 2024 (berita acara {berita_acara.nomor}) "
        "+ 6 bulan = 5 Februari 2025."
    )


def test_corrected_signing_date_moves_the_same_rows(naskah):
    rencana(naskah, per=date(2024, 2, 1))
    kunci = list(Jadwal.objects.order_by("ke").values_list("pk", flat=True))
    Naskah.objects.update(tanggal_ttd=date(2024, 1, 20))

    assert rencana(naskah, per=date(2024, 2, 1))[0] == (
        "pemantauan", 1, date(2024, 7, 20), "terbuka",
    )  # fmt: skip
    assert list(Jadwal.objects.order_by("ke").values_list("pk", flat=True)) == kunci


def test_what_no_longer_applies_is_replaced_with_a_reason_and_lives_again(naskah):
    rencana(naskah, per=date(2024, 2, 1))
    Naskah.objects.update(tanggal_berakhir=date(2024, 12, 31))

    assert [s for *_, s in rencana(naskah, per=date(2024, 2, 1))] == [
        "terbuka", "digantikan", "digantikan",
    ]  # fmt: skip
    assert Jadwal.objects.filter(status="digantikan", alasan_status="").count() == 0

    Naskah.objects.update(tanggal_berakhir=date(2025, 12, 31))
    assert [s for *_, s in rencana(naskah, per=date(2024, 2, 1))] == [
        "terbuka", "menyusul", "menyusul",
    ]  # fmt: skip


def test_closed_obligation_is_left_as_it_was(naskah):
    rencana(naskah, per=date(2024, 2, 1))
    Jadwal.objects.filter(ke=1).update(status="ditutup", alasan_status="Naskah berakhir.")
    Naskah.objects.update(tanggal_ttd=date(2024, 1, 20))

    assert rencana(naskah, per=date(2024, 2, 1))[0] == (
        "pemantauan", 1, date(2024, 7, 31), "ditutup",
    )  # fmt: skip


def test_naskah_that_cannot_be_planned_holds_up_no_other(naskah, monkeypatch):
    lain = NaskahFactory(tanggal_ttd=date(2024, 1, 31))
    asli = rencana_queries.fakta_naskah
    monkeypatch.setattr(
        rencana_queries, "fakta_naskah", lambda n: 1 / 0 if n == naskah else asli(n)
    )

    assert services.susun_yang_berubah() == 1

    assert set(Jadwal.objects.values_list("naskah", flat=True)) == {lain.pk}


# --- Closing ------------------------------------------------------------------------------


@pytest.fixture
def sisa():
    """What a naskah that ended a month ago still owes."""
    KebijakanFactory()
    berakhir = {"tanggal_ttd": hari(-400), "tanggal_berakhir": hari(-30)}
    return JadwalFactory(naskah=NaskahFactory(**berakhir), jatuh_tempo=hari(-200))


def tutup(jadwal, alasan="Mitra dibubarkan."):
    services.tutup(jadwal.pk, alasan=alasan, oleh=PenggunaFactory(staf=True))
    jadwal.refresh_from_db()


def test_what_an_ended_naskah_owes_is_closed_with_its_reason(sisa):
    tutup(sisa)

    assert (sisa.status, sisa.alasan_status) == ("ditutup", "Mitra dibubarkan.")
    assert JejakAudit.objects.get(aksi="jadwal.tutup").perubahan["dari"] == "terbuka"
    with pytest.raises(AturanDilanggar, match="Hanya jadwal yang terbuka"):
        tutup(sisa)


@pytest.mark.parametrize(("batal", "ditolak"), [(False, True), (True, False)])
def test_obligation_with_an_event_under_way_is_not_closed(sisa, batal, ditolak):
    KegiatanFactory(naskah=sisa.naskah, jadwal=sisa, dibatalkan=batal)

    if ditolak:
        with pytest.raises(AturanDilanggar, match="mempunyai kegiatan"):
            tutup(sisa)
    else:
        tutup(sisa)

    assert (sisa.status == "ditutup") is not ditolak


def test_obligation_of_a_naskah_in_force_is_not_closed():
    jadwal = JadwalFactory()

    with pytest.raises(AturanDilanggar, match="masih berlaku"):
        tutup(jadwal)


def test_closing_without_its_line_in_the_trail_is_none(sisa, monkeypatch):
    monkeypatch.setattr(services.audit, "catat", fails)

    with pytest.raises(StepFailedError):
        tutup(sisa)

    sisa.refresh_from_db()
    assert sisa.status == "terbuka"


def test_events_of_an_old_list_are_counted_from_and_named_as_unverified():
    KebijakanFactory()
    naskah = NaskahFactory(
        tanggal_ttd="2021-08-31",
        tanggal_berakhir=None,
        mulai_pengawasan="2024-12-01",
        pemantauan_terakhir="2024-03-10",
        evaluasi_terakhir="2023-09-15",
    )

    services.terbitkan(naskah.pk, per=date(2024, 12, 1))

    terbuka = Jadwal.objects.get(naskah=naskah, status="terbuka")
    assert (terbuka.jenis, terbuka.jatuh_tempo) == ("evaluasi", date(2024, 9, 10))
    assert terbuka.dasar["kalimat"] == [
        "Pasal 6 ayat (5): 6 bulan setelah pemantauan 10 Maret 2024.",
        (
            "Dihitung dari pemantauan 10 Maret 2024 (menurut daftar impor, belum diverifikasi) "
            "+ 6 bulan = 10 September 2024."
        ),
        "Interval 6 bulan menurut Pasal 6 ayat (5); kebijakan versi Peraturan.",
        "Tanggal pemantauan 10 Maret 2024 menurut daftar impor, belum diverifikasi.",
    ]
    dipenuhi = Jadwal.objects.filter(naskah=naskah, status="terlaksana").order_by("ke")
    assert dipenuhi[0].alasan_status == (
        "Dipenuhi oleh evaluasi tanggal 15 September 2023, menurut daftar impor, "
        "belum diverifikasi."
    )


def test_verified_event_after_the_list_takes_over_the_count():
    KebijakanFactory()
    naskah = NaskahFactory(tanggal_ttd="2021-08-31", evaluasi_terakhir="2023-09-15")
    KegiatanFactory(naskah=naskah, dilaksanakan=True, tanggal_pelaksanaan=date(2024, 3, 20))

    services.terbitkan(naskah.pk, per=date(2024, 4, 1))

    terbuka = Jadwal.objects.get(naskah=naskah, status="terbuka")
    assert (terbuka.jenis, terbuka.jatuh_tempo) == ("evaluasi", date(2024, 9, 20))
    assert "belum diverifikasi" not in str(terbuka.dasar["kalimat"])
