from decimal import Decimal

import pytest

from pengawasan.domain.usulan_matrik import Lanjutan, perlu_dilanjutkan, sebab_butir


@pytest.mark.parametrize(
    ("persen", "tunggakan", "jatuh_tempo", "sebab"),
    [
        ([], 0, 0, ""),
        ([None, None], 0, 2, "Sudah jatuh tempo dan belum dinyatakan pemenuhannya."),
        ([Decimal(100), None], 0, 2, ""),
        ([Decimal(100), Decimal("11.9")], 0, 1, "Paling rendah dinyatakan terpenuhi 11,9 %."),
        ([Decimal(100)], 1_500_000, 1, "Tunggakan Rp1.500.000."),
    ],
)
def test_sebab_butir_says_what_is_not_fulfilled(persen, tunggakan, jatuh_tempo, sebab):
    assert sebab_butir(persen, tunggakan=tunggakan, jatuh_tempo=jatuh_tempo) == sebab


@pytest.mark.parametrize(
    ("riwayat", "dipakai", "hasil"),
    [
        ([], (), []),
        ([(1, None, True), (2, None, False)], (), [1]),
        ([(1, None, True)], (1,), []),
        # Carried over once: the later row stands for both while it is open.
        ([(1, None, True), (5, 1, True)], (), [5]),
        # The later one was closed and the first was not: it comes back.
        ([(1, None, True), (5, 1, False)], (), [1]),
    ],
)
def test_perlu_dilanjutkan_follows_the_chain_until_it_is_solved(riwayat, dipakai, hasil):
    satu = [Lanjutan(baris, asal, terbuka=terbuka) for baris, asal, terbuka in riwayat]

    assert perlu_dilanjutkan(satu, dipakai) == hasil
