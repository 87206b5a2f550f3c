"""Reading the text of an uploaded PDF: what it says, or why it says nothing."""

import sys

import pytest

from inti import teks_pdf, teks_pdf_anak
from tests.support.pdf_tulis import pdf_berteks


@pytest.fixture
def berkas(tmp_path):
    def tulis(isi):
        path = tmp_path / "contoh.pdf"
        path.write_bytes(isi)
        return path

    return tulis


def test_the_text_of_every_page(berkas):
    assert teks_pdf.baca(berkas(pdf_berteks("Gempa bumi", 2))) == teks_pdf.TeksPdf(
        "Gempa bumi Gempa bumi"
    )


@pytest.mark.parametrize(
    ("isi", "keterangan"),
    [
        (pdf_berteks(""), teks_pdf.TANPA_TEKS),
        (b"%PDF-1.4 rusak", teks_pdf.TAK_TERBACA),
        (b"", teks_pdf.TAK_TERBACA),
    ],
)
def test_no_text_has_its_reason(berkas, isi, keterangan):
    assert teks_pdf.baca(berkas(isi)) == teks_pdf.TeksPdf("", keterangan)


def test_a_file_that_is_gone_has_none(tmp_path):
    assert teks_pdf.baca(tmp_path / "hilang").keterangan == teks_pdf.TAK_TERBACA


def test_a_file_that_takes_too_long_is_given_up(berkas, monkeypatch):
    monkeypatch.setattr(teks_pdf, "BATAS_DETIK", 0.001)

    assert teks_pdf.baca(berkas(pdf_berteks("a"))).keterangan == teks_pdf.TERLALU_BERAT


@pytest.mark.parametrize(
    ("batas", "kode", "sebab"),
    [
        ("BATAS_CPU = 1", "while True: pass", "kode -"),
        ("BATAS_MEMORI = 2**28", "bytearray(2**29)", "MemoryError"),
    ],
)
def test_reading_beyond_the_limits_of_the_child_ends(
    berkas, monkeypatch, caplog, batas, kode, sebab
):
    anak = "import sys\nfrom inti import teks_pdf_anak as anak\n"
    isi = f"def isi(path):\n    {kode}\n    return {{'teks': 'a', 'dibaca': 1, 'halaman': 1}}\n"
    perintah = f"{anak}{isi}anak.isi, anak.{batas.replace(' =', ' = isi,')}\nsys.exit(anak.main())"
    monkeypatch.setattr(teks_pdf, "PERINTAH", (sys.executable, "-c", perintah))

    hasil = teks_pdf.baca(berkas(pdf_berteks("Gempa bumi")))

    assert (hasil.teks, bool(hasil.keterangan)) == ("", True)
    assert sebab in caplog.text


@pytest.mark.parametrize(
    ("batas", "nilai"), [("HALAMAN_TERBANYAK", 2), ("HURUF_TERBANYAK", 15), ("DETIK_MEMBACA", -1)]
)
def test_reading_stops_by_itself(berkas, monkeypatch, batas, nilai):
    monkeypatch.setattr(teks_pdf_anak, batas, nilai)

    hasil = teks_pdf_anak.isi(str(berkas(pdf_berteks("Gempa bumi", 9))))

    assert 1 <= hasil["dibaca"] <= 2
    assert hasil["halaman"] == 9
    assert hasil["teks"].startswith("Gempa bumi")
