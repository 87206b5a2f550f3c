"""The rows of a list as a file: those of the tab, raw beside reading, safe to open."""

import csv
import io

import pytest
from openpyxl import load_workbook

from inti.models import JejakAudit
from kerjasama.services import impor as services
from tests.kerjasama.services.test_impor import AMBIGU, BARIS
from tests.kerjasama.views.test_impor import bawa, staf

__all__ = ("bawa", "staf")
pytestmark = pytest.mark.django_db
JAHAT = BARIS.replace("12/2019", "15/2019").replace("Pasar", "=HYPERLINK(1)")


def unduh_csv(client, impor, kueri=""):
    jawaban = client.get(f"{impor.get_absolute_url()}?format=csv{kueri}")
    assert jawaban.streaming
    teks = b"".join(jawaban.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(teks)))


def test_every_row_is_there_with_reason_and_reading(client, bawa, staf):
    impor = bawa(BARIS, AMBIGU.replace("12/", "13/"))
    services.terima(impor.baris.get(nomor_baris=2).pk, oleh=staf)

    satu, dua = unduh_csv(client, impor)

    assert (satu["Baris"], satu["Keadaan"], satu["Naskah"]) == ("2", "Diterima", "12/2019")
    assert satu["Diputuskan oleh"] == str(staf)
    assert satu["Jenis naskah (isi asli)"] == "Perjanjian Kerja Sama"
    assert satu["Jenis naskah (dibaca)"] == "Perjanjian Kerja Sama (PKS)"
    assert dua["Tanggal penandatanganan (isi asli)"] == "2/4/2019"
    assert dua["Tanggal penandatanganan (dibaca)"] == "pilih 2 April 2019 atau 4 Februari 2019"
    assert "pilih salah satu" in dua["Perlu dilihat"]
    assert "Jenis mitra: “Perusahaan swasta” dibaca" in dua["Catatan lain"]


def test_tab_that_is_shown_is_what_is_taken_and_the_trail_says_so(client, bawa):
    impor = bawa(BARIS, AMBIGU.replace("12/", "13/"))

    baris = unduh_csv(client, impor, "&status=perlu_ditinjau")

    assert [b["Baris"] for b in baris] == ["3"]
    jejak = JejakAudit.objects.get(aksi="baris_impor.ekspor")
    assert jejak.perubahan["saringan"] == ["Impor: daftar.csv", "Keadaan: Perlu ditinjau"]
    assert len(unduh_csv(client, impor, "&status=asal")) == 2


def test_no_cell_becomes_a_formula(client, bawa):
    impor = bawa(JAHAT)
    assert unduh_csv(client, impor)[0]["Tentang (isi asli)"] == "'=HYPERLINK(1)"

    jawaban = client.get(f"{impor.get_absolute_url()}?format=xlsx")

    lembar = load_workbook(io.BytesIO(b"".join(jawaban.streaming_content))).active
    kepala, isi = (list(b) for b in lembar.iter_rows())
    sel = isi[[s.value for s in kepala].index("Tentang (isi asli)")]
    assert (sel.value, sel.data_type) == ("=HYPERLINK(1)", "s")


def test_file_asks_as_often_for_many_rows_as_for_one(client, bawa, count_queries):
    for impor in (bawa(BARIS), bawa(*[BARIS.replace("12/", f"{n}/") for n in range(20, 60)])):
        with count_queries(12):
            unduh_csv(client, impor)
