"""The gallery of messages: nothing is left out of it, and what it shows is fit to be sent."""

import inspect
import re
from html import unescape
from pathlib import Path

import pytest

from inti.formats import BULAN
from inti.pesan import TERDAFTAR, Kabar, Pesan
from inti.services.kiriman import SUBJEK_TERPANJANG, surel
from pelaporan.queries.galeri_pesan import KABAR, semua
from pengawasan.domain import pesan_pengingat

KALIMAT = [
    nama
    for nama, isi in vars(pesan_pengingat).items()
    if inspect.isfunction(isi) and isi.__module__ == pesan_pengingat.__name__ and nama[0] != "_"
]
TANGGAL = re.compile(rf"\b\d{{1,2}} ({'|'.join(BULAN)}) \d{{4}}\b")
BERPASAL = [c for c in semua() if c.kelompok == "Pengingat" and c.kode != "ringkasan"]
BERALAMAT = [c for c in semua() if c.kode != "ringkasan"]
ANGKA = re.compile(r"\d{4}-\d\d-\d\d|\d{1,2}/\d{1,2}/\d{4}")
AKAR = Path(__file__).resolve().parents[3]


def kata(html):
    """What is read in it."""
    badan = html[html.index("<body>") :]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", badan)).split())


def test_every_message_that_is_declared_is_shown():
    assert TERDAFTAR.keys() - {c.kode for c in semua()} == set()
    assert len(TERDAFTAR) > 50


def test_every_message_that_is_sent_is_declared():
    """`antrekan` takes a Pesan; only declarations and the reminders make one."""
    pembuat = {
        str(path.relative_to(AKAR))
        for ruang in ("inti", "kerjasama", "pengawasan", "pelaporan")
        for path in (AKAR / ruang).rglob("*.py")
        if re.search(r"\bPesan\(", path.read_text())
    }

    assert pembuat == {"inti/pesan.py", "pengawasan/domain/pesan_pengingat.py"}


def test_every_message_that_is_declared_is_sent():
    layanan = "\n".join(
        path.read_text()
        for ruang in ("inti", "kerjasama", "pengawasan", "pelaporan")
        for path in (AKAR / ruang / "services").glob("*.py")
    )
    nama = {
        nama for modul in KABAR.values() for nama, s in vars(modul).items() if isinstance(s, Kabar)
    }

    assert {n for n in nama if f"kabar.{n}" not in layanan} == set()


def test_a_paragraph_without_facts_is_left_out_and_the_article_comes_last():
    satu = Kabar(
        nama="Percobaan", kepada="x", subjek="{a}", isi="Tetap.\n\n{a} {b}\n\n{b}", pasal="Pasal 9"
    )
    TERDAFTAR.pop(satu.kode)

    assert satu.tulis(a="1", b="") == Pesan("1", "Tetap.\n\n1 \n\nDasar: Pasal 9.")
    assert satu.tulis(a="", b="").isi == "Tetap.\n\nDasar: Pasal 9."
    with pytest.raises(KeyError):
        satu.tulis(a="1")


def test_two_messages_of_one_name_are_an_error():
    with pytest.raises(ValueError, match="undangan-terbit"):
        Kabar(nama="Undangan terbit", kepada="x", subjek="x", isi="x")


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
    assert not ANGKA.search(contoh.teks)


@pytest.mark.parametrize("contoh", BERPASAL, ids=lambda c: c.kode)
def test_reminder_names_its_article_and_its_day(contoh):
    assert re.search(r"Pasal \d+", contoh.teks)
    assert TANGGAL.search(contoh.teks)


@pytest.mark.parametrize("contoh", BERALAMAT, ids=lambda c: c.kode)
def test_every_message_leads_to_one_place(contoh):
    assert len(re.findall(r"https?://", contoh.teks)) == 1
    assert contoh.html.count("href=") == 1


@pytest.mark.parametrize("contoh", BERALAMAT, ids=lambda c: c.kode)
def test_text_and_html_say_the_same(contoh):
    def tanpa_tautan(teks):
        return re.sub(r"Buka: \S+|Buka di Pengawasan Kerja Sama", "", teks).split()

    assert tanpa_tautan(contoh.teks) == tanpa_tautan(kata(contoh.html))
    assert re.findall(r"https?://[^\s\"<]+", contoh.teks) == re.findall(
        r"https?://[^\s\"<]+", contoh.html
    )
