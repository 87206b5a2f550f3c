"""The door of addenda: a new version of a naskah, and the last one taken back."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from inti.models import Berkas, JejakAudit, Notifikasi
from inti.putusan import AturanDilanggar
from inti.unggahan import PDF, Diperiksa
from kerjasama.models import Addendum, Naskah, Setoran
from kerjasama.services import addendum as services
from kerjasama.services import butir as butir_services
from kerjasama.services import hapus_naskah, pengakhiran
from kerjasama.services import naskah as naskah_services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import (
    AddendumFactory,
    ButirFactory,
    NaskahFactory,
    SetoranFactory,
    anggota_mitra,
    anggota_pd,
)

pytestmark = pytest.mark.django_db
PANJANG = {"tanggal_berakhir": date(2031, 1, 15)}


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def catat(naskah, oleh, perubahan=PANJANG, **ubahan):
    kunci, berkas = ubahan.pop("kunci", None), ubahan.pop("diperiksa", None)
    butir, baris = ubahan.pop("butir", ()), ubahan.pop("baris", {})
    data = {
        "nomor": "134.4/9/ADD/2025",
        "tentang": "Perpanjangan",
        "tanggal_ttd": date(2025, 3, 1),
        "perubahan_lain": "",
    } | ubahan
    return services.catat(
        naskah.pk,
        data,
        perubahan=perubahan,
        baris={"butir": butir} | baris,
        diperiksa=berkas,
        oleh=oleh,
        kunci=kunci,
    )


# --- Recording ------------------------------------------------------------------------------


def test_addendum_makes_the_next_version_and_keeps_the_old_values(staf):
    naskah = NaskahFactory(objek="Pasar")

    addendum = catat(naskah, staf, PANJANG | {"objek": "Pasar dan kios"})

    naskah.refresh_from_db()
    assert (addendum.ke, addendum.memperpanjang, addendum.dicatat_oleh) == (1, True, staf)
    assert addendum.perubahan == {
        "tanggal_berakhir": ["2029-01-15", "2031-01-15"],
        "objek": ["Pasar", "Pasar dan kios"],
    }
    assert (naskah.status, naskah.versi_fakta) == ("diperpanjang", 2)
    assert (naskah.tanggal_berakhir, naskah.objek) == (date(2031, 1, 15), "Pasar dan kios")


def test_addendum_leaves_one_line_that_says_what_was_and_what_is(staf):
    naskah = NaskahFactory()

    catat(naskah, staf)

    jejak = JejakAudit.objects.get()
    assert (jejak.aksi, jejak.objek_id) == ("addendum.catat", naskah.pk)
    assert jejak.perubahan["nilai"] == {"tanggal_berakhir": ["2029-01-15", "2031-01-15"]}
    assert (jejak.perubahan["dari"], jejak.perubahan["ke"]) == ("berlaku", "diperpanjang")


def test_addendum_tells_the_people_of_the_naskah(staf):
    naskah = NaskahFactory()
    orang = [anggota_mitra(naskah.mitra.get()), anggota_pd(naskah.perangkat_daerah.get())]

    catat(naskah, staf)

    kabar = Notifikasi.objects.order_by("kepada")
    assert [n.kepada for n in kabar] == orang
    assert "Tanggal berakhir: 15 Januari 2031" in kabar[0].isi


def test_addendum_that_leaves_the_term_leaves_the_status(staf):
    naskah = NaskahFactory()

    catat(naskah, staf, {"objek": "Kios"})

    naskah.refresh_from_db()
    assert (naskah.status, naskah.versi_fakta) == ("berlaku", 2)


def test_shorter_term_after_an_extension_is_still_diperpanjang(staf):
    naskah = NaskahFactory()
    catat(naskah, staf)

    catat(naskah, staf, {"tanggal_berakhir": date(2030, 1, 15)}, nomor="")

    naskah.refresh_from_db()
    assert naskah.status == "diperpanjang"
    assert list(naskah.addendum.values_list("ke", "memperpanjang")) == [(1, True), (2, False)]


def test_change_without_a_column_is_kept_in_words(staf):
    naskah = NaskahFactory()

    addendum = catat(naskah, staf, {}, perubahan_lain="Kontribusi menjadi 12 persen.")

    naskah.refresh_from_db()
    assert addendum.perubahan == {}
    assert naskah.versi_fakta == 2


def test_document_of_the_addendum_is_kept(staf):
    addendum = catat(NaskahFactory(), staf, diperiksa=Diperiksa(b"%PDF-1.4 a", PDF, "a.pdf"))

    assert addendum.berkas.baca() == b"%PDF-1.4 a"


@pytest.mark.parametrize(
    ("perubahan", "ubahan", "sebut"),
    [
        ({}, {}, "Belum ada yang berubah"),
        ({"tanggal_berakhir": date(2029, 1, 15)}, {}, "Belum ada yang berubah"),
        ({"nomor": "lain"}, {}, "Belum ada yang berubah"),
        (PANJANG, {"tanggal_ttd": date(2024, 1, 14)}, "sebelum naskahnya"),
        (PANJANG, {"tanggal_ttd": date(2029, 1, 16)}, "masih di masa depan"),
        ({"tanggal_berakhir": date(2025, 2, 1)}, {}, "tidak boleh sebelum penandatanganan"),
        ({"interval_evaluasi": 12}, {}, "menyebut klausul"),
    ],
)
def test_addendum_that_is_refused_writes_nothing(staf, perubahan, ubahan, sebut):
    naskah = NaskahFactory()
    berkas = Diperiksa(b"%PDF-1.4 b", PDF, "b.pdf")

    with pytest.raises(AturanDilanggar, match=sebut):
        catat(naskah, staf, perubahan, diperiksa=berkas, **ubahan)

    naskah.refresh_from_db()
    assert (naskah.status, naskah.versi_fakta) == ("berlaku", 1)
    assert not Addendum.objects.exists()
    assert not JejakAudit.objects.exists()
    assert not Berkas.objects.exists()


def test_addendum_of_a_draf_is_refused(staf):
    with pytest.raises(AturanDilanggar, match="masih draf"):
        catat(NaskahFactory(status="draf"), staf)


def test_addendum_is_not_before_the_one_before_it(staf):
    naskah = NaskahFactory()
    catat(naskah, staf)

    with pytest.raises(AturanDilanggar, match="sebelum addendum yang terakhir"):
        catat(naskah, staf, {"objek": "x"}, nomor="", tanggal_ttd=date(2025, 2, 28))


@pytest.mark.parametrize(
    "kembar", ["134.4/9/ADD/2025", "134.4\u2215 9/ADD/2025", "134.4/9/АDD/2025"]
)
def test_number_that_is_taken_is_refused_also_as_a_unicode_twin(staf, kembar):
    catat(NaskahFactory(), staf)

    with pytest.raises(AturanDilanggar, match="sudah tercatat untuk Addendum ke-1"):
        catat(NaskahFactory(), staf, nomor=kembar)

    assert Addendum.objects.count() == 1


def test_number_of_a_naskah_is_no_number_of_an_addendum(staf):
    naskah = NaskahFactory()

    with pytest.raises(AturanDilanggar, match="sudah tercatat untuk naskah"):
        catat(naskah, staf, nomor=naskah.nomor)


def test_form_sent_twice_is_one_addendum(staf):
    naskah, kunci = NaskahFactory(), uuid4()
    catat(naskah, staf, kunci=kunci)

    with pytest.raises(AturanDilanggar, match="sudah dikirim"):
        catat(naskah, staf, {"objek": "x"}, nomor="", kunci=kunci)

    assert Addendum.objects.count() == 1


# --- Recorded after the end -----------------------------------------------------------------


def test_extension_signed_in_time_brings_back_what_only_its_term_had_ended(staf):
    hari_ini = timezone.localdate()
    naskah = NaskahFactory(tanggal_berakhir=hari_ini - timedelta(days=9))
    pengakhiran.akhiri_yang_lewat()

    catat(
        naskah,
        staf,
        {"tanggal_berakhir": hari_ini + timedelta(days=365)},
        tanggal_ttd=hari_ini - timedelta(days=9),
    )

    naskah.refresh_from_db()
    assert (naskah.status, naskah.alasan_berakhir, naskah.tanggal_diakhiri) == (
        "diperpanjang",
        "",
        None,
    )


def test_extension_signed_after_the_last_day_is_no_addendum(staf):
    akhir = timezone.localdate() - timedelta(days=9)
    naskah = NaskahFactory(tanggal_berakhir=akhir)
    pengakhiran.akhiri_yang_lewat()

    with pytest.raises(AturanDilanggar, match="naskah sudah tidak berlaku"):
        catat(naskah, staf, tanggal_ttd=akhir + timedelta(days=1))


def test_term_of_what_was_terminated_is_not_extended(staf):
    naskah = NaskahFactory()
    naskah_services.akhiri(naskah.pk, alasan="pailit", tanggal=date(2025, 6, 1), oleh=staf)

    with pytest.raises(AturanDilanggar, match="Batalkan dahulu pengakhirannya"):
        catat(naskah, staf)

    assert catat(naskah, staf, {"objek": "Kios"}).ke == 1


# --- Taking back ----------------------------------------------------------------------------


def test_batalkan_restores_the_old_values_and_keeps_the_row(staf):
    naskah = NaskahFactory(objek="Pasar")
    addendum = catat(naskah, staf, PANJANG | {"objek": "Kios"})

    services.batalkan(addendum.pk, alasan="Salah naskah", oleh=staf)

    naskah.refresh_from_db()
    addendum.refresh_from_db()
    assert (naskah.status, naskah.tanggal_berakhir, naskah.objek, naskah.versi_fakta) == (
        "berlaku",
        date(2029, 1, 15),
        "Pasar",
        3,
    )
    assert (addendum.status, addendum.alasan_batal) == ("dibatalkan", "Salah naskah")
    assert addendum.dibatalkan_oleh == staf
    assert aksi_tercatat() == ["addendum.catat", "addendum.batalkan"]


def test_turn_and_number_of_a_cancelled_addendum_are_free_again(staf):
    naskah = NaskahFactory()
    services.batalkan(catat(naskah, staf).pk, alasan="Salah tanggal", oleh=staf)

    ulang = catat(naskah, staf)

    assert (ulang.ke, naskah.addendum.count()) == (1, 2)


def test_earlier_extension_still_holds_when_a_later_one_is_taken_back(staf):
    naskah = NaskahFactory()
    catat(naskah, staf)
    kedua = catat(naskah, staf, {"tanggal_berakhir": date(2033, 1, 15)}, nomor="")

    services.batalkan(kedua.pk, alasan="Keliru", oleh=staf)

    naskah.refresh_from_db()
    assert (naskah.status, naskah.tanggal_berakhir) == ("diperpanjang", date(2031, 1, 15))


def test_only_the_last_addendum_is_taken_back(staf):
    naskah = NaskahFactory()
    pertama = catat(naskah, staf)
    catat(naskah, staf, {"objek": "x"}, nomor="")

    with pytest.raises(AturanDilanggar, match="Hanya addendum terakhir"):
        services.batalkan(pertama.pk, alasan="Keliru", oleh=staf)


def test_addendum_whose_values_were_corrected_since_is_not_taken_back(staf):
    naskah = NaskahFactory()
    addendum = catat(naskah, staf)
    naskah_services.ubah(naskah.pk, {"tanggal_berakhir": date(2031, 2, 1)}, oleh=staf)

    with pytest.raises(AturanDilanggar, match="tanggal berakhir sudah diubah lagi"):
        services.batalkan(addendum.pk, alasan="Keliru", oleh=staf)

    addendum.refresh_from_db()
    assert addendum.status == "berlaku"


def test_addendum_is_not_taken_back_from_under_a_pks_signed_in_its_term(staf):
    payung = NaskahFactory(jenis="kesepakatan_bersama", tanggal_berakhir=date(2025, 12, 31))
    addendum = catat(payung, staf)
    NaskahFactory(induk=payung, nomor="134.4/77/2026", tanggal_ttd=date(2026, 1, 1))

    with pytest.raises(AturanDilanggar, match=r"134\.4/77/2026 ditandatangani dalam masa"):
        services.batalkan(addendum.pk, alasan="Keliru", oleh=staf)


@pytest.mark.parametrize("alasan", ["", "  "])
def test_batalkan_without_a_reason_writes_nothing(staf, alasan):
    naskah = NaskahFactory()
    addendum = catat(naskah, staf)

    with pytest.raises(AturanDilanggar, match="wajib disertai alasan"):
        services.batalkan(addendum.pk, alasan=alasan, oleh=staf)

    naskah.refresh_from_db()
    assert naskah.versi_fakta == 2
    assert aksi_tercatat() == ["addendum.catat"]


def test_batalkan_twice_is_refused_and_recorded_once(staf):
    addendum = catat(NaskahFactory(), staf)
    services.batalkan(addendum.pk, alasan="Keliru", oleh=staf)

    with pytest.raises(AturanDilanggar, match="Hanya addendum terakhir"):
        services.batalkan(addendum.pk, alasan="Keliru", oleh=staf)

    assert aksi_tercatat() == ["addendum.catat", "addendum.batalkan"]


def test_wrong_extension_taken_back_after_the_end_lets_the_night_end_it_anew(staf):
    hari_ini = timezone.localdate()
    akhir, keliru = hari_ini - timedelta(days=90), hari_ini - timedelta(days=5)
    naskah = NaskahFactory(tanggal_berakhir=akhir)
    addendum = catat(naskah, staf, {"tanggal_berakhir": keliru})
    pengakhiran.akhiri_yang_lewat()

    services.batalkan(addendum.pk, alasan="Addendum ini milik naskah lain", oleh=staf)
    pengakhiran.akhiri_yang_lewat()

    naskah.refresh_from_db()
    assert (naskah.status, naskah.tanggal_diakhiri) == ("berakhir", akhir)


# --- What hangs on it -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "sebut"),
    [
        ({"tanggal_ttd": date(2025, 3, 2)}, "setelah addendumnya yang pertama"),
        ({"tanggal_berakhir": date(2025, 2, 28)}, "sebelum addendumnya yang terakhir"),
    ],
)
def test_correction_of_the_naskah_leaves_its_addenda_in_its_term(staf, data, sebut):
    naskah = NaskahFactory()
    AddendumFactory(naskah=naskah)

    with pytest.raises(AturanDilanggar, match=sebut):
        naskah_services.ubah(naskah.pk, data, oleh=staf)


def test_naskah_with_an_addendum_is_not_deleted(staf):
    naskah = AddendumFactory().naskah

    with pytest.raises(AturanDilanggar, match="sudah memiliki addendum"):
        hapus_naskah.hapus(naskah.pk, oleh=staf)

    assert Naskah.objects.filter(pk=naskah.pk).exists()


@pytest.mark.parametrize(
    "isi",
    [
        {"ke": 0},
        {"status": "dibatalkan"},
        {"status": "dibatalkan", "alasan_batal": "x"},
        {"status": "lain"},
    ],
)
def test_database_refuses_an_addendum_that_makes_no_sense(isi):
    with pytest.raises(IntegrityError), transaction.atomic():
        AddendumFactory(**isi)


def test_database_refuses_a_second_addendum_with_the_same_turn():
    addendum = AddendumFactory()

    with pytest.raises(IntegrityError), transaction.atomic():
        AddendumFactory(naskah=addendum.naskah)


# --- Items ----------------------------------------------------------------------------------


def butir_baru(**ubahan):
    data = {"jenis": "kewajiban", "pihak": "mitra", "uraian": "Lapor tiap bulan"} | ubahan
    return {"aksi": "tambah", "pk": None, "data": data}


def test_addendum_changes_adds_and_ends_items(staf):
    naskah = NaskahFactory()
    ubah, akhiri = ButirFactory(naskah=naskah, uraian="Lama"), ButirFactory(naskah=naskah)

    addendum = catat(
        naskah,
        staf,
        {},
        butir=[
            {"aksi": "ubah", "pk": ubah.pk, "data": {"uraian": "Baru", "target": "50"}},
            {"aksi": "akhiri", "pk": akhiri.pk},
            butir_baru(),
        ],
    )

    baru = naskah.butir.get(uraian="Lapor tiap bulan")
    assert [(s["pk"], s["aksi"]) for s in addendum.perubahan_butir] == [
        (ubah.pk, "ubah"),
        (akhiri.pk, "akhiri"),
        (baru.pk, "tambah"),
    ]
    assert addendum.perubahan_butir[0]["lama"] == {"uraian": "Lama", "target": ""}
    assert addendum.perubahan_butir[0]["baru"] == {"uraian": "Baru", "target": "50"}
    akhiri.refresh_from_db()
    assert akhiri.diakhiri_pada == addendum.tanggal_ttd


def test_items_follow_the_term_that_the_same_addendum_gives(staf):
    naskah = NaskahFactory()
    baris = butir_baru(tenggat=date(2030, 6, 30))

    with pytest.raises(AturanDilanggar, match="Melewati hari terakhir"):
        catat(naskah, staf, {}, butir=[baris], nomor="1")
    catat(naskah, staf, butir=[baris], nomor="2")

    assert naskah.butir.get().tenggat == date(2030, 6, 30)


def test_ended_item_owes_nothing_that_falls_due_later(staf):
    naskah = NaskahFactory()
    setoran = SetoranFactory(butir__naskah=naskah)
    catat(naskah, staf, {}, butir=[{"aksi": "akhiri", "pk": setoran.butir_id}])

    assert not Setoran.objects.filter(butir=setoran.butir_id, jatuh_tempo__gt=date(2025, 3, 1))


def test_addendum_taken_back_gives_the_items_back(staf):
    naskah = NaskahFactory()
    isi = {"uraian": "Lama", "target_angka": 5, "tenggat": date(2026, 1, 1)}
    ubah, akhiri = ButirFactory(naskah=naskah, **isi), ButirFactory(naskah=naskah)
    data = {"uraian": "Baru", "target_angka": 7, "tenggat": None}
    addendum = catat(
        naskah,
        staf,
        {},
        butir=[
            {"aksi": "ubah", "pk": ubah.pk, "data": data},
            {"aksi": "akhiri", "pk": akhiri.pk},
            butir_baru(),
        ],
    )

    services.batalkan(addendum.pk, alasan="Salah", oleh=staf)

    assert set(naskah.butir.values_list("pk", flat=True)) == {ubah.pk, akhiri.pk}
    assert naskah.butir.filter(pk=ubah.pk, **isi).exists()
    assert not naskah.butir.exclude(diakhiri_pada=None).exists()


@pytest.mark.parametrize("lalu", ["ubah", "hapus"])
def test_addendum_whose_item_was_worked_on_is_not_taken_back(staf, lalu):
    naskah = NaskahFactory()
    addendum = catat(naskah, staf, {}, butir=[butir_baru()])
    butir = naskah.butir.get()
    if lalu == "ubah":
        butir_services.ubah(butir.pk, {"uraian": "Dikoreksi"}, oleh=staf)
    else:
        butir.delete()

    with pytest.raises(AturanDilanggar, match="sudah diubah lagi"):
        services.batalkan(addendum.pk, alasan="Salah", oleh=staf)

    addendum.refresh_from_db()
    assert addendum.status == "berlaku"


def test_item_that_is_no_longer_there_is_not_changed(staf):
    asing = ButirFactory()

    with pytest.raises(AturanDilanggar, match="dihapus atau diakhiri"):
        catat(NaskahFactory(), staf, {}, butir=[{"aksi": "akhiri", "pk": asing.pk}])
