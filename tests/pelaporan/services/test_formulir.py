"""Versions of the form: drafted, published once, never changed; reports keep theirs."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from inti.putusan import AturanDilanggar
from pelaporan.domain.formulir import Bagian, baca
from pelaporan.models import FormulirLaporan
from pelaporan.services import formulir as services
from pelaporan.services import laporan_mitra
from tests.factories.inti import PenggunaFactory, aksi_tercatat
from tests.factories.pelaporan import FormulirLaporanFactory, KewajibanLaporanFactory, orang_mitra

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


@pytest.fixture
def draf(staf):
    FormulirLaporanFactory()
    return services.buat(versi="Formulir 2027", oleh=staf)


def terbitkan(draf, **kolom):
    hari_ini = timezone.localdate()
    dasar = {
        "nomor_keputusan": "134/Kep.1/2026",
        "tanggal_keputusan": hari_ini,
        "tentang": "Format laporan",
        "berlaku_mulai": hari_ini,
        "oleh": PenggunaFactory(admin=True),
    }
    return services.terbitkan(draf.pk, **(dasar | kolom))


def test_a_draft_begins_with_the_form_in_force_and_its_codes(draf):
    lama = FormulirLaporan.objects.get(status="terbit")

    assert (draf.status, draf.definisi) == ("draf", lama.definisi)
    assert FormulirLaporan.objects.berlaku_pada(timezone.localdate()) == lama
    assert aksi_tercatat() == ["formulir_laporan.buat"]


def test_two_versions_do_not_share_a_name(draf, staf):
    with pytest.raises(AturanDilanggar, match="Sudah ada formulir bernama"):
        services.buat(versi=draf.versi, oleh=staf)


def test_a_change_keeps_the_other_sections(draf, staf):
    semula = baca(draf.definisi).bagian
    bagian = Bagian("Pembuka", semula[0].isian)

    services.simpan_bagian(draf.pk, 0, bagian, sidik=draf.sidik, oleh=staf)

    draf.refresh_from_db()
    kini = baca(draf.definisi).bagian
    assert (kini[0].judul, kini[1:]) == ("Pembuka", semula[1:])


def test_who_changed_it_meanwhile_is_not_overwritten(draf, staf):
    lama = draf.sidik
    services.hapus_bagian(draf.pk, 3, sidik=lama, oleh=staf)

    with pytest.raises(AturanDilanggar, match="diubah orang lain"):
        services.naikkan_bagian(draf.pk, 1, sidik=lama, oleh=staf)


def test_publication_has_its_keputusan_and_happens_once(draf):
    terbit = terbitkan(draf)

    assert terbit.status == "terbit"
    assert terbit.dasar.startswith("Keputusan Nomor 134/Kep.1/2026 tanggal ")
    assert terbit.diterbitkan_pada is not None
    with pytest.raises(AturanDilanggar, match="sudah terbit tidak dapat diubah"):
        terbitkan(draf)


@pytest.mark.parametrize("aksi", ["simpan_bagian", "hapus_bagian", "naikkan_bagian", "hapus"])
def test_a_published_version_never_changes(draf, staf, aksi):
    terbit = terbitkan(draf)
    isi = {
        "simpan_bagian": (0, Bagian("X", ())),
        "hapus_bagian": (0,),
        "naikkan_bagian": (1,),
        "hapus": (),
    }[aksi]
    kolom = {} if aksi == "hapus" else {"sidik": terbit.sidik}

    with pytest.raises(AturanDilanggar, match="tidak dapat diubah"):
        getattr(services, aksi)(draf.pk, *isi, **kolom, oleh=staf)

    assert FormulirLaporan.objects.get(pk=draf.pk).definisi == terbit.definisi


@pytest.mark.parametrize(
    ("geser", "sebab"), [(-1, "tidak dapat berlaku mundur"), (3, "berlaku mulai hari itu")]
)
def test_a_day_that_passed_or_is_taken_is_refused(draf, geser, sebab):
    hari = timezone.localdate() + timedelta(days=geser)
    FormulirLaporanFactory(versi="Lain", berlaku_mulai=timezone.localdate() + timedelta(days=3))

    with pytest.raises(AturanDilanggar, match=sebab):
        terbitkan(draf, berlaku_mulai=hari)


def test_a_form_that_is_not_complete_is_not_published(draf, staf):
    services.simpan_bagian(draf.pk, None, Bagian("Kosong", ()), sidik=draf.sidik, oleh=staf)

    with pytest.raises(AturanDilanggar, match="“Kosong” belum mempunyai isian"):
        terbitkan(draf)


def test_a_report_begun_on_one_version_stays_on_it(draf):
    lama = KewajibanLaporanFactory()
    laporan = laporan_mitra.mulai(lama.pk, oleh=orang_mitra(lama))

    terbit = terbitkan(draf)

    baru = KewajibanLaporanFactory()
    assert laporan_mitra.mulai(lama.pk, oleh=orang_mitra(lama)).formulir == laporan.formulir
    assert laporan_mitra.mulai(baru.pk, oleh=orang_mitra(baru)).formulir == terbit


def test_the_database_refuses_a_published_form_without_its_basis(draf):
    semua = FormulirLaporan.objects.filter(pk=draf.pk)

    with pytest.raises(IntegrityError), transaction.atomic():
        semua.update(status="terbit")
