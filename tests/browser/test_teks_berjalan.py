"""Text that would run in a browser, in every column: a real browser opens each page and counts.

The browser is told to overlook the CSP, so that escaping alone is what is counted here.
"""

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Error

from tests.factories.adegan import bangun
from tests.support.teks_berjalan import BERJALAN, FUNGSI, SENTUH, TEMPAT, isi_semua_kolom
from tests.test_teks_jahat import URUTAN, kemari

# All pages as whoever writes most there; then what partners and the public see of them.
JALAN = URUTAN[0], ("mitra", "anon")
MENCATAT = "addEventListener('securitypolicyviolation', () => (window.langgar ??= []).push(1))"
BERKAS = re.compile("Download is starting|ERR_ABORTED")
TERBACA = re.compile(rf"{FUNGSI}(?:\(|&amp;#40;)(\d+)")


class Penghitung:
    """A page of a browser, and what ran on it by the numbers it told."""

    def __init__(self, browser, *, tanpa_csp):
        self.konteks = browser.new_context(bypass_csp=tanpa_csp)
        self.konteks.expose_binding(FUNGSI, lambda _, nomor: self.jalan.append(nomor))
        self.konteks.add_init_script(MENCATAT)
        self.jalan, self.klien, self.page = [], None, self.konteks.new_page()

    def sebagai(self, klien, alamat):
        """Go on as the one who is signed in there."""
        if klien is not self.klien:
            self.konteks.clear_cookies()
            kuki = klien.cookies.values()
            self.konteks.add_cookies(
                [{"name": k.key, "value": k.value, "url": alamat} for k in kuki]
            )
        self.klien = klien

    def buka(self, alamat):
        """The status of the page, whose every handler is touched; 0 for a file."""
        self.jalan = []
        try:
            jawab = self.page.goto(alamat, wait_until="load")
        except Error as error:
            if BERKAS.search(error.message):
                return 0
            raise
        self.sentuh()
        return jawab.status

    def sentuh(self):
        assert self.page.evaluate(SENTUH)

    def tunjukkan(self, isi, kepala=None):
        """How often something ran on a page that is nothing but this."""
        jawab = {"body": isi, "content_type": "text/html; charset=utf-8", "headers": kepala or {}}
        self.page.route("**/*", lambda rute: rute.fulfill(**jawab), times=1)
        assert self.buka("http://localhost/") == 200
        return len(self.jalan)


@pytest.fixture
def adegan(live_server, transactional_db, settings):
    settings.PUBLIK_PER_MENIT = settings.HADIR_PER_MENIT = settings.KEASLIAN_PER_MENIT = 0
    settings.TANDA_TANGAN = "unggah"
    return bangun()


@pytest.mark.lambat
def test_nothing_that_is_stored_runs_on_any_page(live_server, adegan, browser):
    kolom, situs = isi_semua_kolom(), live_server.url
    penghitung, salah, terlihat, halaman = Penghitung(browser, tanpa_csp=True), [], set(), set()
    for nama, alamat, klien in kemari(adegan, JALAN):
        penghitung.sebagai(klien, situs)
        status = penghitung.buka(f"{situs}{alamat}")
        if nama == "pengawasan:matrik-sunting":
            penghitung.page.locator("[data-open]").first.click()
            penghitung.page.locator(".matrix-form").wait_for()
            penghitung.sentuh()
        if status == 200 and urlsplit(penghitung.page.url).path == urlsplit(alamat).path:
            halaman.add(nama)
        terlihat |= {int(n) for n in TERBACA.findall(penghitung.page.content())}
        if penghitung.jalan or status >= 500:
            jalan = [kolom.get(n, n) for n in penghitung.jalan]
            salah.append(f"{nama} {alamat}: {status} {jalan}")

    assert salah == [], "\n".join(salah)
    assert len(halaman) > 200
    assert len(terlihat & kolom.keys()) > 170


def test_every_string_runs_where_it_is_taken_for_markup(browser):
    penghitung = Penghitung(browser, tanpa_csp=True)

    diam = [
        satu
        for nomor, satu in enumerate(BERJALAN)
        if not any(
            penghitung.tunjukkan(tempat.replace("@", satu.format(n=nomor)))
            for tempat in TEMPAT.values()
        )
    ]

    assert len({*BERJALAN}) >= 35
    assert diam == []


def test_the_policy_of_a_page_stops_them_even_then(situs, browser):
    penghitung = Penghitung(browser, tanpa_csp=False)
    kepala = penghitung.page.request.get(f"{situs}/masuk/").headers
    csp = {"Content-Security-Policy": kepala["content-security-policy"]}
    isi = "".join(satu.format(n=1) for satu in BERJALAN if satu.startswith("<"))

    assert penghitung.tunjukkan(isi) > 10
    assert penghitung.tunjukkan(isi, csp) == 0
    assert penghitung.page.evaluate("window.langgar.length") > 10
