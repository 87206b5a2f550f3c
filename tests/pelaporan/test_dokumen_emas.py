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
