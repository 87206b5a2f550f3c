"""The simulation through the client: figures, their rows, proposals, and what is set of them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from pengawasan.models import PerataanRencana
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import JadwalFactory, KebijakanFactory, KegiatanFactory, hari

pytestmark = pytest.mark.django_db
SIMULASI = reverse("pengawasan:simulasi")
BARIS = reverse("pengawasan:simulasi-baris")
USULAN = reverse("pengawasan:simulasi-usulan")
TERAPKAN = reverse("pengawasan:rencana-terapkan")


@pytest.fixture(autouse=True)
def staf(client):
    PemerintahFactory()
    KebijakanFactory()
    orang = PenggunaFactory(staf=True)
    client.force_login(orang)
    return orang


def jadwal_bertumpuk(banyak):
    """So many obligations on one day, each of a naskah of its own, with somebody in charge."""
    return [
        JadwalFactory(
            naskah=NaskahFactory(penanggung_jawab=PenggunaFactory()), jatuh_tempo=hari(60)
        )
        for _ in range(banyak)
    ]


def test_thirty_naskah_more_are_thirty_a_turn(client):
    konteks = client.get(SIMULASI, {"tambah": 30, "ditandatangani": hari().isoformat()}).context

    kini, nanti = konteks["jumlah"]
    assert (kini, nanti) == (0, 30 * 4)
    assert konteks["puncak_nanti"].nanti == 30


def test_another_interval_moves_those_without_a_clause_only(client):
    JadwalFactory(jatuh_tempo=hari(180))
    JadwalFactory(
        jatuh_tempo=hari(180),
        naskah=NaskahFactory(
            interval_pemantauan=6, interval_evaluasi=6, klausul_interval="Pasal 9"
        ),
    )

    kini, nanti = client.get(SIMULASI, {"interval_evaluasi": 3}).context["jumlah"]

    assert kini == 2
    assert nanti > kini


def test_without_a_member_another_carries_more(client):
    satu, dua = PenggunaFactory(staf=True), PenggunaFactory(staf=True)
    for orang in (satu, dua):
        JadwalFactory(naskah=NaskahFactory(penanggung_jawab=orang), jatuh_tempo=hari(20))

    orang = client.get(SIMULASI, {"tanpa": satu.pk}).context["orang"]

    assert {b.kunci: (b.kini, b.nanti) for b in orang} == {
        str(satu.pk): (1, 0),
        str(dua.pk): (1, 2),
    }


def test_each_figure_opens_to_its_rows(client):
    jadwal_bertumpuk(2)
    JadwalFactory(jatuh_tempo=hari(200))
    halaman = client.get(SIMULASI).context

    for nama in ("pekan", "unit", "orang"):
        for satu in halaman[nama]:
            isi = client.get(BARIS, {nama: satu.kunci, "sisi": "kini"}).context
            assert isi["page_obj"].paginator.count == satu.kini


def test_what_is_late_weighs_on_this_week_and_is_not_proposed(client):
    JadwalFactory(jatuh_tempo=hari(-40))

    assert client.get(SIMULASI).context["pekan"][0].kini == 1
    usulan = client.get(USULAN).context["usulan"]
    assert (usulan.baris, usulan.terlambat) == ([], 1)


@pytest.mark.parametrize("alamat", [SIMULASI, BARIS, USULAN])
def test_it_asks_as_often_for_many_as_for_one(client, alamat):
    jumlah = []
    for banyak in (1, 4):
        for jadwal in jadwal_bertumpuk(banyak):
            KegiatanFactory(naskah=jadwal.naskah, jadwal=jadwal, tanggal_rencana=hari(58))
        with CaptureQueriesContext(connection) as kueri:
            assert client.get(alamat).status_code == 200
        jumlah.append(len(kueri))

    assert jumlah[0] == jumlah[1] <= 18


def test_proposals_are_set_only_when_confirmed_and_can_be_put_back(client):
    jadwal = jadwal_bertumpuk(4)
    usulan = client.get(USULAN, {"kapasitas": 1}).context["usulan"]
    assert (usulan.puncak_semula, usulan.puncak) == (4, 1)
    assert not PerataanRencana.objects.exists()

    nilai = [b.nilai for b in usulan.baris]
    halaman = client.post(TERAPKAN, {"pilih": nilai}, follow=True).text

    perataan = PerataanRencana.objects.get()
    assert f"{len(nilai)} tanggal rencana disimpan." in halaman
    lagi = client.get(USULAN, {"kapasitas": 1}).context["usulan"].baris
    assert lagi == []
    client.post(reverse("pengawasan:rencana-batalkan", args=[perataan.pk]))
    for satu in jadwal:
        satu.refresh_from_db()
        assert satu.tanggal_rencana is None


def test_sent_twice_the_second_says_why_nothing_is_set(client):
    jadwal_bertumpuk(3)
    nilai = [b.nilai for b in client.get(USULAN, {"kapasitas": 1}).context["usulan"].baris]
    client.post(TERAPKAN, {"pilih": nilai})

    halaman = client.post(TERAPKAN, {"pilih": nilai}, follow=True).text

    assert "Rencananya baru saja berubah" in halaman
    assert PerataanRencana.objects.count() == 1


@pytest.mark.parametrize("nilai", ["", "x", "1_-_2026-99-99", "9" * 400, "1_-_2026-01-05"])
def test_hostile_choices_are_refused_in_words(client, nilai):
    halaman = client.post(TERAPKAN, {"pilih": nilai}, follow=True)

    assert halaman.status_code == 200
    assert not PerataanRencana.objects.exists()


@pytest.mark.parametrize(
    "kueri",
    [
        {"tambah": "-5"},
        {"tambah": "9" * 50},
        {"interval_evaluasi": "abc"},
        {"pekan": "bukan", "unit": "x" * 10_000, "page": "-1"},
        {"ditandatangani": "9999-01-01", "tambah": "3"},
        {"lebar": "1000", "kapasitas": "0", "tanpa": "999999"},
    ],
)
@pytest.mark.parametrize("alamat", [SIMULASI, BARIS, USULAN])
def test_what_cannot_be_read_changes_nothing(client, alamat, kueri):
    assert client.get(alamat, kueri).status_code == 200


@pytest.mark.parametrize("alamat", [SIMULASI, USULAN])
def test_the_tables_can_be_taken_away(client, alamat):
    jadwal_bertumpuk(6)

    jawaban = client.get(alamat, {"format": "csv", "kapasitas": 1})

    assert len(b"".join(jawaban.streaming_content).splitlines()) >= 5


def test_a_day_is_set_on_the_page_of_one_obligation(client):
    jadwal = JadwalFactory(jatuh_tempo=hari(-3))
    alamat = reverse("pengawasan:jadwal-rencana", args=[jadwal.pk])

    assert "Pilih tanggal rencana." in client.post(alamat, {}, follow=True).text
    assert "sudah lewat" in client.post(alamat, {"tanggal": "2020-01-01"}, follow=True).text


def test_the_chair_reads_and_sets_nothing(client):
    client.force_login(PenggunaFactory(ketua=True))
    jadwal_bertumpuk(6)

    assert "Simpan yang dicentang" not in client.get(USULAN, {"kapasitas": 1}).text
    assert client.post(TERAPKAN, {"pilih": "x"}).status_code == 403
