"""simulasi_siklus as a filter: no database (none is allowed here), errors on standard error."""

import io
import json
import sys
from types import SimpleNamespace

import pytest
from django.core.management import CommandError, call_command

KASUS = {"tanggal_ttd": "2021-08-31", "per": "2022-03-01", "sampai": "2022-12-31"}


def jalankan(berkas):
    stdout, stderr = io.StringIO(), io.StringIO()
    call_command("simulasi_siklus", str(berkas), stdout=stdout, stderr=stderr)
    return json.loads(stdout.getvalue()), stderr.getvalue()


@pytest.fixture
def tulis(tmp_path):
    def isi(teks, encoding="utf-8"):
        berkas = tmp_path / "kasus.json"
        berkas.write_text(teks, encoding=encoding)
        return berkas

    return isi


def test_each_case_of_the_file_is_answered_in_order(tulis):
    jawaban, stderr = jalankan(tulis(json.dumps([KASUS, KASUS | {"interval_pemantauan": 3}])))

    assert [satu["jadwal"][0]["jatuh_tempo"] for satu in jawaban] == ["2022-02-28", "2021-11-30"]
    assert stderr == ""


def test_a_dash_reads_standard_input(monkeypatch):
    masukan = SimpleNamespace(buffer=io.BytesIO(json.dumps([KASUS]).encode()))
    monkeypatch.setattr(sys, "stdin", masukan)

    assert len(jalankan("-")[0]) == 1


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_files_of_other_systems_are_understood(tulis, encoding):
    assert jalankan(tulis("[]", encoding))[0] == []


def test_a_field_that_is_not_known_is_told_on_standard_error(tulis):
    jawaban, stderr = jalankan(tulis(json.dumps([KASUS | {"tgl_akhir": "2022-01-01"}])))

    assert len(jawaban) == 1
    assert stderr == "kasus 1: bidang tidak dikenal, diabaikan: tgl_akhir\n"


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("", "bukan JSON yang sah, lihat baris 1 kolom 1"),
        ("[\n{},", "bukan JSON yang sah, lihat baris 2 kolom 4"),
        ("[" * 100_000, "bukan JSON yang sah: terlalu bertingkat"),
        ("[9" + "9" * 5_000 + "]", "bukan JSON yang sah: bilangan terlalu panjang"),
        ("{}", "harus berupa larik JSON"),
        (json.dumps([KASUS, {}]), "kasus 2: tanggal_ttd harus tanggal"),
    ],
)
def test_bad_input_is_refused_in_words(tulis, teks, pesan):
    with pytest.raises(CommandError, match=pesan):
        jalankan(tulis(teks))


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"Berkas .*tiada\.json tidak ditemukan\."):
        jalankan(tmp_path / "tiada.json")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(CommandError, match=r"tidak dapat dibaca\."):
        jalankan(tmp_path)


def test_a_file_that_is_no_text_is_refused(tmp_path):
    (tmp_path / "kasus.json").write_bytes(b"\xff\xfe\x00\xd8[")

    with pytest.raises(CommandError, match="bukan teks Unicode"):
        jalankan(tmp_path / "kasus.json")
