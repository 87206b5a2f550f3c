"""Withholding from the public register on the review page: the list, a row, a correction."""

import pytest
from django.urls import reverse

from tests.kerjasama.services.test_impor import BARIS
from tests.kerjasama.views.test_impor import aksi, bawa, staf, ubah

__all__ = ("bawa", "staf")
pytestmark = pytest.mark.django_db


def kirim(client, nama, objek, alasan):
    alamat = reverse(f"kerjasama:{nama}", args=[objek.pk])
    return client.post(alamat, {"alasan": alasan}, follow=True).text


def test_list_is_withheld_and_shown_again(client, bawa):
    impor = bawa(BARIS, BARIS.replace("12/", "13/"))
    halaman = client.get(impor.get_absolute_url()).text
    assert "Dari 2 baris yang siap, 2 akan tampil di register publik. Lanjutkan?" in halaman

    halaman = kirim(client, "impor-tahan", impor, "Belum diperiksa")

    assert "Semua baris yang belum masuk ditahan dari register publik." in halaman
    assert "0 akan tampil di register publik dan 2 ditahan" in halaman
    assert "akan tampil di register publik." in kirim(client, "impor-tahan", impor, " ")
    assert not impor.baris.exclude(alasan_tahan="").exists()


def test_row_is_withheld_and_keeps_its_place_in_the_list(client, bawa):
    baris = bawa(BARIS).baris.get()

    halaman = kirim(client, "impor-baris-tahan", baris, "Rahasia dagang")

    assert "Baris 2 ditahan dari register publik." in halaman
    assert "<strong>Ditahan dari register publik.</strong> Rahasia dagang" in halaman
    assert "300" in kirim(client, "impor-baris-tahan", baris, "x" * 301)


def test_correction_shows_the_reason_and_may_change_it(client, bawa):
    baris = bawa(BARIS).baris.get()
    kirim(client, "impor-baris-tahan", baris, "Rahasia dagang")
    isian = client.get(reverse("kerjasama:impor-baris-ubah", args=[baris.pk])).context["form"]
    assert isian["alasan_tahan"].value() == "Rahasia dagang"

    ubah(client, baris, alasan_tahan="Lampiran rahasia")

    baris.refresh_from_db()
    assert (baris.status, baris.alasan_tahan) == ("diterima", "Lampiran rahasia")


def test_list_with_nothing_left_to_decide_does_not_ask(client, bawa):
    impor = bawa(BARIS)
    aksi(client, "impor-terima-semua", impor)

    assert "Tahan dahulu dari register publik" not in client.get(impor.get_absolute_url()).text
