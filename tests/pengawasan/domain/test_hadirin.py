import pytest

from pengawasan.domain.hadirin import BarisSalahError, Orang, baca_tempelan


@pytest.mark.parametrize(
    ("baris", "orang"),
    [
        ("Budi; Kepala Bidang; Dinas Kesehatan", Orang("Budi", "Kepala Bidang", "Dinas Kesehatan")),
        ("Budi;;Dinas Kesehatan", Orang("Budi", "", "Dinas Kesehatan")),
        ("Budi; Dinas Kesehatan", Orang("Budi", "", "Dinas Kesehatan")),
        ("Budi; Staf; PT Mitra;", Orang("Budi", "Staf", "PT Mitra")),
        ("Budi\tStaf; magang\tPT Mitra", Orang("Budi", "Staf; magang", "PT Mitra")),
    ],
)
def test_tempelan_reads_one_person_per_line(baris, orang):
    assert baca_tempelan(baris) == [orang]


def test_tempelan_skips_empty_lines():
    assert [o.nama for o in baca_tempelan("\nAni; A\n  \nBudi; B\n")] == ["Ani", "Budi"]


@pytest.mark.parametrize(
    "baris", ["Budi", "; Staf; Dinas", "a; b; c; d", f"{'x' * 151}; Dinas", f"a; {'x' * 201}"]
)
def test_tempelan_names_the_line_it_cannot_read(baris):
    with pytest.raises(BarisSalahError, match=r"^Baris 2: "):
        baca_tempelan(f"Ani; Dinas\n{baris}")
