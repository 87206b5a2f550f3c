"""Surat tugas through the client: list, letter, two steps."""

import pytest
from django.urls import reverse

from pengawasan.enums import Kedudukan, StatusKegiatan
from pengawasan.models import SuratTugas
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import anggota_pd
from tests.factories.pengawasan import (
    KegiatanFactory,
    SuratTugasFactory,
    hari,
    isi_kursi_tetap,
    siapkan_surat,
)

pytestmark = pytest.mark.django_db
DAFTAR = reverse("pengawasan:surat-tugas-daftar")
TAMBAH = reverse("pengawasan:surat-tugas-tambah")
KURSI = [
    "kabag-kerja-sama",
    "kasubag-pengendalian",
    "kasubag-pengembangan",
    "kasubag-tata-kelola",
    "kasubag-bantuan-hukum",
]


@pytest.fixture
def staf(client):
    siapkan_surat()
    isi_kursi_tetap()
    orang = PenggunaFactory(staf=True)
    client.force_login(orang)
    return orang


def kiriman(*kegiatan, anggota=(), **kolom):
    """The second step as the browser sends it."""
    baris = {}
    for i, satu in enumerate(anggota):
        baris |= {f"anggota-{i}-{n}": v for n, v in satu.items()}
    return {
        "kegiatan": [k.pk for k in kegiatan],
        "tanggal": hari(),
        "kursi": KURSI,
        "anggota-TOTAL_FORMS": len(anggota),
        "anggota-INITIAL_FORMS": 0,
        **baris,
        **kolom,
    }


def test_langkah_pilih_offers_what_waits_for_a_letter(client, staf):
    siap, _ = KegiatanFactory(), KegiatanFactory(ditugaskan=True)

    form = client.get(TAMBAH).context["form"]

    assert [str(p) for p, _ in form.fields["kegiatan"].choices] == [str(siap.pk)]


def test_langkah_pilih_asks_for_a_kegiatan(client, staf):
    KegiatanFactory()

    page = client.get(f"{TAMBAH}?tanggal={hari()}&lanjut=1").content.decode()

    assert "Pilih sedikitnya satu kegiatan." in page


def test_langkah_tim_proposes_the_holders_and_the_people_of_the_units(client, staf):
    kegiatan = KegiatanFactory()
    orang = anggota_pd(kegiatan.naskah.perangkat_daerah.first())

    answer = client.get(f"{TAMBAH}?kegiatan={kegiatan.pk}")

    assert answer.context["form"].fields["kursi"].initial == KURSI
    assert answer.context["anggota"][0].initial["pengguna"] == str(orang.pk)
    assert answer.context["tanggal"] == hari()


@pytest.mark.parametrize("jumlah", [1, 3])
def test_langkah_tim_takes_the_same_queries_for_any_number(client, staf, count_queries, jumlah):
    kegiatan = KegiatanFactory.create_batch(jumlah)
    for satu in kegiatan:
        anggota_pd(satu.naskah.perangkat_daerah.first())

    with count_queries(9):
        client.get(TAMBAH, {"kegiatan": [k.pk for k in kegiatan]})


def test_terbitkan_issues_one_letter_for_several_kegiatan(client, staf):
    kegiatan = [KegiatanFactory(), KegiatanFactory(evaluasi=True)]
    orang = anggota_pd(kegiatan[0].naskah.perangkat_daerah.first())
    anggota = [
        {"kedudukan": "anggota_tidak_tetap", "pengguna": orang.pk, "nama": "", "jabatan": "Staf"},
        {"kedudukan": "tenaga_profesional", "pengguna": "", "nama": "Ahli", "jabatan": "Dosen"},
    ]

    answer = client.post(TAMBAH, kiriman(*kegiatan, anggota=anggota))

    surat = SuratTugas.objects.get()
    assert answer.url == surat.get_absolute_url()
    assert list(surat.anggota.values_list("nama", "kedudukan"))[5:] == [
        (orang.nama, Kedudukan.ANGGOTA_TIDAK_TETAP),
        ("Ahli", Kedudukan.TENAGA_PROFESIONAL),
    ]
    for satu in kegiatan:
        satu.refresh_from_db()
        assert satu.status == StatusKegiatan.DITUGASKAN


def test_terbitkan_asks_why_a_seat_is_empty(client, staf):
    answer = client.post(TAMBAH, kiriman(KegiatanFactory(), kursi=KURSI[1:]))

    assert "Ketua (Kepala Bagian Kerja Sama)" in answer.content.decode()
    assert not SuratTugas.objects.exists()


def test_terbitkan_takes_no_account_from_elsewhere(client, staf):
    orang = PenggunaFactory(mitra=True)
    anggota = [{"kedudukan": "anggota_tidak_tetap", "pengguna": orang.pk, "jabatan": "Staf"}]

    client.post(TAMBAH, kiriman(KegiatanFactory(), anggota=anggota))

    assert not SuratTugas.objects.exists()


def test_terbitkan_for_what_no_longer_waits_goes_back_to_the_choice(client, staf):
    answer = client.post(TAMBAH, kiriman(KegiatanFactory(ditugaskan=True)))

    assert "Langkah 1 dari 2" in answer.content.decode()
    assert not SuratTugas.objects.exists()


@pytest.mark.parametrize(("peran", "kode"), [("tim", 403), ("pd", 403), ("ketua", 403)])
def test_tambah_is_for_staf(client, peran, kode):
    client.force_login(PenggunaFactory(**{peran: True}))

    assert client.get(TAMBAH).status_code == kode


@pytest.mark.parametrize("jumlah", [1, 3])
def test_daftar_takes_the_same_queries_for_any_number_of_rows(client, count_queries, jumlah):
    SuratTugasFactory.create_batch(jumlah)
    client.force_login(PenggunaFactory(ketua=True))

    with count_queries(10):
        client.get(DAFTAR)


def test_daftar_finds_by_number_member_and_naskah(client):
    surat = SuratTugasFactory(anggota=[PenggunaFactory(nama="Rahmat")])
    SuratTugasFactory()
    client.force_login(PenggunaFactory(tim=True))

    for kata in ("Rahmat", str(surat), surat.kegiatan.get().naskah.judul):
        assert list(client.get(DAFTAR, {"q": kata}).context["object_list"]) == [surat]


def test_daftar_is_not_for_units(client):
    client.force_login(PenggunaFactory(pd=True))

    assert client.get(DAFTAR).status_code == 403


def test_rincian_shows_a_unit_only_the_kegiatan_of_its_naskah(client):
    milik = KegiatanFactory(ditugaskan=True)
    lain = KegiatanFactory(ditugaskan=True, naskah__judul="MILIK-LAIN")
    surat = SuratTugasFactory(kegiatan=[milik, lain])
    client.force_login(anggota_pd(milik.naskah.perangkat_daerah.first()))

    page = client.get(surat.get_absolute_url()).content.decode()

    assert milik.naskah.judul in page
    assert "MILIK-LAIN" not in page


def test_rincian_of_another_unit_does_not_exist(client):
    surat = SuratTugasFactory()
    client.force_login(anggota_pd(KegiatanFactory().naskah.perangkat_daerah.first()))

    assert client.get(surat.get_absolute_url()).status_code == 404
