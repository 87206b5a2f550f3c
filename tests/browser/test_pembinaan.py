"""The log of pembinaan and the decree of its team in a real browser."""

import pytest
from playwright.sync_api import expect

from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import PerangkatDaerahFactory
from tests.factories.pembinaan import (
    BerkasPembinaanFactory,
    KeputusanTimFactory,
    PembinaanFactory,
    PesertaPembinaanFactory,
)
from tests.factories.pengawasan import hari

SANDI = "kata-sandi-panjang-uji"
PEMBINAAN, TIM = "/pengawasan/pembinaan/", "/pengawasan/tim-pembinaan/"


@pytest.fixture
def staf(page, situs, masuk):
    orang = PenggunaFactory(staf=True, username="sri")
    orang.set_password(SANDI)
    orang.save()
    masuk(situs, "sri", SANDI)
    return situs


@pytest.mark.parametrize("lebar", [1280, 390])
def test_pages_have_no_axe_violation_and_no_sideways_scroll(page, staf, lebar, assert_axe_clean):
    satu = PesertaPembinaanFactory().pembinaan
    BerkasPembinaanFactory(pembinaan=satu)
    PembinaanFactory(dibatalkan=True)
    keputusan = KeputusanTimFactory(mulai=hari(-30))
    page.set_viewport_size({"width": lebar, "height": 900})

    for alamat in (
        PEMBINAAN,
        f"{PEMBINAAN}rekap/",
        f"{PEMBINAAN}tambah/",
        satu.get_absolute_url(),
        f"{satu.get_absolute_url()}ubah/",
        TIM,
        f"{TIM}tambah/",
        keputusan.get_absolute_url(),
    ):
        page.goto(f"{staf}{alamat}")
        assert page.evaluate("document.documentElement.scrollWidth") <= lebar, alamat
        assert_axe_clean(page)


def test_entry_is_written_with_rows_and_a_pasted_list(page, staf, assert_axe_clean):
    PerangkatDaerahFactory(nama="Dinas Uji", singkatan="DU")
    page.goto(f"{staf}{PEMBINAAN}tambah/")
    page.get_by_label("Jenis pembinaan").select_option("bimbingan")
    page.fill("[name=tanggal_mulai]", str(hari(-1)))
    page.fill("[name=tempat]", "Aula")
    page.fill("[name=materi]", "Pelaporan")
    page.locator("[name=unit-0-perangkat_daerah]").select_option(label="Dinas Uji")
    page.get_by_role("button", name="Tambah peserta").click()
    page.fill("[name=peserta-2-nama]", "Rina")
    page.fill("[name=peserta-2-unit]", "du")
    page.locator("summary", has_text="Tempel beberapa orang").click()
    page.fill("[name=tempel]", "Budi; Kasi; DU\nAni; Staf; Universitas")
    page.get_by_role("button", name="Simpan").click()

    expect(page.get_by_text("Pembinaan dicatat.")).to_be_visible()
    expect(page.get_by_text("3 orang", exact=True)).to_be_visible()
    page.locator("summary", has_text="Batalkan").click()
    assert page.locator("dialog[open] textarea").is_visible()
    assert_axe_clean(page)
