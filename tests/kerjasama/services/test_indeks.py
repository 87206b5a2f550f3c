"""The search index follows the trail, reads documents, and is made anew."""

import io

import pytest
from django.core.management import call_command
from django.db import connection

from inti.models import JejakAudit, TeksBerkas
from inti.services.berkas import simpan
from kerjasama.models import DokumenNaskah, IndeksNaskah, KataIndeks, Naskah, PosisiIndeks
from kerjasama.services import hapus_naskah, indeks, mitra
from kerjasama.services import naskah as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import (
    AddendumFactory,
    LampiranFactory,
    MitraFactory,
    NaskahFactory,
)
from tests.support.pdf_tulis import pdf_berteks

pytestmark = pytest.mark.django_db


def teks(naskah):
    return IndeksNaskah.objects.get(naskah=naskah, khalayak="").teks


TEKS_PENUH = {
    "sqlite": "SELECT count(*) FROM kerjasama_indeksnaskah_fts "
    "WHERE kerjasama_indeksnaskah_fts MATCH 'pasar'",
    "postgresql": "SELECT count(*) FROM kerjasama_indeksnaskah "
    "WHERE vektor @@ to_tsquery('simple', 'pasar')",
}


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


@pytest.fixture
def naskah(staf):
    data = {"jenis": "pks", "judul": "Pengelolaan pasar"}
    return services.catat(
        data, pihak=[{"mitra": MitraFactory().pk}], perangkat_daerah=[], oleh=staf
    )


def test_what_is_recorded_and_changed_is_followed(staf, naskah):
    assert indeks.ikuti_jejak() == 1
    assert "pengelolaan pasar" in teks(naskah)

    services.ubah(naskah.pk, {"judul": "Terminal bus"}, oleh=staf)

    assert indeks.ikuti_jejak() == 1
    assert "terminal bus" in teks(naskah)
    assert "pasar" not in teks(naskah)
    assert indeks.ikuti_jejak() == 0


def test_a_partner_renamed_is_found_by_its_new_name(staf, naskah):
    satu = naskah.mitra.get()

    mitra.ubah(satu.pk, {"nama": "PT Baru Jaya", "jenis": satu.jenis}, oleh=staf)
    indeks.ikuti_jejak()

    assert "pt baru jaya" in teks(naskah)


def test_what_is_of_no_concern_is_passed_over_once(naskah):
    indeks.ikuti_jejak()

    assert PosisiIndeks.objects.get().jejak == JejakAudit.objects.latest("pk").pk


def test_another_runner_that_was_faster_leaves_nothing_to_do(naskah, monkeypatch):
    asli = indeks._naskah_terubah

    def sementara(baris):
        PosisiIndeks.objects.update(jejak=baris[-1][0])
        return asli(baris)

    monkeypatch.setattr(indeks, "_naskah_terubah", sementara)

    assert indeks.ikuti_jejak() == 0
    assert not IndeksNaskah.objects.exists()


def test_a_document_is_read_once_and_then_found(staf):
    NaskahFactory()  # without a row in the index, so that no two keys are alike by chance
    naskah = services.catat(
        {"jenis": "pks", "judul": "Pasar"}, pihak=[], perangkat_daerah=[], oleh=staf
    )
    berkas = simpan(pdf_berteks("Gempa bumi"), nama="a.pdf", tipe="application/pdf", oleh=staf)
    DokumenNaskah.objects.create(naskah=naskah, berkas=berkas)
    indeks.ikuti_jejak()
    assert IndeksNaskah.objects.get().menunggu

    assert indeks.baca_dokumen() == 1

    assert "gempa bumi" in teks(naskah)
    assert TeksBerkas.objects.get().keterangan == ""
    assert not IndeksNaskah.objects.get().menunggu
    assert indeks.baca_dokumen() == 0


def test_an_attachment_of_all_parties_and_an_addendum_are_read_too(staf, naskah):
    tiga = [
        simpan(pdf_berteks(isi), nama="a.pdf", tipe="application/pdf", oleh=staf)
        for isi in ("Garansi bank", "Perpanjangan sewa", "Rahasia satu pihak")
    ]
    LampiranFactory(naskah=naskah, mitra=None, berkas=tiga[0])
    AddendumFactory(naskah=naskah, berkas=tiga[1])
    LampiranFactory(naskah=naskah, mitra=naskah.mitra.get(), berkas=tiga[2])

    indeks.lengkapi()
    indeks.baca_dokumen()

    assert "garansi bank" in teks(naskah)
    assert "perpanjangan sewa" in teks(naskah)
    assert "rahasia" not in teks(naskah)


def test_a_document_that_cannot_be_read_is_asked_once(staf, naskah):
    berkas = simpan(b"%PDF-1.4 rusak", nama="a.pdf", tipe="application/pdf", oleh=staf)
    DokumenNaskah.objects.create(naskah=naskah, berkas=berkas)
    indeks.ikuti_jejak()

    assert (indeks.baca_dokumen(), indeks.baca_dokumen()) == (1, 0)
    assert TeksBerkas.objects.get().keterangan == "Teksnya tidak dapat dibaca."


def test_what_came_in_by_another_door_is_found_at_night():
    NaskahFactory.create_batch(2)

    assert (indeks.lengkapi(), indeks.lengkapi()) == (2, 0)


def test_everything_is_made_anew(naskah):
    indeks.lengkapi()
    KataIndeks.objects.create(kata="usang")
    IndeksNaskah.objects.update(teks="usang")
    keluaran = io.StringIO()

    call_command("susun_indeks", stdout=keluaran)

    assert "pengelolaan pasar" in teks(naskah)
    assert not KataIndeks.objects.filter(kata="usang").exists()
    assert keluaran.getvalue() == "Indeks 1 naskah disusun ulang.\n"


def test_the_full_text_goes_with_its_row(naskah, staf):
    indeks.lengkapi()

    hapus_naskah.hapus(naskah.pk, oleh=staf)

    with connection.cursor() as cursor:
        cursor.execute(TEKS_PENUH[connection.vendor])
        assert cursor.fetchone() == (0,)
    assert not Naskah.objects.exists()


def test_a_batch_takes_as_many_queries_for_three_as_for_one(count_queries):
    NaskahFactory()
    indeks.lengkapi()
    NaskahFactory.create_batch(3)

    with count_queries(13):
        indeks.lengkapi()
