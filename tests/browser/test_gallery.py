"""Every component in a real browser: accessible, and working by script as without."""

import pytest


@pytest.fixture
def galeri(page, situs, settings):
    settings.MODE_DEMO = True
    page.goto(f"{situs}/_gallery/")
    return page


def test_gallery_has_no_axe_violation(galeri, assert_axe_clean):
    assert_axe_clean(galeri)


def test_gallery_on_a_phone_has_no_axe_violation_and_no_sideways_scroll(galeri, assert_axe_clean):
    galeri.set_viewport_size({"width": 390, "height": 844})

    assert galeri.evaluate("document.documentElement.scrollWidth") <= 390
    assert_axe_clean(galeri)


def test_menu_on_a_phone_opens_as_a_drawer_and_closes_with_escape(galeri, assert_axe_clean):
    galeri.set_viewport_size({"width": 390, "height": 844})

    galeri.click("[data-sidebar-toggle]")
    galeri.wait_for_selector("#menu.is-open", state="visible")
    assert_axe_clean(galeri)
    galeri.keyboard.press("Escape")

    galeri.wait_for_selector("#menu", state="hidden")
    assert galeri.evaluate("document.activeElement.hasAttribute('data-sidebar-toggle')")


def test_confirmation_asks_in_a_dialog_and_can_be_declined(galeri, assert_axe_clean):
    sent = []
    galeri.on("request", lambda request: sent.append(request.method))

    galeri.get_by_role("button", name="Hapus", exact=True).click()
    assert galeri.locator("dialog[open]").inner_text().startswith("Konfirmasi\n")
    assert_axe_clean(galeri)
    galeri.get_by_role("button", name="Batal", exact=True).click()

    assert galeri.locator("dialog[open]").count() == 0
    assert "POST" not in sent


def test_dialog_opens_over_the_page(galeri, assert_axe_clean):
    galeri.locator("summary", has_text="Kembalikan").click()

    assert galeri.locator("dialog[open] textarea").is_visible()
    assert_axe_clean(galeri)


def test_filters_open_over_the_list_and_close_elsewhere(galeri, assert_axe_clean):
    galeri.locator("summary", has_text="Saringan").click()
    assert galeri.get_by_label("Sejak").is_visible()
    assert_axe_clean(galeri)

    galeri.locator("h1").click()

    assert not galeri.get_by_label("Sejak").is_visible()


def test_formset_rows_are_added_and_taken_away(galeri):
    rows = galeri.locator("[data-formset-row]:visible")
    assert rows.count() == 2

    galeri.get_by_role("button", name="Tambah orang").click()
    assert rows.count() == 3
    assert galeri.locator("[name=hadirin-TOTAL_FORMS]").input_value() == "3"

    galeri.get_by_role("button", name="Hapus baris").first.click()
    assert rows.count() == 2
    assert galeri.locator("[name=hadirin-0-DELETE]").is_checked()


def test_date_is_said_in_indonesian_words(galeri):
    galeri.fill("#id_isi-tanggal", "2026-01-05")

    assert galeri.get_by_text("Senin, 5 Januari 2026").is_visible()


def test_chosen_files_are_listed_with_their_size(galeri, tmp_path):
    path = tmp_path / "foto lapangan.jpg"
    path.write_bytes(b"x" * 2048)

    galeri.set_input_files("#id_isi-berkas", path)

    assert galeri.locator(".file-list").inner_text().split("\n") == ["foto lapangan.jpg", "2 KB"]


def test_first_field_with_an_error_has_the_focus(galeri):
    assert galeri.evaluate("document.activeElement.name") == "galat-judul"
