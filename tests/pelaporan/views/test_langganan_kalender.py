"""The calendar feed: what it carries, for whom, until when, and what it never says."""

from datetime import time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from kerjasama.models import Keanggotaan
from pelaporan.models import LanggananKalender
from pelaporan.services import langganan_kalender as services
from pengawasan.models import Jadwal
from pengawasan.queries.kalender import acara_rapat
from pengawasan.services import acara_rapat as rapat_services
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kalender import satu_setiap_jenis
from tests.factories.kerjasama import NarahubungFactory, NaskahFactory, anggota_mitra, anggota_pd
from tests.factories.pengawasan import JadwalFactory, KegiatanFactory, RapatFactory, hari
from tests.support.clients import no_writes

pytestmark = pytest.mark.django_db
LANGGANAN = reverse("pelaporan:langganan-kalender")


def terbitkan(orang, lingkup="orang", **kolom):
    isi = {"nama": "Ponsel", "perangkat_daerah": None, "mitra": None} | kolom
    return services.terbitkan(lingkup=lingkup, oleh=orang, **isi)


def ambil(client, token, **header):
    return client.get(reverse("pelaporan:kalender-ics", args=[token]), headers=header)


def acara(client, token):
    """The events by UID without the host, as a calendar program reads them."""
    jawaban = ambil(client, token)
    assert jawaban.status_code == 200
    kalender = Calendar.from_ical(jawaban.content)
    assert kalender.errors == []
    return {str(e["UID"]).partition("@")[0]: e for e in kalender.walk("VEVENT")}


def test_feed_needs_no_sign_in_and_parses_back(client):
    satu_setiap_jenis()
    staf = PenggunaFactory(staf=True)

    semua = acara(client, terbitkan(staf))

    assert len(semua) == 9
    for satu in semua.values():
        assert satu.errors == []
        assert satu["SUMMARY"]
        assert "Pasal" in satu["DESCRIPTION"] or "naskah" in satu["DESCRIPTION"]
        assert satu["URL"].startswith("http")
        assert satu["SEQUENCE"] >= 0


def test_hours_are_universal_and_a_day_is_a_whole_day(client):
    kegiatan = KegiatanFactory(tanggal_rencana=hari(3), waktu_rencana=time(9))
    jadwal = JadwalFactory(jatuh_tempo=hari(4))

    semua = acara(client, terbitkan(PenggunaFactory(staf=True)))

    mulai = semua[f"kegiatan-{kegiatan.pk}"]["DTSTART"]
    assert timezone.localtime(mulai.dt).time() == time(9)
    assert mulai.to_ical().endswith(b"Z")
    sehari = semua[f"jadwal-{jadwal.pk}"]
    assert (sehari["DTSTART"].dt, sehari["DTEND"].dt) == (hari(4), hari(5))


def test_uid_stays_and_sequence_rises_when_the_day_moves(client):
    rapat = RapatFactory(tanggal=hari(3))
    token = terbitkan(PenggunaFactory(staf=True))
    semula = acara(client, token)[f"rapat-{rapat.pk}"]

    data = {"tanggal": hari(5), "mulai": time(10), "tempat": "Balai kota"}
    baru = rapat_services.ubah(rapat.pk, data, oleh=PenggunaFactory())

    kini = acara(client, token)[f"rapat-{rapat.pk}"]
    assert kini["SEQUENCE"] == semula["SEQUENCE"] + 1
    assert kini["DTSTART"].dt > semula["DTSTART"].dt
    # The file of the one meeting is the same event.
    satu = acara_rapat(baru, [])
    assert (satu.uid, satu.urutan) == (kini["UID"], kini["SEQUENCE"])


def test_answer_is_304_until_something_changes(client):
    JadwalFactory(jatuh_tempo=hari(4))
    token = terbitkan(PenggunaFactory(staf=True))
    tanda = ambil(client, token)["ETag"]

    sama = ambil(client, token, if_none_match=tanda)
    Jadwal.objects.update(ditunda_sampai=hari(9), alasan_penundaan="Banjir")
    berubah = ambil(client, token, if_none_match=tanda)

    assert (sama.status_code, sama.content) == (304, b"")
    assert berubah.status_code == 200
    assert berubah["ETag"] != tanda


def test_token_is_in_no_row_and_in_the_answer_to_the_form_only(client):
    PemerintahFactory()
    staf = PenggunaFactory(staf=True)
    client.force_login(staf)

    jawaban = client.post(LANGGANAN, {"nama": "Ponsel", "lingkup": "orang"})
    alamat = jawaban.context["alamat"]
    token = alamat.rpartition("/")[2].removesuffix(".ics")

    assert len(token) >= 32
    assert jawaban["Cache-Control"].startswith("max-age=0, no-cache, no-store")
    assert token not in str(list(LanggananKalender.objects.values()))
    assert token not in client.get(LANGGANAN).content.decode()
    assert ambil(client, token).status_code == 200


@pytest.mark.parametrize("lingkup", ["unit", "mitra"])
def test_feed_of_a_unit_or_mitra_holds_its_naskah_alone(client, lingkup):
    naskah = satu_setiap_jenis()
    satu_setiap_jenis()
    isi = {
        "unit": {"perangkat_daerah": naskah.perangkat_daerah.get()},
        "mitra": {"mitra": naskah.mitra.get()},
    }

    semua = acara(client, terbitkan(PenggunaFactory(tim=True), lingkup, **isi[lingkup]))

    assert len(semua) == 9
    assert f"naskah-{naskah.pk}" in semua


def test_feed_of_the_team_is_its_work(client):
    satu_setiap_jenis()

    semua = acara(client, terbitkan(PenggunaFactory(tim=True), "tim"))

    assert {uid.partition("-")[0] for uid in semua} == {
        "jadwal",
        "rencana",
        "kegiatan",
        "rapat",
        "teguran",
    }


def test_membership_that_ends_empties_the_feed(client):
    naskah = satu_setiap_jenis()
    unit = naskah.perangkat_daerah.get()
    orang = anggota_pd(unit)
    umum, milik_unit = terbitkan(orang), terbitkan(orang, "unit", perangkat_daerah=unit)
    assert acara(client, umum)
    assert acara(client, milik_unit)

    Keanggotaan.objects.filter(pengguna=orang).update(selesai=hari(-1))

    assert (acara(client, umum), acara(client, milik_unit)) == ({}, {})


def test_seat_that_ends_empties_the_feed(client):
    satu_setiap_jenis()
    orang = PenggunaFactory(tim=True)
    semua = [terbitkan(orang), terbitkan(orang, "tim")]
    assert all(acara(client, token) for token in semua)

    orang.pemangku.update(selesai=hari(-1))

    assert [acara(client, token) for token in semua] == [{}, {}]


def test_feed_of_another_mitra_holds_nothing(client):
    satu_setiap_jenis()
    lain = anggota_mitra(NaskahFactory(tanggal_berakhir=hari(3_000)).mitra.get())

    assert acara(client, terbitkan(lain)) == {}


def test_revoked_unknown_and_orphaned_are_answered_alike(client):
    cabut, yatim = PenggunaFactory(staf=True), PenggunaFactory(staf=True)
    token_cabut, token_yatim = terbitkan(cabut), terbitkan(yatim)
    services.cabut(LanggananKalender.objects.get(pengguna=cabut).pk, oleh=cabut)
    yatim.is_active = False
    yatim.save()

    jawaban = [ambil(client, t) for t in (token_cabut, token_yatim, "tidak-ada-sama-sekali")]

    assert {(j.status_code, j.content) for j in jawaban} == {(404, jawaban[0].content)}


def test_nobody_revokes_the_address_of_another(client):
    PemerintahFactory()
    terbitkan(PenggunaFactory(staf=True))
    client.force_login(PenggunaFactory(staf=True))
    alamat = reverse(
        "pelaporan:langganan-kalender-cabut", args=[LanggananKalender.objects.get().pk]
    )

    assert client.post(alamat).status_code == 404
    assert LanggananKalender.objects.get().dicabut_pada is None


def test_feed_names_no_person(client):
    naskah = satu_setiap_jenis()
    NarahubungFactory(mitra=naskah.mitra.get(), nama="Bunga Kemuning")
    KegiatanFactory(
        naskah=naskah,
        tanggal_rencana=hari(2),
        sifat="insidental",
        peminta="Bunga Kemuning",
        alasan="Pengaduan",
    )
    orang = PenggunaFactory(staf=True, nama="Bunga Kemuning", email="bunga@contoh.example")

    isi = ambil(client, terbitkan(orang)).content.decode()

    assert "Kemuning" not in isi
    assert "bunga@" not in isi


def test_last_use_is_noted_once_a_day(client):
    token = terbitkan(PenggunaFactory(staf=True))
    ambil(client, token)
    assert LanggananKalender.objects.get().terakhir_dipakai == hari()

    LanggananKalender.objects.update(terakhir_dipakai=hari() - timedelta(days=1))
    ambil(client, token)

    assert LanggananKalender.objects.get().terakhir_dipakai == hari()


def test_feed_asks_as_often_for_many_as_for_few(client, django_assert_num_queries):
    satu_setiap_jenis()
    token = terbitkan(PenggunaFactory(staf=True))
    ambil(client, token)
    satu_setiap_jenis()

    # The subscription with its owner, the seats, the events, the day of the last use.
    with django_assert_num_queries(4):
        assert len(acara(client, token)) == 18


def test_form_offers_a_unit_its_own_only(client):
    PemerintahFactory()
    naskah = NaskahFactory()
    client.force_login(anggota_pd(naskah.perangkat_daerah.get()))
    asing = NaskahFactory().perangkat_daerah.get()

    with no_writes():
        data = {"nama": "Unit lain", "lingkup": "unit", "perangkat_daerah": asing.pk}
        jawaban = client.post(LANGGANAN, data)

    assert jawaban.context["form"].errors["perangkat_daerah"]
    assert not LanggananKalender.objects.exists()


def test_too_many_addresses_are_refused_with_what_to_do(client):
    PemerintahFactory()
    staf = PenggunaFactory(staf=True)
    for _ in range(services.TERBANYAK):
        terbitkan(staf)
    client.force_login(staf)

    jawaban = client.post(LANGGANAN, {"nama": "Satu lagi", "lingkup": "orang"})

    assert "cabut yang tidak dipakai lagi" in jawaban.content.decode()
    assert LanggananKalender.objects.count() == services.TERBANYAK
