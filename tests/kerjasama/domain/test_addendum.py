"""Addenda: when they may be dated, what they may change, and the chain of versions."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kerjasama.domain.addendum import (
    KOLOM,
    memperpanjang,
    nilai_versi,
    periksa_akhir,
    periksa_batal,
    periksa_isi,
    periksa_koreksi,
    periksa_status,
    periksa_tanggal,
    peringatan,
)
from kerjasama.enums import StatusNaskah as Status

TTD, AKHIR, HARI_INI = date(2024, 1, 15), date(2026, 1, 15), date(2026, 6, 1)
SESUDAH = dict.fromkeys(KOLOM)


@pytest.mark.parametrize(
    ("tanggal", "sebut"),
    [
        (TTD, ""),
        (AKHIR, ""),  # in force through its last day
        (date(2024, 1, 14), "sebelum naskahnya, yaitu 15 Januari 2024"),
        (date(2024, 2, 28), "sebelum addendum yang terakhir, yaitu 1 Maret 2024"),
        (date(2024, 3, 1), ""),
        (date(2026, 1, 16), "hari terakhirnya 15 Januari 2026"),
        (date(2026, 6, 2), "masih di masa depan"),
    ],
)
def test_addendum_is_signed_while_the_naskah_is_in_force(tanggal, sebut):
    sebelumnya = None if tanggal == TTD else date(2024, 3, 1)

    putusan = periksa_tanggal(
        tanggal, ttd=TTD, sebelumnya=sebelumnya, hari_terakhir=AKHIR, per=HARI_INI
    )

    assert bool(putusan) is not bool(sebut)
    assert sebut in putusan.alasan


@pytest.mark.parametrize(
    ("berakhir", "boleh"), [(None, True), (TTD, True), (date(2024, 1, 14), False)]
)
def test_new_end_does_not_lie_before_the_addendum(berakhir, boleh):
    assert bool(periksa_akhir(berakhir, tanggal=TTD)) is boleh


@pytest.mark.parametrize(
    ("beda", "lain", "sesudah", "sebut"),
    [
        ({"objek": ["a", "b"]}, "", {}, ""),
        ({}, "Nilai kontribusi menjadi 12 persen.", {}, ""),
        ({}, " ", {}, "Belum ada yang berubah"),
        ({"x": []}, "", {"interval_evaluasi": 3}, "menyebut klausul"),
        ({"x": []}, "", {"interval_evaluasi": 3, "klausul_interval": "Pasal 9"}, ""),
    ],
)
def test_addendum_changes_something(beda, lain, sesudah, sebut):
    putusan = periksa_isi(beda, perubahan_lain=lain, sesudah=SESUDAH | sesudah)

    assert bool(putusan) is not bool(sebut)
    assert sebut in putusan.alasan


@pytest.mark.parametrize("status", list(Status))
def test_only_a_draf_has_no_addenda(status):
    assert bool(periksa_status(status)) is (status != Status.DRAF)


@pytest.mark.parametrize(
    ("lama", "baru", "panjang"),
    [
        ("2026-01-15", "2028-01-15", True),
        ("2026-01-15", None, True),
        ("2028-01-15", "2026-01-15", False),
        (None, "2026-01-15", False),
    ],
)
def test_only_a_later_end_extends(lama, baru, panjang):
    assert memperpanjang({"tanggal_berakhir": [lama, baru]}) is panjang
    assert not memperpanjang({"objek": ["a", "b"]})


@pytest.mark.parametrize(
    ("versi", "nilai"),
    [
        (1, {"objek": "pasar", "tanggal_berakhir": AKHIR, "judul": "Judul dibetulkan"}),
        (2, {"objek": "kios", "tanggal_berakhir": AKHIR, "judul": "Judul dibetulkan"}),
        (
            3,
            {"objek": "los", "tanggal_berakhir": date(2028, 1, 15), "judul": "Judul dibetulkan"},
        ),
    ],
)
def test_version_is_counted_back_from_today(versi, nilai):
    kini = {"objek": "los", "tanggal_berakhir": date(2028, 1, 15), "judul": "Judul dibetulkan"}
    rantai = [
        {"objek": ["pasar", "kios"]},
        {"objek": ["kios", "los"], "tanggal_berakhir": ["2026-01-15", "2028-01-15"]},
    ]

    assert nilai_versi(kini, rantai, versi) == nilai


@given(st.lists(st.dictionaries(st.sampled_from(["objek", "judul"]), st.text(max_size=3))))
def test_every_version_of_any_chain_is_found_again(langkah):
    versi, rantai = [{"objek": "", "judul": ""}], []
    for baru in langkah:
        kini = versi[-1]
        rantai.append({k: [kini[k], v] for k, v in baru.items()})
        versi.append(kini | baru)

    for ke, nilai in enumerate(versi, 1):
        assert nilai_versi(versi[-1], rantai, ke) == nilai


@pytest.mark.parametrize(
    ("isi", "sebut"),
    [
        ({}, ""),
        ({"alasan": ""}, "wajib disertai alasan"),
        ({"terakhir": False}, "Hanya addendum terakhir"),
        ({"berubah_lagi": ["tanggal berakhir"]}, "tanggal berakhir sudah diubah lagi"),
        ({"bergantung": ["134.4/9"]}, "134.4/9 ditandatangani dalam masa"),
    ],
)
def test_addendum_is_taken_back_only_while_nothing_builds_on_it(isi, sebut):
    baku = {"alasan": "Keliru", "terakhir": True, "berubah_lagi": [], "bergantung": []}

    putusan = periksa_batal(**baku | isi)

    assert bool(putusan) is not bool(sebut)
    assert sebut in putusan.alasan


@pytest.mark.parametrize(
    ("ttd", "berakhir", "boleh"),
    [
        (TTD, AKHIR, True),
        (date(2024, 3, 2), AKHIR, False),
        (TTD, date(2025, 2, 28), False),
        (TTD, None, True),
    ],
)
def test_correction_leaves_addenda_between_signing_and_end(ttd, berakhir, boleh):
    hari = [date(2024, 3, 1), date(2025, 3, 1)]

    assert bool(periksa_koreksi(ttd=ttd, berakhir=berakhir, addendum=hari)) is boleh
    assert periksa_koreksi(ttd=ttd, berakhir=berakhir, addendum=[])


@pytest.mark.parametrize(
    ("jenis", "kerja_sama", "akhir", "tanggal", "sebut"),
    [
        ("pks", "", "2028-01-15", date(2025, 12, 1), []),
        ("pks", "", "2059-01-15", date(2025, 12, 1), ["lebih dari 30 tahun"]),
        ("kesepakatan_bersama", "", "2029-01-15", date(2025, 12, 1), []),
        ("kesepakatan_bersama", "", "2029-01-16", date(2025, 12, 1), ["lebih dari 5 tahun"]),
        ("naskah_kerja_sama", "ksdpl", "2028-01-15", date(2025, 7, 15), []),
        ("naskah_kerja_sama", "ksdll", "2028-01-15", date(2025, 7, 16), ["15 Juli 2025"]),
        ("naskah_kerja_sama", "ksdll", "2025-12-15", date(2025, 7, 16), []),
    ],
)
def test_limits_are_warned_of(jenis, kerja_sama, akhir, tanggal, sebut):
    beda = {"tanggal_berakhir": ["2026-01-15", akhir]}

    kalimat = peringatan(jenis, kerja_sama, beda, ttd=TTD, tanggal=tanggal, per=HARI_INI)

    assert len(kalimat) == len(sebut)
    assert all(kata in satu for kata, satu in zip(sebut, kalimat, strict=True))


def test_addendum_that_leaves_the_term_warns_of_nothing():
    isi = {"ttd": TTD, "tanggal": TTD, "per": HARI_INI}

    assert peringatan("pks", "ksdpl", {"objek": ["a", "b"]}, **isi) == []
