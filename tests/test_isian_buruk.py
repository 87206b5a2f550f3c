"""What stands in real lists is typed into every form of the register.

It is answered at its field and the rest of the form is kept; nothing of it breaks a page.
"""

from dataclasses import dataclass, field
from urllib.parse import urljoin

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from lxml import html

from tests.factories.adegan import bangun
from tests.permissions_matrix import MATRIKS
from tests.test_permissions import peramban, url

RUANG = ("kerjasama:", "akan-berakhir", "pelaporan:publikasi")
TANGGAL = ("12/72020", "9999-12-31", "Sampai dengan Tahun 2024.")
ANGKA = ("35 (tiga puluh lima) tahun", "9" * 40, "-1")
TEKS = ("x" * 20_000, "a\x00b", "\u200b\u3164", "e" + "\u0301" * 5_000, "\ufffe\u202e😀")
BERKAS = (("kosong.pdf", b""), ("halaman.pdf", b"<script>alert(1)</script>"))
TULIS = {"text", "search", "email", "url", "tel", "textarea"}


@dataclass
class Formulir:
    """A form as a page shows it: where it goes, what it holds, and what kind each field is."""

    tujuan: str
    isi: dict = field(default_factory=dict)
    jenis: dict = field(default_factory=dict)
    # What a browser would ask for by itself, and whether the form leaves that to its page.
    wajib: set = field(default_factory=set)
    tanpa_peramban: bool = False

    def nama(self, *jenis):
        return [n for n, j in self.jenis.items() if j in jenis]


def baca(halaman, isi):
    """The forms of a page that are posted and have something to fill in."""
    for satu in html.fromstring(isi).forms:
        tujuan = urljoin(halaman, satu.action or halaman)
        hasil = Formulir(tujuan, tanpa_peramban="novalidate" in satu.attrib)
        for masukan in satu.inputs:
            jenis = masukan.get("type", "text") if masukan.tag == "input" else masukan.tag
            # A row that is to be copied is no field of the form yet.
            nama = masukan.get("name")
            if not nama or "__prefix__" in nama or jenis in {"submit", "button"}:
                continue
            if "required" in masukan.attrib:
                hasil.wajib.add(nama)
            if jenis in {"checkbox", "radio"} and not masukan.checked:
                continue
            angka = masukan.get("inputmode") in {"decimal", "numeric"}
            hasil.jenis[nama] = "number" if angka else jenis
            if jenis != "file":
                hasil.isi[nama] = nilai(masukan, jenis)
        if satu.method == "POST" and {*TULIS, "date", "number", "file"} & {*hasil.jenis.values()}:
            yield hasil


def nilai(masukan, jenis):
    """What it holds, or the first choice there is."""
    if jenis != "select":
        return masukan.value or ""
    if masukan.multiple:
        return list(masukan.value)
    return masukan.value or next(filter(None, masukan.value_options), "")


def semua_formulir(adegan, siapa):
    """Each form once."""
    klien, dilihat = peramban(adegan, siapa), set()
    for nama, (cara, status) in MATRIKS.items():
        if cara == "GET" and status[siapa] == 200 and nama.startswith(RUANG):
            response = klien.get(url(adegan, nama))
            if response.streaming:
                response.getvalue()  # reading a file to its end closes it
            elif response.content.strip() and "html" in response["Content-Type"]:
                yield from _baru(klien, url(adegan, nama), response, dilihat)


def _baru(klien, halaman, response, dilihat):
    for satu in baca(halaman, response.content.decode()):
        if (satu.tujuan, tuple(satu.jenis)) not in dilihat:
            dilihat.add((satu.tujuan, tuple(satu.jenis)))
            yield klien, satu


def kirim(klien, satu, isi):
    """Status and page that the form is answered with; nothing of it stays."""
    with transaction.atomic():
        response = klien.post(satu.tujuan, satu.isi | isi)
        transaction.set_rollback(True)
    return response.status_code, response.content.decode()


def tidak_ditandai(isi, semua):
    """Which of the fields the page does not mark as wrong."""
    salah = "//*[@name=$n][contains(@class, 'is-invalid') or @aria-invalid='true']"
    pohon = html.fromstring(isi)
    return [n for n in semua if not pohon.xpath(salah, n=n)]


def keluhan(klien, satu):
    """What is not as it should be, in words."""
    tanda = {n: f"SISA{i}" for i, n in enumerate(satu.nama(*TULIS))}
    percobaan = [(satu.nama("date"), n) for n in TANGGAL] + [
        (satu.nama("number"), n) for n in ANGKA
    ]
    percobaan += [(satu.nama("file"), b) for b in BERKAS]
    for kolom, buruk in percobaan:
        if not kolom:
            continue
        unggahan = isinstance(buruk, tuple)
        isi = {n: SimpleUploadedFile(*buruk) if unggahan else buruk for n in kolom}
        status, halaman = kirim(klien, satu, tanda | isi)
        if status != 200:
            yield f"{satu.tujuan} {kolom} {buruk!r}: {status}"
            continue
        yield from (
            f"{satu.tujuan} {n} {buruk!r}: unmarked" for n in tidak_ditandai(halaman, kolom)
        )
        yield from (f"{satu.tujuan} {n} lost" for n, v in tanda.items() if v not in halaman)
    for buruk in TEKS:
        status, _ = kirim(klien, satu, dict.fromkeys(tanda, buruk))
        if status not in {200, 302}:
            yield f"{satu.tujuan} {buruk[:9]!r}: {status}"


@pytest.mark.parametrize("siapa", ["staf", "pd", "mitra"])
def test_bad_values_are_answered_at_their_field_and_the_rest_is_kept(db, siapa):
    adegan = bangun()

    semua = list(semua_formulir(adegan, siapa))

    assert [k for klien, satu in semua for k in keluhan(klien, satu)] == []
    assert semua
