"""Life of a naskah: the whole table, and what must hold first."""

from datetime import date
from itertools import product

import pytest

from kerjasama.domain.naskah import (
    TRANSISI,
    hari_terakhir_digantikan,
    kurang_untuk_berlaku,
    periksa,
    periksa_akhiri,
    periksa_kaitan,
    periksa_pengganti,
    periksa_ubah,
)
from kerjasama.enums import AksiNaskah as Aksi
from kerjasama.enums import StatusNaskah as Status

TTD = date(2024, 1, 15)
BOLEH = {
    ("draf", "berlakukan", "berlaku"),
    ("berlaku", "akhiri", "berakhir"),
    ("berlaku", "putus", "diputus"),
    ("berlaku", "gantikan", "digantikan"),
}


@pytest.mark.parametrize(("status", "aksi"), list(product(Status, Aksi)))
def test_transisi_is_exactly_the_table(status, aksi):
    putusan = periksa(status, aksi)

    assert bool(putusan) is ((status.value, aksi.value) in {b[:2] for b in BOLEH})
    assert bool(putusan.alasan) is not bool(putusan)


def test_transisi_leads_where_the_table_says():
    assert {(s.value, a.value, ke.value) for (s, a), ke in TRANSISI.items()} == BOLEH


def test_refusal_names_the_state():
    alasan = periksa(Status.BERAKHIR, Aksi.AKHIRI).alasan

    assert alasan == "Naskah berstatus Berakhir tidak dapat diakhiri."


@pytest.mark.parametrize(
    ("ttd", "mitra", "kurang"),
    [
        (TTD, 1, []),
        (None, 1, ["tanggal penandatanganan"]),
        (TTD, 0, ["mitra"]),
        (None, 0, ["tanggal penandatanganan", "mitra"]),
        (date(2024, 6, 1), 1, []),
        (
            date(2024, 6, 2),
            1,
            ["tanggal penandatanganan (2 Juni 2024 masih di masa depan)"],
        ),
    ],
)
def test_what_a_draf_lacks_is_named(ttd, mitra, kurang):
    assert kurang_untuk_berlaku(tanggal_ttd=ttd, jumlah_mitra=mitra, per=date(2024, 6, 1)) == kurang


def test_draf_that_lacks_something_is_not_put_in_force():
    alasan = periksa(Status.DRAF, Aksi.BERLAKUKAN, kurang=["tanggal penandatanganan", "mitra"])

    assert "lengkapi tanggal penandatanganan dan mitra" in alasan.alasan


@pytest.mark.parametrize("status", list(Status))
def test_only_a_draf_may_lack_what_being_in_force_needs(status):
    assert bool(periksa_ubah(status, kurang=["mitra"])) is (status == Status.DRAF)
    assert periksa_ubah(status, kurang=[])


@pytest.mark.parametrize(
    ("tanggal", "alasan"),
    [
        (TTD, ""),
        (date(2024, 6, 1), ""),
        (date(2024, 1, 14), "sebelum penandatanganan, 15 Januari 2024"),
        (date(2024, 6, 2), "masih di masa depan"),
    ],
)
def test_last_day_lies_between_signing_and_today(tanggal, alasan):
    putusan = periksa_akhiri(tanggal, ttd=TTD, per=date(2024, 6, 1))

    assert bool(putusan) is not bool(alasan)
    assert alasan in putusan.alasan


@pytest.mark.parametrize(
    ("di_atas", "digantikan", "alasan"),
    [
        ([], [], ""),
        ([2, 3], [4], ""),
        ([7], [], "induk"),
        ([2, 7], [], "induk"),
        ([], [2, 7], "menggantikan"),
    ],
)
def test_naskah_is_not_its_own_kin_through_any_chain(di_atas, digantikan, alasan):
    putusan = periksa_kaitan(7, di_atas=di_atas, digantikan=digantikan)

    assert bool(putusan) is not bool(alasan)
    assert alasan in putusan.alasan


@pytest.mark.parametrize(
    ("status", "ttd", "boleh"),
    [
        (Status.BERLAKU, TTD, True),
        (Status.BERAKHIR, TTD, True),
        (Status.DRAF, TTD, False),
        (Status.BERLAKU, None, False),
        (Status.BERLAKU, date(2025, 1, 1), False),
    ],
)
def test_pengganti_follows_something_that_was_signed_before(status, ttd, boleh):
    assert bool(periksa_pengganti(status, ttd_lama=ttd, ttd_baru=date(2024, 12, 1))) is boleh


@pytest.mark.parametrize(
    ("berakhir", "hari"),
    [
        (None, date(2026, 3, 1)),
        (date(2026, 12, 31), date(2026, 3, 1)),
        (date(2025, 12, 31), date(2025, 12, 31)),
    ],
)
def test_replaced_naskah_ends_at_its_term_or_with_the_new_one(berakhir, hari):
    assert hari_terakhir_digantikan(ttd_baru=date(2026, 3, 1), berakhir=berakhir) == hari
