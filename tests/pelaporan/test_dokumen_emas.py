"""Every official document as it was agreed: its words page by page, its paper, its blocks.

`emas/<kind>.json` is what one document prints, `emas/<kind>.txt` what is read on its pages. With
EMAS_TULIS=1 the texts are written anew, to be read before they are kept.
"""

import json
import os
from pathlib import Path

import pytest

from pelaporan.enums import JenisDokumen
from pelaporan.pdf import dokumen_pdf
from pelaporan.queries.dokumen import SUMBER
from tests.support.pdf import A4, F4, F4_LANDSCAPE, fonts_of, pages_of, squeeze

EMAS = Path(__file__).parent / "emas"
MENDATAR = {
    JenisDokumen.MATRIK,
    JenisDokumen.REKAP_SEMESTER,
    JenisDokumen.REKAP_MONEV,
    JenisDokumen.BUKTI_PENGAWASAN,
}
CAMPURAN = {JenisDokumen.REKAP_TKKSD}
# Its words and pages are agreed in test_tata_letak.py.
LAIN = {JenisDokumen.TANDA_TERIMA}
SEMUA = [jenis for jenis in JenisDokumen if jenis not in LAIN]
# Sheets that the participants sign themselves.
TANPA_PEJABAT = {JenisDokumen.DAFTAR_HADIR, JenisDokumen.NOTULENSI, JenisDokumen.BERITA_ACARA}


def cuplikan(jenis, **ubah):
    isi = json.loads((EMAS / f"{jenis.value}.json").read_text(encoding="utf-8"))
    return isi | ubah


def cetak(jenis, **ubah):
    return dokumen_pdf(SUMBER[jenis].templat, cuplikan(jenis, **ubah), {}).isi


def kata(halaman):
    """The words of a page, line by line, without the layout's spaces and the running foot."""
    baris = [" ".join(satu.split()) for satu in halaman.raw.splitlines()]
    return "\n".join(b for b in baris if b and not b.startswith("Kode verifikasi"))


@pytest.mark.parametrize("jenis", SEMUA)
def test_document_reads_as_agreed(jenis):
    isi = cetak(jenis)

    halaman = pages_of(isi)
    teks = "\n--- halaman ---\n".join(kata(h) for h in halaman) + "\n"
    berkas = EMAS / f"{jenis.value}.txt"
    if os.environ.get("EMAS_TULIS"):
        berkas.write_text(teks, encoding="utf-8")
    assert teks == berkas.read_text(encoding="utf-8")
    ukuran = {F4_LANDSCAPE} if jenis in MENDATAR else {F4}
    assert {h.size for h in halaman} == (ukuran | {F4_LANDSCAPE} if jenis in CAMPURAN else ukuran)
    assert all(fonts_of(isi).values())


def test_table_of_the_clerk_has_a_row_of_every_document():
    baris = (Path(__file__).parents[2] / "docs/dokumen-resmi.md").read_text(encoding="utf-8")
    tertulis = {
        b.split("|")[1].strip(): b.split("|")[2].strip() for b in baris.splitlines() if "|" in b
    }

    for jenis in JenisDokumen:
        assert jenis.label in tertulis
        if SUMBER[jenis].bernomor:
            assert tertulis[jenis.label] == "register"


@pytest.mark.parametrize("jenis", [j for j in SEMUA if j not in TANPA_PEJABAT])
def test_signature_stands_whole_on_one_page_with_words_before_it(jenis):
    isi = cuplikan(jenis)
    pejabat = isi.get("pejabat") or isi["ketua_tim"]

    halaman = [squeeze(h.raw) for h in pages_of(cetak(jenis))]

    nama = squeeze(pejabat["nama"] or "(………………………………)")
    blok = [h for h in halaman if nama in h and squeeze(pejabat["jabatan"]) in h]
    assert blok, halaman
    # A sentence at least stands before it on its page.
    sebelum = blok[-1].split(nama)[0].rsplit(squeeze(pejabat["jabatan"]), 1)[0]
    assert len(sebelum) > 60


@pytest.mark.parametrize(
    "jenis", [JenisDokumen.PERMINTAAN_LAPORAN, JenisDokumen.SURAT_TUGAS, JenisDokumen.MATRIK]
)
def test_document_is_printed_on_a4_where_the_government_uses_that(jenis):
    ukuran = {h.size for h in pages_of(cetak(jenis, kertas="a4"))}

    assert ukuran == ({A4[::-1]} if jenis in MENDATAR else {A4})


@pytest.mark.parametrize(
    ("jenis", "daftar", "kepala"),
    [
        (JenisDokumen.REKAP_SEMESTER, "butir", "Upayapenyelesaian"),
        (JenisDokumen.BUKTI_PENGAWASAN, "kabar", "Perihal"),
        (JenisDokumen.SURAT_TUGAS, "kegiatan", "Naskahkerjasama"),
    ],
)
def test_long_table_repeats_its_head_on_every_page(jenis, daftar, kepala):
    isi = cuplikan(jenis)
    banyak = (isi[daftar] * 60)[:60]

    halaman = [squeeze(h.raw) for h in pages_of(cetak(jenis, **{daftar: banyak}))]

    berisi = [h for h in halaman[1:-1] if h]
    assert len(berisi) >= 1
    assert all(kepala in h for h in berisi)


@pytest.mark.parametrize(
    "jenis", [JenisDokumen.UNDANGAN_RAPAT, JenisDokumen.NOTA_DINAS, JenisDokumen.REKAP_SEMESTER]
)
def test_unbroken_long_name_stays_on_the_paper(jenis):
    panjang = "W" * 120
    ubah = {n: panjang for n in ("unit", "nomor", "tempat") if n in cuplikan(jenis)}

    pertama = pages_of(cetak(jenis, **ubah))[0].raw

    # Wider than any page, so it is whole only where it was broken over lines.
    assert panjang in squeeze(pertama)
    assert max(len(k) for k in pertama.split() if set(k) == {"W"}) < 90


@pytest.mark.parametrize("tingkat", [2, 3])
def test_later_warning_names_those_before_it_and_its_tembusan(tingkat):
    sebutan = {2: "Surat Peringatan Kedua", 3: "Surat Peringatan Ketiga"}[tingkat]
    lalu = [f"SP{n} nomor 100.2.2.3/{n}/SETDA.Ks/2026" for n in range(1, tingkat)]
    isi = cetak(
        JenisDokumen.SURAT_TEGURAN, tingkat=tingkat, sebutan=sebutan, sebelumnya=lalu, nomor="9/X"
    )

    [halaman] = pages_of(isi)

    teks = kata(halaman)
    assert f"Hal : {sebutan}" in teks
    assert squeeze(f"Surat ini menyusul {' dan '.join(lalu)}, yang belum dijawab") in squeeze(teks)
    tembusan = teks.split("Tembusan:")[1]
    assert "Yth. Wali Kota Tirtasari (sebagai laporan);\nYth. Kepala Dinas Kesehatan." in tembusan


def test_letter_is_signed_in_the_name_of_another_by_whoever_acts():
    pejabat = {
        "nama": "Budi",
        "nip": "1",
        "jabatan": "Plt. Kepala Bagian Kerja Sama",
        "atas_nama": "Bupati Tirtasari",
        "untuk_beliau": "Plh. Sekretaris Daerah",
    }

    [halaman] = pages_of(cetak(JenisDokumen.PERMINTAAN_LAPORAN, pejabat=pejabat))

    baris = [" ".join(b.split()) for b in halaman.raw.splitlines()]
    mulai = baris.index("a.n. Bupati Tirtasari")
    assert baris[mulai : mulai + 6] == [
        "a.n. Bupati Tirtasari",
        "Plh. Sekretaris Daerah",
        "u.b.",
        "Plt. Kepala Bagian Kerja Sama,",
        "Budi",
        "NIP 1",
    ]
