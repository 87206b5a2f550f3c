"""The page of damaged files: which, whose, what is wrong, since when, and what to do."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from config import pekerjaan
from inti.checks import periksa_waktu_berkas
from inti.models import Berkas, BerkasRusak, PemeriksaanBerkas
from inti.queries.milik_berkas import milik_berkas, semua_sumber
from kerjasama.models import DokumenNaskah
from tests.factories.adegan import bangun
from tests.factories.inti import (
    BerkasFactory,
    BerkasRusakFactory,
    PenggunaFactory,
)
from tests.factories.kerjasama import NaskahFactory

pytestmark = pytest.mark.django_db
DAFTAR = reverse("berkas-rusak-daftar")
GAGAL = reverse("pelaporan:pekerjaan-daftar")


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True))


@pytest.fixture
def admin(client):
    client.force_login(PenggunaFactory(admin=True))


def rusak_pada_naskah():
    berkas = BerkasFactory(nama="<b>pks</b>.pdf")
    naskah = NaskahFactory(judul="Pengolahan sampah", nomor="12/PKS/2026")
    DokumenNaskah.objects.create(naskah=naskah, berkas=berkas)
    return BerkasRusakFactory(berkas=berkas, keadaan="berubah"), naskah


def test_staff_see_which_file_it_is_and_go_to_what_it_belongs_to(client, staf):
    satu, naskah = rusak_pada_naskah()

    isi = client.get(DAFTAR).text

    for kata in ("&lt;b&gt;pks&lt;/b&gt;.pdf", "Isinya berubah", satu.berkas.tempat,
                 f'href="{naskah.get_absolute_url()}"', "12/PKS/2026",
                 "periksa_berkas --rusak"):  # fmt: skip
        assert kata in isi
    assert "<b>pks</b>" not in isi


def test_administrator_is_told_what_it_belongs_to_but_nothing_of_the_naskah(client, admin):
    _, naskah = rusak_pada_naskah()

    isi = client.get(DAFTAR).text

    assert f"Dokumen, naskah nomor {naskah.pk}" in isi
    assert naskah.get_absolute_url() not in isi
    assert "12/PKS/2026" not in isi
    assert "Pengolahan sampah" not in isi


def test_file_of_nothing_is_said_to_be_so(client, staf):
    BerkasRusakFactory()

    assert "tidak dipakai lagi" in client.get(DAFTAR).text


def test_without_damage_it_says_so_and_asks_nothing_to_be_done(client, admin):
    isi = client.get(DAFTAR).text

    assert "Tidak ada berkas yang rusak." in isi
    assert "Belum semua berkas dibaca lagi." in isi
    assert "Yang dilakukan" not in isi
    assert DAFTAR in client.get(GAGAL).text


def test_page_says_how_far_all_were_read(client, admin):
    kini = timezone.now()
    PemeriksaanBerkas.objects.create(
        pk=1, sampai="8" + "0" * 63, mulai_pada=kini, lengkap_sejak=kini
    )

    isi = client.get(DAFTAR).text

    assert "Setiap berkas sudah dibaca lagi atau diterima sejak" in isi
    assert "kira-kira 50%" in isi


@pytest.mark.parametrize(
    ("saringan", "ada"),
    [("q=SURAT", 1), ("q=lain", 0), ("q={pk}", 1), ("q={sidik}", 1), ("q=9" + "9" * 30, 0),
     ("keadaan=hilang", 1), ("keadaan=berubah", 0)],
)  # fmt: skip
def test_list_narrows(client, admin, saringan, ada):
    berkas = BerkasFactory(nama="surat.pdf")
    BerkasRusakFactory(berkas=berkas)

    isi = client.get(f"{DAFTAR}?{saringan.format(pk=berkas.pk, sidik=berkas.sha256[:9])}").text

    assert isi.count("surat.pdf") == ada
    assert ("Tidak ada berkas yang cocok." in isi) == (not ada)


def test_list_as_a_file_says_where_each_lies(client, admin):
    satu = BerkasRusakFactory()

    isi = client.get(f"{DAFTAR}?format=csv").getvalue().decode("utf-8-sig")

    assert f"{satu.berkas.sha256[:2]}/{satu.berkas.sha256}" in isi
    assert "Isinya hilang" in isi


def test_many_damaged_files_are_paged_and_one_row_among_what_failed(client, admin):
    berkas = BerkasFactory()
    Berkas.objects.bulk_create(
        [
            Berkas(sha256=berkas.sha256, ukuran=1, tipe=berkas.tipe, nama=f"no-{ke}.pdf")
            for ke in range(1_100)
        ]
    )
    BerkasRusak.objects.bulk_create(
        [BerkasRusak(berkas=b, keadaan="hilang") for b in Berkas.objects.order_by("pk")]
    )

    with CaptureQueriesContext(connection) as kueri:
        isi = client.get(DAFTAR).text
    gagal = client.get(GAGAL).text

    assert len(kueri) <= 12
    assert len(re.findall(r"no-\d+\.pdf", isi)) == 25
    assert "1.101 berkas" in gagal
    assert gagal.count("Berkas di penyimpanan") == 1
    assert f'<a href="{DAFTAR}">Lihat berkas yang rusak</a>' in gagal


def test_every_row_that_holds_a_file_is_a_source():
    """A new column for a file must say on which page its row is seen."""
    kolom = {
        f"{r.related_model._meta.label}.{r.field.name}"
        for r in Berkas._meta.get_fields(include_hidden=True)
        if r.auto_created and r.is_relation and r.related_model is not BerkasRusak
    }

    assert {f"{s.baris().model._meta.label}.{s.berkas}" for s in semua_sumber()} == kolom


def ujung(model, jalan):
    for bagian in jalan.replace("pk", "").split("__"):
        model = model._meta.get_field(bagian).related_model if bagian else model
    return model


@pytest.mark.parametrize("sumber", semua_sumber(), ids=lambda s: f"{s.sebutan}-{s.objek}")
def test_way_from_a_row_ends_at_the_thing_whose_page_is_named(sumber):
    orang = PenggunaFactory(staf=True)

    assert ujung(sumber.baris().model, sumber.objek) is sumber.terlihat(orang).model


def test_files_of_every_kind_lead_to_a_page_that_their_reader_may_open():
    adegan = bangun()
    kunci = list(Berkas.objects.values_list("pk", flat=True))
    alamat = {}
    for siapa in ("staf", "admin"):
        klien = Client()
        klien.force_login(adegan.orang[siapa])
        milik = milik_berkas(kunci, adegan.orang[siapa])
        alamat[siapa] = {m.alamat for semua in milik.values() for m in semua if m.alamat}
        for satu in alamat[siapa]:
            assert klien.get(satu).status_code == 200, satu

    assert len(alamat["staf"]) > 8
    assert not [a for a in alamat["admin"] if "naskah" in a]


@pytest.mark.parametrize("pemangku", [{"staf": True}, {"admin": True, "pd": True}])
def test_page_of_all_kinds_asks_no_more_than_twelve_times(client, pemangku):
    bangun()
    BerkasRusak.objects.bulk_create(
        [BerkasRusak(berkas=b, keadaan="hilang") for b in Berkas.objects.all()]
    )
    client.force_login(PenggunaFactory(**pemangku))

    with CaptureQueriesContext(connection) as kueri:
        assert client.get(DAFTAR).status_code == 200

    assert len(kueri) <= 12


@pytest.mark.parametrize(("menit", "galat"), [(0, 1), (1, 0), (30, 0), (50, 0), (51, 1)])
def test_night_that_would_read_too_long_is_refused(settings, menit, galat):
    settings.PERIKSA_BERKAS_MENIT = menit

    assert len(periksa_waktu_berkas()) == galat
    assert "berkas-utuh" in pekerjaan.BERKALA
