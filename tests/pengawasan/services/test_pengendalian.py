"""The log of control: one line in the trail per change, and nobody overwrites anybody."""

import pytest
from django.db import IntegrityError

from inti.models import JejakAudit
from inti.putusan import AturanDilanggar
from pengawasan.models import Pengendalian
from pengawasan.services import pengendalian as services
from tests.factories.kerjasama import NaskahFactory, anggota_mitra, anggota_pd
from tests.factories.pengawasan import foto, hari
from tests.factories.pengendalian import PengendalianFactory

pytestmark = pytest.mark.django_db


def isi(**lain):
    return {"tanggal": hari(-1), "objek": "Mutu layanan", "temuan": "Baik", "tindakan": ""} | lain


def test_entry_keeps_unit_file_and_one_line_in_the_trail():
    naskah = NaskahFactory()
    unit = naskah.perangkat_daerah.get()

    catatan = services.catat(
        naskah.pk, isi(), unit=unit, berkas=foto("bukti.jpg"), oleh=anggota_pd(unit)
    )

    assert (catatan.perangkat_daerah, catatan.berkas.nama) == (unit, "bukti.jpg")
    assert [j.aksi for j in JejakAudit.objects.tentang(catatan)] == ["pengendalian.catat"]


def test_entry_of_a_draft_is_refused():
    naskah = NaskahFactory(status="draf")
    unit = naskah.perangkat_daerah.get()

    with pytest.raises(AturanDilanggar, match="setelah naskah berlaku"):
        services.catat(naskah.pk, isi(), unit=unit, oleh=anggota_pd(unit))


def test_correction_keeps_what_was_in_the_trail():
    catatan = PengendalianFactory()

    services.ubah(catatan.pk, isi(temuan="Terlambat"), versi=1, oleh=catatan.dicatat_oleh)

    catatan.refresh_from_db()
    jejak = JejakAudit.objects.tentang(catatan).get()
    assert (catatan.temuan, catatan.versi) == ("Terlambat", 2)
    assert jejak.perubahan["nilai"]["temuan"] == ["Sesuai perjanjian.", "Terlambat"]


def test_second_correction_of_what_was_read_before_is_refused():
    catatan = PengendalianFactory()
    services.ubah(catatan.pk, isi(temuan="Pertama"), versi=1, oleh=catatan.dicatat_oleh)

    with pytest.raises(AturanDilanggar, match="diubah orang lain"):
        services.ubah(catatan.pk, isi(temuan="Kedua"), versi=1, oleh=catatan.dicatat_oleh)


def test_correction_that_changes_nothing_leaves_no_line():
    catatan = PengendalianFactory()
    sama = {n: getattr(catatan, n) for n in isi()}

    services.ubah(catatan.pk, sama, versi=1, oleh=catatan.dicatat_oleh)

    assert not JejakAudit.objects.tentang(catatan).exists()


def test_database_refuses_an_empty_entry():
    with pytest.raises(IntegrityError):
        PengendalianFactory(objek="")


def test_entry_is_not_for_the_mitra():
    catatan = PengendalianFactory()
    unit, mitra = catatan.naskah.perangkat_daerah.get(), catatan.naskah.mitra.get()

    assert catatan in Pengendalian.objects.terlihat_oleh(anggota_pd(unit))
    assert not Pengendalian.objects.terlihat_oleh(anggota_mitra(mitra)).exists()
