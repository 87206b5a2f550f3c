"""The bundle as a document: its form, its text, what is merged into it."""

import io
import re
import socket
import sys
from unittest.mock import patch

import pikepdf
import pytest
from django.template.loader import get_template, render_to_string
from pikepdf import Encryption
from PIL import Image

from pelaporan import pdf as renderer
from pelaporan.gambar_anak import BAGIAN_TERSEDIKIT
from pelaporan.pdf import AssetRefusedError, GagalRenderError, bundel_pdf, render_pdf
from pelaporan.queries.dokumen import SUMBER
from tests.factories.bundel import (
    Laci,
    baris_matrik,
    berita_acara,
    isi_bundel,
    laporan_mitra,
    matrik,
    notulensi,
)
from tests.support.pdf import (
    F4,
    F4_LANDSCAPE,
    bookmarks_of,
    embedded_files,
    fonts_of,
    page_images,
    pages_of,
    qr_at_foot,
    qr_matrix,
    squeeze,
    tags_of,
    whole_text,
)

KALIMAT = "Kewajiban mitra menyampaikan laporan setiap semester belum sepenuhnya dilaksanakan. "
BERMUSUHAN = [
    "</td></tr></table><h1>DISETUJUI</h1>",
    "<script>alert(1)</script>",
    '<div style="position:fixed;top:0">DISETUJUI</div>',
    "{{ 7|add:7 }} {% include 'base.html' %}",
    "&lt;b&gt; &amp; <!-- ]]>",
    "\"kutip\" 'tunggal' `balik`",
    "=cmd|' /C calc'!A0",
    "url(file:///etc/passwd)",
]


@pytest.fixture(scope="module")
def laci(tmp_path_factory):
    return Laci(tmp_path_factory.mktemp("laci"))


@pytest.fixture(scope="module")
def bundel(laci):
    """One bundle with everything; the tests below look at it from all sides."""
    mitra = laporan_mitra(
        laci.pdf("laporan.pdf", "HALAMAN SATU", "HALAMAN DUA"),
        laci.pdf("tabel.pdf", "MENDATAR", ukuran=(842, 595)),
        laci.formulir("isian.pdf", "TERISI"),
        laci.gambar("foto.png"),
        laci.dokumen("kontrak.docx"),
        laci.pdf("terkunci.pdf", "RAHASIA", encryption=Encryption(owner="a", user="b")),
        laci.simpan("rusak.pdf", "application/pdf", b"%PDF-1.7 rusak"),
    )
    baris = [baris_matrik(n, permasalahan=KALIMAT * 3) for n in range(1, 13)]
    return bundel_pdf(isi_bundel(mitra, notulensi(), matrik(baris)), laci.berkas).isi


# --- Form -----------------------------------------------------------------------------------


def test_pages_are_f4_and_only_matrik_and_wide_uploads_are_landscape(bundel):
    halaman = pages_of(bundel)

    assert {h.size for h in halaman} == {F4, F4_LANDSCAPE}
    mendatar = [h for h in halaman if h.size == F4_LANDSCAPE]
    assert all("tabel.pdf" in h.text or "Matrik" in h.text or "MATRIK" in h.text for h in mendatar)


def test_header_row_stands_on_each_page_of_the_matrik(bundel):
    matriks = [h.raw for h in pages_of(bundel) if "Permasalahan" in h.raw]

    assert len(matriks) > 1
    kolom = "Dasar PKS|Materi|Permasalahan|Solusi|Tindak|Perangkat|Keterangan|Rekomendasi"
    for teks in matriks:
        assert re.findall(kolom, teks)[:8] == kolom.split("|")
        assert "1 2 3 4 5 6 7 8 9" in teks


def test_pages_are_numbered_through_the_whole(bundel):
    halaman = pages_of(bundel)

    nomor = [re.search(r"Halaman (\d+) dari (\d+)", h.text).groups() for h in halaman]
    assert nomor == [(str(n), str(len(halaman))) for n in range(1, len(halaman) + 1)]


def test_every_page_carries_the_code_and_the_head_of_the_trail(bundel):
    kaki = squeeze(f"Kode verifikasi {'ab' * 16} · kepala jejak audit 7: {'cd' * 8}")

    assert all(kaki in squeeze(h.text) for h in pages_of(bundel))


def test_every_page_carries_the_qr_code_of_its_address(bundel):
    alamat = isi_bundel()["alamat"]

    assert all(squeeze(alamat) in squeeze(h.text) for h in pages_of(bundel))
    for lembar in (1, 3, 4, 6, len(pages_of(bundel))):
        assert qr_at_foot(bundel, lembar, alamat) == qr_matrix(alamat), lembar


def test_a_draft_carries_no_code():
    isi = isi_bundel(alamat="")

    assert "Kodeverifikasi" not in whole_text(bundel_pdf(isi, {}).isi)


# The second extends the first.
INDUK = {'"base_print.html"', '"pelaporan/cetak/base_dokumen.html"'}


def test_every_kind_of_document_has_the_foot():
    for sumber in SUMBER.values():
        induk = get_template(sumber.templat).template.nodelist[0].parent_name
        assert str(induk.token) in INDUK, sumber.templat


def test_letter_names_addressee_and_acting_signatory(bundel):
    surat = pages_of(bundel)[0].text + pages_of(bundel)[1].text

    assert "Yth. Ketua TKKSD Kota Contoh" in surat
    assert "Plh. Kepala Bagian" in surat
    assert "selaku Ketua Tim Pengawasan" in surat


def test_list_of_attachments_gives_the_page_each_begins_on(bundel):
    halaman = pages_of(bundel)
    surat = halaman[0].text + halaman[1].text
    daftar = re.findall(r"\b([IVX]+) .*Pasal 10 ayat \(2\) huruf [ace] +(\d+)", surat)

    mulai = {}
    for nomor, h in enumerate(halaman, start=1):
        if found := re.search(r"LAMPIRAN ([IVX]+)", h.text):
            mulai[found.group(1)] = str(nomor)
    assert dict(daftar) == mulai
    assert list(mulai) == ["I", "II", "III"]


def test_bookmarks_name_the_report_its_attachments_and_their_files(bundel):
    assert bookmarks_of(bundel) == [
        ("Laporan hasil evaluasi", []),
        ("Lampiran I. Laporan mitra: PT A", ["laporan.pdf", "tabel.pdf", "isian.pdf", "foto.png"]),
        ("Lampiran II. Notulensi rapat", []),
        ("Lampiran III. Matrik hasil evaluasi", []),
    ]


def test_own_fonts_are_embedded():
    huruf = fonts_of(bundel_pdf(isi_bundel(), {}).isi)

    assert huruf
    assert all(huruf.values())
    assert all("Arimo" in nama for nama in huruf)


# --- Text -----------------------------------------------------------------------------------


def test_every_cell_of_the_matrik_is_printed(bundel):
    teks = whole_text(bundel)

    for n in range(1, 13):
        baris = baris_matrik(n, permasalahan=KALIMAT * 3)
        sel = [v for v in baris.values() if isinstance(v, str)]
        assert [s for s in sel if squeeze(s) not in teks] == []
        assert squeeze(f"d. Menagih: uraian {n}") in teks


def test_hostile_cells_end_as_text():
    baris = [baris_matrik(n, solusi=teks) for n, teks in enumerate(BERMUSUHAN, start=1)]
    isi = isi_bundel(matrik(baris), notulensi(pembahasan="\n".join(BERMUSUHAN)))

    teks = whole_text(bundel_pdf(isi, {}).isi)

    assert [b for b in BERMUSUHAN if teks.count(squeeze(b)) != 2] == []


def test_text_that_turns_its_direction_is_printed_as_it_was_typed():
    isi = isi_bundel(notulensi(agenda="batal \u202ejutes\u202c"))

    assert "bataljutes" in whole_text(bundel_pdf(isi, {}).isi)


def test_overlong_text_is_cut_and_says_so():
    isi = isi_bundel(notulensi(pembahasan="kata " * 5_000))

    assert "[dipotongsetelah20000huruf]" in whole_text(bundel_pdf(isi, {}).isi)


def test_same_input_gives_the_same_bytes(laci):
    isi = isi_bundel(laporan_mitra(laci.pdf("a.pdf", "A"), laci.gambar("a.jpg", (3000, 2000))))

    assert bundel_pdf(isi, laci.berkas) == bundel_pdf(isi, laci.berkas)


# --- What is merged -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kepala", "isi"),
    [
        ("laporan.pdf, hlm. 1/2", "HALAMAN SATU"),
        ("laporan.pdf, hlm. 2/2", "HALAMAN DUA"),
        ("tabel.pdf, hlm. 1/1", "MENDATAR"),
        ("isian.pdf, hlm. 1/1", "TERISI"),
    ],
)
def test_uploaded_page_lies_under_its_heading(bundel, kepala, isi):
    [halaman] = [h for h in pages_of(bundel) if kepala in h.text]

    assert isi in halaman.text
    assert halaman.text.index("Lampiran I") < halaman.text.index(isi)


def test_files_are_embedded_as_they_were_received(bundel, laci):
    berkas = embedded_files(bundel)
    with pikepdf.open(io.BytesIO(bundel)) as pdf:
        hubungan = {
            spec.filename: str(spec.obj.AFRelationship) for spec in pdf.attachments.values()
        }
        assert len(pdf.Root.AF) == len(hubungan)

    sumber = {"laporan.pdf", "tabel.pdf", "isian.pdf", "foto.png"}
    assert {nama for nama, kata in hubungan.items() if kata == "/Source"} == sumber
    assert {nama for nama, kata in hubungan.items() if kata == "/Supplement"} == {
        "kontrak.docx",
        "terkunci.pdf",
        "rusak.pdf",
    }
    asli = {path.read_bytes() for path in laci.berkas.values()}
    assert len(berkas) == 7
    assert set(berkas.values()) <= asli


def test_photos_of_a_berita_acara_are_embedded_too(laci):
    pintu, atap = laci.gambar("pintu.jpg", (90, 60)), laci.gambar("atap.png")

    hasil = bundel_pdf(isi_bundel(laporan_mitra(atap), berita_acara(pintu, atap)), laci.berkas).isi

    assert embedded_files(hasil) == {
        f"{satu['pk']}-{satu['nama']}": laci.berkas[satu["pk"]].read_bytes()
        for satu in (pintu, atap)
    }
    with pikepdf.open(io.BytesIO(hasil)) as pdf:
        keterangan = [spec.description for spec in pdf.attachments.values()]
        with pdf.open_metadata() as meta:
            assert meta["pdfaid:part"] == "3"
    asal = [teks.partition(" (SHA-256 ")[0] for teks in keterangan]
    assert asal == ["Berita acara rapat", "Laporan mitra: PT A"]


@pytest.mark.parametrize("lama", [True, False])
def test_berita_acara_prints_its_three_dates_and_marks_an_old_claim(lama):
    isi = berita_acara() | {"klaim_lama": lama, "selisih": 15}
    bahan = isi_bundel(isi) | {"isi": isi}

    teks = render_to_string("pelaporan/cetak/lampiran/_berita_acara.html", bahan)

    assert [n for n in ("tanggal_kejadian", "diterima", "diverifikasi") if isi[n] not in teks] == []
    assert ("Klaim tanggal lama: berita acara diterima 15 hari" in teks) is lama


@pytest.mark.parametrize("nama", ["terkunci.pdf", "rusak.pdf"])
def test_file_that_cannot_be_opened_is_named_and_stops_nothing(bundel, nama):
    teks = whole_text(bundel)

    assert squeeze(f"{nama} tidak dapat ditampilkan; berkas asli disertakan") in teks
    assert "RAHASIA" not in teks


def test_file_with_too_many_pages_is_named_instead(laci, monkeypatch):
    monkeypatch.setattr(renderer, "HALAMAN_TERBANYAK", 1)
    isi = isi_bundel(laporan_mitra(laci.pdf("tebal.pdf", "A", "B")))

    assert "tebal.pdfterlalubanyakhalaman" in whole_text(bundel_pdf(isi, laci.berkas).isi)


def test_a_picture_that_cannot_be_shown_is_named_and_embedded(laci):
    besar = laci.png_kosong("raksasa.png", 20_000, 10_000)
    rusak = laci.simpan("rusak.jpg", "image/jpeg", b"\xff\xd8\xff rusak")

    hasil = bundel_pdf(isi_bundel(laporan_mitra(besar, rusak)), laci.berkas).isi

    for nama in ("raksasa.png", "rusak.jpg"):
        assert squeeze(f"{nama} tidak dapat ditampilkan; berkas asli") in whole_text(hasil)
    assert len(embedded_files(hasil)) == 2


def test_a_document_is_not_made_without_one_of_its_photos(laci):
    ba = berita_acara(laci.simpan("pintu.jpg", "image/jpeg", b"\xff\xd8\xff rusak"))

    with pytest.raises(GagalRenderError, match=r"Gambar “pintu\.jpg” rusak"):
        bundel_pdf(isi_bundel(ba), laci.berkas)


def test_without_merged_pages_the_claim_is_pdf_a_3a(laci):
    with pikepdf.open(io.BytesIO(bundel_pdf(isi_bundel(), {}).isi)) as pdf:
        with pdf.open_metadata() as meta:
            assert (meta["pdfaid:part"], meta["pdfaid:conformance"]) == ("3", "A")
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.Lang == "id"


# --- A long one is drawn in parts -----------------------------------------------------------


@pytest.fixture(scope="module")
def panjang():
    """The input of a bundle of many pages, as the child gets it, and what it answers."""
    baris = [baris_matrik(n, permasalahan=KALIMAT * 4) for n in range(1, 61)]
    with patch.object(renderer, "_anak", wraps=renderer._anak) as dipanggil:
        hasil = bundel_pdf(isi_bundel(notulensi(), matrik(baris)), {})
    return dipanggil.call_args.args[1], hasil


def anak(kode):
    """The command of a child in which that has been done before it is asked for anything."""
    semua = "gambar_anak, hangat_anak, render_anak, tata_anak"
    awal = f"import os\nfrom pelaporan import {semua}\n"
    return (sys.executable, "-c", f"{awal}{kode}\nhangat_anak.main()")


SENDIRI = """
gambar_anak.BAGIAN_TERSEDIKIT = gambar_anak.BAGIAN_TERBANYAK = 10**6
tata_anak.HALAMAN_TERSEDIKIT = 10**6
"""


def sendiri(masukan, monkeypatch):
    """The same made by one process."""
    monkeypatch.setattr(renderer, "PERINTAH", anak(SENDIRI))
    return renderer._anak("bundel", masukan).partition(b"\n")[2]


def test_parts_drawn_apart_are_the_pages_that_one_process_draws(panjang, monkeypatch):
    masukan, hasil = panjang

    satu = sendiri(masukan, monkeypatch)

    assert hasil.halaman > 2 * BAGIAN_TERSEDIKIT
    assert hasil.isi != satu
    assert [(h.size, h.text) for h in pages_of(hasil.isi)] == [
        (h.size, h.text) for h in pages_of(satu)
    ]
    assert page_images(hasil.isi) == page_images(satu)
    assert bookmarks_of(hasil.isi) == bookmarks_of(satu)


def test_parts_have_one_tree_of_tags(panjang, monkeypatch):
    masukan, hasil = panjang

    dua, satu = tags_of(hasil.isi), tags_of(sendiri(masukan, monkeypatch))

    assert [(t.kind, t.page) for t in dua] == [(t.kind, t.page) for t in satu]
    nama = [t.name for t in dua if t.name]
    assert len(set(nama)) == len(nama) > 0
    assert {judul for t in dua for judul in t.headings} <= set(nama)


def test_uploaded_pages_of_the_second_part_lie_under_their_headings(laci):
    isi = isi_bundel(laporan_mitra(laci.pdf("tebal.pdf", *(f"LEMBAR {n}." for n in range(1, 101)))))

    halaman = pages_of(bundel_pdf(isi, laci.berkas).isi)

    di = [next(h.text for h in halaman if f"hlm. {n}/100" in h.text) for n in range(1, 101)]
    assert [f"LEMBAR {n}." in teks for n, teks in enumerate(di, 1)] == [True] * 100


def test_parts_give_the_same_bytes_each_time(panjang):
    masukan, hasil = panjang

    assert renderer._anak("bundel", masukan).endswith(hasil.isi)


@pytest.fixture(scope="module")
def beragam():
    """The same with rows of all lengths, some of which break over pages; and by one process."""
    baris = [baris_matrik(n, permasalahan=KALIMAT * (n * 7 % 14)) for n in range(1, 51)]
    with patch.object(renderer, "_anak", wraps=renderer._anak) as dipanggil:
        hasil = bundel_pdf(isi_bundel(notulensi(), matrik(baris)), {})
    masukan = dipanggil.call_args.args[1]
    with pytest.MonkeyPatch.context() as tambal:
        return masukan, hasil.isi, sendiri(masukan, tambal)


TAKSIRAN = {
    "as it is": "",
    "every second row": "tata_anak.awal_halaman = lambda *a: list(range(a[2], 50, 2))",
    "near the end": "tata_anak.awal_halaman = lambda *a: [a[2], *[48] * 9]",
    "the last row": "tata_anak.awal_halaman = lambda *a: [a[2], *[49] * 9]",
}


@pytest.mark.lambat
@pytest.mark.parametrize("taksiran", TAKSIRAN.values(), ids=TAKSIRAN)
def test_a_guess_that_misses_moves_no_row(beragam, monkeypatch, taksiran):
    masukan, hasil, satu = beragam
    monkeypatch.setattr(renderer, "PERINTAH", anak(taksiran))

    dua = renderer._anak("bundel", masukan).partition(b"\n")[2]

    assert [(h.size, h.raw) for h in pages_of(dua)] == [(h.size, h.raw) for h in pages_of(satu)]
    assert [(t.kind, t.page) for t in tags_of(dua)] == [(t.kind, t.page) for t in tags_of(satu)]
    assert (dua == hasil) == (not taksiran)


def test_each_row_of_a_shared_table_is_printed_once_and_in_its_turn(panjang):
    halaman = [h.raw for h in pages_of(panjang[1].isi) if "Permasalahan" in h.raw]

    baris = [int(n) for h in halaman for n in re.findall(r"\bsolusi\s+baris\s+(\d+)", h)]
    assert baris == list(range(1, 61))
    assert all("1 2 3 4 5 6 7 8 9" in h for h in halaman)


@pytest.mark.parametrize(
    "tempat",
    ["gambar_anak._namai_ulang", "tata_anak.Pembagi._ikuti", "tata_anak.Pembagi._sisa"],
    ids=["drawing", "the first", "the copy"],
)
@pytest.mark.parametrize(
    ("akhir", "sebab"),
    [("raise RuntimeError", "kesalahan aplikasi"), ("os.kill(os.getpid(), 9)", "memori")],
    ids=["raises", "is killed"],
)
def test_part_that_is_not_made_leaves_no_document(panjang, monkeypatch, tempat, akhir, sebab):
    kode = f"def gagal(*_, **__):\n    {akhir}\n{tempat} = gagal"
    monkeypatch.setattr(renderer, "PERINTAH", anak(kode))

    with pytest.raises(GagalRenderError, match=sebab):
        renderer._anak("bundel", panjang[0])


# --- Limits ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html",
    [
        '<img src="http://127.0.0.1:9/x.png">',
        '<img src="//127.0.0.1:9/x.png">',
        '<img src="file:///etc/passwd">',
        '<img src="aset:../../etc/passwd">',
        '<img src="ftp://127.0.0.1/x">',
        '<img src="data:image/png;base64,AAAA">',
        '<link rel="attachment" href="file:///etc/passwd">',
        '<a rel="attachment" href="file:///etc/passwd">x</a>',
        '<link rel="stylesheet" href="https://127.0.0.1:9/x.css">',
        '<style>@import "file:///etc/passwd";</style>',
        "<style>@font-face { font-family: X; src: url(file:///etc/passwd) }</style><p>x",
        '<p style="background: url(http://127.0.0.1:9/x.png)">x',
        "<style>p::before { content: url(file:///etc/passwd) }</style><p>x",
        '<object data="file:///etc/passwd"></object>',
        '<embed src="file:///etc/passwd">',
        '<base href="http://127.0.0.1:9/"><img src="x.png">',
        '<ul style="list-style-image: url(http://127.0.0.1:9/x.png)"><li>x',
    ],
)
def test_document_reaches_neither_network_nor_disk(html):
    with pytest.raises(AssetRefusedError, match="alamat ditolak"):
        render_pdf(html)


@pytest.mark.parametrize(
    "isi",
    [
        '<image href="{alamat}/x.png" width="9" height="9"/>',
        '<image xlink:href="{alamat}/x.png" width="9" height="9"/>',
        '<image href="file://{gambar}" width="9" height="9"/>',
        '<use href="{alamat}/x.svg#a"/>',
        '<filter id="f"><feImage href="{alamat}/x.png"/></filter><rect filter="url(#f)"/>',
        "<style>@import url({alamat}/x.css); rect {{ fill: url({alamat}/x.svg#a) }}</style><rect/>",
    ],
)
def test_drawing_inside_the_page_fetches_nothing(isi, tmp_path):
    gambar = tmp_path / "rahasia.png"
    Image.new("RGB", (9, 9)).save(gambar)
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90">{}</svg>'
    with socket.create_server(("127.0.0.1", 0)) as server:
        alamat = f"http://127.0.0.1:{server.getsockname()[1]}"
        hasil = render_pdf(svg.format(isi.format(alamat=alamat, gambar=gambar)))
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()

    with pikepdf.open(io.BytesIO(hasil)) as pdf:
        assert not any(page.get_images() for page in pdf.pages)


@pytest.mark.lambat
@pytest.mark.parametrize(
    "sel",
    ["kata\u00a0" * 400, "e" + "\u0301" * 1_999, "x" * 2_000, "a\u200b" * 1_000, "a\u2060" * 1_000],
    ids=["hard spaces", "accents", "one word", "zero width", "joiners"],
)
def test_slow_text_is_laid_out_within_the_limits(sel):
    baris = baris_matrik(1, dasar=sel, solusi=sel, permasalahan=sel, keterangan=sel)

    assert bundel_pdf(isi_bundel(matrik([baris])), {}).halaman < 10


@pytest.mark.parametrize(
    ("batas", "sebab"), [("BATAS_CPU = 1", "prosesor"), ("BATAS_MEMORI = 2**27", "Penyusunan PDF")]
)
def test_child_beyond_its_limits_ends_with_a_reason(monkeypatch, batas, sebab):
    monkeypatch.setattr(renderer, "PERINTAH", anak(f"render_anak.{batas}"))

    with pytest.raises(GagalRenderError, match=sebab):
        render_pdf(f"<p>{'kata ' * 200_000}")


@pytest.mark.lambat
def test_file_that_kills_the_child_is_named_and_the_others_are_merged(laci, monkeypatch):
    monkeypatch.setattr(renderer, "PERINTAH", anak("render_anak.BATAS_MEMORI = 2**29"))
    mitra = laporan_mitra(laci.bom("bom.pdf", 600), laci.pdf("baik.pdf", "TETAP ADA"))

    teks = whole_text(bundel_pdf(isi_bundel(mitra), laci.berkas).isi)

    assert "bom.pdftidakdapatditampilkan" in teks
    assert "TETAPADA" in teks


def test_child_that_takes_too_long_ends_with_a_reason(monkeypatch):
    monkeypatch.setattr(renderer, "BATAS_DETIK", 0.05)

    with pytest.raises(GagalRenderError, match="batas waktu"):
        render_pdf("<p>x")


def test_child_gets_no_secret_of_the_environment(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "rahasia")
    kode = "render_anak.kerjakan = lambda _: print(1, *os.environ, sep='\\n') or 0"
    monkeypatch.setattr(renderer, "PERINTAH", anak(kode))

    nama = render_pdf("<p>x").decode().split()

    assert "PATH" in nama
    assert "SECRET_KEY" not in nama
