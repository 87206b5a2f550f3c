"""Why an obligation moved, or is no more."""

from dataclasses import asdict
from datetime import date

import pytest

from pengawasan.domain.fakta import FaktaNaskah, KebijakanSiklus, Peristiwa
from pengawasan.domain.perubahan import sebab_bergeser, sebab_diganti
from pengawasan.domain.tempo import susun
from pengawasan.enums import JenisKegiatan

TTD, SAMPAI = date(2024, 1, 31), date(2026, 12, 31)


def rencana(*peristiwa, fakta=None, kebijakan=None):
    return susun(
        fakta or FaktaNaskah(TTD, dokumen="134.4/1"),
        peristiwa,
        kebijakan or KebijakanSiklus("2021-1"),
        sampai=SAMPAI,
    )


def tersimpan(kewajiban):
    """The explanation as a row keeps it."""
    dasar = asdict(kewajiban.dasar)
    return {k: v.isoformat() if isinstance(v, date) else v for k, v in dasar.items()}


LAMA = rencana()
SEMULA = "semula dari penandatanganan 31 Januari 2024"
HADIR = Peristiwa(JenisKegiatan.PEMANTAUAN, date(2024, 8, 5), dokumen="berita acara 7")


@pytest.mark.parametrize(
    ("baru", "sebab"),
    [
        (LAMA[1], ""),
        (
            rencana(kebijakan=KebijakanSiklus("2026-1", interval_evaluasi=4))[1],
            "Interval berubah dari 6 menjadi 4 bulan menurut kebijakan versi 2026-1.",
        ),
        (
            rencana(fakta=FaktaNaskah(TTD, interval_evaluasi=3, klausul="Pasal 9"))[1],
            "Interval berubah dari 6 menjadi 3 bulan menurut Pasal 9 (kebijakan versi 2021-1).",
        ),
        (
            rencana(HADIR)[1],
            f"Kini dihitung dari pemantauan 5 Agustus 2024 (berita acara 7) + 6 bulan, {SEMULA}.",
        ),
        (
            rencana(fakta=FaktaNaskah(date(2024, 1, 20), dokumen="134.4/1"))[1],
            f"Kini dihitung dari penandatanganan 20 Januari 2024 (134.4/1) + 12 bulan, {SEMULA}.",
        ),
    ],
)
def test_a_moved_date_names_the_fact_or_the_policy_that_changed(baru, sebab):
    assert sebab_bergeser(tersimpan(LAMA[1]), baru.dasar) == sebab


def diganti(pengganti, *, berakhir=None, ke=1):
    lama = LAMA[ke]
    return sebab_diganti(
        tersimpan(lama),
        jatuh_tempo=lama.jatuh_tempo,
        jenis=lama.jenis.value,
        pengganti=pengganti,
        berakhir=berakhir,
    )


def test_what_falls_after_the_end_says_so():
    assert diganti(LAMA[0], berakhir=date(2024, 12, 31)) == (
        "Jatuh tempo 31 Januari 2025 melewati hari terakhir naskah, 31 Desember 2024."
    )


def test_a_turn_of_another_kind_says_what_it_follows():
    lebih_awal = Peristiwa(JenisKegiatan.EVALUASI, date(2024, 3, 1))

    assert diganti(rencana(lebih_awal)[1]) == (
        "Giliran ini kini pemantauan, karena mengikuti evaluasi 1 Maret 2024."
    )


def test_a_turn_beyond_the_plan_says_what_made_the_plan_shorter():
    jarang = rencana(fakta=FaktaNaskah(TTD, interval_evaluasi=24, klausul="Pasal 9"))

    assert "Interval berubah dari 6 menjadi 24 bulan" in diganti(jarang[1])
    assert "tidak berlaku lagi" in diganti(None)
