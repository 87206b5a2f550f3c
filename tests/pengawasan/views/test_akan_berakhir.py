"""The expiry desk: tabs with counts, pages, lead times, putting off."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse

from kerjasama.domain.akhir import akhir_terjauh
from kerjasama.models import Naskah, TundaPengingat
from kerjasama.queries import naskah as register
from pengawasan.queries import akan_berakhir as queries
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import (
    LampiranFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
    anggota_pd,
)
from tests.factories.pengawasan import KebijakanFactory, KegiatanFactory, hari
from tests.support.formulir import isian

pytestmark = pytest.mark.django_db
SEHARI = timedelta(days=1)
MEJA = "/kerja-sama/akan-berakhir/"


@pytest.fixture
def staf(client):
    KebijakanFactory()
    client.force_login(PenggunaFactory(staf=True))
    return client


def buka(client, **saringan):
    return client.get(MEJA, saringan)


def baris(page):
    return [(b.benda, b.objek.pk) for b in page.context["halaman"].baris]


def jumlah(page):
    return {label: angka for label, _, _, angka in page.context["tab"]}


def lampiran(akhir, **isi):
    isi.setdefault("naskah", NaskahFactory(tanggal_berakhir=None))
    return LampiranFactory(berlaku_mulai=date(2020, 1, 1), berlaku_sampai=akhir, **isi)


# --- Windows --------------------------------------------------------------------------------


def test_every_tab_opens_to_as_many_rows_as_it_says(staf):
    for bulan in (1, 2, 3, 6, 12):
        for satu in (akhir_terjauh(hari(), bulan), akhir_terjauh(hari(), bulan) + SEHARI):
            NaskahFactory(tanggal_berakhir=satu)
            lampiran(satu)
    NaskahFactory(tanggal_berakhir=hari(-1))
    lampiran(hari(-40))

    page = buka(staf)

    assert jumlah(page) == {
        "Ajukan": "5",
        "Lewat": "2",
        "1 bulan": "2",
        "2 bulan": "6",
        "3 bulan": "10",
        "6 bulan": "14",
        "12 bulan": "18",
        "Ditunda": "0",
    }
    for label, href, _, angka in page.context["tab"]:
        assert (label, str(len(baris(staf.get(MEJA + href))))) == (label, angka)


def test_the_last_day_is_not_past_yet(staf):
    hari_ini = NaskahFactory(tanggal_berakhir=hari())

    assert baris(buka(staf, dalam="1")) == [("naskah", hari_ini.pk)]
    assert baris(buka(staf, dalam="lewat")) == []


def test_nearest_end_first_naskah_of_both_states_and_attachments_together(staf):
    dua = NaskahFactory(tanggal_berakhir=hari(20))
    satu = NaskahFactory(tanggal_berakhir=hari(10), status="diperpanjang")
    tiga = lampiran(hari(20))
    empat = lampiran(hari(5))

    assert baris(buka(staf)) == [
        ("lampiran", empat.pk),
        ("naskah", satu.pk),
        ("lampiran", tiga.pk),
        ("naskah", dua.pk),
    ]


def test_what_is_closed_ended_or_without_an_end_is_not_there(staf):
    NaskahFactory(tanggal_berakhir=hari(5), status="berakhir", alasan_berakhir="kesepakatan")
    NaskahFactory(tanggal_berakhir=None)
    lampiran(hari(5), ditutup=True)
    lampiran(hari(5), naskah=NaskahFactory(status="diputus", alasan_berakhir="wanprestasi"))

    assert baris(buka(staf)) == []


@pytest.mark.parametrize("benda", ["naskah", "lampiran"])
def test_one_kind_alone(staf, benda):
    NaskahFactory(tanggal_berakhir=hari(10))
    lampiran(hari(10))

    page = buka(staf, benda=benda)

    assert [b for b, _ in baris(page)] == [benda]
    assert jumlah(page)["1 bulan"] == "1"


@pytest.mark.parametrize("q", ["Sampah", "134.4/77", "PT Nadir", "Dinas Sungai"])
def test_search_finds_naskah_and_their_attachments(staf, q):
    NaskahFactory(tanggal_berakhir=hari(10))
    unit = PerangkatDaerahFactory(nama="Dinas Sungai")
    naskah = NaskahFactory(
        judul="Pengelolaan Sampah",
        nomor="134.4/77/2024",
        tanggal_berakhir=hari(10),
        perangkat_daerah=[unit],
    )
    naskah.mitra.update(nama="PT Nadir")
    jaminan = lampiran(hari(10), naskah=naskah)

    assert baris(buka(staf, q=q)) == [("lampiran", jaminan.pk), ("naskah", naskah.pk)]


# --- Pages ----------------------------------------------------------------------------------


def test_pages_follow_each_other_without_gap_or_overlap(staf, monkeypatch):
    monkeypatch.setattr(queries, "PER_HALAMAN", 2)
    for status in ("berlaku", "diperpanjang"):
        for _ in range(2):
            NaskahFactory(tanggal_berakhir=hari(10), status=status)
    for akhir in (hari(10), hari(10), hari(11)):
        lampiran(akhir)

    semua, alamat = [], "?dalam=1"
    while alamat:
        page = staf.get(MEJA + alamat)
        semua += baris(page)
        alamat = page.context["lanjut"]

    assert len(semua) == len(set(semua)) == 7
    assert [b for b, _ in semua] == ["lampiran"] * 2 + ["naskah"] * 4 + ["lampiran"]


@pytest.mark.parametrize(
    "setelah", ["x", "2026-13-45.naskah.1", "9999-12-31.naskah.1", "2026-01-01.naskah.x", "' OR 1"]
)
def test_a_mark_that_is_none_is_no_error(staf, setelah):
    NaskahFactory(tanggal_berakhir=hari(10))

    page = buka(staf, setelah=setelah)

    assert page.status_code == 200
    assert len(baris(page)) == (0 if setelah.startswith("9999") else 1)


def test_no_count_goes_on_for_ever(staf, monkeypatch):
    monkeypatch.setattr(queries, "BATAS_HITUNG", 1)
    for _ in range(3):
        NaskahFactory(tanggal_berakhir=hari(10))

    assert jumlah(buka(staf))["1 bulan"] == "1+"


# --- Lead time and proposal -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("isi", "bulan", "sumber"),
    [
        ({}, 3, "kebijakan Peraturan"),
        ({"tenggang_perpanjangan": 5}, 5, "tenggang naskah ini"),
        ({"jenis_kerja_sama": "ksdpl"}, 6, "Permendagri 25/2020"),
        ({"jenis_kerja_sama": "ksdll", "tenggang_perpanjangan": 2}, 6, "Permendagri 25/2020"),
    ],
)
def test_by_when_to_ask_is_said_with_its_source_and_the_tab_follows_it(staf, isi, bulan, sumber):
    di_dalam = NaskahFactory(tanggal_berakhir=akhir_terjauh(hari(), bulan), **isi)
    NaskahFactory(tanggal_berakhir=akhir_terjauh(hari(), bulan) + SEHARI, **isi)

    page = buka(staf, dalam="ajukan")

    assert baris(page) == [("naskah", di_dalam.pk)]
    kalimat = page.context["halaman"].baris[0].pengajuan.kalimat()
    assert f"{bulan} bulan sebelum berakhir" in kalimat
    assert sumber in kalimat


@pytest.mark.parametrize(
    ("sisa", "kegiatan", "usul"),
    [
        (90, None, True),
        (91, None, False),
        (90, {"evaluasi": True}, False),
        (90, {"evaluasi": True, "dibatalkan": True}, True),
        (90, {"evaluasi": True, "diputuskan": True}, True),
        (80, {"evaluasi": True, "diputuskan": True}, False),
    ],
)
def test_from_ninety_days_an_evaluasi_akhir_is_proposed(staf, sisa, kegiatan, usul):
    naskah = NaskahFactory(tanggal_berakhir=hari(sisa))
    if kegiatan:
        KegiatanFactory(naskah=naskah, **kegiatan)

    page = buka(staf, dalam="6")

    assert page.context["halaman"].baris[0].usul_akhir is usul


def test_the_evaluasi_of_the_extension_is_shown_in_place_of_the_button(staf):
    naskah = NaskahFactory(tanggal_berakhir=hari(80))
    kegiatan = KegiatanFactory(naskah=naskah, evaluasi=True, bersama_perpanjangan=True)

    utuh = buka(staf, dalam="3").content.decode()

    assert kegiatan.get_absolute_url() in utuh
    assert reverse("pengawasan:perpanjangan-usulkan", args=[naskah.pk]) not in utuh


# --- Putting off ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("nama", "buat"),
    [("naskah", lambda: NaskahFactory(tanggal_berakhir=hari(10))),
     ("lampiran", lambda: lampiran(hari(10)))],
)  # fmt: skip
def test_what_is_put_off_waits_in_its_tab_and_can_be_brought_back(staf, nama, buat):
    benda = buat()
    tunda = reverse(f"akan-berakhir-tunda-{nama}", args=[benda.pk])

    jawab = staf.post(
        tunda, isian(staf.get(tunda)) | {"sampai": hari(5).isoformat(), "alasan": "Dirundingkan"}
    )

    page = staf.get(jawab.url)
    assert (baris(page), jumlah(page)["Ditunda"]) == ([], "1")
    ditunda = buka(staf, dalam="ditunda")
    assert baris(ditunda) == [(nama, benda.pk)]
    assert "Dirundingkan" in ditunda.content.decode()
    staf.post(reverse("akan-berakhir-cabut", args=[TundaPengingat.objects.get().pk]))
    assert baris(buka(staf)) == [(nama, benda.pk)]


def test_after_its_day_it_is_back_by_itself(staf):
    naskah = NaskahFactory(tanggal_berakhir=hari(10))
    TundaPengingat.objects.create(
        naskah=naskah, sampai=hari(), alasan="Lalu", ditunda_oleh=PenggunaFactory()
    )

    assert baris(buka(staf)) == [("naskah", naskah.pk)]


@pytest.mark.parametrize(
    ("sampai", "alasan", "salah"),
    [
        ("", "Dirundingkan", "sampai"),
        ("9999-12-31", "Dirundingkan", "sampai"),
        (hari().isoformat(), "Dirundingkan", "sampai"),
        (hari(5).isoformat(), " ", "alasan"),
    ],
)
def test_a_postponement_that_is_not_sound_is_told_at_its_field(staf, sampai, alasan, salah):
    naskah = NaskahFactory(tanggal_berakhir=hari(10))
    tunda = reverse("akan-berakhir-tunda-naskah", args=[naskah.pk])

    page = staf.post(tunda, {"sampai": sampai, "alasan": alasan})

    assert list(page.context["form"].errors) == [salah]
    assert not TundaPengingat.objects.exists()


# --- Who sees what --------------------------------------------------------------------------


@pytest.mark.parametrize("sedikit", [0, 10])
def test_a_unit_sees_its_own_and_no_buttons_of_the_staff(client, monkeypatch, sedikit):
    monkeypatch.setattr(register, "SEDIKIT", sedikit)
    KebijakanFactory()
    milik = NaskahFactory(tanggal_berakhir=hari(10))
    NaskahFactory(tanggal_berakhir=hari(10))
    lampiran(hari(10))
    jaminan = lampiran(hari(10), naskah=milik)
    client.force_login(anggota_pd(milik.perangkat_daerah.get()))

    page = buka(client)

    assert baris(page) == [("lampiran", jaminan.pk), ("naskah", milik.pk)]
    assert jumlah(page)["1 bulan"] == "2"
    assert not re.search("Usulkan|Tunda<", page.content.decode())


@pytest.mark.parametrize("dalam", ["1", "12", "ditunda", "ajukan", "lewat"])
def test_a_unit_with_many_reads_every_tab_in_at_most_twelve_queries(
    client, monkeypatch, django_assert_max_num_queries, dalam
):
    monkeypatch.setattr(register, "SEDIKIT", 0)
    KebijakanFactory()
    unit = PerangkatDaerahFactory()
    for akhir in (hari(10), hari(20), hari(-5)):
        lampiran(akhir, naskah=NaskahFactory(tanggal_berakhir=akhir, perangkat_daerah=[unit]))
    client.force_login(anggota_pd(unit))

    with django_assert_max_num_queries(12):
        buka(client, dalam=dalam)


@pytest.mark.parametrize("dalam", ["12", "ditunda", "ajukan", "lewat"])
def test_every_tab_costs_at_most_twelve_queries(staf, django_assert_max_num_queries, dalam):
    for akhir in (hari(10), hari(20), hari(-5)):
        KegiatanFactory(naskah=NaskahFactory(tanggal_berakhir=akhir), evaluasi=True)
        lampiran(akhir)
    for naskah in Naskah.objects.filter(tanggal_berakhir=hari(20)):
        TundaPengingat.objects.create(
            naskah=naskah, sampai=hari(9), alasan="Lalu", ditunda_oleh=PenggunaFactory()
        )

    with django_assert_max_num_queries(12):
        buka(staf, dalam=dalam)
