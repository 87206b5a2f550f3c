"""The specimen list: what the import knows, explained, and itself taken without a question."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from kerjasama.domain.contoh_impor import PETUNJUK
from kerjasama.domain.kolom import NAMA_KOLOM, kenali
from kerjasama.models import BarisImpor, Impor, Naskah, Urusan
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import PerangkatDaerahFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf(client):
    PemerintahFactory()
    Urusan.objects.create(kode="pendidikan", nama="Pendidikan", kelompok="wajib_dasar")
    orang = PenggunaFactory(staf=True)
    client.force_login(orang)
    return orang


def unduh(client, bentuk):
    return client.get(reverse(f"kerjasama:impor-contoh-{bentuk}")).getvalue()


def bawa(client, isi, nama):
    """Upload, leave every proposal of the mapping as it is, have it read."""
    berkas = SimpleUploadedFile(nama, isi)
    client.post(reverse("kerjasama:impor-daftar"), {"berkas": berkas})
    impor = Impor.objects.latest("pk")
    halaman = client.get(reverse("kerjasama:impor-kolom", args=[impor.pk]))
    form = halaman.context["form"]
    isian = {n: f.initial or "" for n, f in form.fields.items() if n.startswith("kolom_")}
    isian |= {"lembar": str(impor.lembar), "baris_judul": str(impor.baris_judul)}
    client.post(reverse("kerjasama:impor-kolom", args=[impor.pk]), isian)
    return impor


@pytest.mark.parametrize("bentuk", ["csv", "xlsx"])
@pytest.mark.parametrize("unit", [True, False])
def test_contoh_enters_without_any_question(client, staf, bentuk, unit):
    if unit:
        PerangkatDaerahFactory(nama="Dinas Pendidikan")
    impor = bawa(client, unduh(client, bentuk), f"contoh.{bentuk}")
    baris = list(BarisImpor.objects.filter(impor=impor))
    assert [(b.status, [p for p in b.peringatan if p["ragu"]]) for b in baris] == [("siap", [])] * 2
    client.post(reverse("kerjasama:impor-terima-semua", args=[impor.pk]))
    induk, pks = Naskah.objects.order_by("tanggal_ttd")
    assert (pks.induk, pks.evaluasi_terakhir.isoformat()) == (induk, "2025-03-17")
    assert [p.nomor for p in pks.pihak.all()] == ["011/CONTOH-MITRA/2024"]
    penanda = list(pks.keterlibatan.values_list("penanda_tangan", flat=True))
    assert penanda == (["Nama Pejabat Contoh"] if unit else [])


def test_every_column_of_the_import_is_in_it_and_explained(client, staf):
    PerangkatDaerahFactory(nama="Dinas Pendidikan")
    buku = load_workbook(BytesIO(unduh(client, "xlsx")))
    judul = [sel.value for sel in buku["Daftar"][1]]
    assert kenali(judul) == list(NAMA_KOLOM)
    petunjuk = list(buku["Petunjuk"].values)[1:]
    assert [(p[0], p[2]) for p in petunjuk] == [(NAMA_KOLOM[k], PETUNJUK[k]) for k in NAMA_KOLOM]
    terisi = {judul[n] for n, p in enumerate(petunjuk) if p[3]}
    assert set(judul) - terisi == {"Menggantikan naskah"}


def test_halaman_offers_both_files_and_the_explanation(client, staf):
    teks = client.get(reverse("kerjasama:impor-daftar")).content.decode()
    for bentuk in ("xlsx", "csv"):
        assert reverse(f"kerjasama:impor-contoh-{bentuk}") in teks
    for cara in PETUNJUK.values():
        assert cara in teks


def test_contoh_names_a_unit_and_urusan_of_this_register(client, staf):
    PerangkatDaerahFactory(nama="Dinas Kelautan")
    teks = unduh(client, "csv").decode()
    assert (teks.count("Dinas Kelautan"), teks.count("Pendidikan")) == (2, 2)
