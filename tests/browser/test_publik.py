"""The public register in a browser: found from the sign-in page, accessible, on a phone too."""

import pytest

from tests.factories.pengawasan import JadwalFactory


@pytest.mark.parametrize("lebar", [1280, 390])
def test_visitor_finds_an_agreement_without_signing_in(page, situs, assert_axe_clean, lebar):
    JadwalFactory(naskah__judul="Pengelolaan pasar rakyat")
    page.set_viewport_size({"width": lebar, "height": 844})
    page.goto(f"{situs}/masuk/")
    page.click("text=Register publik kerja sama")
    assert_axe_clean(page)

    page.fill("[name=q]", "pasar")
    page.press("[name=q]", "Enter")
    page.click("text=Pengelolaan pasar rakyat")

    page.wait_for_selector("text=Tepat waktu")
    assert page.evaluate("document.documentElement.scrollWidth") <= lebar
    assert_axe_clean(page)
