"""Each role walks through everything that its pages offer: every link, every form.

What a page offers is answered: no link into nothing, no button that is refused, nothing that
breaks. Whatever a form changes leaves a line in the trail.
"""

import re
from contextlib import contextmanager
from urllib.parse import urlencode, urljoin, urlsplit

import pytest
from django.db import connection, transaction
from django.urls import resolve, reverse
from lxml import html

from tests.factories.adegan import bangun
from tests.permissions_matrix import ORANG
from tests.support.clients import WRITE
from tests.test_isian_buruk import nilai
from tests.test_permissions import PENANDA, bentuk, peramban, tautan

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]

BAWAH = re.compile(r"(inti|kerjasama|pengawasan|pelaporan)_")
TOMBOL = "//button[not(@type) or @type='submit'] | //input[@type='submit']"
# What changes nothing that anybody else could ask about: one's own reading, lists and first steps,
# and a preparation that is thrown away before it did anything.
TANPA_JEJAK = {
    "kerjasama:naskah-massal-batal",
    "pelaporan:portal-unggahan-batal",
    "pengantar-tutup",
    "pengawasan:rencana-batalkan",
    "pesan-baca-semua",
    "pesan-buka",
    "saringan-hapus",
    "saringan-simpan",
    "saringan-ubah",
}
# A form is taken once, and an order counts how often somebody moved a row, also one that is at its
# edge already: what is written for it alone is no change.
BUKAN_PERUBAHAN = {"inti_kunciformulir", "pengawasan_matrik"}
# Pictures of the scene are none, and have no preview.
PRATINJAU = "?pratinjau"
LUAR = ("account_logout",)


@pytest.fixture
def adegan(db, settings):
    settings.PUBLIK_PER_MENIT = settings.HADIR_PER_MENIT = settings.KEASLIAN_PER_MENIT = 0
    settings.TANDA_TANGAN = "unggah"
    return bangun()


@contextmanager
def tertulis():
    """The tables of ours that are written while it is open."""
    tabel = set()

    def lihat(execute, sql, params, many, context):
        hasil = execute(sql, params, many, context)
        if (
            (ada := WRITE.match(sql))
            and BAWAH.match(ada[2])
            and (ada[1] == "INSERT" or context["cursor"].rowcount > 0)
        ):
            tabel.add(ada[2])
        return hasil

    with connection.execute_wrapper(lihat):
        yield tabel


def formulir(halaman, isi):
    """Every form by every button of it: method, address, and what it holds as the page shows it."""
    pohon = html.fromstring(isi)
    for satu in pohon.forms:
        data = {}
        for masukan in satu.inputs:
            jenis = masukan.get("type", "text") if masukan.tag == "input" else masukan.tag
            nama = masukan.get("name")
            if not nama or "__prefix__" in nama or jenis in {"submit", "button", "file", "image"}:
                continue
            if jenis not in {"checkbox", "radio"} or masukan.checked:
                data[nama] = nilai(masukan, jenis)
        for tombol in pohon.xpath(TOMBOL):
            induk = next(tombol.iterancestors("form"), None)
            if tombol.get("form", satu.get("id")) == satu.get("id") and (
                induk is satu or tombol.get("form")
            ):
                tujuan = tombol.get("formaction") or satu.action or halaman
                tekan = {tombol.get("name"): tombol.get("value", "")} if tombol.get("name") else {}
                yield satu.method, urljoin(halaman, tujuan), data | tekan


class Penjelajah:
    """One person, and what was wrong with what they were offered."""

    def __init__(self, adegan, siapa):
        self.klien, self.siapa = peramban(adegan, siapa), siapa
        self.klien.raise_request_exception = False
        self.antre, self.dilihat, self.dikirim = [("/", "")], set(), set()
        self.halaman, self.salah = 0, []

    def jalan(self):
        while self.antre:
            self.buka(*self.antre.pop(0))

    def tawarkan(self, alamat, asal):
        if bentuk(alamat) not in self.dilihat and not self.keluar(alamat):
            self.dilihat.add(bentuk(alamat))
            self.antre.append((alamat, asal))

    def keluar(self, alamat):
        return urlsplit(alamat).path in {reverse(nama) for nama in LUAR}

    def buka(self, alamat, asal):
        response = self.klien.get(alamat)
        utuh = response.getvalue() if response.streaming else response.content
        if response.status_code in {301, 302}:
            return self.tawarkan(urljoin(alamat, response.url), asal)
        if response.status_code != 200 and not alamat.endswith(PRATINJAU):
            return self.salah.append(f"GET {alamat} (on {asal}): {response.status_code}")
        if not (response.get("Content-Type", "").startswith("text/html") and utuh.strip()):
            return None
        self.halaman += 1
        self.periksa(alamat, utuh)
        isi = utuh.decode()
        for lanjut in tautan(alamat, isi):
            self.tawarkan(lanjut, alamat)
        for cara, tujuan, data in formulir(alamat, isi):
            if cara == "GET":
                self.tawarkan(f"{tujuan.partition('?')[0]}?{urlencode(data, doseq=True)}", alamat)
            elif not self.keluar(tujuan):
                self.kirim(alamat, tujuan, data)
        return None

    def periksa(self, alamat, utuh):
        if b">---------<" in utuh:
            self.salah.append(f"{alamat}: a choice without words")
        if self.siapa.endswith("_lain") and (
            kata := [p for p in PENANDA if p not in alamat and p.encode() in utuh]
        ):
            self.salah.append(f"{alamat}: {kata}")

    def kirim(self, halaman, tujuan, data):
        kunci = tujuan, frozenset(data)
        if kunci in self.dikirim or not tujuan.startswith("/"):
            return
        self.dikirim.add(kunci)
        kuki = self.klien.cookies.copy()
        with transaction.atomic(), tertulis() as tabel:
            response = self.klien.post(tujuan, data)
            transaction.set_rollback(True)
        self.klien.cookies = kuki
        utuh = response.getvalue() if response.streaming else response.content
        self.periksa(tujuan, utuh)
        if response.status_code not in {200, 302, 409}:
            self.salah.append(f"POST {tujuan} (on {halaman}): {response.status_code}")
        nama = resolve(urlsplit(tujuan).path).view_name
        if tabel - BUKAN_PERUBAHAN and not ("inti_jejakaudit" in tabel or nama in TANPA_JEJAK):
            self.salah.append(f"POST {nama}: no line, {tabel}")


@pytest.mark.parametrize("siapa", ORANG)
def test_everything_that_is_offered_is_answered(adegan, siapa):
    satu = Penjelajah(adegan, siapa)

    satu.jalan()

    assert satu.salah == [], "\n".join(satu.salah)
    assert satu.halaman > 20
