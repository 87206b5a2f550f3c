"""The mitra's report as a form: made from the definition, read by the domain."""

from pelaporan.domain.formulir import ButirKewajiban, baca
from pelaporan.forms.laporan_mitra import IsianLaporan
from tests.factories.pelaporan import BAWAAN

DEFINISI = baca(BAWAAN["definisi"])
BUTIR = [ButirKewajiban(7, "Menyetor kompensasi")]
ISI = {"kewajiban": [{"kewajiban": 7, "uraian": "Menyetor kompensasi", "persen": "11.9"}]}


def kiriman(**lain):
    """What a browser sends for the shipped form, one row in each table."""
    return {
        "isian-judul": "Laporan",
        "isian-kewajiban-TOTAL_FORMS": "1",
        "isian-kewajiban-INITIAL_FORMS": "1",
        "isian-kewajiban-0-kewajiban": "7",
        "isian-setoran-TOTAL_FORMS": "1",
        "isian-setoran-INITIAL_FORMS": "0",
        **{f"isian-{k.replace('__', '-')}": n for k, n in lain.items()},
    }


def test_sections_follow_the_definition_and_leave_files_out():
    form = IsianLaporan(DEFINISI, {}, [])

    assert [b.judul for b in form.bagian] == [
        "Pendahuluan",
        "Pelaksanaan",
        "Pendanaan dan setoran",
        "Penutup",
    ]


def test_row_of_a_kewajiban_shows_its_wording_and_indonesian_figures():
    form = IsianLaporan(DEFINISI, ISI, BUTIR)

    (baris,) = form.tabel["kewajiban"].forms

    assert (baris.butir, "uraian" in baris.fields) == ("Menyetor kompensasi", False)
    assert baris["persen"].value() == "11,9"


def test_nothing_is_required_in_a_draft():
    assert IsianLaporan(DEFINISI, ISI, BUTIR, kiriman(judul="")).is_valid()


def test_written_values_come_out_as_stored():
    data = kiriman(
        jumlah_dana="Rp1.250.000",
        kewajiban__0__realisasi=" Selesai ",
        setoran__0__uraian="Tahap I",
        setoran__0__dibayar="125.000",
    )
    form = IsianLaporan(DEFINISI, ISI, BUTIR, data)

    assert form.is_valid()
    assert form.isi["jumlah_dana"] == 1_250_000
    assert form.isi["kewajiban"][0]["realisasi"] == "Selesai"
    assert form.isi["setoran"][0]["dibayar"] == 125_000


def test_what_does_not_fit_is_named_and_the_rest_is_kept():
    data = kiriman(jumlah_dana="banyak", kewajiban__0__persen="lima")
    form = IsianLaporan(DEFINISI, ISI, BUTIR, data)

    assert not form.is_valid()
    assert form.isi["judul"] == "Laporan"
    assert {"jumlah_dana", "kewajiban"} & set(form.isi) == set()
    assert form.galat == [
        "Dana yang digunakan (Rp): Tulis angka saja, misalnya 1.250.000 atau 12,5.",
        "Persen: Tulis angka saja, misalnya 1.250.000 atau 12,5.",
    ]


def test_refused_figure_stays_as_it_was_typed():
    form = IsianLaporan(DEFINISI, ISI, BUTIR, kiriman(jumlah_dana="banyak"))

    assert form.nilai["jumlah_dana"].value() == "banyak"


def test_too_many_rows_are_refused():
    data = kiriman() | {"isian-setoran-TOTAL_FORMS": "5000"}

    assert not IsianLaporan(DEFINISI, ISI, BUTIR, data).is_valid()


def test_broken_row_count_is_refused_without_failing():
    data = kiriman() | {"isian-setoran-TOTAL_FORMS": "banyak"}
    form = IsianLaporan(DEFINISI, ISI, BUTIR, data)

    assert not form.is_valid()
    assert "setoran" not in form.isi
