"""The simulation through the client: figures, their rows, proposals, and what is set of them."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from inti.formats import hari_tanggal
from inti.kalender import tambah_bulan
from pengawasan.domain.beban import pekan
from pengawasan.models import Jadwal, PerataanRencana
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory, PerangkatDaerahFactory
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    JadwalFactory,
    KebijakanFactory,
    KegiatanFactory,
    hari,
    isi_kursi_tetap,
)

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


def pilihan(baris):
    """The proposals as the page sends them when all are ticked."""
    alasan = {f"alasan-{b.jadwal.pk}": b.alasan for b in baris}
    return {"pilih": [b.nilai for b in baris]} | alasan


def test_thirty_naskah_more_are_thirty_a_turn(client):
    isi = {"tambah": 30, "ditandatangani": hari().isoformat(), "selama": 0}
    konteks = client.get(SIMULASI, isi).context

    kini, nanti = konteks["jumlah"]
    assert (kini, nanti) == (0, 30 * 4)
    assert konteks["puncak_nanti"].nanti == 30


def test_naskah_to_come_are_spread_over_a_year_unless_asked_otherwise(client):
    konteks = client.get(SIMULASI, {"tambah": 30}).context

    assert konteks["puncak_nanti"].nanti <= 4


def test_naskah_to_come_weigh_on_a_unit_and_on_the_fixed_seats(client):
    kursi = isi_kursi_tetap()
    unit = PerangkatDaerahFactory(nama="Dinas Perhubungan")
    isi = {"tambah": 5, "selama": 0, "sisi": "skenario"}

    tanpa, dengan = (client.get(SIMULASI, isi | u).context for u in ({}, {"unit_baru": unit.pk}))

    assert [(b.nama, b.nanti) for b in tanpa["unit"]] == [
        ("Naskah baru (belum ada perangkat daerah)", 20)
    ]
    assert [(b.nama, b.nanti) for b in dengan["unit"]] == [("Dinas Perhubungan", 20)]
    assert {int(b.kunci): b.nanti for b in dengan["orang"]} == {o.pk: 20 for o in kursi.values()}
    for konteks in (tanpa, dengan):
        kunci = {
            "unit": konteks["unit"][0].kunci,
            "unit_baru": konteks["form"]["unit_baru"].value(),
        }
        baris = client.get(BARIS, isi | {k: v for k, v in kunci.items() if v}).context
        assert baris["page_obj"].paginator.count == 20
        assert konteks["unit"][0].nama in baris["keterangan"]


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


def test_what_is_planned_stands_under_another_interval(client):
    JadwalFactory(jatuh_tempo=hari(60), tanggal_rencana=hari(50))

    baris = client.get(BARIS, {"interval_evaluasi": 3, "sisi": "skenario"}).context["baris"]

    pertama, kedua = (tugas for tugas, _ in baris[:2])
    assert (pertama.hari, kedua.hari) == (hari(50), tambah_bulan(hari(50), 3))


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


def test_what_is_late_weighs_on_this_week_and_is_spread_over_the_first_with_room(client):
    jadwal = [JadwalFactory(jatuh_tempo=hari(-40 + n)) for n in range(3)]

    assert client.get(SIMULASI).context["pekan"][0].kini == 3
    usulan = client.get(USULAN, {"kapasitas": 1}).context["usulan"]
    assert [b.jadwal for b in usulan.baris] == jadwal
    assert len({pekan(b.usul) for b in usulan.baris}) == 3
    assert all(b.usul > hari() and "Terlambat sejak" in b.alasan for b in usulan.baris)
    assert (usulan.terlambat, usulan.puncak_semula) == (3, 3)


def test_what_follows_is_counted_from_the_proposed_day(client):
    jadwal_bertumpuk(4)

    usulan = client.get(USULAN, {"kapasitas": 1}).context["usulan"]

    per_naskah = {}
    for tugas in usulan.tugas:
        per_naskah.setdefault(tugas.naskah, []).append(tugas)
    for baris in usulan.baris:
        pertama, kedua = per_naskah[baris.jadwal.naskah_id][:2]
        assert pertama.hari == baris.usul
        assert kedua.hari == tambah_bulan(baris.usul, 6)


def test_visits_near_each_other_share_a_day(client):
    for n, hari_ke in enumerate((60, 67)):
        jadwal = JadwalFactory(jenis="evaluasi", jatuh_tempo=hari(hari_ke), ke=2)
        BeritaAcaraFactory(
            kegiatan__naskah=jadwal.naskah,
            diverifikasi=True,
            tempat="Pasar Baru",
            lintang=Decimal("-6.2310"),
            bujur=Decimal("106.9910") + n * Decimal("0.001"),
        )

    baris = client.get(USULAN, {"lebar": 20}).context["usulan"].baris

    assert "Sehari dengan tinjau lokasi lain: sekitar Pasar Baru." in {b.alasan for b in baris}


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


def test_no_proposal_is_ticked_before_a_person_ticks_it(client):
    jadwal_bertumpuk(3)

    halaman = client.get(USULAN, {"kapasitas": 1}).text

    assert 'name="pilih"' in halaman
    assert " checked" not in halaman


def test_proposals_are_set_only_when_confirmed_and_can_be_put_back(client):
    jadwal = jadwal_bertumpuk(4)
    usulan = client.get(USULAN, {"kapasitas": 1}).context["usulan"]
    assert usulan.puncak_semula == 4
    assert len({pekan(b.usul) for b in usulan.baris} | {pekan(hari(60))}) == 4
    assert not PerataanRencana.objects.exists()

    isi = pilihan(usulan.baris)
    ditinjau = client.post(TERAPKAN, isi).context["berubah"]
    assert [t.nilai for t in ditinjau] == isi["pilih"]
    assert not PerataanRencana.objects.exists()

    nilai = isi["pilih"]
    halaman = client.post(TERAPKAN, isi | {"setuju": "on"}, follow=True).text

    perataan = PerataanRencana.objects.get()
    assert [b["alasan"] for b in perataan.baris] == [
        b.alasan for b in sorted(usulan.baris, key=lambda b: b.jadwal.pk)
    ]
    assert f"{len(nilai)} tanggal rencana disimpan." in halaman
    lagi = client.get(USULAN, {"kapasitas": 1}).context["usulan"].baris
    assert lagi == []
    client.post(reverse("pengawasan:rencana-batalkan", args=[perataan.pk]))
    for satu in jadwal:
        satu.refresh_from_db()
        assert satu.tanggal_rencana is None


def test_sent_twice_the_second_says_why_nothing_is_set(client):
    jadwal_bertumpuk(3)
    isi = pilihan(client.get(USULAN, {"kapasitas": 1}).context["usulan"].baris)
    client.post(TERAPKAN, isi | {"setuju": "on"})

    halaman = client.post(TERAPKAN, isi | {"setuju": "on"}, follow=True)

    assert "Rencananya baru saja berubah" in halaman.text
    assert len(halaman.context["dilewati"]) == len(isi["pilih"])
    assert PerataanRencana.objects.count() == 1


def test_reading_again_names_what_can_no_longer_be_set(client):
    satu, dua, *_ = jadwal_bertumpuk(3)
    isi = pilihan(client.get(USULAN, {"kapasitas": 1}).context["usulan"].baris)
    Jadwal.objects.filter(pk__in=(satu.pk, dua.pk)).update(status="ditutup", alasan_status="x")

    konteks = client.post(TERAPKAN, isi).context

    assert {t.jadwal for t in konteks["dilewati"]} <= {satu, dua}
    assert all("hanya yang terbuka" in t.putusan.alasan for t in konteks["dilewati"])
    assert len(konteks["dilewati"]) + len(konteks["berubah"]) == len(isi["pilih"])


def test_the_set_shows_its_days_and_reasons_as_they_are_read(client):
    jadwal_bertumpuk(2)
    isi = pilihan(client.get(USULAN, {"kapasitas": 1}).context["usulan"].baris)

    halaman = client.post(TERAPKAN, isi | {"setuju": "on"}, follow=True).text

    for baris in PerataanRencana.objects.get().rincian:
        assert hari_tanggal(baris["sesudah"]) in halaman
        assert baris["sesudah"].isoformat() not in halaman
        assert baris["alasan"] in halaman


@pytest.mark.parametrize("nilai", ["", "x", "1_-_2026-99-99", "9" * 400, "1_-_2026-01-05"])
def test_hostile_choices_are_refused_in_words(client, nilai):
    halaman = client.post(TERAPKAN, {"pilih": nilai, "setuju": "on"}, follow=True)

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

    assert "Bidang ini" in client.post(alamat, {}, follow=True).text
    ditolak = client.post(alamat, {"tanggal": "2020-01-01"})
    assert "sudah lewat" in ditolak.text
    assert ditolak.context["rencana_form"]["tanggal"].value() == "2020-01-01"


def test_the_chair_reads_and_sets_nothing(client):
    client.force_login(PenggunaFactory(ketua=True))
    jadwal_bertumpuk(6)

    assert "Tinjau yang dicentang" not in client.get(USULAN, {"kapasitas": 1}).text
    assert client.post(TERAPKAN, {"pilih": "x"}).status_code == 403
