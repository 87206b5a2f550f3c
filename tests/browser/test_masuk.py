"""The first page a stranger sees."""

from playwright.sync_api import expect


def test_masuk_page_has_no_axe_violation(page, situs, assert_axe_clean):
    page.goto(f"{situs}/masuk/")

    assert page.locator("[name=password]").is_visible()
    assert_axe_clean(page)


def test_masuk_on_a_phone_needs_no_sideways_scroll(page, situs):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{situs}/masuk/")

    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_wrong_sandi_is_refused_in_words(page, situs, assert_axe_clean):
    page.goto(f"{situs}/masuk/")
    page.fill("[name=login]", "tidak-ada")
    page.fill("[name=password]", "sandi-yang-salah")
    page.locator("form [type=submit]").first.click()

    expect(page.get_by_role("alert")).to_contain_text("kata sandi tidak cocok")
    assert_axe_clean(page)
