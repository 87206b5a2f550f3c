import pytest

from pengawasan.domain.pemisahan import Penanda, periksa_anggota, periksa_penanda

PENANDA = [Penanda("Dr. Budi Santoso, M.Si.", "Dinas Sosial pada naskah 1/2026")]


@pytest.mark.parametrize(
    "sebutan", [["Budi Santoso"], ["BUDI SANTOSO, S.H."], ["Nama lain", "budi santoso"]]
)
def test_who_signs_for_the_unit_is_not_on_the_team(sebutan):
    putusan = periksa_anggota(sebutan, PENANDA)

    assert putusan.alasan == (
        f"{sebutan[0]} menandatangani untuk Dinas Sosial pada naskah 1/2026, jadi tidak dapat "
        "menjadi anggota tim yang mengawasinya (pemisahan tugas)."
    )


@pytest.mark.parametrize("sebutan", [["Budi Santosa"], [""], ["Ani", ""]])
def test_others_may_be_on_the_team(sebutan):
    assert periksa_anggota(sebutan, PENANDA)
    assert periksa_anggota(["Budi Santoso"], [])


def test_who_is_on_the_team_does_not_sign_for_the_unit():
    tim = [("Ani", "1/ST"), ("Budi Santoso", "2/ST")]

    assert "surat tugas 2/ST" in periksa_penanda("Ir. Budi Santoso", tim).alasan
    assert periksa_penanda("Cici", tim)
    assert periksa_penanda("", [("", "1/ST")])
