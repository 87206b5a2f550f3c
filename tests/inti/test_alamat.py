"""The address of a row is what Django makes of its name and key."""

import pytest
from django.test import override_settings
from django.test.utils import override_script_prefix
from django.urls import NoReverseMatch, path, reverse

from inti.alamat import alamat_baris

NAMA = "kerjasama:naskah-rincian"
urlpatterns = [path("lain/<int:pk>/ubah/", lambda request: None, name="karantina-rincian")]


@pytest.mark.parametrize("pk", [1, 7, 2**63 - 1])
def test_it_is_what_reverse_says(pk):
    assert alamat_baris(NAMA, pk) == reverse(NAMA, args=[pk])


def test_it_is_told_of_the_place_where_the_site_is_mounted():
    biasa = alamat_baris(NAMA, 7)
    with override_script_prefix("/kerja-sama-kota/"):
        assert alamat_baris(NAMA, 7) == f"/kerja-sama-kota{biasa}"
    assert alamat_baris(NAMA, 7) == biasa


def test_another_set_of_addresses_has_its_own():
    biasa = alamat_baris("karantina-rincian", 7)
    with override_settings(ROOT_URLCONF=__name__):
        assert alamat_baris("karantina-rincian", 7) == "/lain/7/ubah/"
    assert alamat_baris("karantina-rincian", 7) == biasa


def test_a_name_that_leads_nowhere_is_refused():
    with pytest.raises(NoReverseMatch):
        alamat_baris("tiada", 7)
