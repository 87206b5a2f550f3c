"""Renaming mitra and units: periods that touch and never overlap, one line in the trail."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from kerjasama.models import Mitra, NamaMitra, PerangkatDaerah
from kerjasama.services import mitra as mitra_services
from kerjasama.services import nama as services
from kerjasama.services import perangkat_daerah as pd_services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import MitraFactory, PerangkatDaerahFactory

pytestmark = pytest.mark.django_db
GANTI = date(2024, 5, 1)


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def ganti(objek, nama, mulai=GANTI, *, oleh):
    return services.ganti_nama(
        type(objek), objek.pk, nama=nama, mulai=mulai, dasar="Akta 7", oleh=oleh
    )


def masa(objek):
    urut = objek.riwayat_nama.order_by("pk")
    return list(urut.values_list("nama", "mulai", "sampai"))


@pytest.mark.parametrize("pabrik", [MitraFactory, PerangkatDaerahFactory])
def test_rename_closes_the_old_name_on_the_day_before(staf, pabrik):
    objek = pabrik(nama="Dinas Lama")

    objek = ganti(objek, "Dinas Baru", oleh=staf)

    objek.refresh_from_db()
    assert objek.nama == "Dinas Baru"
    assert masa(objek) == [
        ("Dinas Lama", None, date(2024, 4, 30)),
        ("Dinas Baru", GANTI, None),
    ]
    assert objek.nama_pada(date(2024, 4, 30)) == "Dinas Lama"
    assert objek.nama_pada(GANTI) == "Dinas Baru"


def test_rename_leaves_one_line_with_both_names_day_and_basis(staf):
    ganti(MitraFactory(nama="PT Lama"), "PT Baru", oleh=staf)

    jejak = JejakAudit.objects.get()
    assert jejak.aksi == "mitra.ganti_nama"
    assert jejak.perubahan == {
        "nama": ["PT Lama", "PT Baru"],
        "mulai": "2024-05-01",
        "dasar": "Akta 7",
    }


@pytest.mark.parametrize("mulai", [GANTI, GANTI - timedelta(days=1)])
def test_second_rename_must_begin_after_the_first(staf, mulai):
    mitra = MitraFactory(nama="PT Lama")
    ganti(mitra, "PT Baru", oleh=staf)

    with pytest.raises(AturanDilanggar, match="1 Mei 2024"):
        ganti(mitra, "PT Lain", mulai, oleh=staf)

    assert len(masa(mitra)) == 2
    assert aksi_tercatat() == ["mitra.ganti_nama"]


def test_rename_ahead_of_time_is_refused(staf):
    besok = timezone.localdate() + timedelta(days=1)

    with pytest.raises(AturanDilanggar, match="masa depan"):
        ganti(MitraFactory(), "PT Baru", besok, oleh=staf)


def test_rename_to_the_present_name_of_another_writes_nothing(staf):
    MitraFactory(nama="PT Terpakai")
    mitra = MitraFactory(nama="PT Lama")

    with pytest.raises(AturanDilanggar, match="PT Terpakai"), transaction.atomic():
        ganti(mitra, "Terpakai, PT", oleh=staf)

    mitra.refresh_from_db()
    assert (mitra.nama, masa(mitra)) == ("PT Lama", [])
    assert not JejakAudit.objects.exists()


def test_former_name_of_another_is_refused_and_says_whose_it_is(staf):
    ganti(MitraFactory(nama="PT Lama"), "PT Baru", oleh=staf)

    with pytest.raises(AturanDilanggar, match="PT Baru"):
        mitra_services.catat({"nama": "PT. LAMA", "jenis": "bumn"}, oleh=staf)

    assert Mitra.objects.count() == 1


def test_mitra_may_go_back_to_a_name_it_had(staf):
    mitra = MitraFactory(nama="PT Lama")
    ganti(mitra, "PT Baru", oleh=staf)

    ganti(mitra, "PT Lama", date(2025, 1, 1), oleh=staf)

    assert [n for n, _, _ in masa(mitra)] == ["PT Lama", "PT Baru", "PT Lama"]


def test_list_that_uses_a_former_name_finds_the_mitra(staf):
    mitra = MitraFactory(nama="PT Lama")
    ganti(mitra, "PT Baru", oleh=staf)

    assert mitra_services.cari_atau_tulis([{"nama": "LAMA, PT", "jenis": "bumn"}]) == ([mitra], [])


def test_mending_the_spelling_makes_no_second_name(staf):
    mitra = mitra_services.catat({"nama": "PT Salh", "jenis": "bumn"}, oleh=staf)

    mitra_services.ubah(mitra.pk, {"nama": "PT Salah"}, oleh=staf)

    assert list(NamaMitra.objects.values_list("nama", "kunci", "sampai")) == [
        ("PT Salah", "salah", None)
    ]


def test_mending_the_spelling_of_a_unit_makes_no_second_name(staf):
    unit = pd_services.catat({"nama": "Dinas Salh"}, oleh=staf)

    pd_services.ubah(unit.pk, {"nama": "Dinas Salah"}, oleh=staf)

    assert masa(unit) == [("Dinas Salah", None, None)]


def test_former_name_stands_before_the_one_that_is_known(staf):
    mitra = MitraFactory(nama="PT Kini")

    services.catat_nama_lama(
        Mitra, mitra.pk, nama="CV Dulu", mulai=None, sampai=date(2020, 3, 31), dasar="", oleh=staf
    )

    assert mitra.nama_pada(date(2020, 3, 31)) == "CV Dulu"
    assert mitra.nama_pada(date(2020, 4, 1)) == "PT Kini"
    assert aksi_tercatat() == ["mitra.catat_nama_lama"]


def test_former_name_of_a_unit_may_have_its_own_beginning(staf):
    unit = PerangkatDaerahFactory(nama="Dinas Kini")

    services.catat_nama_lama(
        PerangkatDaerah,
        unit.pk,
        nama="Kantor Dulu",
        mulai=date(2010, 1, 1),
        sampai=date(2020, 3, 31),
        dasar="Perda",
        oleh=staf,
    )

    assert unit.nama_pada(date(2015, 1, 1)) == "Kantor Dulu"
    assert unit.nama_pada(date(2009, 1, 1)) == "Dinas Kini"


def test_former_name_that_overlaps_is_refused(staf):
    mitra = MitraFactory(nama="PT Lama")
    ganti(mitra, "PT Baru", oleh=staf)

    with pytest.raises(AturanDilanggar, match="sudah berakhir"):
        services.catat_nama_lama(
            Mitra, mitra.pk, nama="CV", mulai=None, sampai=GANTI, dasar="", oleh=staf
        )


@pytest.mark.parametrize(
    "dua", [{"sampai": None}, {"mulai": None, "sampai": GANTI}, {"mulai": GANTI}]
)
def test_database_refuses_two_present_first_or_same_day_names(dua):
    mitra = MitraFactory()
    for baris in (
        {"mulai": None, "sampai": date(2024, 4, 30)},
        {"mulai": GANTI, "sampai": None},
    ):
        NamaMitra.objects.create(mitra=mitra, nama="A", kunci="a", **baris)

    with pytest.raises(IntegrityError), transaction.atomic():
        NamaMitra.objects.create(mitra=mitra, nama="B", kunci="b", **dua)


@pytest.mark.parametrize(
    "nama",
    ["م‌ؤسسة التعاون", "株式会社北京", "Ⅻ Ⓟⓣ ﬁne", "A" * 250, "e\u0301" * 125, "👩‍👩‍👧 Koperasi"],
)
def test_names_in_any_script_and_of_full_length_are_kept(staf, nama):
    mitra = ganti(MitraFactory(), nama, oleh=staf)

    assert Mitra.objects.bernama(nama).get() == mitra
    assert mitra.nama_pada(timezone.localdate()) == nama
