"""Whatever is typed at random, a field answers with a value or in words, and a form with a page."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.test_pengurai_acak import SEMBARANG
from tests.test_teks_jahat import adegan, bersihkan, formulir, kirim, semua_field  # noqa: F401

SATU_KALI = settings(
    max_examples=2, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
TEKS = st.text(max_size=400)
# Between what the field is for and what nobody expects there.
ISIAN = {
    "date": st.dates().map(str) | TEKS,
    "number": st.integers().map(str) | st.floats().map(str) | TEKS,
    "email": st.emails() | TEKS,
    "hidden": st.integers().map(str) | TEKS,
    "select": st.integers(-1, 99).map(str) | TEKS,
}


@pytest.mark.django_db
def test_every_field_reads_or_refuses_what_is_typed_at_random(client):
    client.get("/masuk/")  # brings in everything that the addresses need
    semua = list(semua_field())

    @settings(max_examples=40, suppress_health_check=list(HealthCheck))
    @given(teks=SEMBARANG)
    def ketik(teks):
        salah = [f"{nama}: {kata}" for nama, field in semua if (kata := bersihkan(field, teks))]
        assert salah == []

    ketik()
    assert len(semua) > 300


def isi_acak(klien, satu, salah):
    """Fill the form in twice; what breaks is added to `salah`."""
    isian = {n: ISIAN.get(j, TEKS) for n, j in satu.jenis.items() if j != "file"}

    @SATU_KALI
    @given(isi=st.fixed_dictionaries(isian))
    def coba(isi):
        response, subjek = kirim(klien, satu, isi)
        if response.status_code >= 500 or subjek:
            salah.append(f"{satu.tujuan}: {response.status_code} {subjek} {isi}")

    coba()


@pytest.mark.lambat
def test_every_form_answers_what_is_filled_in_at_random(adegan):  # noqa: F811 - the fixture
    salah, banyak = [], 0
    for _, klien, satu in formulir(adegan):
        isi_acak(klien, satu, salah)
        banyak += 1

    assert salah == [], "\n".join(salah)
    assert banyak > 100
