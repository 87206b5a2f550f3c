"""A person without a mouse: Tab, Enter, space, arrows and typing are all there is."""

from playwright.sync_api import Locator, Page

BANYAK_TAB = 400
# What is focused; is it marked (WCAG 2.4.7), and does some of it lie before the reader (2.4.11)?
FOKUS = """(element) => {
  const at = document.activeElement;
  const box = at.getBoundingClientRect();
  const style = getComputedStyle(at);
  const inFront = (part) => {
    const top = document.elementFromPoint(box.left + box.width * part, box.top + box.height * part);
    return top && (at.contains(top) || at.labels?.[0]?.contains(top));
  };
  return {
    found: at === element,
    // What is within a date, a time or a frame is marked by the browser itself.
    marked: ["date", "time"].includes(at.type) || at.tagName === "IFRAME"
      || style.outlineStyle !== "none" || style.boxShadow !== "none",
    shown: [0.05, 0.25, 0.5, 0.75, 0.95].some(inFront),
    name: at.outerHTML.slice(0, 160),
  };
}"""


class PapanKetik:
    """Walks to what it wants as Tab goes; fails where the focus cannot be seen or never comes."""

    def __init__(self, page: Page) -> None:
        page.emulate_media(reduced_motion="reduce")  # a page that still scrolls shows nothing yet
        self.page = page
        self.ketukan = 0

    def ke(self, tujuan: Locator) -> None:
        """Tab until this is focused; every stop on the way must be in sight and marked."""
        tujuan = tujuan.first
        for _ in range(BANYAK_TAB):
            fokus = tujuan.evaluate(FOKUS)
            if fokus["found"]:
                return
            self._ketuk("Tab")
            self._terlihat(tujuan.evaluate(FOKUS))
        raise AssertionError(f"Tab does not come to {tujuan}")

    def lompat(self) -> None:
        """The first stop of a page leads past its menu."""
        self._ketuk("Tab")
        assert self.page.locator(".skip-link").evaluate("e => e === document.activeElement")
        self._ketuk("Enter")

    def buka(self, tautan: str | Locator) -> None:
        """Follow a link, named by its words, and pass the next page's menu."""
        if isinstance(tautan, str):
            tautan = self.page.get_by_role("link", name=tautan)
        self.ke(tautan)
        with self.page.expect_navigation():
            self._ketuk("Enter")
        self.lompat()

    def tekan(self, nama: str) -> None:
        """Press a button; where it asks, the answer is focused in the dialog."""
        tombol = self.page.get_by_role("button", name=nama).first
        self.ke(tombol)
        tanya = tombol.evaluate("b => Boolean(b.dataset.confirm || b.form?.dataset.confirm)")
        if tanya:
            self._ketuk("Enter")
            self.ke(self.page.locator("dialog[open] button[value=ya]"))
        with self.page.expect_navigation():
            self._ketuk("Enter")

    def ketik(self, **nilai: str) -> None:
        """Type into fields by name, over what is there."""
        for nama, teks in nilai.items():
            self.ke(self.page.locator(f"[name='{nama}']"))
            self._ketuk("Control+a")
            self.page.keyboard.type(teks)

    def tanggal(self, nama: str, hari) -> None:
        """A date as its parts stand in the browser: month, day, year."""
        self.ke(self.page.locator(f"[name='{nama}']"))
        self.page.keyboard.type(f"{hari:%m%d%Y}")

    def pilih(self, nama: str, nilai: str) -> None:
        """One of a group or of a list, by the arrows."""
        satu = self.page.locator(f"[name='{nama}'][value='{nilai}']")
        if satu.count():
            self._pilih_radio(nama, satu)
        else:
            self._pilih_daftar(self.page.locator(f"select[name='{nama}']"), nilai)

    def centang(self, nama: str) -> None:
        """Tick a box."""
        kotak = self.page.locator(f"[type=checkbox][name='{nama}']").first
        self.ke(kotak)
        if not kotak.is_checked():
            self._ketuk("Space")
        assert kotak.is_checked()

    def _pilih_radio(self, nama: str, satu: Locator) -> None:
        semua = self.page.locator(f"[type=radio][name='{nama}']")
        dipilih = self.page.locator(f"[type=radio][name='{nama}']:checked")
        self.ke(dipilih if dipilih.count() else semua)
        self._ketuk("Space")
        for _ in range(semua.count()):
            if satu.is_checked():
                return
            self._ketuk("ArrowDown")
        raise AssertionError(f"the arrows do not come to {satu}")

    def _pilih_daftar(self, daftar: Locator, nilai: str) -> None:
        self.ke(daftar)
        self._ketuk("Home")
        for _ in range(daftar.locator("option").count()):
            if daftar.input_value() == nilai:
                return
            self._ketuk("ArrowDown")
        raise AssertionError(f"the arrows do not come to {nilai}")

    def _ketuk(self, tombol: str) -> None:
        self.page.keyboard.press(tombol)
        self.ketukan += 1

    def _terlihat(self, fokus: dict) -> None:
        # The browser's own bar lies between the end of a page and its beginning.
        if not fokus["name"].startswith("<body"):
            assert (fokus["marked"], fokus["shown"]) == (True, True), fokus["name"]
