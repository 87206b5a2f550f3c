"""Recording partners: two spellings of one name are one partner."""

from uuid import uuid4

import pytest

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from kerjasama.models import Mitra
from kerjasama.services import mitra as services
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.kerjasama import (
    MitraFactory,
    NarahubungFactory,
    NaskahFactory,
    anggota_mitra,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def test_catat_leaves_one_line(staf):
    mitra = services.catat({"nama": "Koperasi Maju", "jenis": "koperasi"}, oleh=staf)

    assert (mitra.nama, mitra.jenis) == ("Koperasi Maju", "koperasi")
    assert aksi_tercatat() == ["mitra.catat"]


@pytest.mark.parametrize("kembar", ["PT. Mukti Sarana", "MUKTI  SARANA, PT", "Mukti Sar\u0430na"])
def test_catat_refuses_another_spelling_and_names_who_is_there(staf, kembar):
    MitraFactory(nama="PT Mukti Sarana")

    with pytest.raises(AturanDilanggar, match="PT Mukti Sarana"):
        services.catat({"nama": kembar, "jenis": "bumn"}, oleh=staf)

    assert Mitra.objects.count() == 1
    assert not JejakAudit.objects.exists()


def test_form_sent_twice_is_one_mitra(staf):
    kunci = uuid4()
    services.catat({"nama": "A", "jenis": "bumn"}, oleh=staf, kunci=kunci)

    with pytest.raises(AturanDilanggar, match="sudah dikirim"):
        services.catat({"nama": "B", "jenis": "bumn"}, oleh=staf, kunci=kunci)

    assert Mitra.objects.count() == 1


def test_ubah_keeps_what_was_and_what_is(staf):
    mitra = MitraFactory(nama="PT Lama")

    services.ubah(mitra.pk, {"nama": "PT Baru", "jenis": mitra.jenis}, oleh=staf)

    assert Mitra.objects.get().kunci == "baru"
    assert JejakAudit.objects.get().perubahan == {"nilai": {"nama": ["PT Lama", "PT Baru"]}}


def test_ubah_that_changes_nothing_leaves_no_line(staf):
    mitra = MitraFactory()

    services.ubah(mitra.pk, {"nama": mitra.nama}, oleh=staf)

    assert not JejakAudit.objects.exists()


def test_ubah_to_a_name_that_is_taken_writes_nothing(staf):
    MitraFactory(nama="PT Satu")
    dua = MitraFactory(nama="PT Dua")

    with pytest.raises(AturanDilanggar, match="sudah tercatat"):
        services.ubah(dua.pk, {"nama": "Satu, PT", "telepon": "021"}, oleh=staf)

    dua.refresh_from_db()
    assert (dua.nama, dua.telepon) == ("PT Dua", "")
    assert not JejakAudit.objects.exists()


def test_cari_atau_tulis_finds_another_spelling_and_writes_once():
    ejaan = [{"nama": n, "jenis": "bumn"} for n in ("PT. Mukti Sarana", "MUKTI SARANA, PT")]

    (satu, dua), baru = services.cari_atau_tulis(ejaan)

    assert satu == dua == Mitra.objects.get()
    assert baru == [satu]
    assert services.cari_atau_tulis(ejaan) == ([satu, satu], [])


def test_cari_atau_tulis_refuses_a_mitra_that_was_merged():
    tujuan = MitraFactory()
    MitraFactory(nama="PT Lama", digabung_ke=tujuan)

    with pytest.raises(AturanDilanggar, match="sudah digabung"):
        services.cari_atau_tulis([{"nama": "PT Lama", "jenis": "bumn"}])


# --- Taking out -----------------------------------------------------------------------------


def test_mitra_on_which_nothing_hangs_goes_with_its_names_and_leaves_a_line(staf):
    mitra = services.catat({"nama": "Salah Ketik", "jenis": "bumn"}, oleh=staf)
    services.ubah(mitra.pk, {"alamat": "Bekasi"}, oleh=staf)

    services.hapus(mitra.pk, oleh=staf)

    assert not Mitra.objects.exists()
    assert aksi_tercatat() == ["mitra.catat", "mitra.ubah", "mitra.hapus"]
    assert JejakAudit.objects.latest("pk").perubahan == {"nama": "Salah Ketik"}
    assert services.catat({"nama": "Salah Ketik", "jenis": "bumn"}, oleh=staf).pk


@pytest.mark.parametrize(
    ("buat", "sebut"),
    [
        (lambda mitra: NaskahFactory(mitra=[mitra]), r"para pihak \(1\)"),
        (lambda mitra: NarahubungFactory(mitra=mitra), r"narahubung \(1\)"),
        (anggota_mitra, r"keanggotaan \(1\)"),
        (lambda mitra: MitraFactory(digabung_ke=mitra), r"mitra yang dulu digabung \(1\)"),
    ],
)
def test_mitra_that_something_names_stays(staf, buat, sebut):
    mitra = MitraFactory()
    buat(mitra)

    with pytest.raises(AturanDilanggar, match=sebut):
        services.hapus(mitra.pk, oleh=staf)

    assert Mitra.objects.filter(pk=mitra.pk).exists()
    assert "mitra.hapus" not in aksi_tercatat()


def test_mitra_that_is_gone_is_neither_taken_out_nor_named_again(staf):
    mitra = MitraFactory()
    services.hapus(mitra.pk, oleh=staf)

    with pytest.raises(AturanDilanggar, match="baru saja dihapus"):
        services.hapus(mitra.pk, oleh=staf)
    with pytest.raises(AturanDilanggar, match="baru saja dihapus"):
        services.pegang({mitra.pk})
