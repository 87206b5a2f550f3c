"""Twins of a list's rows are found under the names that their partners had before."""

from datetime import date

import pytest

from kerjasama.models import Mitra
from kerjasama.queries.kembar import RegisterKembar
from kerjasama.services import nama
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory

pytestmark = pytest.mark.django_db


def test_row_with_a_former_name_repeats_the_naskah_of_the_present_one(count_queries):
    mitra = MitraFactory(nama="PT Lama")
    naskah = NaskahFactory(mitra=[mitra, MitraFactory(nama="CV Dua")], nomor="", kunci_nomor="")
    nama.ganti_nama(
        Mitra,
        mitra.pk,
        nama="PT Baru",
        mulai=date(2025, 1, 1),
        dasar="Akta",
        oleh=PenggunaFactory(staf=True),
    )
    usulan = {
        "judul": naskah.judul,
        "tanggal_ttd": str(naskah.tanggal_ttd),
        "mitra": [{"nama": "Dua, CV"}, {"nama": "PT. LAMA"}],
    }

    with count_queries(5):
        register = RegisterKembar([usulan], ["k"])

    assert register.cari(usulan, "k") == naskah
