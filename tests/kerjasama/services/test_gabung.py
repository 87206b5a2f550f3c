"""Merging two records of one mitra: all of it moves, in every app, or nothing does."""

from datetime import date

import pytest

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from kerjasama.models import Keanggotaan, Mitra, NamaMitra, Naskah
from kerjasama.queries.gabung import mungkin_kembar, rencana_gabung
from kerjasama.services import gabung as services
from kerjasama.services import mitra as mitra_services
from kerjasama.services import naskah as naskah_services
from pelaporan.models import KewajibanLaporan
from pelaporan.services import kewajiban as kewajiban_services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import (
    ButirFactory,
    KeanggotaanFactory,
    MitraFactory,
    NarahubungFactory,
    NaskahFactory,
    anggota_mitra,
)
from tests.factories.pelaporan import KewajibanLaporanFactory, LaporanMitraFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


@pytest.fixture
def asal():
    return MitraFactory(nama="PT Mukti Sarna", alamat="Jalan Lama")


@pytest.fixture
def tujuan():
    return MitraFactory(nama="PT Mukti Sarana")


def gabungkan(asal, tujuan, *, oleh):
    sidik = rencana_gabung(asal, tujuan).sidik
    return services.gabungkan(asal.pk, ke=tujuan.pk, sidik=sidik, oleh=oleh)


def berpihak_dua(asal, tujuan, **milik_asal):
    naskah = NaskahFactory(mitra=[tujuan, asal])
    naskah.pihak.filter(mitra=asal).update(**milik_asal)
    return naskah


# --- What moves -----------------------------------------------------------------------------


def test_everything_of_every_app_comes_to_the_mitra_that_stays(staf, asal, tujuan):
    naskah = NaskahFactory(mitra=[asal])
    butir = ButirFactory(naskah=naskah, mitra=asal)
    orang = NarahubungFactory(mitra=asal)
    laporan = LaporanMitraFactory(kewajiban=KewajibanLaporanFactory(naskah=naskah, mitra=asal))

    gabungkan(asal, tujuan, oleh=staf)

    butir.refresh_from_db()
    orang.refresh_from_db()
    laporan.kewajiban.refresh_from_db()
    assert list(naskah.mitra.all()) == [tujuan]
    assert {butir.mitra, orang.mitra, laporan.kewajiban.mitra} == {tujuan}


def test_nothing_points_to_the_closed_mitra_any_more(staf, asal, tujuan):
    NaskahFactory(mitra=[asal])
    anggota_mitra(asal)
    MitraFactory(nama="PT Dulu", digabung_ke=asal)

    gabungkan(asal, tujuan, oleh=staf)

    asal.refresh_from_db()
    assert rencana_gabung(asal, tujuan).pindahan == []
    assert asal.digabung_ke == tujuan
    assert set(tujuan.gabungan.values_list("nama", flat=True)) == {"PT Dulu", "PT Mukti Sarna"}


def test_people_of_the_closed_mitra_see_the_naskah_of_the_other(staf, asal, tujuan):
    orang = anggota_mitra(asal)
    punya_tujuan, punya_asal = NaskahFactory(mitra=[tujuan]), NaskahFactory(mitra=[asal])

    gabungkan(asal, tujuan, oleh=staf)

    assert set(Naskah.objects.terlihat_oleh(orang)) == {punya_tujuan, punya_asal}


def test_empty_columns_are_filled_and_filled_ones_stay(staf, asal, tujuan):
    Mitra.objects.filter(pk=tujuan.pk).update(surel="tetap@contoh.example")
    Mitra.objects.filter(pk=asal.pk).update(surel="lama@contoh.example")

    gabungkan(asal, tujuan, oleh=staf)

    tujuan.refresh_from_db()
    assert (tujuan.alamat, tujuan.surel) == ("Jalan Lama", "tetap@contoh.example")


def test_one_line_stands_on_the_closed_mitra_and_its_old_lines_stay(staf, tujuan):
    asal = mitra_services.catat({"nama": "PT Kembaran", "jenis": "bumn"}, oleh=staf)

    gabungkan(asal, tujuan, oleh=staf)

    baris = JejakAudit.objects.tentang(asal).values_list("aksi", flat=True)
    assert list(baris) == ["mitra.gabungkan", "mitra.catat"]
    assert JejakAudit.objects.count() == 2


def test_plan_of_duties_is_made_anew_for_the_naskah_that_moved(staf, asal, tujuan):
    naskah = NaskahFactory(mitra=[asal])

    gabungkan(asal, tujuan, oleh=staf)

    naskah.refresh_from_db()
    assert naskah.versi_fakta == 2
    kewajiban_services.susun_yang_berubah()
    assert set(KewajibanLaporan.objects.values_list("mitra", flat=True)) == {tujuan.pk}


# --- Names ----------------------------------------------------------------------------------


def test_name_of_the_twin_finds_the_mitra_and_is_not_printed(staf, asal, tujuan):
    gabungkan(asal, tujuan, oleh=staf)

    assert Mitra.objects.aktif().bernama("Sarna").get() == tujuan
    kembar = [{"nama": "Mukti Sarna, PT", "jenis": "bumn"}]
    assert mitra_services.cari_atau_tulis(kembar) == ([tujuan], [])
    assert tujuan.nama_pada(date(2000, 1, 1)) == "PT Mukti Sarana"


def test_twin_that_was_recorded_properly_keeps_its_names_as_other_names(staf, tujuan):
    asal = mitra_services.catat({"nama": "PT Kembaran", "jenis": "bumn"}, oleh=staf)

    gabungkan(asal, tujuan, oleh=staf)

    nama = NamaMitra.objects.get(nama="PT Kembaran")
    assert (nama.mitra, nama.lain, nama.dasar) == (tujuan, True, "Dari penggabungan")
    assert Mitra.objects.aktif().bernama("Kembaran").get() == tujuan


def test_mitra_that_stays_may_take_the_name_of_the_closed_one(staf, tujuan):
    asal = mitra_services.catat({"nama": "PT Ejaan Benar", "jenis": "bumn"}, oleh=staf)
    gabungkan(asal, tujuan, oleh=staf)

    mitra_services.ubah(tujuan.pk, {"nama": "PT Ejaan Benar"}, oleh=staf)

    tujuan.refresh_from_db()
    assert (tujuan.nama, tujuan.kunci) == ("PT Ejaan Benar", "ejaan benar")


# --- What both have -------------------------------------------------------------------------


def test_both_in_one_naskah_become_one_party_with_the_gaps_filled(staf, asal, tujuan):
    naskah = berpihak_dua(asal, tujuan, nomor="7/X/2024", penanda_tangan="Sari")
    orang = NarahubungFactory(pihak=naskah.pihak.get(mitra=asal), nama="Budi")
    naskah.pihak.filter(mitra=tujuan).update(penanda_tangan="Tono")

    gabungkan(asal, tujuan, oleh=staf)

    pihak = naskah.pihak.get()
    assert (pihak.mitra, pihak.nomor, pihak.penanda_tangan) == (tujuan, "7/X/2024", "Tono")
    assert list(pihak.narahubung.all()) == [orang]
    tidak_dipakai = JejakAudit.objects.get().perubahan["tidak_dipakai"]
    assert [b["penanda_tangan"] for b in tidak_dipakai] == ["Sari"]


def test_main_contact_of_the_twin_is_an_ordinary_one_afterwards(staf, asal, tujuan):
    utama = NarahubungFactory(mitra=tujuan, utama=True)
    NarahubungFactory(mitra=asal, utama=True)

    gabungkan(asal, tujuan, oleh=staf)

    assert tujuan.narahubung.count() == 2
    assert tujuan.narahubung.get(utama=True) == utama


def test_person_of_both_has_one_access_since_the_earlier_day(staf, asal, tujuan):
    orang = anggota_mitra(tujuan)
    KeanggotaanFactory(pengguna=orang, mitra=asal, mulai=date(2019, 1, 1))

    gabungkan(asal, tujuan, oleh=staf)

    anggota = Keanggotaan.objects.get()
    assert (anggota.mitra, anggota.mulai) == (tujuan, date(2019, 1, 1))


@pytest.mark.parametrize("bekerja", ["asal", "tujuan"])
def test_of_two_duties_the_one_with_work_stays(staf, asal, tujuan, bekerja):
    naskah = berpihak_dua(asal, tujuan)
    duty = {
        "asal": KewajibanLaporanFactory(naskah=naskah, mitra=asal, ke=1),
        "tujuan": KewajibanLaporanFactory(naskah=naskah, mitra=tujuan, ke=1),
    }
    LaporanMitraFactory(kewajiban=duty[bekerja])

    gabungkan(asal, tujuan, oleh=staf)

    tersisa = KewajibanLaporan.objects.get()
    assert (tersisa, tersisa.mitra) == (duty[bekerja], tujuan)


def test_two_duties_with_work_stop_the_merge_by_name_and_nothing_moves(staf, asal, tujuan):
    naskah = berpihak_dua(asal, tujuan)
    for mitra in (asal, tujuan):
        LaporanMitraFactory(kewajiban=KewajibanLaporanFactory(naskah=naskah, mitra=mitra, ke=1))

    with pytest.raises(AturanDilanggar, match="Laporan ke-1 PT Mukti Sarna"):
        gabungkan(asal, tujuan, oleh=staf)

    asal.refresh_from_db()
    assert (asal.digabung_ke, naskah.pihak.count()) == (None, 2)
    assert "mitra.gabungkan" not in aksi_tercatat()


# --- Refusals -------------------------------------------------------------------------------


def test_what_was_not_in_the_preview_is_not_merged(staf, asal, tujuan):
    sidik = rencana_gabung(asal, tujuan).sidik
    NaskahFactory(mitra=[asal])

    with pytest.raises(AturanDilanggar, match="sejak pratinjau"):
        services.gabungkan(asal.pk, ke=tujuan.pk, sidik=sidik, oleh=staf)

    asal.refresh_from_db()
    assert asal.digabung_ke is None


@pytest.mark.parametrize(("dari", "ke"), [(0, 0), (2, 0), (0, 2)])
def test_merge_with_itself_or_with_a_merged_one_is_refused(staf, dari, ke):
    tetap = MitraFactory()
    mitra = [MitraFactory(), tetap, MitraFactory(digabung_ke=tetap)]

    with pytest.raises(AturanDilanggar, match="digabung"):
        gabungkan(mitra[dari], mitra[ke], oleh=staf)


def test_merged_mitra_is_refused_as_party_of_a_naskah(staf):
    tertutup = MitraFactory(nama="PT Tertutup", digabung_ke=MitraFactory())

    with pytest.raises(AturanDilanggar, match="PT Tertutup sudah digabung"):
        naskah_services.catat(
            {"jenis": "pks", "judul": "Parkir"},
            pihak=[{"mitra": tertutup.pk}],
            perangkat_daerah=[],
            oleh=staf,
        )

    assert not Naskah.objects.exists()


def test_twins_are_suggested_until_they_are_merged(staf, asal, tujuan):
    assert [{a, b} for a, b in mungkin_kembar()] == [{asal, tujuan}]

    gabungkan(asal, tujuan, oleh=staf)

    assert mungkin_kembar() == []
