"""A refused form keeps the files that were chosen in it."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from pengawasan.models import BeritaAcara
from tests.factories.kerjasama import anggota_pd
from tests.factories.pengawasan import KebijakanFactory, KegiatanFactory, foto, hari, siapkan_surat

SANDI = "kata-sandi-panjang-uji"


@pytest.fixture
def formulir(page, situs, masuk):
    """The form of a berita acara with two photos chosen and no date."""
    siapkan_surat()
    KebijakanFactory()
    kegiatan = KegiatanFactory(ditugaskan=True)
    pengguna = anggota_pd(kegiatan.naskah.perangkat_daerah.first(), username="ani")
    pengguna.set_password(SANDI)
    pengguna.save()
    masuk(situs, "ani", SANDI)
    page.goto(f"{situs}{reverse('pengawasan:berita-acara-tambah', args=[kegiatan.pk])}")
    page.locator("[name=foto]").set_input_files(
        [{"name": n, "mimeType": "image/jpeg", "buffer": foto().isi} for n in ("a.jpg", "b.jpg")]
    )
    page.get_by_label("Foto 2: b.jpg").fill("Saluran")
    page.fill("[name=tempat]", "Pasar baru")
    return page


def simpan(page):
    page.get_by_role("button", name="Simpan draf").click()


def test_photos_chosen_before_a_refusal_arrive_with_the_next_try(formulir):
    simpan(formulir)

    expect(formulir.locator("[name=tanggal_kejadian].is-invalid")).to_be_visible()
    expect(formulir.locator(".file-list li")).to_have_count(2)
    expect(formulir.locator("[data-files-lost]")).to_be_hidden()
    expect(formulir.get_by_label("Foto 2: b.jpg")).to_have_value("Saluran")

    formulir.fill("[name=tanggal_kejadian]", hari(-1).isoformat())
    simpan(formulir)
    expect(formulir.get_by_text("Berita acara disimpan dan belum diajukan.")).to_be_visible()
    ada = BeritaAcara.objects.get().foto.all()
    assert [(f.berkas.nama, f.keterangan) for f in ada] == [("a.jpg", ""), ("b.jpg", "Saluran")]


def test_files_of_a_form_that_was_left_are_not_kept(formulir):
    alamat = formulir.url
    formulir.on("dialog", lambda dialog: dialog.accept())
    formulir.goto(f"{alamat.partition('/pengawasan/')[0]}/pesan/")
    formulir.goto(alamat)
    formulir.fill("[name=tempat]", "Pasar baru")
    simpan(formulir)

    expect(formulir.locator("[name=tanggal_kejadian].is-invalid")).to_be_visible()
    expect(formulir.locator(".file-list li")).to_have_count(0)
