"""Searching from the keyboard, on a phone, and without JavaScript."""

import pytest
from playwright.sync_api import expect

BOX = "#cari-atas"


@pytest.fixture
def staf(page, situs_contoh, masuk):
    masuk(situs_contoh, "staf")
    return page


def test_search_by_keyboard_alone(staf, situs_contoh, assert_axe_clean):
    staf.goto(f"{situs_contoh}/kerja-sama/naskah/")
    staf.keyboard.press("/")
    box = staf.locator(BOX)
    expect(box).to_be_focused()
    expect(box).to_have_attribute("role", "combobox")

    staf.keyboard.type("PT ")
    staf.locator("#cari-atas-saran [role=option]").first.wait_for()
    expect(box).to_have_attribute("aria-expanded", "true")
    assert_axe_clean(staf)
    staf.keyboard.press("ArrowDown")
    chosen = staf.locator("#cari-atas-saran [aria-selected=true]")
    expect(box).to_have_attribute("aria-activedescendant", chosen.get_attribute("id"))
    target = chosen.get_attribute("href")
    staf.keyboard.press("Enter")

    staf.wait_for_url(f"**{target}")
    staf.keyboard.press("/")
    staf.locator("#cari-atas-saran [role=option]").first.wait_for()
    staf.keyboard.press("Escape")
    expect(staf.locator("#cari-atas-saran")).to_be_hidden()


def test_an_answer_that_comes_after_escape_does_not_open_the_list_again(staf, situs_contoh):
    staf.goto(f"{situs_contoh}/kerja-sama/naskah/")
    with staf.expect_response("**/cari/saran/?q="):
        staf.keyboard.press("/")
    waiting = []

    def hold(route):
        waiting.append(route)

    staf.route("**/cari/saran/**", hold)
    with staf.expect_request("**/cari/saran/?q=dinas"):
        staf.keyboard.type("dinas")
    staf.keyboard.press("Escape")

    with staf.expect_response("**/cari/saran/?q=dinas"):
        waiting[-1].continue_()
    expect(staf.locator("#cari-atas-saran")).to_contain_text("inas")
    expect(staf.locator("#cari-atas-saran")).to_be_hidden()

    staf.unroute("**/cari/saran/**")
    staf.keyboard.type(" kesehatan")
    expect(staf.locator("#cari-atas-saran")).to_be_visible()


def test_the_key_writes_itself_in_a_field_and_can_be_turned_off(staf, situs_contoh):
    staf.goto(f"{situs_contoh}/kerja-sama/naskah/")
    staf.focus("main [name=q]")
    staf.keyboard.type("134.4/1")
    expect(staf.locator("main [name=q]")).to_have_value("134.4/1")

    staf.goto(f"{situs_contoh}/cari/")
    staf.click("[data-search-key] button")
    staf.reload()
    staf.keyboard.press("/")
    expect(staf.locator(BOX)).not_to_be_focused()


def test_on_a_phone_a_button_leads_to_the_page_that_has_the_box(
    staf, situs_contoh, assert_axe_clean
):
    staf.set_viewport_size({"width": 320, "height": 700})
    staf.goto(situs_contoh)
    staf.click(".search-link")
    staf.fill("#cari-halaman", "dinas")
    staf.keyboard.press("Enter")
    staf.wait_for_url("**/cari/?q=dinas")

    expect(staf.locator("main .found a").first).to_be_visible()
    assert staf.evaluate("document.documentElement.scrollWidth") <= 320
    assert_axe_clean(staf)


def test_a_filter_is_kept_and_applied_by_itself(staf, situs_contoh, assert_axe_clean):
    staf.goto(f"{situs_contoh}/kerja-sama/naskah/?q=a")
    staf.click("text=Simpan saringan ini")
    staf.fill("dialog [name=nama]", "Berawalan a")
    staf.check("dialog [name=bawaan]")
    assert_axe_clean(staf)
    staf.click("dialog [type=submit]")

    staf.goto(f"{situs_contoh}/kerja-sama/naskah/")

    assert staf.url.endswith("?q=a")
    expect(staf.locator(".saved-filters [aria-current=true]")).to_contain_text("Berawalan a")
