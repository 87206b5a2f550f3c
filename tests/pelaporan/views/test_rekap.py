"""The recaps through the client: each figure is the number of rows behind it, for each reader."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from inti.models import JejakAudit, NomorSurat
from pelaporan.models import Dokumen, Rekap
from pelaporan.queries import rekap_cetak
from tests.factories import adegan_rekap
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import (
    NaskahFactory,
    PenugasanNaskahFactory,
    anggota_mitra,
    anggota_pd,
)
from tests.factories.pengawasan import BarisMatrikFactory, MatrikFactory, siapkan_surat

pytestmark = pytest.mark.django_db
TKKSD, SEMESTER, GUBERNUR, MONEV, BARIS, TERBIT = (
    reverse(f"pelaporan:rekap-{nama}")
    for nama in ("tkksd", "semester", "gubernur", "monev", "baris", "terbitkan")
)


@pytest.fixture
def adegan():
    return adegan_rekap.bangun()


@pytest.fixture
def staf():
    return PenggunaFactory(staf=True)


def sel(tabel):
    """Every figure of a table with the address of its rows, those that it is out of as well."""
    for baris in [*tabel.baris, *filter(None, [tabel.semua])]:
        for satu in baris.sel:
            yield satu.nilai, satu.href
            if satu.dari is not None:
                yield satu.dari, satu.href_dari


def halaman(adegan):
    """Every page with a table of figures."""
    for kode in adegan_rekap.masa():
        yield f"{TKKSD}?masa={kode}"
        yield f"{GUBERNUR}?masa={kode}"
        yield f"{SEMESTER}?masa={kode}&perangkat_daerah={adegan.satu.pk}"
    yield MONEV
    yield f"{MONEV}?menurut=mitra"


def angka(client, adegan):
    """Every figure of every page that the reader may open, as (page, figure, address)."""
    for alamat in halaman(adegan):
        response = client.get(alamat)
        if response.status_code == 403:
            continue
        for nilai, href in sel(response.context["tabel"]):
            yield alamat, nilai, href
        for _, nilai, href in response.context.get("rekomendasi", ()):
            yield alamat, nilai, href


@pytest.mark.parametrize("siapa", ["staf", "walikota", "satu", "dua"])
def test_every_figure_is_the_number_of_rows_behind_it(client, adegan, siapa):
    unit = {"satu": adegan.satu, "dua": adegan.dua}.get(siapa)
    client.force_login(anggota_pd(unit) if unit else PenggunaFactory(**{siapa: True}))

    beda = [
        (alamat, nilai, href)
        for alamat, nilai, href in angka(client, adegan)
        if client.get(href).context["halaman"].paginator.count != nilai
    ]

    assert beda == []


def test_scene_has_something_behind_the_figures(client, adegan, staf):
    client.force_login(staf)

    berisi = {href.split("angka=")[1].split("&")[0] for _, n, href in angka(client, adegan) if n}

    # Near the turn of a semester some of the scene lies in the one before; these never do.
    assert {"naskah", "pemantauan_terlambat", "lewat_12_bulan", "laporan_terlambat"} <= berisi
    assert {"rekomendasi_f", "rekomendasi_d", "tindak_lanjut", "teguran", "kegiatan"} <= berisi


def test_shared_naskah_counts_for_both_units_and_once_for_all(client, adegan, staf):
    client.force_login(staf)

    tabel = client.get(TKKSD).context["tabel"]

    naskah = {b.nama: b.sel[0].nilai for b in [*tabel.baris, tabel.semua]}
    assert naskah == {"Dinas Rekap 1": 2, "Dinas Rekap 2": 1, "Dinas Rekap 3": 1, "Seluruhnya": 3}


def test_unit_sees_its_own_row_only(client, adegan):
    client.force_login(anggota_pd(adegan.dua))

    for alamat in (TKKSD, MONEV):
        tabel = client.get(alamat).context["tabel"]
        assert [b.nama for b in tabel.baris] == ["Dinas Rekap 2"]
    assert adegan.lain.judul not in client.get(f"{BARIS}?angka=naskah").text


def test_unit_cannot_open_the_report_of_another(client, adegan):
    client.force_login(anggota_pd(adegan.dua))

    response = client.get(SEMESTER, {"perangkat_daerah": adegan.satu.pk})

    assert response.context["unit"] == adegan.dua
    baris = {"angka": "naskah", "perangkat_daerah": adegan.satu.pk}
    assert client.get(BARIS, baris).status_code == 404


def test_assigned_naskah_is_in_no_report_of_the_unit(client, adegan):
    orang = anggota_pd(adegan.dua)
    PenugasanNaskahFactory(pengguna=orang, naskah=adegan.lain)
    client.force_login(orang)

    butir = client.get(SEMESTER).context["butir"]

    assert [b.naskah for b in butir] == [adegan.bersama]


@pytest.mark.parametrize("alamat", [TKKSD, SEMESTER, GUBERNUR, MONEV, f"{BARIS}?angka=naskah"])
def test_mitra_sees_no_recap(client, adegan, alamat):
    client.force_login(anggota_mitra(adegan.bersama.mitra.first()))

    assert client.get(alamat).status_code == 403


@pytest.mark.parametrize(
    "kueri", ["", "?angka=lain", "?angka=naskah&masa=x", "?angka=naskah&masa=2024&mitra=0"]
)
def test_rows_of_an_unknown_figure_or_group_are_not_found(client, adegan, staf, kueri):
    client.force_login(staf)

    assert client.get(BARIS + kueri).status_code == 404


def test_semester_report_has_nine_items_out_of_what_was_recorded(client, adegan, staf):
    client.force_login(staf)

    butir = client.get(SEMESTER, {"perangkat_daerah": adegan.dua.pk}).context["butir"]

    [satu] = butir
    assert satu.judul == adegan.bersama.judul
    assert satu.bentuk.endswith(f"nomor {adegan.bersama.nomor}")
    assert satu.para_pihak[1] == "PT Rekap"
    permasalahan, upaya = " ".join(satu.catatan.permasalahan), " ".join(satu.catatan.upaya)
    for kata in ("Belum seluruhnya dipenuhi", "Target belum tercapai", "Setoran kurang"):
        assert kata in permasalahan
    for kata in ("Menyusun jadwal", "Menyampaikan jadwal", "Ditagih", "Surat peringatan ke-1"):
        assert kata in upaya
    assert "Berjalan sesuai perjanjian" in " ".join(satu.catatan.lain)


def test_matrix_that_is_not_reported_yet_stays_out_of_the_report(client, adegan, staf):
    matrik = MatrikFactory(kegiatan__naskah=adegan.bersama)
    BarisMatrikFactory(matrik=matrik, permasalahan="Belum dilaporkan")
    client.force_login(staf)

    [satu] = client.get(SEMESTER, {"perangkat_daerah": adegan.dua.pk}).context["butir"]

    semua = " ".join(satu.catatan.permasalahan)
    assert "Belum seluruhnya" in semua
    assert "Belum dilaporkan" not in semua


@pytest.mark.parametrize(
    ("alamat", "kepala"),
    [
        (TKKSD, ["Perangkat Daerah", "Naskah berlaku", "Pemantauan terlaksana"]),
        (GUBERNUR, ["Jenis kerja sama", "Naskah berlaku", "Ditandatangani"]),
        (f"{MONEV}?menurut=mitra", ["Mitra", "Naskah berlaku", "Pemantauan terlambat"]),
        (SEMESTER, ["Judul", "Bentuk naskah", "Para pihak"]),
        (f"{BARIS}?angka=naskah", ["Uraian", "Nomor naskah", "Tentang"]),
    ],
)
def test_recap_is_taken_away_as_xlsx(client, adegan, staf, alamat, kepala):
    client.force_login(staf)

    tanda = "&" if "?" in alamat else "?"
    berkas = client.get(f"{alamat}{tanda}format=xlsx").getvalue()

    baris = list(load_workbook(io.BytesIO(berkas)).active.iter_rows(values_only=True))
    assert list(baris[0][:3]) == kepala
    assert len(baris) > 1
    assert JejakAudit.objects.filter(aksi__endswith=".ekspor").count() == 1


def test_pages_ask_as_often_for_many_as_for_few(client, adegan):
    client.force_login(anggota_pd(adegan.satu))
    semula = {}
    for banyak in (0, 5):
        for _ in range(banyak):
            NaskahFactory(perangkat_daerah=[adegan.satu])
        for alamat in (TKKSD, SEMESTER, MONEV, f"{MONEV}?menurut=mitra"):
            with CaptureQueriesContext(connection) as kueri:
                client.get(alamat)
            assert semula.setdefault(alamat, len(kueri)) == len(kueri) <= 12, alamat


# --- Printed ------------------------------------------------------------------------------


def terbitkan(client, jenis, **isi):
    masa = adegan_rekap.masa()[0]
    return client.post(TERBIT, {"jenis": jenis, "masa": masa, **isi})


@pytest.mark.parametrize("jenis", ["tkksd", "gubernur"])
def test_letter_takes_a_number(client, adegan, staf, jenis):
    siapkan_surat()
    client.force_login(staf)

    response = terbitkan(client, jenis)

    dokumen = Dokumen.objects.get()
    assert response.url == dokumen.get_absolute_url()
    assert dokumen.nomor == NomorSurat.objects.latest("pk")
    assert client.get(response.url).status_code == 200


def test_unit_prints_its_own_semester_report_without_a_number(client, adegan):
    client.force_login(anggota_pd(adegan.dua))

    terbitkan(client, "semester", perangkat_daerah=adegan.dua.pk)

    dokumen = Dokumen.objects.get()
    assert dokumen.nomor is None
    assert [b["judul"] for b in dokumen.isi["butir"]] == [adegan.bersama.judul]


def test_page_of_a_recap_says_its_name_once(client, adegan):
    client.force_login(anggota_pd(adegan.dua))

    halaman = client.get(terbitkan(client, "semester", perangkat_daerah=adegan.dua.pk).url).text

    assert "page-heading-subtitle" not in halaman


def test_unit_prints_neither_the_report_of_another_nor_of_all(client, adegan):
    client.force_login(anggota_pd(adegan.dua))

    for isi in ({"perangkat_daerah": adegan.satu.pk}, {}):
        terbitkan(client, "semester", **isi)
        terbitkan(client, "monev", **isi)
    response = terbitkan(client, "tkksd")

    assert response.status_code == 404
    assert not Dokumen.objects.exists()


def test_printed_recap_of_a_unit_is_seen_by_its_people_only(client, adegan):
    client.force_login(anggota_pd(adegan.satu))
    alamat = terbitkan(client, "semester", perangkat_daerah=adegan.satu.pk).url

    client.force_login(anggota_pd(adegan.dua))

    assert client.get(alamat).status_code == 404


def test_who_cannot_issue_letters_is_told_why(client, adegan):
    client.force_login(PenggunaFactory(walikota=True))

    response = terbitkan(client, "tkksd")

    assert response.status_code == 403
    assert "yang dapat menerbitkan surat bernomor" in response.text


def test_printed_twice_is_one_version_until_something_changed(client, adegan, staf):
    client.force_login(staf)
    hari_ini = timezone.localdate().isoformat()
    isi = {"masa": hari_ini}

    pertama = terbitkan(client, "monev", **isi).url
    kedua = terbitkan(client, "monev", **isi).url

    assert pertama == kedua
    assert Rekap.objects.get().kode_masa == hari_ini


def test_printed_status_names_every_partner_with_a_figure_but_not_for_one_unit(
    client, adegan, staf, monkeypatch
):
    client.force_login(staf)
    hari_ini = timezone.localdate().isoformat()
    monkeypatch.setattr(rekap_cetak, "MITRA_TERBANYAK", 1)

    terbitkan(client, "monev", masa=hari_ini)
    semua = Dokumen.objects.latest("pk").isi["mitra"]
    terbitkan(client, "monev", masa=hari_ini, perangkat_daerah=adegan.satu.pk)

    tabel = client.get(MONEV, {"menurut": "mitra"}).context["tabel"]
    berisi = [b for b in tabel.baris if any(s.nilai for s in b.sel)]
    assert [b["nama"] for b in semua["tabel"]["baris"]] == [berisi[0].nama]
    assert semua["sisa"] == len(berisi) - 1
    assert Dokumen.objects.latest("pk").isi["mitra"] is None


@pytest.mark.parametrize("isi", [{}, {"jenis": "x"}, {"jenis": "tkksd", "masa": "2026-9"}])
def test_unknown_recap_is_refused_in_words(client, adegan, staf, isi):
    client.force_login(staf)

    response = client.post(TERBIT, isi, follow=True)

    assert response.redirect_chain[0][0] == TKKSD
    assert response.context["messages"]
    assert not Rekap.objects.exists()
