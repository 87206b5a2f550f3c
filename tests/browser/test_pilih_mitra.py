"""A mitra is named by typing: suggestions come while one types, in rows that were added too."""

from playwright.sync_api import expect


def test_a_row_that_was_added_suggests_and_an_unknown_name_is_answered(
    page, situs_contoh, masuk, assert_axe_clean
):
    masuk(situs_contoh, "staf")
    page.goto(f"{situs_contoh}/kerja-sama/naskah/tambah/")
    page.get_by_role("button", name="Tambah mitra").click()

    page.locator("[name=pihak-1-mitra]").press_sequentially("bersama tirt")

    opsi = page.locator("#saran-mitra option")
    expect(opsi).to_have_attribute("value", "Usaha Bersama Tirtasari")
    page.fill("[name=pihak-1-mitra]", "PT Grha Tirta")
    page.get_by_role("button", name="Simpan draf").click()
    expect(page.locator("#div_id_pihak-1-mitra")).to_contain_text("PT Graha Tirta Abadijaya")
    assert_axe_clean(page)
