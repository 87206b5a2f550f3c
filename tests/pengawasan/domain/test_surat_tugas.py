from datetime import date
from itertools import product

import pytest

from pengawasan.domain.surat_tugas import (
    TRANSISI,
    periksa,
    periksa_pindah,
    periksa_tanggal_pengganti,
)
from pengawasan.enums import AksiSuratTugas as Aksi
from pengawasan.enums import StatusKegiatan
from pengawasan.enums import StatusSuratTugas as Status


@pytest.mark.parametrize(("status", "aksi"), list(product(Status, Aksi)))
def test_only_a_letter_in_force_is_revoked_or_replaced(status, aksi):
    assert bool(periksa(status, aksi)) is (status == Status.BERLAKU)
    assert ((status, aksi) in TRANSISI) is (status == Status.BERLAKU)


@pytest.mark.parametrize("aksi", Aksi)
def test_both_need_a_reason(aksi):
    assert "wajib disertai alasan" in periksa(Status.BERLAKU, aksi, alasan=" ").alasan


def test_a_letter_with_results_is_replaced_and_not_revoked():
    hasil = ["Evaluasi 1 (matrik)", "Pemantauan 2 (berita acara)"]

    tolak = periksa(Status.BERLAKU, Aksi.CABUT, hasil=hasil)

    assert "Evaluasi 1 (matrik) dan Pemantauan 2 (berita acara)" in tolak.alasan
    assert "Terbitkan penggantinya" in tolak.alasan
    assert periksa(Status.BERLAKU, Aksi.GANTIKAN, hasil=hasil)


@pytest.mark.parametrize("status", StatusKegiatan)
def test_a_new_letter_takes_over_what_is_not_reported(status):
    harap = status in {StatusKegiatan.DITUGASKAN, StatusKegiatan.DILAKSANAKAN}

    assert bool(periksa_pindah([status])) is harap
    assert periksa_pindah([status, StatusKegiatan.DITUGASKAN])


def test_a_new_letter_is_not_older():
    assert periksa_tanggal_pengganti(date(2026, 3, 1), lama=date(2026, 3, 1))
    assert not periksa_tanggal_pengganti(date(2026, 2, 28), lama=date(2026, 3, 1))
