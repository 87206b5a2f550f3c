"""The gallery of messages: nothing is left out of it, and what it shows is fit to be sent."""

import inspect
import re
from html import unescape

import pytest

from inti.formats import BULAN
from inti.services.kiriman import SUBJEK_TERPANJANG, surel
from pelaporan.queries.galeri_pesan import semua
from pengawasan.domain import pesan_pengingat

KALIMAT = [
    nama
    for nama, isi in vars(pesan_pengingat).items()
    if inspect.isfunction(isi) and isi.__module__ == pesan_pengingat.__name__ and nama[0] != "_"
]
TANGGAL = re.compile(rf"\b\d{{1,2}} ({'|'.join(BULAN)}) \d{{4}}\b")
BERPASAL = [c for c in semua() if c.kode != "ringkasan"]


def kata(html):
    """What is read in it."""
    badan = html[html.index("<body>") :]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", badan)).split())


@pytest.mark.parametrize("nama", KALIMAT)
def test_every_sentence_of_the_reminders_is_shown(monkeypatch, nama):
    dipakai = []
    asli = getattr(pesan_pengingat, nama)
    monkeypatch.setattr(
        pesan_pengingat, nama, lambda *a, **k: dipakai.append(nama) or asli(*a, **k)
    )

    semua()

    assert dipakai


@pytest.mark.parametrize("contoh", semua(), ids=lambda c: c.kode)
def test_subject_is_short_and_the_date_stands_in_words(contoh):
    pesan = surel(
        "notifikasi",
        {"notifikasi": {"kepada": {"nama": "x"}, "isi": "", "subjek": ""}, "alamat": ""},
        subjek=contoh.subjek,
        kepada="a@example.com",
        kunci="x",
    )

    assert pesan.subject == contoh.subjek
    assert len(contoh.subjek) <= SUBJEK_TERPANJANG
    assert TANGGAL.search(contoh.teks)
    assert not re.search(r"\d{4}-\d\d-\d\d", contoh.teks)


@pytest.mark.parametrize("contoh", BERPASAL, ids=lambda c: c.kode)
def test_reminder_names_its_article_and_leads_to_one_place(contoh):
    assert re.search(r"Pasal \d+", contoh.teks)
    assert len(re.findall(r"https?://", contoh.teks)) == 1
    assert contoh.html.count("href=") == 1


@pytest.mark.parametrize("contoh", BERPASAL, ids=lambda c: c.kode)
def test_text_and_html_say_the_same(contoh):
    def tanpa_tautan(teks):
        return re.sub(r"Buka: \S+|Buka di Pengawasan Kerja Sama", "", teks).split()

    assert tanpa_tautan(contoh.teks) == tanpa_tautan(kata(contoh.html))
    assert re.findall(r"https?://[^\s\"<]+", contoh.teks) == re.findall(
        r"https?://[^\s\"<]+", contoh.html
    )
