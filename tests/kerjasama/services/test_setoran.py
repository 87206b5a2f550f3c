"""Due rows: made from the naskah as a diff, keeping what was worked on."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from kerjasama.models import PembayaranSetoran, Setoran
from kerjasama.services import addendum, hapus_naskah, pembayaran, setoran
from kerjasama.services import butir as butir_services
from kerjasama.services import naskah as naskah_services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import ButirFactory, NaskahFactory, SetoranFactory

pytestmark = pytest.mark.django_db
TAHUNAN = {
    "jenis": "kewajiban",
    "pihak": "mitra",
    "uraian": "Menyetor kontribusi",
    "kekerapan": "tahunan",
    "jatuh_tempo_pertama": date(2025, 3, 31),
    "sifat_uang": "setoran",
    "jumlah": 1_000,
}


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def rencana(butir):
    return list(butir.setoran.terbuka().order_by("ke").values_list("ke", "jatuh_tempo", "jumlah"))


def bayar(satu, jumlah=400, oleh=None):
    data = {"tanggal": date(2025, 4, 1), "jumlah": jumlah}
    return pembayaran.catat(satu.pk, data, sisi="tim", oleh=oleh or PenggunaFactory(staf=True))


# --- Following the naskah -------------------------------------------------------------------


def test_new_item_owes_each_turn_within_the_term(staf):
    butir = butir_services.catat(NaskahFactory().pk, TAHUNAN, oleh=staf)

    assert rencana(butir) == [
        (1, date(2025, 3, 31), 1_000),
        (2, date(2026, 3, 31), 1_000),
        (3, date(2027, 3, 31), 1_000),
        (4, date(2028, 3, 31), 1_000),
    ]


def test_item_of_a_draft_owes_nothing_until_it_is_in_force(staf):
    naskah = NaskahFactory(status="draf")
    butir = butir_services.catat(naskah.pk, TAHUNAN, oleh=staf)
    assert rencana(butir) == []

    naskah_services.berlakukan(naskah.pk, oleh=staf)

    assert len(rencana(butir)) == 4


def test_deadline_of_an_item_ends_its_turns(staf):
    data = TAHUNAN | {"tenggat": date(2026, 12, 31)}

    butir = butir_services.catat(NaskahFactory().pk, data, oleh=staf)

    assert [ke for ke, *_ in rencana(butir)] == [1, 2]


def test_longer_term_adds_and_shorter_takes_what_nobody_worked_on(staf):
    naskah = NaskahFactory()
    butir = butir_services.catat(naskah.pk, TAHUNAN, oleh=staf)
    kunci = dict(butir.setoran.values_list("ke", "pk"))

    naskah_services.ubah(naskah.pk, {"tanggal_berakhir": date(2030, 1, 15)}, oleh=staf)
    assert len(rencana(butir)) == 5
    naskah_services.ubah(naskah.pk, {"tanggal_berakhir": date(2026, 3, 31)}, oleh=staf)

    assert dict(butir.setoran.values_list("ke", "pk")) == {1: kunci[1], 2: kunci[2]}


def test_addendum_that_extends_adds_turns_and_taking_it_back_takes_them(staf):
    naskah = NaskahFactory(tanggal_berakhir=date(2027, 1, 15))
    butir = butir_services.catat(naskah.pk, TAHUNAN, oleh=staf)
    data = {"nomor": "1/ADD", "tentang": "Perpanjangan", "tanggal_ttd": date(2026, 1, 15)}
    akhir = {"tanggal_berakhir": date(2028, 1, 15)}

    satu = addendum.catat(naskah.pk, data, perubahan=akhir, oleh=staf)
    assert [ke for ke, *_ in rencana(butir)] == [1, 2, 3]
    addendum.batalkan(satu.pk, alasan="Salah catat.", oleh=staf)

    assert [ke for ke, *_ in rencana(butir)] == [1, 2]


def test_row_with_a_payment_is_replaced_not_deleted_and_comes_back(staf):
    naskah = NaskahFactory()
    butir = butir_services.catat(naskah.pk, TAHUNAN, oleh=staf)
    kedua = butir.setoran.get(ke=2)
    bayar(kedua, oleh=staf)

    naskah_services.ubah(naskah.pk, {"tanggal_berakhir": date(2025, 12, 31)}, oleh=staf)
    kedua.refresh_from_db()
    assert (kedua.status, kedua.alasan_status) == ("digantikan", setoran.TIDAK_LAGI)
    naskah_services.ubah(naskah.pk, {"tanggal_berakhir": date(2026, 12, 31)}, oleh=staf)

    kedua.refresh_from_db()
    assert (kedua.status, kedua.alasan_status) == ("terbuka", "")
    assert aksi_tercatat().count("setoran.gantikan") == 1


def test_naskah_that_ends_early_owes_nothing_after_its_last_day(staf):
    naskah = NaskahFactory()
    butir = butir_services.catat(naskah.pk, TAHUNAN, oleh=staf)

    naskah_services.akhiri(naskah.pk, alasan="kesepakatan", tanggal=date(2025, 6, 30), oleh=staf)

    assert [ke for ke, *_ in rencana(butir)] == [1]


def test_new_amount_leaves_what_was_paid_or_set_for_one_turn(staf):
    butir = butir_services.catat(NaskahFactory().pk, TAHUNAN, oleh=staf)
    bayar(butir.setoran.get(ke=1), oleh=staf)
    setoran.tetapkan(butir.setoran.get(ke=2).pk, jumlah=7, alasan="Adendum.", oleh=staf)

    butir_services.ubah(butir.pk, {"jumlah": 2_000}, oleh=staf)

    assert [jumlah for *_, jumlah in rencana(butir)] == [1_000, 7, 2_000, 2_000]


def test_corrected_first_date_moves_every_turn_and_keeps_its_key(staf):
    butir = butir_services.catat(NaskahFactory().pk, TAHUNAN, oleh=staf)
    satu = butir.setoran.get(ke=1)
    bayar(satu, oleh=staf)

    butir_services.ubah(butir.pk, {"jatuh_tempo_pertama": date(2025, 1, 31)}, oleh=staf)

    assert butir.setoran.get(jatuh_tempo=date(2025, 1, 31)).pk == satu.pk
    assert len(rencana(butir)) == 4


def test_item_that_no_longer_owes_money_loses_its_open_rows(staf):
    butir = butir_services.catat(NaskahFactory().pk, TAHUNAN, oleh=staf)

    butir_services.ubah(butir.pk, {"sifat_uang": "", "jumlah": None}, oleh=staf)

    assert rencana(butir) == []


def test_unchanged_naskah_leaves_its_rows_alone(staf, count_queries):
    naskah = NaskahFactory()
    butir_services.catat(naskah.pk, TAHUNAN, oleh=staf)
    semula = list(Setoran.objects.values_list())

    setoran.selaraskan(naskah, oleh=staf)

    assert list(Setoran.objects.values_list()) == semula


def test_naskah_entered_by_mistake_goes_with_its_due_rows(staf):
    naskah = naskah_services.catat(
        {"jenis": "pks", "judul": "Keliru", "tanggal_ttd": date(2025, 1, 1), "status": "berlaku"},
        pihak=[{"mitra": NaskahFactory().mitra.get().pk}],
        perangkat_daerah=[],
        butir=[TAHUNAN],
        oleh=staf,
    )
    assert Setoran.objects.filter(butir__naskah=naskah).exists()

    hapus_naskah.hapus(naskah.pk, oleh=staf)

    assert not Setoran.objects.exists()


# --- The amount of one turn ------------------------------------------------------------------


def test_tetapkan_sets_the_amount_of_one_turn_with_one_line(staf):
    satu = SetoranFactory(jumlah=None, butir__sifat_uang="bagi_hasil", butir__jumlah=None)

    setoran.tetapkan(satu.pk, jumlah=25_000_000, alasan="Laporan keuangan 2024.", oleh=staf)

    satu.refresh_from_db()
    assert (satu.jumlah, satu.alasan_jumlah) == (25_000_000, "Laporan keuangan 2024.")
    assert aksi_tercatat() == ["setoran.tetapkan"]


@pytest.mark.parametrize(
    ("status", "alasan", "sebut"),
    [("terbuka", " ", "dasarnya"), ("digantikan", "Adendum.", "baru saja berubah")],
)
def test_tetapkan_that_is_refused_changes_nothing(staf, status, alasan, sebut):
    satu = SetoranFactory(status=status, alasan_status="x" if status == "digantikan" else "")

    with pytest.raises(AturanDilanggar, match=sebut):
        setoran.tetapkan(satu.pk, jumlah=5, alasan=alasan, oleh=staf)

    satu.refresh_from_db()
    assert satu.jumlah == 1_000_000_000
    assert not JejakAudit.objects.exists()


# --- What the database refuses ---------------------------------------------------------------


@pytest.mark.parametrize(
    "isi",
    [{"jumlah": 0}, {"jumlah": -1}, {"jumlah": 10**15}, {"dibayar": -1}, {"menunggu": -1},
     {"status": "entah"}, {"status": "digantikan"}],
)  # fmt: skip
def test_database_refuses_a_due_row_that_makes_no_sense(isi):
    with pytest.raises(IntegrityError), transaction.atomic():
        SetoranFactory(**isi)


@pytest.mark.parametrize(
    "isi",
    [{"jumlah": 0}, {"jumlah": -5}, {"jumlah": 10**15}, {"jumlah": None}, {"tanggal": None},
     {"status": "dikonfirmasi"}, {"status": "dibatalkan"}, {"sisi": "entah"}],
)  # fmt: skip
def test_database_refuses_a_payment_that_makes_no_sense(staf, isi):
    sehat = {"tanggal": date(2025, 4, 1), "jumlah": 5, "sisi": "tim", "dinyatakan_oleh": staf}
    satu = SetoranFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        PembayaranSetoran.objects.create(setoran=satu, **sehat | isi)


@pytest.mark.parametrize(
    "isi",
    [
        {"kekerapan": "tahunan"},
        {"sifat_uang": "setoran", "tenggat": date(2025, 1, 1)},
        {"sifat_uang": "setoran", "jumlah": 5},
        {"sifat_uang": "setoran", "jumlah": -5, "tenggat": date(2025, 1, 1)},
        {"jumlah": 5},
        {"kekerapan": "entah"},
        {"target_angka": 0},
        {"jatuh_tempo_pertama": date(2025, 1, 2), "tenggat": date(2025, 1, 1)},
    ],
)
def test_database_refuses_an_item_that_makes_no_sense(isi):
    with pytest.raises(IntegrityError), transaction.atomic():
        ButirFactory(**isi)
