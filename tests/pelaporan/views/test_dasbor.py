"""The dashboard: each figure is the number of rows that its link shows, for whoever looks."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from pelaporan.queries.dasbor import semester
from pengawasan.enums import Ketepatan, StatusJadwal
from pengawasan.models import Jadwal, TindakLanjut
from pengawasan.queries.ketepatan import berketepatan, dilaksanakan_menurut
from pengawasan.services import tindak_lanjut
from tests.factories.inti import PemerintahFactory, PenggunaFactory
from tests.factories.kerjasama import (
    MitraFactory,
    NaskahFactory,
    SetoranFactory,
    anggota_mitra,
    anggota_pd,
)
from tests.factories.pelaporan import KewajibanLaporanFactory
from tests.factories.pengawasan import JadwalFactory, KegiatanFactory, RekomendasiFactory, hari

pytestmark = pytest.mark.django_db
DASBOR = reverse("pelaporan:dasbor")


def terlaksana(naskah, ke, *, tempo, pelaksanaan, **kolom):
    jadwal = JadwalFactory(
        naskah=naskah, ke=ke, jatuh_tempo=tempo, status=StatusJadwal.TERLAKSANA, **kolom
    )
    KegiatanFactory(
        naskah=naskah, jadwal=jadwal, status="dilaksanakan", tanggal_pelaksanaan=pelaksanaan
    )
    return jadwal


def isi(naskah):
    """Something for every chart."""
    terlaksana(naskah, 1, tempo=hari(-200), pelaksanaan=hari(-201))
    terlaksana(naskah, 2, tempo=hari(-100), pelaksanaan=hari(-90))
    for ke, selisih in enumerate((-400, -100, -31, -30, -1, 0, 40), start=3):
        JadwalFactory(naskah=naskah, ke=ke, jatuh_tempo=hari(selisih))
    for ke, batas in enumerate((-5, 3), start=1):
        KewajibanLaporanFactory(
            naskah=naskah, ke=ke, jatuh_tempo=hari(batas - 14), batas=hari(batas)
        )
    for selisih in (-3, 30):
        SetoranFactory(butir__naskah=naskah, jatuh_tempo=hari(selisih), jumlah=5)


def banyak(page):
    if "halaman" in page.context:
        return len(page.context["halaman"].baris)
    return len(page.context["object_list"])


@pytest.mark.parametrize("peran", ["staf", "tim", "ketua", "walikota", "pd", "mitra"])
def test_every_figure_is_as_many_rows_as_its_link_shows(client, peran):
    PemerintahFactory()
    mirip = NaskahFactory(mitra=[MitraFactory(nama="PT Air")])
    naskah = NaskahFactory(mitra=[MitraFactory(nama="PT Air Bersih")])
    isi(naskah)
    isi(mirip)
    rekomendasi = RekomendasiFactory(disetujui=True)
    tindak_lanjut.terbitkan(rekomendasi, oleh=rekomendasi.diputuskan_oleh)
    TindakLanjut.objects.update(naskah=naskah)
    orang = {
        "pd": lambda: anggota_pd(naskah.perangkat_daerah.get()),
        "mitra": lambda: anggota_mitra(naskah.mitra.get()),
    }.get(peran, lambda: PenggunaFactory(**{peran: True}))()
    client.force_login(orang)

    bagian = client.get(DASBOR).context["bagian"]
    semua = [(b.kunci, a) for b in bagian for baris in b.lajur for a in baris.angka]

    assert sum(a.jumlah for _, a in semua) >= 4
    for kunci, angka in semua:
        assert (kunci, banyak(client.get(angka.tautan))) == (kunci, angka.jumlah), angka.tautan


@pytest.mark.parametrize(
    ("peran", "bagian"),
    [
        (
            "staf",
            ["ketepatan", "umur", "beban", "rekomendasi", "laporan", "setoran", "unit", "mitra"],
        ),
        ("pd", ["ketepatan", "umur", "beban", "rekomendasi", "laporan", "setoran"]),
        ("mitra", ["laporan", "setoran"]),
    ],
)
def test_role_sees_what_it_may(client, peran, bagian):
    PemerintahFactory()
    client.force_login(PenggunaFactory(**{peran: True}))

    assert [b.kunci for b in client.get(DASBOR).context["bagian"]] == bagian


def test_chart_says_the_same_figures_as_its_table(client):
    PemerintahFactory()
    isi(NaskahFactory())
    client.force_login(PenggunaFactory(staf=True))

    page = client.get(DASBOR)

    for bagian in page.context["bagian"]:
        batang = [list(b.nilai) for b in bagian.grafik.batang]
        assert batang == [[a.jumlah for a in lajur.angka] for lajur in bagian.lajur]
    assert page.content.decode().count("<svg xmlns=") == 8


@pytest.mark.parametrize("peran", ["staf", "mitra"])
def test_page_costs_at_most_twelve_queries(client, django_assert_max_num_queries, peran):
    PemerintahFactory()
    for _ in range(3):
        isi(NaskahFactory())
    client.force_login(PenggunaFactory(**{peran: True}))

    with django_assert_max_num_queries(12):
        assert client.get(DASBOR).status_code == 200


# --- Ketepatan ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pelaksanaan", "ditunda", "ketepatan"),
    [
        (-1, None, Ketepatan.TEPAT),
        (0, None, Ketepatan.TEPAT),
        (1, None, Ketepatan.LEWAT),
        (1, 1, Ketepatan.TEPAT),
        (2, 1, Ketepatan.LEWAT),
    ],
)
def test_day_counts_as_it_was_granted(pelaksanaan, ditunda, ketepatan):
    tempo = hari(-60)
    tunda = {}
    if ditunda:
        tunda = {
            "ditunda_sampai": tempo + timedelta(days=ditunda),
            "alasan_penundaan": "Banjir",
        }
    terlaksana(
        NaskahFactory(), 1, tempo=tempo, pelaksanaan=tempo + timedelta(days=pelaksanaan), **tunda
    )

    ada = [k for k in Ketepatan if berketepatan(Jadwal.objects.all(), k).exists()]

    assert ada == [ketepatan]
    [angka] = dilaksanakan_menurut(Jadwal.objects.all(), [(tempo, hari())])
    assert [k for k, n in angka.items() if n] == [ketepatan]


def test_one_pass_counts_what_counting_each_would():
    naskah = NaskahFactory()
    isi(naskah)
    batal = Jadwal.objects.filter(status=StatusJadwal.TERLAKSANA).latest("jatuh_tempo")
    KegiatanFactory(
        naskah=naskah,
        jadwal=batal,
        status="dibatalkan",
        alasan_batal="Hujan",
        tanggal_pelaksanaan=batal.jatuh_tempo,
    )
    masa = [(hari(-300), hari(-150)), (hari(-149), hari(-50)), (hari(-49), hari())]

    angka = dilaksanakan_menurut(Jadwal.objects.all(), masa)

    assert angka == [
        {k: berketepatan(Jadwal.objects.jatuh_antara(*satu), k).count() for k in selesai}
        for satu, selesai in zip(masa, angka, strict=True)
    ]
    assert [sum(satu.values()) for satu in angka] == [1, 1, 0]


@pytest.mark.parametrize(
    ("hari_ini", "mundur", "hasil"),
    [
        (date(2026, 11, 26), 0, ("Semester II 2026", date(2026, 7, 1), date(2026, 12, 31))),
        (date(2026, 11, 26), 1, ("Semester I 2026", date(2026, 1, 1), date(2026, 6, 30))),
        (date(2026, 6, 30), 0, ("Semester I 2026", date(2026, 1, 1), date(2026, 6, 30))),
        (date(2026, 1, 1), 5, ("Semester II 2023", date(2023, 7, 1), date(2023, 12, 31))),
    ],
)
def test_semester_counts_back(hari_ini, mundur, hasil):
    assert semester(hari_ini, mundur) == hasil
