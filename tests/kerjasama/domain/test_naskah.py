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
    periksa_batal_pengakhiran,
    periksa_kaitan,
    periksa_masa,
    periksa_pengganti,
    periksa_riwayat,
    periksa_ubah,
    tujuan,
)
from kerjasama.enums import STATUS_BERLAKU, AlasanBerakhir
from kerjasama.enums import AksiNaskah as Aksi
from kerjasama.enums import StatusNaskah as Status

TTD = date(2024, 1, 15)
BOLEH = {
    ("draf", "berlakukan", "berlaku"),
    *(
        (dari, aksi, ke)
        for dari in ("berlaku", "diperpanjang")
        for aksi, ke in (
            ("ubah_masa", "berlaku"),
            ("akhiri", "berakhir"),
            ("putus", "diputus"),
            ("gantikan", "digantikan"),
        )
    ),
    ("berakhir", "ubah_masa", "berlaku"),
    ("berakhir", "batalkan_pengakhiran", "berlaku"),
    ("diputus", "batalkan_pengakhiran", "berlaku"),
    ("digantikan", "batalkan_pengakhiran", "berlaku"),
}


@pytest.mark.parametrize(("status", "aksi"), list(product(Status, Aksi)))
def test_transisi_is_exactly_the_table(status, aksi):
    putusan = periksa(status, aksi)

    assert bool(putusan) is ((status.value, aksi.value) in {b[:2] for b in BOLEH})
    assert bool(putusan.alasan) is not bool(putusan)


def test_transisi_leads_where_the_table_says():
    assert {(s.value, a.value, ke.value) for (s, a), ke in TRANSISI.items()} == BOLEH


@pytest.mark.parametrize(("status", "aksi"), sorted(b[:2] for b in BOLEH))
def test_what_is_in_force_is_diperpanjang_where_an_addendum_extends_it(status, aksi):
    biasa = TRANSISI[Status(status), Aksi(aksi)]

    assert tujuan(Status(status), Aksi(aksi), diperpanjang=False) == biasa
    panjang = Status.DIPERPANJANG if biasa == Status.BERLAKU else biasa
    assert tujuan(Status(status), Aksi(aksi), diperpanjang=True) == panjang


def test_only_two_states_are_in_force():
    assert {s.value for s in STATUS_BERLAKU} == {"berlaku", "diperpanjang"}
    assert {s for s, a in TRANSISI if a == Aksi.AKHIRI} == set(STATUS_BERLAKU)


@pytest.mark.parametrize("alasan", list(AlasanBerakhir))
def test_term_of_an_ended_naskah_changes_only_where_the_term_ended_it(alasan):
    assert bool(periksa_masa(Status.BERAKHIR, alasan)) is (alasan == AlasanBerakhir.JANGKA_WAKTU)


@pytest.mark.parametrize("status", list(Status))
def test_ending_is_taken_back_where_there_is_one(status):
    putusan = periksa_batal_pengakhiran(
        status, alasan="Salah catat", pengganti="", berakhir=None, per=TTD
    )

    assert bool(putusan) is (status not in {Status.DRAF, *STATUS_BERLAKU})


@pytest.mark.parametrize(
    ("isi", "sebut"),
    [
        ({"alasan": " "}, "wajib disertai alasan"),
        ({"pengganti": "134.4/2"}, "digantikan oleh 134.4/2"),
        ({"berakhir": date(2024, 1, 14)}, "sudah lewat sejak 14 Januari 2024"),
        ({"berakhir": TTD}, ""),
    ],
)
def test_right_ending_is_not_taken_back(isi, sebut):
    isi = {"alasan": "Salah catat", "pengganti": "", "berakhir": None, "per": TTD} | isi

    putusan = periksa_batal_pengakhiran(Status.BERAKHIR, **isi)

    assert bool(putusan) is not bool(sebut)
    assert sebut in putusan.alasan


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
    ("alasan", "berakhir", "boleh"),
    [
        ("jangka_waktu", date(2024, 5, 31), True),
        ("jangka_waktu", date(2024, 5, 30), False),
        ("jangka_waktu", date(2029, 1, 15), False),
        ("jangka_waktu", None, True),  # the naskah names no last day
        ("kesepakatan", date(2029, 1, 15), True),
    ],
)
def test_term_runs_out_on_the_day_it_names(alasan, berakhir, boleh):
    putusan = periksa_akhiri(
        date(2024, 5, 31), ttd=TTD, per=date(2024, 6, 1), alasan=alasan, berakhir=berakhir
    )

    assert bool(putusan) is boleh
    assert boleh or "Jangka waktunya habis pada" in putusan.alasan


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


def test_what_was_held_last_cannot_lie_ahead():
    hari_ini = date(2026, 3, 1)
    terakhir = {"pemantauan_terakhir": hari_ini, "evaluasi_terakhir": date(2026, 3, 2)}

    salah = periksa_riwayat(terakhir, per=hari_ini)

    assert list(salah) == ["evaluasi_terakhir"]
    assert "masih di masa depan" in salah["evaluasi_terakhir"]
