"""What the chair may decide; every pair of state and action of reports."""

from itertools import product

import pytest

from pelaporan.domain import laporan
from pelaporan.domain.putusan import Keputusan, hasil, periksa
from pelaporan.enums import AksiLaporan, StatusLaporan

YA, TIDAK = Keputusan(setuju=True), Keputusan(setuju=False, catatan="Sebutkan besarannya.")
DASAR = {
    "bundel_kini": "ab",
    "bundel_dibuka": "ab",
    "menunggu": [1, 2],
    "keputusan": {1: YA, 2: TIDAK},
    "kembalikan": False,
    "catatan": "",
    "penyusun": {7, 8},
    "oleh": 9,
}


def test_a_decision_on_every_waiting_rekomendasi_is_allowed():
    assert periksa(StatusLaporan.DIKIRIM, **DASAR)


@pytest.mark.parametrize(
    ("ubahan", "sebut"),
    [
        ({"oleh": 7}, "Penyusun"),
        ({"bundel_kini": ""}, "belum siap"),
        ({"bundel_dibuka": "cd"}, "berubah sejak"),
        ({"keputusan": {1: YA}}, "Setiap rekomendasi"),
        ({"keputusan": {1: YA, 2: YA, 3: YA}}, "Setiap rekomendasi"),
        ({"keputusan": {1: YA, 2: Keputusan(setuju=False, catatan=" ")}}, "catatan"),
        ({"menunggu": [], "keputusan": {}, "kembalikan": True}, "catatan"),
    ],
)
def test_a_decision_that_is_not_sound_is_refused_with_its_reason(ubahan, sebut):
    putusan = periksa(StatusLaporan.DIKIRIM, **(DASAR | ubahan))

    assert not putusan
    assert sebut in putusan.alasan


@pytest.mark.parametrize("status", [s for s in StatusLaporan if s != StatusLaporan.DIKIRIM])
def test_only_a_sent_laporan_is_decided(status):
    assert not periksa(status, **DASAR)


@pytest.mark.parametrize(
    ("keputusan", "kembalikan", "ke"),
    [
        ([YA, YA], False, StatusLaporan.DISETUJUI),
        ([YA, TIDAK], False, StatusLaporan.DIKEMBALIKAN),
        ([], False, StatusLaporan.DISETUJUI),
        ([], True, StatusLaporan.DIKEMBALIKAN),
    ],
)
def test_one_return_returns_the_laporan(keputusan, kembalikan, ke):
    assert hasil(keputusan, kembalikan=kembalikan) == ke


@pytest.mark.parametrize(("status", "aksi"), list(product(StatusLaporan, AksiLaporan)))
def test_transisi_laporan_is_exactly_the_table(status, aksi):
    boleh = {
        ("draf", "kirim"),
        ("dikembalikan", "kirim"),
        ("dikirim", "kembalikan"),
        ("dikirim", "setujui"),
        ("dikirim", "cabut"),
        ("disetujui", "cabut"),
        ("dicabut", "kirim"),
    }

    assert bool(laporan.periksa(status, aksi)) is ((status.value, aksi.value) in boleh)
