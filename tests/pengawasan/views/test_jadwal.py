"""Obligations through the client: what is owed, why, and its postponement."""

from datetime import date

import pytest
from django.urls import reverse

from pengawasan.models import Kegiatan
from pengawasan.services import jadwal as services
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import NaskahFactory
from tests.factories.pengawasan import JadwalFactory, KebijakanFactory, KegiatanFactory, hari

pytestmark = pytest.mark.django_db
DAFTAR = reverse("pengawasan:jadwal-daftar")


def rincian(jadwal):
    return reverse("pengawasan:jadwal-rincian", args=[jadwal.pk])


@pytest.fixture
def staf(client):
    orang = PenggunaFactory(staf=True)
    client.force_login(orang)
    return orang


def test_daftar_shows_what_is_owed_nearest_first(client, staf):
    jauh, dekat = JadwalFactory(jatuh_tempo=hari(20)), JadwalFactory(jatuh_tempo=hari(-2))
    selesai = JadwalFactory(status="terlaksana")

    assert list(client.get(DAFTAR).context["object_list"]) == [dekat, jauh]
    assert list(client.get(f"{DAFTAR}?status=terlaksana").context["object_list"]) == [selesai]


def test_daftar_is_searched_by_naskah_and_mitra(client, staf):
    dicari, _lain = JadwalFactory(), JadwalFactory()
    naskah, mitra = dicari.naskah, dicari.naskah.mitra.get()

    for kata in (naskah.judul, naskah.nomor, mitra.nama):
        assert list(client.get(DAFTAR, {"q": kata}).context["object_list"]) == [dicari], kata


def test_rincian_answers_why_it_is_due(client, staf):
    KebijakanFactory()
    naskah = NaskahFactory(tanggal_ttd=date(2021, 8, 31), tanggal_berakhir=None)
    services.terbitkan(naskah.pk, per=date(2021, 9, 1))

    halaman = client.get(rincian(naskah.jadwal.get(ke=2))).text

    assert "Kenapa jatuh tempo?" in halaman
    assert (
        "Pasal 6 ayat (5): 6 bulan setelah pemantauan 28 Februari 2022 bila dilaksanakan tepat "
        "pada jatuh tempo, jadi tetap dihitung dari penandatanganan 31 Agustus 2021." in halaman
    )
    assert "+ 12 bulan (6 + 6) = 31 Agustus 2022" in halaman


def test_rincian_is_headed_by_its_turn_and_names_the_naskah_below(client, staf):
    jadwal = JadwalFactory()

    halaman = client.get(rincian(jadwal)).text

    assert f"<h1>{jadwal.get_jenis_display()} ke-{jadwal.ke}</h1>" in " ".join(halaman.split())
    assert f"{jadwal.naskah.nomor}: {jadwal.naskah.judul}" in halaman


def test_rincian_shows_one_planned_day_that_of_the_kegiatan(client, staf):
    jadwal = JadwalFactory(tanggal_rencana=hari(12))
    kegiatan = KegiatanFactory(naskah=jadwal.naskah, jadwal=jadwal, tanggal_rencana=hari(3))

    konteks = client.get(rincian(jadwal)).context
    assert konteks["rencana"] == konteks["rencana_form"]["tanggal"].value() == hari(3)
    assert "Tentukan tanggal rencana" in client.get(rincian(jadwal)).text

    Kegiatan.objects.filter(pk=kegiatan.pk).update(status="ditugaskan")
    halaman = client.get(rincian(jadwal)).text
    assert "Tentukan tanggal rencana" not in halaman
    assert "Kegiatannya sudah ditugaskan atau dilaksanakan" in halaman


@pytest.mark.parametrize(
    ("kegiatan", "ajakan"),
    [({}, True), ({"status": "direncanakan"}, False), ({"dibatalkan": True}, True)],
    ids=["none", "planned", "cancelled"],
)
def test_a_kegiatan_is_offered_wherever_the_obligation_shows_and_has_none(
    client, staf, kegiatan, ajakan
):
    jadwal = JadwalFactory()
    ada = kegiatan and KegiatanFactory(naskah=jadwal.naskah, jadwal=jadwal, **kegiatan)
    alamat = f"{reverse('pengawasan:kegiatan-tambah')}?jadwal={jadwal.pk}"

    halaman = [
        client.get(satu).text
        for satu in (
            rincian(jadwal),
            DAFTAR,
            reverse("pengawasan:naskah-rincian", args=[jadwal.naskah_id]),
        )
    ]

    assert [alamat in satu for satu in halaman] == [ajakan] * 3
    assert [">Buka kegiatan<" in satu for satu in halaman[1:]] == [not ajakan] * 2
    assert ajakan or all(ada.get_absolute_url() in satu for satu in halaman)


def test_closing_is_offered_once_the_naskah_has_ended(client, staf):
    berakhir = NaskahFactory(tanggal_ttd=hari(-400), tanggal_berakhir=hari(-30))
    lama, kini = JadwalFactory(naskah=berakhir), JadwalFactory()

    assert [client.get(rincian(j)).text.count("Tutup jadwal") for j in (lama, kini)] == [1, 0]

    alamat = reverse("pengawasan:jadwal-tutup", args=[lama.pk])
    assert "Bidang ini" in client.post(alamat, {}).text
    panjang = client.post(alamat, {"alasan": "Mitra bubar. " * 30})
    assert "Mitra bubar. Mitra bubar." in str(panjang.context["tutup_form"]["alasan"])
    halaman = client.post(alamat, {"alasan": "Mitra dibubarkan."}, follow=True).text
    assert "Mitra dibubarkan." in halaman
    assert "Tutup jadwal" not in halaman


@pytest.mark.parametrize(("sisa", "usul"), [(91, False), (90, True), (0, True), (-1, False)])
def test_naskah_page_proposes_an_evaluasi_akhir_from_90_days_before_its_end(
    client, staf, sisa, usul
):
    naskah = NaskahFactory(tanggal_ttd=hari(-400), tanggal_berakhir=hari(sisa))

    halaman = client.get(reverse("pengawasan:naskah-rincian", args=[naskah.pk])).text

    assert ("rencanakan evaluasi akhir" in halaman) is usul


def test_naskah_page_gathers_its_supervision(client, staf):
    jadwal = JadwalFactory()
    kegiatan = KegiatanFactory(naskah=jadwal.naskah, jadwal=jadwal)

    konteks = client.get(reverse("pengawasan:naskah-rincian", args=[jadwal.naskah_id])).context

    assert (list(konteks["jadwal"]), list(konteks["kegiatan"])) == ([jadwal], [kegiatan])
