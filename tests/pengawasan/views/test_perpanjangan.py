"""The page that proposes an extension."""

import pytest
from django.urls import reverse

from pengawasan.models import Kegiatan
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import JadwalFactory, KebijakanFactory, KegiatanFactory, hari
from tests.support.formulir import isian

pytestmark = pytest.mark.django_db


@pytest.fixture
def tim(client):
    KebijakanFactory()
    client.force_login(PenggunaFactory(tim=True))
    return client


def usulkan(naskah):
    return reverse("pengawasan:perpanjangan-usulkan", args=[naskah.pk])


def test_the_page_as_it_comes_plans_the_combined_evaluasi(tim):
    naskah = NaskahFactory(tanggal_berakhir=hari(120))
    page = tim.get(usulkan(naskah))
    isi = isian(page) | {"tujuan": "bersama"}

    jawab = tim.post(usulkan(naskah), isi)

    kegiatan = Kegiatan.objects.get(naskah=naskah)
    assert jawab.url == kegiatan.get_absolute_url()
    assert (kegiatan.bersama_perpanjangan, kegiatan.sifat) == (True, "insidental")
    assert kegiatan.tanggal_rencana == page.context["pengajuan"].batas
    assert "Naskah berakhir" in kegiatan.alasan


def test_an_evaluasi_akhir_is_planned_without_the_mark(tim):
    naskah = NaskahFactory(tanggal_berakhir=hari(60))

    tim.post(usulkan(naskah), isian(tim.get(usulkan(naskah))) | {"tujuan": "akhir"})

    assert not Kegiatan.objects.get(naskah=naskah).bersama_perpanjangan


def test_where_an_evaluasi_is_owed_reason_and_requester_are_not_asked(tim):
    jadwal = JadwalFactory(naskah=NaskahFactory(tanggal_berakhir=hari(60)), jenis="evaluasi")
    page = tim.get(usulkan(jadwal.naskah))
    assert "alasan" not in page.context["form"].fields

    tim.post(usulkan(jadwal.naskah), isian(page) | {"tujuan": "bersama"})

    assert Kegiatan.objects.get().jadwal == jadwal


@pytest.mark.parametrize(
    ("ubahan", "salah"),
    [
        ({"tanggal_rencana": hari(-1).isoformat()}, "tanggal_rencana"),
        ({"tanggal_rencana": hari(61).isoformat()}, "tanggal_rencana"),
        ({"tanggal_rencana": "9999-12-31"}, "tanggal_rencana"),
        ({"tujuan": ""}, "tujuan"),
        ({"tujuan": "lain"}, "tujuan"),
        ({"alasan": ""}, "alasan"),
    ],
)
def test_bad_input_is_told_at_its_field(tim, ubahan, salah):
    naskah = NaskahFactory(tanggal_berakhir=hari(60))
    isi = isian(tim.get(usulkan(naskah))) | {"tujuan": "bersama"} | ubahan

    page = tim.post(usulkan(naskah), isi)

    assert list(page.context["form"].errors) == [salah]
    assert not Kegiatan.objects.exists()


def test_an_evaluasi_that_is_planned_is_offered_to_be_joined(tim):
    kegiatan = KegiatanFactory(naskah=NaskahFactory(tanggal_berakhir=hari(60)), evaluasi=True)
    naskah = kegiatan.naskah
    assert "Gabungkan" in tim.get(usulkan(naskah)).content.decode()

    jawab = tim.post(reverse("pengawasan:perpanjangan-gabung", args=[naskah.pk]))

    kegiatan.refresh_from_db()
    assert (jawab.url, kegiatan.bersama_perpanjangan) == (kegiatan.get_absolute_url(), True)
    assert "Gabungkan" not in tim.get(usulkan(naskah)).content.decode()


def test_joining_where_nothing_is_planned_says_so(tim):
    naskah = NaskahFactory(tanggal_berakhir=hari(60))

    page = tim.post(reverse("pengawasan:perpanjangan-gabung", args=[naskah.pk]), follow=True)

    assert "Tidak ada evaluasi" in page.content.decode()


def test_what_has_ended_is_led_back_with_the_reason(tim):
    naskah = NaskahFactory(tanggal_berakhir=hari(-1))

    page = tim.get(usulkan(naskah), follow=True)

    assert "sudah lewat" in page.content.decode()
