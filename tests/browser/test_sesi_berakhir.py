"""A form that was sent after the session had ended comes back filled in."""

import pytest
from django.contrib.sessions.models import Session
from django.db.models import F
from django.urls import reverse
from playwright.sync_api import expect

from pengawasan.models import KeputusanTim
from tests.factories.inti import PenggunaFactory
from tests.factories.pembinaan import KeputusanTimFactory

SANDI = "kata-sandi-panjang-uji"


@pytest.fixture
def formulir(page, situs, masuk):
    """A decree with what was typed into its form, rows too, and the session gone."""
    pengguna = PenggunaFactory(staf=True, username="ani")
    pengguna.set_password(SANDI)
    pengguna.save()
    keputusan = KeputusanTimFactory()
    masuk(situs, "ani", SANDI)
    page.goto(f"{situs}{reverse('pengawasan:keputusan-tim-ubah', args=[keputusan.pk])}")
    page.fill("[name=tentang]", "Tim tahun ini")
    page.fill("[name=catatan]", "Salah ketik")
    for ke in (4, 5):
        page.get_by_role("button", name="Tambah anggota").click()
        page.fill(f"[name=anggota-{ke}-nama]", f"Anggota {ke}")
    Session.objects.all().delete()
    page.get_by_role("button", name="Simpan").click()
    expect(page.get_by_text("isiannya kembali ke formulirnya")).to_be_visible()
    page.fill("[name=login]", "ani")
    page.fill("[name=password]", SANDI)
    page.get_by_role("button", name="Masuk", exact=True).click()
    return page


def test_form_is_filled_in_again_and_saved_by_pressing_the_button(formulir, assert_axe_clean):
    expect(formulir.get_by_text("sudah memuatnya kembali")).to_be_visible()
    expect(formulir.get_by_text("salin ke formulirnya")).to_be_hidden()
    expect(formulir.locator("[name=tentang]")).to_have_value("Tim tahun ini")
    expect(formulir.locator("[name=anggota-5-nama]")).to_have_value("Anggota 5")
    assert KeputusanTim.objects.get().tentang != "Tim tahun ini"
    assert_axe_clean(formulir)

    formulir.get_by_role("button", name="Simpan").click()

    expect(formulir.get_by_text("Keputusan diperbaiki")).to_be_visible()
    keputusan = KeputusanTim.objects.get()
    assert keputusan.tentang == "Tim tahun ini"
    assert {"Anggota 4", "Anggota 5"} < {a.nama for a in keputusan.anggota.all()}


def test_what_somebody_saved_meanwhile_is_not_overwritten_by_it(formulir, assert_axe_clean):
    KeputusanTim.objects.update(tentang="Dari rekan", versi=F("versi") + 1)

    formulir.get_by_role("button", name="Simpan").click()

    expect(formulir.get_by_text("Diubah Anda berdua", exact=True).first).to_be_visible()
    expect(formulir.locator("[data-conflict]")).to_be_focused()
    assert_axe_clean(formulir)
    expect(formulir.locator("[name=tentang]")).to_have_value("Tim tahun ini")
    assert KeputusanTim.objects.get().tentang == "Dari rekan"
