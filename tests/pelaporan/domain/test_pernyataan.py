"""What a report says of the items of its naskah."""

from datetime import date
from decimal import Decimal

from kerjasama.domain.pernyataan import BarisKewajiban, BarisUang
from pelaporan.domain.formulir import baca
from pelaporan.domain.pernyataan import kewajiban, uang

DEFINISI = baca(
    {
        "bagian": [
            {
                "judul": "Pelaksanaan",
                "isian": [
                    {
                        "kode": "kewajiban",
                        "label": "Kewajiban",
                        "jenis": "tabel",
                        "per_kewajiban": True,
                        "kolom": [{"kode": "persen", "label": "Persen", "jenis": "persen"}],
                    },
                    {
                        "kode": "uang",
                        "label": "Setoran",
                        "jenis": "tabel",
                        "kolom": [
                            {"kode": "jatuh_tempo", "label": "Jatuh tempo", "jenis": "tanggal"},
                            {"kode": "dibayar", "label": "Dibayar", "jenis": "rupiah"},
                            {"kode": "tunggakan", "label": "Tunggakan", "jenis": "rupiah"},
                        ],
                    },
                ],
            }
        ]
    }
)


def test_rows_of_items_are_told_and_the_mitra_s_own_are_left():
    isi = {
        "kewajiban": [
            {"kewajiban": 7, "persen": "18.9", "realisasi": "189 ton", "bukti": "lihat A.pdf"},
            {"kewajiban": 8, "persen": None, "realisasi": "", "bukti": None},
            {"uraian": "Kegiatan lain", "persen": "50"},
        ]
    }

    assert kewajiban(DEFINISI, isi, {"a.PDF": 3, "b.pdf": 4}) == (
        BarisKewajiban(7, Decimal("18.9"), "189 ton", "lihat A.pdf", (3,)),
        BarisKewajiban(8),
    )


def test_nought_percent_is_a_figure():
    isi = {"kewajiban": [{"kewajiban": 7, "persen": "0"}]}

    assert kewajiban(DEFINISI, isi, {})[0].persen == 0


def test_contributions_are_told_where_they_are_filled():
    baris = {"uraian": "Kontribusi", "jatuh_tempo": "2025-03-31", "dibayar": 5, "tunggakan": 0}

    assert uang(DEFINISI, {"uang": [baris, baris | {"dibayar": None}]}) == (
        BarisUang("Kontribusi", date(2025, 3, 31), 5, 0),
    )


def test_a_draft_without_tables_tells_nothing():
    assert (kewajiban(DEFINISI, {}, {}), uang(DEFINISI, {"uang": None})) == ((), ())
