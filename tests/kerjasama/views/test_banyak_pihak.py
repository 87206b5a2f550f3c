"""A naskah of forty parties, and a mitra of many naskah, through their pages."""

from datetime import date

import pytest
from django.urls import reverse

from kerjasama.models import Addendum, Naskah
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory
from tests.support.formulir import isian

pytestmark = pytest.mark.django_db
BANYAK = 40


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True))
    return client


@pytest.fixture
def ramai():
    mitra = [MitraFactory(nama=f"Kelurahan {n:02d}") for n in range(BANYAK)]
    return NaskahFactory(mitra=mitra)


def test_forty_parties_are_typed_recorded_and_shown(staf):
    mitra = [MitraFactory(nama=f"Kelurahan {n:02d}") for n in range(BANYAK)]
    tambah = reverse("kerjasama:naskah-tambah")
    isi = isian(staf.get(tambah)) | {"jenis": "pks", "judul": "Sampah", "tanggal_ttd": "2025-01-15"}
    isi |= {"pihak-TOTAL_FORMS": BANYAK, "simpan": "berlaku"}
    for n, satu in enumerate(mitra):
        isi |= {f"pihak-{n}-mitra": satu.nama, f"pihak-{n}-penanda_tangan": f"Lurah {n:02d}"}

    jawaban = staf.post(tambah, isi)

    naskah = Naskah.objects.get()
    assert (jawaban.url, naskah.pihak.count()) == (naskah.get_absolute_url(), BANYAK)
    utuh = staf.get(jawaban.url).content.decode()
    assert all(f"Lurah {n:02d}" in utuh for n in range(BANYAK))
    assert all(f"Kelurahan {n:02d}" in utuh for n in range(BANYAK))


def test_form_of_forty_comes_back_whole_with_one_signatory_changed(staf, ramai):
    ubah = reverse("kerjasama:naskah-ubah", args=[ramai.pk])

    staf.post(ubah, isian(staf.get(ubah)) | {"pihak-17-penanda_tangan": "Lurah Baru"})

    assert ramai.pihak.count() == BANYAK
    assert ramai.pihak.get(penanda_tangan="Lurah Baru").mitra.nama == "Kelurahan 17"


def test_one_of_forty_leaves_by_addendum(staf, ramai):
    tambah = reverse("kerjasama:addendum-tambah", args=[ramai.pk])
    isi = isian(staf.get(tambah)) | {"tanggal_ttd": "2025-03-01", "tentang": "Penggabungan"}
    isi |= {"pihak-17-tindakan": "akhiri"}
    sidik = staf.post(tambah, isi).context["rancangan"].sidik

    staf.post(tambah, isi | {"sidik": sidik})

    assert len(Addendum.objects.get().perubahan_baris["pihak"]) == 1
    assert ramai.pihak.aktif().count() == BANYAK - 1


def test_page_of_a_mitra_leads_through_all_its_naskah(staf, count_queries):
    mitra = MitraFactory()
    for n in range(60):
        NaskahFactory(mitra=[mitra], nomor=f"No-{n:02d}", tanggal_ttd=date(2024, 1, 1 + n // 3))
    alamat, ditemukan = mitra.get_absolute_url(), []

    setelah = ""
    while True:
        halaman = staf.get(alamat, {"setelah": setelah}).context["halaman_naskah"]
        ditemukan += [n.nomor for n in halaman.object_list]
        if not (setelah := halaman.setelah):
            break

    assert len(ditemukan) == 60
    assert sorted(ditemukan) == [f"No-{n:02d}" for n in range(60)]
    assert ditemukan[0] == "No-59"
    with count_queries(13):
        staf.get(alamat)
