"""The screenshots of README and guide, taken from the demo so that they are never stale.

Fills a throw-away site, signs in as each role in Debian's Chromium, goes where SASARAN says and
writes docs/gambar/<name>.png. Run by `make gambar`; look at each picture afterwards.
"""

import os
import socket
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

AKAR = Path(__file__).resolve().parent.parent
GAMBAR = AKAR / "docs" / "gambar"
MANAGE = [sys.executable, str(AKAR / "manage.py")]
PERAMBAN = {
    "executable_path": "/usr/bin/chromium",
    "args": ["--no-sandbox", "--disable-background-networking", "--disable-component-update"],
}
MEJA = {"width": 1280, "height": 800}
KONTEKS = {
    "locale": "id-ID",
    "timezone_id": "Asia/Jakarta",
    "viewport": MEJA,
}
TELEPON = {"width": 390, "height": 844}
WARNA = 128
# Milliseconds until the browser's own viewer has drawn a PDF; it tells nobody when it has.
PENAMPIL_PDF = 4000
DAFTAR = AKAR / "tests" / "browser" / "data" / "daftar-kerja-sama.csv"
TANDAI = "semua=1&saringan=status%3Dberlaku&jenis=tanda&tanda=prioritas"
BERADDENDUM = "/kerja-sama/naskah/?status=diperpanjang"
NASKAH = "main tbody a[href^='/kerja-sama/naskah/']"
MEJA_KETUA = "main a[href^='/pelaporan/meja-ketua/']:not([href$='/serahkan/'])"


@dataclass(frozen=True)
class Sasaran:
    """One picture: who looks, from which page, and what is followed from there.

    No account is a visitor. `ikuti` are CSS selectors of links to open one after the other; the
    first match is taken.
    """

    nama: str
    akun: str
    mulai: str
    ikuti: tuple[str, ...] = ()
    telepon: bool = False


def _pertama(nama: str, akun: str, daftar: str) -> Sasaran:
    """The first row of a list of pengawasan."""
    awal = f"/pengawasan/{daftar}/"
    return Sasaran(nama, akun, awal, (f"main tbody a[href^='{awal}']",))


SASARAN = (
    Sasaran("beranda", "staf", "/"),
    Sasaran("jadwal", "staf", "/pengawasan/jadwal/", ("main a[href^='/pengawasan/jadwal/']",)),
    Sasaran("kebijakan", "admin", "/", ("main a[href^='/pengawasan/kebijakan/']",)),
    Sasaran("penundaan", "ketua", "/pengawasan/penundaan/"),
    Sasaran(
        "kegiatan",
        "tim",
        "/pengawasan/kegiatan/?jenis=evaluasi",
        ("main tbody a[href^='/pengawasan/kegiatan/']",),
    ),
    Sasaran(
        "matrik",
        "tim",
        "/pengawasan/kegiatan/?jenis=evaluasi&status=dilaksanakan",
        ("main tbody a[href^='/pengawasan/kegiatan/']", "main a[href^='/pengawasan/matrik/']"),
    ),
    Sasaran(
        "matrik-sunting",
        "tim",
        "/pengawasan/kegiatan/?jenis=evaluasi&status=dilaksanakan",
        (
            "main tbody a[href^='/pengawasan/kegiatan/']",
            "main a[href^='/pengawasan/matrik/']",
            "main a[href$='/sunting/']",
        ),
    ),
    Sasaran(
        "meja-ketua",
        "ketua",
        "/pelaporan/meja-ketua/",
        (MEJA_KETUA,),
    ),
    Sasaran("portal", "mitra", "/portal/", telepon=True),
    Sasaran("naskah", "staf", "/kerja-sama/naskah/"),
    Sasaran("impor-contoh", "staf", "/kerja-sama/impor/"),
    Sasaran("cari", "staf", "/kerja-sama/cari/?q=pasar+rakyat"),
    Sasaran("keluarga", "staf", BERADDENDUM, (NASKAH, "nav.tabs a[href$='/keluarga/']")),
    Sasaran(
        "addendum",
        "staf",
        BERADDENDUM,
        (NASKAH, "nav.tabs a[href$='/keluarga/']", "main a[href$='/addendum/tambah/']"),
    ),
    Sasaran("kewajiban", "staf", BERADDENDUM, (NASKAH, "nav.tabs a[href$='/kewajiban/']")),
    Sasaran("pihak", "staf", BERADDENDUM, (NASKAH, "nav.tabs a[href$='/pihak/']")),
    Sasaran(
        "berkas-lengkap", "staf", BERADDENDUM, (NASKAH, "nav.tabs a[href*='/berkas-lengkap/']")
    ),
    Sasaran("akhiri", "staf", BERADDENDUM, (NASKAH, "main a[href$='/akhiri/']")),
    Sasaran(
        "nama",
        "staf",
        "/kerja-sama/mitra/",
        ("main tbody a[href^='/kerja-sama/mitra/']", "main a[href$='/nama/']"),
    ),
    Sasaran("lampiran", "staf", BERADDENDUM, (NASKAH, "nav.tabs a[href$='/lampiran/']")),
    Sasaran("akan-berakhir", "staf", "/kerja-sama/akan-berakhir/"),
    Sasaran("setoran", "staf", "/kerja-sama/setoran/"),
    Sasaran("gabung", "staf", "/kerja-sama/mitra/", ("main a[href*='/gabung/']",)),
    Sasaran("massal", "staf", f"/kerja-sama/naskah/massal/?{TANDAI}"),
    Sasaran("publik", "", "/publik/"),
    Sasaran(
        "versi",
        "staf",
        BERADDENDUM,
        (NASKAH, "nav.tabs a[href$='/keluarga/']", "main a[href*='/versi/']"),
    ),
    Sasaran("tunda", "staf", "/kerja-sama/akan-berakhir/", ("main a[href$='/tunda/']",)),
    Sasaran("simulasi", "staf", "/pengawasan/simulasi/?tambah=30"),
    _pertama("surat-tugas", "staf", "surat-tugas"),
    _pertama("rapat", "staf", "rapat"),
    _pertama("teguran", "staf", "teguran"),
    Sasaran("pembinaan", "staf", "/pengawasan/pembinaan/"),
    _pertama("pengendalian", "staf", "pengendalian"),
    _pertama("kertas-kerja", "tim", "kertas-kerja"),
    _pertama("tindak-lanjut", "pd", "tindak-lanjut"),
    Sasaran(
        "berita-acara",
        "staf",
        "/pengawasan/kegiatan/?status=dilaksanakan",
        ("main tbody a[href^='/pengawasan/kegiatan/']", "main a[href*='/berita-acara/']"),
    ),
    Sasaran("lapangan", "pd", "/pengawasan/lapangan/", telepon=True),
)


@contextmanager
def situs():
    """The address of a demo site of its own, gone afterwards."""
    with socket.create_server(("127.0.0.1", 0)) as bebas:
        port = bebas.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="gambar-kerjasama-") as folder:
        lingkungan = os.environ | {"VAR_DIR": folder, "MODE_DEMO": "1", "FAKTOR_KEDUA": "0"}
        subprocess.run([*MANAGE, "siapkan"], env=lingkungan, check=True, stdout=subprocess.DEVNULL)
        jalan = subprocess.Popen(
            [*MANAGE, "jalan", "--port", str(port)],
            env=lingkungan,
            stdout=subprocess.PIPE,
            text=True,
        )
        while "siap" not in (baris := jalan.stdout.readline()) and baris:
            pass
        try:
            yield f"http://localhost:{port}"
        finally:
            jalan.terminate()
            jalan.communicate()


def masuk(page: Page, alamat: str, akun: str) -> None:
    """Sign in through the form; nobody is a visitor."""
    if not akun:
        return
    page.goto(f"{alamat}/masuk/")
    page.fill("[name=login]", akun)
    page.fill("[name=password]", "contoh-kerjasama")
    page.locator("form [type=submit]").first.click()
    page.wait_for_url(lambda url: "/masuk/" not in url)


def ambil(page: Page, alamat: str, sasaran: Sasaran) -> None:
    """Go there and write the picture."""
    page.set_viewport_size(TELEPON if sasaran.telepon else MEJA)
    page.goto(f"{alamat}{sasaran.mulai}")
    for pemilih in sasaran.ikuti:
        tautan = page.locator(pemilih).first.get_attribute("href", timeout=10_000)
        page.goto(f"{alamat}{tautan}")
    if page.locator("iframe").is_visible():
        page.wait_for_timeout(PENAMPIL_PDF)
    simpan(page.screenshot(), sasaran.nama)


def simpan(layar: bytes, nama: str) -> None:
    """Few colours: a screen needs no more."""
    gambar = Image.open(BytesIO(layar)).convert("RGB")
    gambar.quantize(WARNA).save(GAMBAR / f"{nama}.png", optimize=True)
    print(f"docs/gambar/{nama}.png")


def bawa_masuk(page: Page, alamat: str, *, baca: bool) -> str:
    """Bring in the city's own list, which is done once, and read it; the address of its review."""
    page.goto(f"{alamat}/kerja-sama/impor/")
    page.set_input_files("[name=berkas]", DAFTAR)
    with page.expect_navigation():
        page.get_by_role("button", name="Unggah daftar").click()
    tombol = page.get_by_role("button", name="Baca daftar")
    if baca and tombol.count():
        with page.expect_navigation():
            tombol.click()
    return page.url.removesuffix("kolom/")


def impor_kolom(page: Page, alamat: str) -> None:
    """The columns of the list with what each is proposed to be."""
    page.goto(f"{bawa_masuk(page, alamat, baca=False)}kolom/")
    simpan(page.screenshot(), "impor-kolom")


def impor(page: Page, alamat: str) -> None:
    """The review of the list, read but not yet entered."""
    page.goto(bawa_masuk(page, alamat, baca=True))
    simpan(page.screenshot(), "impor")


def impor_ubah(page: Page, alamat: str) -> None:
    """A row of the list whose unit nobody knows, being answered."""
    page.goto(f"{bawa_masuk(page, alamat, baca=True)}?status=perlu_ditinjau")
    baris = page.locator("section", has_text="tidak ada pada daftar Perangkat Daerah").first
    tautan = baris.locator("a[href$='/ubah/']").get_attribute("href")
    page.goto(f"{alamat}{tautan}")
    unit = page.locator("#div_id_perangkat_daerah")
    unit.evaluate("s => s.scrollIntoView({block: 'end', behavior: 'instant'})")
    simpan(page.screenshot(), "impor-ubah")


def matrik_pdf(page: Page, alamat: str) -> None:
    """The first landscape page of a bundle: the matrix as it is printed."""
    page.goto(f"{alamat}/pelaporan/meja-ketua/")
    page.goto(f"{alamat}{page.locator(MEJA_KETUA).first.get_attribute('href')}")
    bundel = page.locator("a[href*='/bundel/']").first.get_attribute("href")
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / "bundel.pdf"
        berkas.write_bytes(page.request.get(f"{alamat}{bundel}").body())
        subprocess.run(
            ["/usr/bin/pdftoppm", "-png", "-r", "80", berkas, berkas.with_suffix("")], check=True
        )
        lembar = (p.read_bytes() for p in sorted(Path(folder).glob("*.png")))
        simpan(next(p for p in lembar if melintang(p)), "matrik-pdf")


def melintang(lembar: bytes) -> bool:
    """Wider than high."""
    lebar, tinggi = Image.open(BytesIO(lembar)).size
    return lebar > tinggi


# In this order: the columns are shown before the list is read.
KHUSUS = {
    "impor-kolom": ("staf", impor_kolom),
    "impor": ("staf", impor),
    "impor-ubah": ("staf", impor_ubah),
    "matrik-pdf": ("ketua", matrik_pdf),
}


def main() -> None:
    """Every picture, or those named on the command line."""
    dipilih = set(sys.argv[1:]) or {s.nama for s in SASARAN} | set(KHUSUS)
    with situs() as alamat, sync_playwright() as playwright:
        peramban = playwright.chromium.launch(**PERAMBAN)
        for akun in dict.fromkeys(s.akun for s in SASARAN):
            konteks = peramban.new_context(**KONTEKS)
            page = konteks.new_page()
            masuk(page, alamat, akun)
            for sasaran in SASARAN:
                if sasaran.akun == akun and sasaran.nama in dipilih:
                    ambil(page, alamat, sasaran)
            for nama, (oleh, lakukan) in KHUSUS.items():
                if oleh == akun and nama in dipilih:
                    lakukan(page, alamat)
            konteks.close()


if __name__ == "__main__":
    main()
