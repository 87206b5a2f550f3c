"""The command that stages a list: counts, a dry run that writes nothing, a report."""

import csv
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kerjasama.models import Impor, Naskah
from kerjasama.services.lembar_batas import UKURAN_TERBESAR
from tests.factories.kerjasama import NaskahFactory

DAFTAR = Path(__file__).parents[2] / "browser" / "data" / "daftar-kerja-sama.csv"
HITUNGAN = ["Baris dibaca: 92", "Siap: 20", "Perlu ditinjau: 67", "Duplikat: 5"]


@pytest.mark.django_db
def test_perintah_stages_and_counts(capsys):
    call_command("impor_naskah", str(DAFTAR))

    assert capsys.readouterr().out.splitlines() == HITUNGAN
    assert (Impor.objects.get().baris.count(), Naskah.objects.count()) == (92, 0)


@pytest.mark.django_db
def test_perintah_twice_adds_nothing(capsys):
    call_command("impor_naskah", str(DAFTAR))
    call_command("impor_naskah", str(DAFTAR))

    assert "tidak ada yang ditambahkan" in capsys.readouterr().out.splitlines()[4]
    assert Impor.objects.get().baris.count() == 92


@pytest.mark.django_db
def test_uji_coba_writes_nothing_and_reports_the_same(tmp_path, capsys):
    NaskahFactory(nomor="Nomor 1151/2019")

    call_command("impor_naskah", str(DAFTAR), uji_coba=True, laporan=str(tmp_path / "a.csv"))

    assert not Impor.objects.exists()
    assert capsys.readouterr().out.splitlines()[2:] == ["Perlu ditinjau: 66", "Duplikat: 6"]
    call_command("impor_naskah", str(DAFTAR), laporan=str(tmp_path / "b.csv"))
    coba, sungguh = ((tmp_path / n).read_text(encoding="utf-8-sig") for n in ("a.csv", "b.csv"))
    assert coba == sungguh
    baris = list(csv.DictReader(coba.splitlines()))
    assert (len(baris), baris[0]["baris"], baris[0]["status"]) == (92, "2", "Duplikat")
    assert baris[6]["tanggal_tanda_tangan"] == "2/4/2019"


@pytest.mark.parametrize(
    ("nama", "isi", "sebut"),
    [
        ("tidak-ada.csv", None, "tidak dapat dibaca"),
        ("besar.csv", b"", "paling besar 25 MB"),
    ],
)
def test_perintah_on_a_bad_file_says_so(tmp_path, nama, isi, sebut):
    berkas = tmp_path / nama
    if isi is not None:
        with berkas.open("wb") as keluaran:
            keluaran.truncate(UKURAN_TERBESAR + 1)

    with pytest.raises(CommandError, match=sebut):
        call_command("impor_naskah", str(berkas))


@pytest.mark.django_db
def test_perintah_on_a_wrong_sheet_says_row_and_column(tmp_path):
    (tmp_path / "a.csv").write_text("a,b\n1,2\n")

    with pytest.raises(CommandError, match="Baris 1: judul kolom judul dan mitra"):
        call_command("impor_naskah", str(tmp_path / "a.csv"))


@pytest.mark.django_db
def test_report_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(CommandError, match="tidak dapat ditulis"):
        call_command("impor_naskah", str(DAFTAR), laporan=str(tmp_path / "tidak" / "ada.csv"))
