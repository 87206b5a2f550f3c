import re

import pytest
from django.urls import reverse

from pelaporan.queries import kalender as queries
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kalender import satu_setiap_jenis
from tests.factories.kerjasama import anggota_mitra
from tests.factories.pengawasan import hari

pytestmark = pytest.mark.django_db
KALENDER = reverse("pelaporan:kalender")


@pytest.fixture
def staf(client):
    PemerintahFactory()
    orang = PenggunaFactory(staf=True)
    client.force_login(orang)
    return orang


def test_month_and_agenda_show_the_same_entries(client, staf):
    satu_setiap_jenis()
    bulan = f"{hari(10):%Y-%m}"

    sebulan = client.get(KALENDER, {"bulan": bulan}).context
    agenda = client.get(KALENDER, {"bulan": bulan, "tampilan": "agenda"}).context

    petak = [b for pekan in sebulan["petak"] for h in pekan if h.bulan_ini for b in h.butir]
    assert [b for h in agenda["agenda"] for b in h.butir] == petak
    assert len(petak) == 9


def test_one_day_is_an_agenda_of_that_day(client, staf):
    satu_setiap_jenis()

    konteks = client.get(KALENDER, {"hari": f"{hari(10):%Y-%m-%d}"}).context

    assert konteks["petak"] is None
    assert [h.tanggal for h in konteks["agenda"] if h.butir] == [hari(10)]


@pytest.mark.parametrize(
    "kueri",
    ["bulan=2026-99", "hari=31-02-2026", "jenis=apa", "tampilan=%00", "hari=0001-01-01"],
)
def test_what_is_not_understood_shows_this_month(client, staf, kueri):
    konteks = client.get(f"{KALENDER}?{kueri}").context

    assert konteks["petak"]
    assert konteks["bulan"].endswith(str(hari().year))


def test_arrows_keep_the_filter(client, staf):
    isi = client.get(KALENDER, {"bulan": "2026-12", "jenis": ["rapat", "jadwal"]}).content.decode()

    assert "?jenis=rapat&amp;jenis=jadwal&amp;bulan=2027-01" in isi
    assert "?jenis=rapat&amp;jenis=jadwal&amp;bulan=2026-11" in isi


def test_numbers_of_a_full_day_open_to_as_many_rows(client, staf, monkeypatch):
    monkeypatch.setitem(queries.isi.__kwdefaults__, "batas", 12)
    for _ in range(2):
        satu_setiap_jenis()

    halaman = client.get(KALENDER, {"bulan": f"{hari(10):%Y-%m}"}).content.decode()
    angka = re.findall(r'href="(\?hari=[^"]+jenis=[^"]+)">[^:<]+: (\d+)</a>', halaman)

    assert len(angka) == 9
    for tautan, jumlah in angka:
        konteks = client.get(KALENDER + tautan.replace("&amp;", "&")).context
        assert sum(len(h.butir) for h in konteks["agenda"]) == int(jumlah) == 2


def test_every_link_of_a_mitra_leads_to_a_page_it_may_open(client):
    PemerintahFactory()
    naskah = satu_setiap_jenis()
    client.force_login(anggota_mitra(naskah.mitra.get()))

    konteks = client.get(KALENDER, {"hari": f"{hari(10):%Y-%m-%d}"}).context
    tautan = [b.tautan for h in konteks["agenda"] for b in h.butir]

    assert len(tautan) == 7
    assert {client.get(satu).status_code for satu in tautan} == {200}


def test_every_link_of_the_staff_leads_to_its_page(client, staf):
    satu_setiap_jenis()

    konteks = client.get(KALENDER, {"hari": f"{hari(10):%Y-%m-%d}"}).context

    tautan = [b.tautan for h in konteks["agenda"] for b in h.butir]
    assert {client.get(satu).status_code for satu in tautan} == {200}
