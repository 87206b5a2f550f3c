import pytest
from django.urls import reverse
from django.utils import timezone

from pengawasan.models import Rapat
from pengawasan.services import acara_rapat as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import anggota_pd
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


# --- The list -------------------------------------------------------------------------------

DAFTAR = reverse("pengawasan:rapat-daftar")


def terdaftar(client, **kueri):
    return [r.pk for r in client.get(DAFTAR, kueri).context["object_list"]]


def test_the_list_is_narrowed_by_words_state_unit_and_day(staf):
    lewat = RapatFactory(tempat="Balai kota", tanggal=hari(-3))
    nanti = RapatFactory(tempat="Aula", tanggal=hari(3))
    batal = RapatFactory(tanggal=hari(5), dibatalkan_pada=timezone.now(), alasan_batal="Bentrok.")
    unit = nanti.kegiatan.get().naskah.perangkat_daerah.get()

    assert terdaftar(staf) == [batal.pk, nanti.pk, lewat.pk]
    assert terdaftar(staf, q="balai") == [lewat.pk]
    assert terdaftar(staf, q=nanti.kegiatan.get().naskah.judul) == [nanti.pk]
    assert terdaftar(staf, keadaan="akan_datang") == [nanti.pk]
    assert terdaftar(staf, keadaan="sudah") == [lewat.pk]
    assert terdaftar(staf, keadaan="dibatalkan") == [batal.pk]
    assert terdaftar(staf, perangkat_daerah=unit.pk) == [nanti.pk]
    assert terdaftar(staf, dari=hari(-1), sampai=hari(4)) == [nanti.pk]


def test_an_empty_list_says_what_to_do(staf):
    assert "Belum ada rapat." in staf.get(DAFTAR).text
    RapatFactory()
    assert "Tidak ada rapat yang cocok." in staf.get(DAFTAR, {"q": "takada"}).text


def test_a_unit_learns_of_its_own_naskah_only(client):
    rapat = RapatFactory(kegiatan__naskah__judul="Pasar rakyat")
    lain = KegiatanFactory(ditugaskan=True, naskah__judul="Zamrudwangi", rapat=rapat)
    RapatFactory()
    client.force_login(
        anggota_pd(rapat.kegiatan.order_by("pk").first().naskah.perangkat_daerah.get())
    )

    page = client.get(DAFTAR).text

    assert terdaftar(client) == [rapat.pk]
    assert "Pasar rakyat" in page
    assert "Zamrudwangi" not in page
    assert terdaftar(client, q="Zamrudwangi") == []
    assert str(lain.naskah) not in client.get(rapat.get_absolute_url()).text


def test_a_meeting_that_was_called_off_stays_in_the_list_of_the_office(staf):
    rapat = RapatFactory()
    kegiatan = rapat.kegiatan.get()
    services.batalkan(rapat.pk, alasan="Bentrok.", oleh=PenggunaFactory())
    acara = {"tanggal": hari(7), "tempat": "Aula"}
    baru = services.adakan([kegiatan.pk], acara, oleh=PenggunaFactory())

    assert terdaftar(staf) == [baru.pk, rapat.pk]
