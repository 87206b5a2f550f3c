"""What anybody may open carries nothing of the columns that the register of personal data names."""

import html

import pytest
from django.apps import apps

from config.data_pribadi import REGISTER
from tests.factories.adegan import bangun
from tests.factories.inti import PenggunaFactory
from tests.permissions_matrix import MATRIKS
from tests.test_permissions import ambil, peramban, url

# Opened by who holds the address: a calendar of one's own.
BERTOKEN = {"pelaporan:kalender-ics"}
# Too short, or a word like any other: a seat, a code, a yes.
PALING_PENDEK = 6


@pytest.fixture
def adegan(db):
    return bangun()


def isi_orang():
    """Every value of those columns that is text and long enough to be somebody's."""
    for butir in REGISTER:
        for kolom in butir.kolom:
            app, model, nama = kolom.split(".")
            semua = apps.get_model(app, model)._base_manager.values_list(nama, flat=True)
            if nama not in {"jabatan", "jabatan_penanda_tangan", "aksi", "objek_nama"}:
                yield from (n for n in semua if isinstance(n, str) and len(n) >= PALING_PENDEK)


def halaman_umum(adegan):
    klien = peramban(adegan, "anon")
    for nama, (cara, status) in MATRIKS.items():
        if cara == "GET" and status["anon"] == 200 and nama not in BERTOKEN:
            yield nama, html.unescape(ambil(klien, url(adegan, nama))[1].decode(errors="replace"))


def test_no_page_without_signing_in_tells_of_a_person(adegan):
    PenggunaFactory(nama="Sri Wahyuni Kartika", nip="198001012005012001", telepon="081234567890")
    orang = set(isi_orang())

    bocor = {(nama, satu) for nama, isi in halaman_umum(adegan) for satu in orang if satu in isi}

    assert len(orang) > 20
    assert bocor == set()


def test_the_sieve_finds_a_name_where_there_is_one(adegan):
    klien = peramban(adegan, "admin")
    orang = set(isi_orang())

    isi = ambil(klien, url(adegan, "akun-daftar"))[1].decode()

    assert [satu for satu in orang if satu in html.unescape(isi)]
