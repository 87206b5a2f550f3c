"""What stands on the pages of a naskah, a mitra and the search, as files."""

import csv
import io

import pytest
from django.urls import reverse

from inti.models import JejakAudit
from kerjasama.services import indeks
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import (
    ButirFactory,
    LampiranFactory,
    MitraFactory,
    NaskahFactory,
    anggota_mitra,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True))
    return client


def unduh(client, alamat, **kueri):
    jawaban = client.get(alamat, kueri | {"format": "csv"})
    isi = b"".join(jawaban.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(isi)))


def halaman(nama, naskah):
    return reverse(f"kerjasama:{nama}", args=[naskah.pk])


def test_items_parties_and_attachments_are_taken_away_as_files(staf):
    naskah = NaskahFactory()
    naskah.pihak.update(penanda_tangan="Ani")
    ButirFactory(naskah=naskah, uraian="Lapor", pihak="mitra")
    ButirFactory(naskah=naskah, uraian="Bina", pihak="pemerintah")
    lampiran = LampiranFactory(naskah=naskah)

    butir = unduh(staf, halaman("kewajiban-rincian", naskah))
    saring = unduh(staf, halaman("kewajiban-rincian", naskah), pihak="mitra")
    pihak = unduh(staf, halaman("naskah-pihak", naskah))
    semua = unduh(staf, halaman("naskah-lampiran", naskah))

    assert [b["Uraian"] for b in butir] == ["Lapor", "Bina"]
    assert [b["Uraian"] for b in saring] == ["Lapor"]
    assert [(p["Mitra"], p["Penanda tangan"]) for p in pihak] == [(naskah.mitra.get().nama, "Ani")]
    assert [s["Jenis"] for s in semua] == [lampiran.get_jenis_display()]
    assert JejakAudit.objects.filter(aksi__contains="ekspor").count() == 4


def test_a_mitra_takes_away_only_what_it_sees(client):
    satu, dua = MitraFactory(), MitraFactory()
    naskah = NaskahFactory(mitra=[satu, dua])
    ButirFactory(naskah=naskah, mitra=satu, uraian="Milik satu")
    ButirFactory(naskah=naskah, mitra=dua, uraian="Milik dua")
    client.force_login(anggota_mitra(satu))

    butir = unduh(client, halaman("kewajiban-rincian", naskah))

    assert [b["Uraian"] for b in butir] == ["Milik satu"]
    assert client.get(halaman("naskah-pihak", naskah), {"format": "csv"}).status_code == 403


def test_what_the_search_found_is_taken_away(staf):
    cocok = NaskahFactory(judul="Pengolahan limbah")
    NaskahFactory(judul="Parkir")
    indeks.lengkapi()

    temuan = unduh(staf, reverse("kerjasama:cari"), q="limbah")

    assert [n["Nomor"] for n in temuan] == [cocok.nomor]


def test_naskah_of_a_mitra_and_of_a_unit_open_as_a_list(staf):
    naskah, _ = NaskahFactory(), NaskahFactory()

    for objek in (naskah.mitra.get(), naskah.perangkat_daerah.get()):
        alamat = staf.get(objek.get_absolute_url()).context["semua_naskah"]
        assert [n["Nomor"] for n in unduh_alamat(staf, alamat)] == [naskah.nomor]


def unduh_alamat(client, alamat):
    jalan, _, saringan = alamat.partition("?")
    return unduh(client, jalan, **dict([saringan.split("=")]))
