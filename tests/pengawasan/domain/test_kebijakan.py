"""Versions of the policy: published in order, never for the past, never changed."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pengawasan.domain.banding import bandingkan
from pengawasan.domain.fakta import FaktaNaskah, KebijakanSiklus, Peristiwa, RiwayatKebijakan
from pengawasan.domain.kebijakan import (
    TRANSISI,
    Penerbitan,
    TanggaTidakSahError,
    baca_tangga,
    periksa,
    periksa_terbit,
)
from pengawasan.domain.laporan import tempo_laporan
from pengawasan.domain.tempo import hitung_ulang, lewat_12_bulan, lewat_mulai, susun, terbuka
from pengawasan.enums import AksiKebijakan as Aksi
from pengawasan.enums import JenisKegiatan
from pengawasan.enums import StatusKebijakan as Status
from tests.pengawasan.domain.test_tempo_sifat import FAKTA, HISTORY

HARI = date(2026, 6, 1)
LAMA = KebijakanSiklus("2021-1", berlaku_mulai=date(2021, 10, 8))
BARU = KebijakanSiklus(
    "2026-1", interval_pemantauan=4, interval_laporan=3, berlaku_mulai=date(2026, 7, 1)
)
RIWAYAT = RiwayatKebijakan((LAMA, BARU))
VERSI = st.builds(
    KebijakanSiklus,
    versi=st.just("v"),
    interval_pemantauan=st.integers(1, 12),
    interval_evaluasi=st.integers(1, 12),
    batas_tanpa_evaluasi=st.integers(6, 18),
    berlaku_mulai=st.dates(date(2020, 1, 1), date(2026, 1, 1)),
)
ATURAN = st.lists(VERSI, min_size=1, max_size=4, unique_by=lambda v: v.berlaku_mulai).map(
    lambda v: RiwayatKebijakan(tuple(sorted(v, key=lambda satu: satu.berlaku_mulai)))
)


@pytest.mark.parametrize(("status", "aksi"), list(product(Status, Aksi)))
def test_a_draft_may_be_changed_and_a_published_version_never(status, aksi):
    assert bool(periksa(status, aksi)) is ((status, aksi) in TRANSISI)
    assert bool(periksa(status, aksi)) is (status == Status.DRAF)


SAH = Penerbitan(
    berlaku_mulai=HARI,
    hari_ini=HARI,
    mulai_terakhir=date(2021, 10, 8),
    ber_keputusan=True,
    tersimulasi=True,
    oleh_penyusun=False,
)


def test_a_sound_draft_may_be_published_to_begin_today():
    assert periksa_terbit(Status.DRAF, SAH)


@pytest.mark.parametrize(
    ("kolom", "sebab"),
    [
        ({"berlaku_mulai": date(2026, 5, 31)}, "tidak dapat berlaku mundur sejak 31 Mei 2026"),
        ({"mulai_terakhir": HARI}, "Sudah ada versi terbit yang berlaku mulai 1 Juni 2026"),
        ({"mulai_terakhir": date(2027, 1, 1)}, "tidak ada dua versi untuk hari yang sama"),
        ({"ber_keputusan": False}, "lampirkan berkasnya"),
        ({"tersimulasi": False}, "Simulasikan versi ini dahulu"),
        ({"oleh_penyusun": True}, "tidak dapat menerbitkan kebijakannya sendiri"),
    ],
)
def test_publishing_is_refused_with_the_reason(kolom, sebab):
    assert sebab in periksa_terbit(Status.DRAF, replace(SAH, **kolom)).alasan


@pytest.mark.parametrize(
    ("teks", "anak"),
    [
        ("-30, -14,0 ;7", [-30, -14, 0, 7]),
        ("7 0 −14", [-14, 0, 7]),
        ("5", [5]),
    ],
)
def test_a_ladder_is_read_as_people_write_it(teks, anak):
    assert baca_tangga(teks) == anak


@pytest.mark.parametrize(
    ("teks", "sebab"),
    [
        ("", "Isi 1 sampai 12"),
        ("satu, dua", "dipisahkan koma"),
        ("7, 7", "hanya disebut sekali"),
        ("-400", "paling jauh 365"),
        (", ".join(map(str, range(13))), "Isi 1 sampai 12"),
        ("9" * 5000, "dipisahkan koma"),
    ],
)
def test_a_ladder_that_is_none_is_refused(teks, sebab):
    with pytest.raises(TanggaTidakSahError, match=sebab):
        baca_tangga(teks)


# --- From its first day on --------------------------------------------------------------------


def tempo(ttd, *peristiwa, aturan=RIWAYAT):
    semua = susun(FaktaNaskah(ttd), peristiwa, aturan, sampai=date(2028, 1, 1))
    return [(k.jatuh_tempo, k.dasar.kebijakan) for k in terbuka(semua)[:3]]


def test_what_arose_before_a_version_keeps_its_date_and_what_follows_later_has_the_new_one():
    assert tempo(date(2026, 2, 10)) == [
        (date(2026, 8, 10), "2021-1"),  # arose in February
        (date(2027, 2, 10), "2026-1"),  # arises in August: an evaluasi, still 6 months
        (date(2027, 6, 10), "2026-1"),  # arises in February 2027: a pemantauan after 4
    ]


def test_an_event_held_on_the_first_day_is_followed_by_the_new_version():
    evaluasi = [
        Peristiwa(JenisKegiatan.EVALUASI, tanggal)
        for tanggal in (date(2026, 6, 30), date(2026, 7, 1))
    ]

    sebelum, sejak = (tempo(date(2025, 12, 31), satu)[0] for satu in evaluasi)

    assert sebelum == (date(2026, 12, 30), "2021-1")
    assert sejak == (date(2026, 11, 1), "2026-1")


def test_before_any_version_the_first_one_governs():
    assert tempo(date(2020, 1, 15))[0] == (date(2020, 7, 15), "2021-1")


def test_a_backlog_is_governed_by_the_version_of_the_day_its_supervision_begins():
    fakta = FaktaNaskah(date(2020, 1, 15), mulai_pengawasan=date(2026, 8, 1))
    pertama = susun(fakta, [], RIWAYAT, sampai=date(2028, 1, 1))[0]

    assert (pertama.jatuh_tempo, pertama.dasar.kebijakan) == (date(2026, 9, 15), "2026-1")


def test_reports_keep_counting_from_signing_across_a_version():
    laporan = tempo_laporan(FaktaNaskah(date(2026, 1, 31)), RIWAYAT, sampai=date(2027, 6, 1))

    assert [t.jatuh_tempo for t in laporan] == [
        date(2026, 7, 31), date(2026, 10, 31), date(2027, 1, 31), date(2027, 4, 30),
    ]  # fmt: skip


@given(FAKTA, HISTORY, ATURAN)
def test_the_explanation_alone_gives_the_same_date_under_any_versions(fakta, peristiwa, aturan):
    for satu in susun(fakta, peristiwa, aturan, sampai=date(2028, 12, 31)):
        assert hitung_ulang(satu.dasar) == satu.jatuh_tempo


@given(FAKTA, HISTORY, VERSI)
def test_one_version_alone_is_the_plain_policy(fakta, peristiwa, versi):
    sampai = date(2028, 12, 31)

    assert susun(fakta, peristiwa, RiwayatKebijakan((versi,)), sampai=sampai) == susun(
        fakta, peristiwa, versi, sampai=sampai
    )


@given(FAKTA, HISTORY, ATURAN, VERSI)
def test_a_new_version_moves_nothing_that_arose_before_it(fakta, peristiwa, aturan, baru):
    mulai = max(v.berlaku_mulai for v in aturan.versi).replace(year=2027)
    kelak = aturan.dengan(replace(baru, versi="baru", berlaku_mulai=mulai))

    lama = susun(fakta, peristiwa, aturan, sampai=date(2030, 1, 1))
    kini = susun(fakta, peristiwa, kelak, sampai=date(2030, 1, 1))

    tetap = [k for k in lama if k.dasar.tanggal_acuan < mulai]
    assert kini[: len(tetap)] == tetap
    assert all(k.dasar.kebijakan == "v" for k in tetap)


@given(FAKTA, HISTORY, ATURAN, st.dates(date(2020, 1, 1), date(2028, 1, 1)))
def test_the_day_of_the_alarm_is_a_date_and_needs_no_night(fakta, peristiwa, aturan, per):
    peristiwa = [p for p in peristiwa if p.tanggal <= per]
    mulai = lewat_mulai(fakta, peristiwa, aturan)

    assert (mulai is not None and mulai <= per) is lewat_12_bulan(fakta, peristiwa, aturan, per=per)


def test_two_policies_side_by_side_tell_what_moves_what_is_new_and_what_is_no_more():
    geser = bandingkan(
        FaktaNaskah(date(2026, 7, 31), tanggal_berakhir=date(2027, 7, 31)),
        [],
        RiwayatKebijakan((LAMA,)),
        RIWAYAT,
        per=date(2026, 8, 1),
        sampai=date(2028, 8, 1),
    )

    assert [(g.jenis.value, g.ke, g.semula, g.menjadi, g.perubahan.value) for g in geser] == [
        ("evaluasi", 2, date(2027, 7, 31), date(2027, 5, 31), "bergeser"),
        ("laporan", 1, date(2027, 1, 31), date(2026, 10, 31), "bergeser"),
        ("laporan", 2, date(2027, 7, 31), date(2027, 1, 31), "bergeser"),
        ("laporan", 3, None, date(2027, 4, 30), "baru"),
        ("laporan", 4, None, date(2027, 7, 31), "baru"),
        ("pemantauan", 1, date(2027, 1, 31), date(2026, 11, 30), "bergeser"),
    ]
