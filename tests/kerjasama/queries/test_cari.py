"""Searching the register: what is found, by whom, and where."""

import pytest
from django.db import connection

from inti.models import TeksBerkas
from kerjasama.domain.khalayak import DALAM, SEMUA_PIHAK
from kerjasama.models import DokumenNaskah, KataIndeks, Naskah, ParaPihak
from kerjasama.queries import cari
from kerjasama.queries.berkas_dicari import khalayak
from kerjasama.services import indeks
from tests.factories.inti import BerkasFactory, PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory, anggota_mitra, anggota_pd

pytestmark = pytest.mark.django_db
SEMUA = (SEMUA_PIHAK, DALAM)


def temukan(teks, pengguna=None):
    pengguna = pengguna or PenggunaFactory(staf=True)
    naskah = Naskah.objects.terlihat_oleh(pengguna)
    return set(cari.cocok(naskah, cari.kueri(teks), untuk=khalayak(pengguna)))


@pytest.fixture
def naskah():
    satu = NaskahFactory(
        nomor="134.4/77/SETDA.Ks/2024",
        judul="Pengelolaan parkir tepi jalan",
        ruang_lingkup="Retribusi dan penataan.",
        mitra=[MitraFactory(nama="PT Contoh Sejahtera")],
    )
    ParaPihak.objects.update(nomor="MTR/9/X")
    berkas = BerkasFactory(tipe="application/pdf")
    DokumenNaskah.objects.create(naskah=satu, berkas=berkas)
    TeksBerkas.objects.create(sha256=berkas.sha256, teks="Pasal 17 keadaan kahar gempa bumi")
    NaskahFactory(judul="Layanan kesehatan")
    indeks.lengkapi()
    return satu


@pytest.mark.parametrize(
    "teks",
    [
        "parkir", "PARK", "134.4/77", "setda 77", "sejahtera", "mtr/9", "retribusi", "gempa bumi",
        "tepi sejahtera gempa", '"tepi jalan"', "Dinas parkir",
    ],
)  # fmt: skip
def test_found_in_every_part_and_across_them(naskah, teks):
    assert temukan(teks) == {naskah}


@pytest.mark.parametrize(
    "teks", ["134.4/7", "tepi kesehatan", '"jalan tepi"', "4/134", "-", '"', "'", "* OR", ":*"]
)
def test_what_is_not_there_is_not_found(naskah, teks):
    assert temukan(teks) == set()


@pytest.mark.parametrize("teks", ["prkir", "parkri", "pengelolan", "sejahtra"])
def test_a_misspelt_word_is_found_all_the_same(naskah, teks):
    assert temukan(teks) == {naskah}


@pytest.mark.postgres
@pytest.mark.skipif(connection.vendor != "postgresql", reason="trigrams are PostgreSQL's")
def test_without_trigrams_words_are_still_guessed(naskah, monkeypatch):
    monkeypatch.setattr(cari, "_ada_trigram", lambda: False)

    assert temukan("prkir") == {naskah}


def test_guesses_take_no_more_queries_than_words(naskah, count_queries):
    with count_queries(5 if connection.vendor == "postgresql" else 4):
        cari.cocok(Naskah.objects.all(), cari.kueri("prkir"), untuk=SEMUA).count()


def test_numbers_are_never_guessed(naskah):
    assert not KataIndeks.objects.filter(kata__startswith="134").exists()
    assert temukan("134.4/78") == set()


def test_a_tenant_finds_its_own_naskah_only(naskah):
    lain = anggota_mitra(MitraFactory())

    assert temukan("parkir", anggota_mitra(naskah.mitra.get())) == {naskah}
    assert temukan("parkir", anggota_pd(naskah.perangkat_daerah.get())) == {naskah}
    assert temukan("parkir", lain) == set()
    assert temukan("prkir", lain) == set()
    assert temukan("parkir", PenggunaFactory(admin=True)) == set()


def test_temuan_names_the_parts_in_which_it_was_found(naskah):
    dicari = cari.kueri("parkir gempa 77")

    ditemukan = cari.cocok(Naskah.objects.all(), dicari, untuk=SEMUA)
    (hasil,) = cari.temuan(ditemukan, dicari, untuk=SEMUA)

    assert [p.teks for p in hasil.judul if p.ditandai] == ["parkir"]
    assert [b.label for b in hasil.bagian] == [
        "Nomor",
        f"Dokumen {naskah.dokumen.get().berkas.nama}",
    ]


def test_many_are_found_in_the_order_of_the_list(naskah, monkeypatch):
    monkeypatch.setattr(cari, "SEDIKIT", 0)

    assert temukan("parkir") == {naskah}
    assert temukan("parkir", anggota_mitra(MitraFactory())) == set()
