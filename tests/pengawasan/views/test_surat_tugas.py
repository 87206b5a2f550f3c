"""Surat tugas through the client: list, letter, two steps."""

import pytest
from django.urls import reverse

from inti.models import PemangkuJabatan
from pengawasan.enums import Kedudukan, StatusKegiatan, StatusSuratTugas
from pengawasan.models import SuratTugas, TenagaProfesional
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import anggota_pd
from tests.factories.pengawasan import (
    BeritaAcaraFactory,
    KegiatanFactory,
    SuratTugasFactory,
    TenagaProfesionalFactory,
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


def kiriman(*kegiatan, anggota=(), kursi=KURSI, **kolom):
    """The second step as the browser sends it."""
    baris = {}
    for i, satu in enumerate(anggota):
        baris |= {f"anggota-{i}-{n}": v for n, v in satu.items()}
    return {
        "kegiatan": [k.pk for k in kegiatan],
        "tanggal": hari(),
        **{f"kursi-{k}-isi": "on" for k in kursi},
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

    tim = answer.context["tim"]
    assert [k.kursi.kode for k in tim.kursi if k["isi"].value()] == KURSI
    assert tim.lain[0].initial["pengguna"] == str(orang.pk)
    assert answer.context["tanggal"] == hari()


@pytest.mark.parametrize("jumlah", [1, 3])
def test_langkah_tim_takes_the_same_queries_for_any_number(client, staf, count_queries, jumlah):
    kegiatan = KegiatanFactory.create_batch(jumlah)
    for satu in kegiatan:
        anggota_pd(satu.naskah.perangkat_daerah.first())

    with count_queries(12):
        client.get(TAMBAH, {"kegiatan": [k.pk for k in kegiatan]})


def test_terbitkan_issues_one_letter_for_several_kegiatan(client, staf):
    kegiatan = [KegiatanFactory(), KegiatanFactory(evaluasi=True)]
    orang = anggota_pd(kegiatan[0].naskah.perangkat_daerah.first())
    anggota = [{"pengguna": orang.pk, "nama": "", "jabatan": "Staf"}]
    ahli = TenagaProfesionalFactory(nama="Ahli")

    answer = client.post(TAMBAH, kiriman(*kegiatan, anggota=anggota, tenaga_profesional=[ahli.pk]))

    surat = SuratTugas.objects.get()
    assert answer.url == surat.get_absolute_url()
    assert list(surat.anggota.values_list("nama", "kedudukan"))[5:] == [
        (orang.nama, Kedudukan.ANGGOTA_TIDAK_TETAP),
        ("Ahli", Kedudukan.TENAGA_PROFESIONAL),
    ]
    sebutan = f"{surat.penanda_tangan}, {surat.jabatan_penanda_tangan} selaku Ketua TKKSD"
    assert f"cetakannya ditandatangani oleh {sebutan}" in client.get(answer.url).text
    for satu in kegiatan:
        satu.refresh_from_db()
        assert satu.status == StatusKegiatan.DITUGASKAN


def test_terbitkan_asks_why_a_seat_is_empty(client, staf):
    answer = client.post(TAMBAH, kiriman(KegiatanFactory(), kursi=KURSI[1:]))

    assert "Ketua (Kepala Bagian Kerja Sama)" in answer.content.decode()
    assert not SuratTugas.objects.exists()


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({}, "isi orangnya, atau tulis alasannya"),
        ({"alasan": "Pensiun"}, "sebutkan yang menjalankan tugasnya"),
        ({"alasan": "Pensiun", "sampai": hari(-1)}, "sudah lewat pada tanggal surat"),
    ],
)
def test_exception_that_says_too_little_is_refused_at_its_field(client, staf, isi, kata):
    kolom = {f"kursi-{KURSI[0]}-{n}": v for n, v in isi.items()}

    answer = client.post(TAMBAH, kiriman(KegiatanFactory(), kursi=KURSI[1:], **kolom))

    kursi = answer.context["tim"].kursi
    assert kata in " ".join(e for errors in kursi[0].errors.values() for e in errors)
    assert not any(k.errors for k in kursi[1:])
    assert all(str(v) in answer.text for v in isi.values())


def test_exceptions_by_name_are_on_the_page_of_the_letter_and_of_the_kegiatan(client, staf):
    kegiatan = KegiatanFactory()
    kolom = {
        f"kursi-{KURSI[0]}-alasan": "Pensiun",
        f"kursi-{KURSI[0]}-pengganti": "Sekda",
        f"kursi-{KURSI[4]}-alasan": "Cuti besar",
        f"kursi-{KURSI[4]}-sampai": hari(30),
    }

    client.post(TAMBAH, kiriman(kegiatan, kursi=KURSI[1:4], **kolom))

    surat = SuratTugas.objects.get()
    assert [p.kode_jabatan for p in surat.pengecualian.all()] == [KURSI[0], KURSI[4]]
    for halaman in (client.get(surat.get_absolute_url()), client.get(kegiatan.get_absolute_url())):
        assert "kosong: Pensiun, tugasnya dijalankan Sekda." in halaman.text
        assert "kosong: Cuti besar, sampai dengan" in halaman.text


def test_who_signs_for_the_unit_is_refused_at_the_row_and_nothing_typed_is_lost(client, staf):
    kegiatan = KegiatanFactory()
    kegiatan.naskah.keterlibatan.update(penanda_tangan="Yusuf Ardi")
    anggota = [
        {"pengguna": "", "nama": "Yusuf Ardi, S.E.", "jabatan": "Kepala Dinas"},
        {"pengguna": "", "nama": "Sri Rahayu", "jabatan": "Analis"},
    ]

    answer = client.post(TAMBAH, kiriman(kegiatan, anggota=anggota))

    baris = answer.context["tim"].lain.forms
    assert "Yusuf Ardi, S.E. menandatangani untuk" in baris[0].errors["nama"][0]
    assert not baris[1].errors
    assert "Sri Rahayu" in answer.text
    assert not SuratTugas.objects.exists()


def test_holder_of_a_seat_and_expert_who_sign_for_the_unit_are_refused_at_their_fields(
    client, staf
):
    kegiatan = KegiatanFactory()
    ketua = PemangkuJabatan.objects.get(jabatan__kode=KURSI[0]).pengguna
    ahli = TenagaProfesionalFactory()
    for nama in (ketua.nama, ahli.nama):
        kegiatan.naskah.keterlibatan.update(penanda_tangan=nama)

        answer = client.post(TAMBAH, kiriman(kegiatan, tenaga_profesional=[ahli.pk]))

        assert f"{nama} menandatangani untuk" in answer.text
    assert "isi" not in answer.context["tim"].kursi[0].errors
    assert "tenaga_profesional" in answer.context["form"].errors


def test_expert_who_is_not_active_cannot_be_chosen(client, staf):
    ahli = TenagaProfesionalFactory(aktif=False)

    client.post(TAMBAH, kiriman(KegiatanFactory(), tenaga_profesional=[ahli.pk]))

    assert not SuratTugas.objects.exists()


def test_expertise_is_that_of_the_day_of_the_letter(client, staf):
    ahli = TenagaProfesionalFactory(keahlian="Hukum kontrak")
    client.post(TAMBAH, kiriman(KegiatanFactory(), tenaga_profesional=[ahli.pk]))
    TenagaProfesional.objects.update(keahlian="Pajak")

    surat = SuratTugas.objects.get()
    assert "Keahlian: Hukum kontrak" in client.get(surat.get_absolute_url()).text


def test_terbitkan_takes_no_account_from_elsewhere(client, staf):
    orang = PenggunaFactory(mitra=True)
    anggota = [{"pengguna": orang.pk, "jabatan": "Staf"}]

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


# --- Revoking and replacing ---------------------------------------------------------------


def ke(nama, surat):
    return reverse(f"pengawasan:surat-tugas-{nama}", args=[surat.pk])


def test_cabut_asks_why_and_says_on_the_letter_that_it_is_revoked(client, staf):
    surat = SuratTugasFactory()
    assert "Alasan" in client.get(ke("cabut", surat)).text
    client.post(ke("cabut", surat), {"alasan": ""})
    assert SuratTugas.objects.berlaku().exists()

    page = client.post(ke("cabut", surat), {"alasan": "Salah naskah"}, follow=True).text

    assert "Surat tugas ini dicabut" in page
    assert ke("gantikan", surat) not in page
    assert "Terbitkan surat tugas" in client.get(surat.kegiatan.get().get_absolute_url()).text


def test_cabut_with_results_says_why_not(client, staf):
    surat = SuratTugasFactory()
    BeritaAcaraFactory(kegiatan=surat.kegiatan.get())

    page = client.get(ke("cabut", surat), follow=True).text

    assert "sudah ada hasilnya" in page
    assert "Terbitkan penggantinya" in page


def pengganti(surat, **kolom):
    return kiriman(alasan="Mutasi", **kolom) | {"kegiatan": []}


def test_gantikan_begins_with_the_old_team_and_today_s_holders(client, staf):
    orang = PenggunaFactory(pd=True)
    surat = SuratTugasFactory(anggota=[orang])

    tim = client.get(ke("gantikan", surat)).context["tim"]

    assert [k.kursi.kode for k in tim.kursi if k["isi"].value()] == KURSI
    assert tim.lain[0].initial["nama"] == orang.nama


def test_gantikan_issues_a_letter_that_names_the_old_one(client, staf):
    surat = SuratTugasFactory()

    page = client.post(ke("gantikan", surat), pengganti(surat), follow=True).text

    baru = SuratTugas.objects.get(menggantikan=surat)
    assert "menggantikan surat tugas nomor" in page
    assert str(surat) in page
    assert f"surat tugas {baru}" in client.get(surat.get_absolute_url()).text
    surat.refresh_from_db()
    assert surat.status == StatusSuratTugas.DIGANTIKAN


def test_gantikan_without_a_reason_keeps_what_was_typed(client, staf):
    surat = SuratTugasFactory()
    anggota = [{"pengguna": "", "nama": "Sri Rahayu", "jabatan": "Analis"}]

    answer = client.post(ke("gantikan", surat), pengganti(surat, anggota=anggota) | {"alasan": ""})

    assert "alasan" in answer.context["form"].errors
    assert "Sri Rahayu" in answer.text


@pytest.mark.parametrize("nama", ["cabut", "gantikan"])
def test_both_are_for_staf(client, nama):
    surat = SuratTugasFactory()
    client.force_login(PenggunaFactory(tim=True))

    assert client.get(ke(nama, surat)).status_code == 403


def test_daftar_is_narrowed_by_status(client, staf):
    surat, _ = SuratTugasFactory(), SuratTugasFactory()
    client.post(ke("cabut", surat), {"alasan": "Salah"})

    assert list(client.get(DAFTAR, {"status": "dicabut"}).context["object_list"]) == [surat]
