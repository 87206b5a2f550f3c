import pytest
from django.urls import reverse

from pengawasan.models import Rapat
from tests.factories.inti import PenggunaFactory
from tests.factories.pengawasan import KegiatanFactory, RapatFactory, hari

pytestmark = pytest.mark.django_db


@pytest.fixture
def staf(client):
    client.force_login(PenggunaFactory(staf=True))
    return client


def test_tambah_chooses_the_kegiatan_it_was_opened_for(staf):
    kegiatan = KegiatanFactory()

    page = staf.get(reverse("pengawasan:rapat-tambah"), {"kegiatan": kegiatan.pk})

    assert page.context["form"].initial["kegiatan"] == [kegiatan]


def test_tambah_keeps_what_was_typed_when_it_is_refused(staf):
    kegiatan = KegiatanFactory()
    data = {"kegiatan": kegiatan.pk, "tanggal": "1990-01-01", "tempat": "Balai kota"}

    page = staf.post(reverse("pengawasan:rapat-tambah"), data)

    assert page.context["form"]["tempat"].value() == "Balai kota"
    assert not Rapat.objects.exists()


def test_ubah_moves_the_meeting(staf):
    rapat = RapatFactory()

    staf.post(
        reverse("pengawasan:rapat-ubah", args=[rapat.pk]),
        {"tanggal": hari(9).isoformat(), "tempat": "Aula"},
    )

    assert Rapat.objects.get().tempat == "Aula"


def test_rincian_and_kalender_open(staf):
    rapat = RapatFactory()

    assert staf.get(rapat.get_absolute_url()).status_code == 200
    kalender = staf.get(reverse("pengawasan:rapat-kalender", args=[rapat.pk]))
    assert kalender["Content-Type"] == "text/calendar; charset=utf-8"
