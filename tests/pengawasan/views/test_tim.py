"""The page of the team, its seats, its people for a time and its experts, through the client."""

import pytest
from django.urls import reverse

from inti.enums import SifatPemangku
from inti.models import Jabatan, PemangkuJabatan
from kerjasama.models import PenugasanNaskah
from pengawasan.domain.tim import KURSI
from pengawasan.models import TenagaProfesional
from tests.factories.inti import (
    JabatanFactory,
    PemangkuJabatanFactory,
    PemerintahFactory,
    PenggunaFactory,
)
from tests.factories.kerjasama import (
    NaskahFactory,
    PenugasanNaskahFactory,
    PerangkatDaerahFactory,
    anggota_pd,
)
from tests.factories.pengawasan import (
    TenagaProfesionalFactory,
    hari,
    isi_kursi_tetap,
    siapkan_surat,
)

pytestmark = pytest.mark.django_db
TIM = reverse("pengawasan:tim-rincian")


@pytest.fixture(autouse=True)
def _pemerintah():
    PemerintahFactory()


def ke(nama, *args):
    return reverse(f"pengawasan:{nama}", args=args)


def masuk(client, **peran):
    client.force_login(PenggunaFactory(**peran))
    return client


# --- Seats --------------------------------------------------------------------------------


def test_page_shows_the_seats_in_the_order_of_the_article_and_names_the_empty(client):
    siapkan_surat()
    isi_kursi_tetap("kasubag-tata-kelola")

    susunan = masuk(client, walikota=True).get(TIM).context["susunan"]

    assert [k.nama for k in susunan.tim] == [k.nama for k in KURSI]
    assert [k.sebutan for k in susunan.lain] == ["Ketua TKKSD", "Kepala daerah"]
    assert susunan.kosong == ["Kepala Sub Bagian Tata Kelola Kerja Sama"]
    assert "Kosong pada tanggal ini" in client.get(TIM).text


def test_page_of_a_day_shows_who_acted_on_it(client):
    kursi = isi_kursi_tetap()
    jabatan = Jabatan.objects.get(kode="kabag-kerja-sama")
    PemangkuJabatanFactory(
        jabatan=jabatan,
        pengguna=PenggunaFactory(nama="Yang Bertindak"),
        sifat=SifatPemangku.PLT,
        mulai=hari(10),
        selesai=hari(20),
    )
    masuk(client, staf=True)

    def pemangku(selisih):
        susunan = client.get(TIM, {"pada": hari(selisih)}).context["susunan"]
        return [p.pengguna.nama for p in susunan.tim[0].pemangku]

    tetap = kursi["kabag-kerja-sama"].nama
    assert pemangku(9) == [tetap]
    assert pemangku(10) == ["Yang Bertindak", tetap]


def test_a_day_that_is_none_is_said_and_today_is_shown(client):
    halaman = masuk(client, staf=True).get(TIM, {"pada": "2026-02-31"})

    assert halaman.context["pada"] == hari()
    assert "Pilih tanggal yang ada pada kalender" in halaman.text


def isian(orang, **lain):
    return {
        "pengguna": orang.pk,
        "sifat": "definitif",
        "mulai": hari(),
        "selesai": "",
        "dasar": "Keputusan Nomor 1",
        "tanggal_dasar": hari(-5),
    } | lain


def test_administrator_appoints_and_finds_it_in_the_history(client):
    siapkan_surat()
    kursi = JabatanFactory(kode="kabag-kerja-sama", nama="Kabag", peran="tim", tunggal=True)
    orang = PenggunaFactory(nama="Pejabat Baru")

    jawaban = masuk(client, admin=True).post(
        ke("kursi-angkat", kursi.pk), isian(orang), follow=True
    )

    assert "Pejabat Baru tercatat sebagai Kabag." in jawaban.text
    assert "Keputusan Nomor 1" in client.get(ke("kursi-rincian", kursi.pk)).text


def test_overlap_is_refused_and_nothing_typed_is_lost(client):
    siapkan_surat()
    kursi = Jabatan.objects.get(kode="sekda")

    jawaban = masuk(client, admin=True).post(
        ke("kursi-angkat", kursi.pk), isian(PenggunaFactory(), dasar="Keputusan panjang")
    )

    assert "sudah ada Dr. Ketua (Definitif" in jawaban.text
    assert "Keputusan panjang" in jawaban.text
    assert kursi.pemangku.count() == 1


@pytest.mark.parametrize(
    ("lain", "isian_salah"),
    [({"selesai": hari(-1)}, "selesai"), ({"dasar": ""}, "dasar"), ({"sifat": "x"}, "sifat")],
)
def test_bad_appointment_is_told_at_its_field(client, lain, isian_salah):
    kursi = JabatanFactory(kode="walikota", nama="Wali Kota", peran="walikota", tunggal=True)

    jawaban = masuk(client, admin=True).post(
        ke("kursi-angkat", kursi.pk), isian(PenggunaFactory(), **lain)
    )

    assert list(jawaban.context["form"].errors) == [isian_salah]
    assert not kursi.pemangku.exists()


def test_people_of_a_mitra_cannot_be_appointed(client):
    kursi = JabatanFactory(kode="walikota", nama="Wali Kota", peran="walikota", tunggal=True)

    masuk(client, admin=True).post(ke("kursi-angkat", kursi.pk), isian(PenggunaFactory(mitra=True)))

    assert not kursi.pemangku.exists()


def test_end_and_correction_are_recorded(client):
    siapkan_surat()
    satu = PemangkuJabatan.objects.get(jabatan__kode="sekda")
    masuk(client, admin=True)

    perbaikan = isian(satu.pengguna, mulai=hari(-100), alasan="Salah catat")
    client.post(ke("pemangku-perbaiki", satu.pk), perbaikan)
    client.post(ke("pemangku-akhiri", satu.pk), {"sampai": hari(3)})

    satu.refresh_from_db()
    assert (satu.mulai, satu.selesai) == (hari(-100), hari(3))
    halaman = client.get(ke("kursi-rincian", satu.jabatan_id)).text
    assert "memperbaiki pemangku jabatan" in halaman


def test_correction_that_another_overtook_is_held_and_shows_both(client):
    siapkan_surat()
    satu = PemangkuJabatan.objects.get(jabatan__kode="sekda")
    alamat = ke("pemangku-perbaiki", satu.pk)
    asal = masuk(client, admin=True).get(alamat).context["form"].initial["asal"]
    client.post(alamat, isian(satu.pengguna, dasar="Surat lain", alasan="Salah catat"))
    saya = isian(satu.pengguna, dasar="Surat saya", alasan="Salah catat", asal=asal)

    ditahan = client.post(alamat, saya)

    assert ditahan.status_code == 409
    assert "Surat lain" in ditahan.text
    assert "Surat saya" in ditahan.text
    satu.refresh_from_db()
    assert satu.dasar == "Surat lain"
    client.post(alamat, saya | {"asal": ditahan.context["form"]["asal"].value()})
    satu.refresh_from_db()
    assert satu.dasar == "Surat saya"


def test_seats_of_many_people_are_not_kept_here(client):
    kursi = JabatanFactory(kode="staf-kerja-sama", tunggal=False)

    assert masuk(client, admin=True).get(ke("kursi-angkat", kursi.pk)).status_code == 404


@pytest.mark.parametrize("peran", ["staf", "tim", "ketua"])
def test_only_the_administrator_seats_people(client, peran):
    kursi = JabatanFactory(kode="walikota", nama="Wali Kota", peran="walikota", tunggal=True)

    jawaban = masuk(client, **{peran: True}).post(
        ke("kursi-angkat", kursi.pk), isian(PenggunaFactory())
    )

    assert jawaban.status_code == 403
    assert not kursi.pemangku.exists()


@pytest.mark.parametrize("jumlah", [1, 3])
def test_page_takes_the_same_queries_for_any_number_of_holders(client, count_queries, jumlah):
    isi_kursi_tetap()
    for n in range(jumlah):
        PemangkuJabatanFactory(
            jabatan=Jabatan.objects.get(kode=KURSI[n].kode), sifat="plt", mulai=hari(-n)
        )
    masuk(client, staf=True)

    with count_queries(5):
        client.get(TIM)


# --- Anggota tidak tetap ------------------------------------------------------------------


def penugasan(orang=None, **lain):
    return {
        "perangkat_daerah": PerangkatDaerahFactory().pk,
        "pengguna": orang.pk if orang else "",
        "nama": "",
        "jabatan": "Analis",
        "mulai": hari(),
        "selesai": hari(10),
        "alasan": "Nota dinas",
    } | lain


def test_staf_assigns_and_the_person_sees_the_naskah(client):
    naskah, orang = NaskahFactory(), anggota_pd(PerangkatDaerahFactory())
    alamat = ke("anggota-naskah-tambah", naskah.pk)

    halaman = masuk(client, staf=True).post(alamat, penugasan(orang), follow=True).text

    assert f"{orang.nama} ditugaskan pada naskah ini." in halaman
    client.force_login(orang)
    assert client.get(ke("naskah-rincian", naskah.pk)).status_code == 200


@pytest.mark.parametrize(
    ("lain", "isian_salah"),
    [
        ({}, "nama"),
        ({"nama": "Sri", "selesai": hari(-1)}, "selesai"),
        ({"nama": "Sri", "alasan": "\u200b"}, "alasan"),
        ({"nama": "Sri", "mulai": hari(-20), "selesai": hari(-1)}, "__all__"),
    ],
)
def test_bad_assignment_is_told_and_nothing_typed_is_lost(client, lain, isian_salah):
    alamat = ke("anggota-naskah-tambah", NaskahFactory().pk)

    jawaban = masuk(client, staf=True).post(alamat, penugasan(jabatan="Pengawas", **lain))

    assert list(jawaban.context["form"].errors) == [isian_salah]
    assert "Pengawas" in jawaban.text
    assert not PenugasanNaskah.objects.exists()


def test_staf_ends_an_assignment(client):
    satu = PenugasanNaskahFactory()

    masuk(client, staf=True).post(ke("anggota-naskah-akhiri", satu.pk), {"sampai": hari(2)})

    satu.refresh_from_db()
    assert satu.selesai == hari(2)


@pytest.mark.parametrize(
    ("keadaan", "nama"), [("berjalan", "Kini"), ("mendatang", "Nanti"), ("lewat", "Dulu")]
)
def test_list_is_narrowed_to_where_the_period_stands(client, keadaan, nama):
    PenugasanNaskahFactory(nama="Kini")
    PenugasanNaskahFactory(nama="Nanti", mulai=hari(1))
    PenugasanNaskahFactory(nama="Dulu", selesai=hari(-1))

    halaman = masuk(client, tim=True).get(ke("anggota-naskah-daftar"), {"keadaan": keadaan})

    assert [p.nama for p in halaman.context["object_list"]] == [nama]


def test_list_finds_by_name_and_naskah(client):
    satu = PenugasanNaskahFactory(nama="Rahmat")
    PenugasanNaskahFactory()
    masuk(client, tim=True)

    for kata in ("Rahmat", satu.naskah.judul, satu.perangkat_daerah.nama):
        daftar = client.get(ke("anggota-naskah-daftar"), {"q": kata}).context["object_list"]
        assert list(daftar) == [satu]


# --- Tenaga profesional -------------------------------------------------------------------


def test_expert_is_noted_corrected_and_taken_out_of_the_choice(client):
    masuk(client, staf=True)
    isi = {"nama": "Dr. Sri", "keahlian": "Hukum", "instansi": "Universitas", "aktif": "on"}
    client.post(ke("tenaga-profesional-tambah"), isi)
    satu = TenagaProfesional.objects.get()

    client.post(satu.get_absolute_url(), isi | {"keahlian": "Hukum kontrak", "aktif": ""})

    satu.refresh_from_db()
    assert (satu.keahlian, satu.aktif) == ("Hukum kontrak", False)
    assert list(TenagaProfesional.objects.aktif()) == []


def test_the_same_expert_twice_is_refused(client):
    ada = TenagaProfesionalFactory()
    isi = {"nama": ada.nama, "keahlian": "Lain", "instansi": ada.instansi, "aktif": "on"}

    jawaban = masuk(client, staf=True).post(ke("tenaga-profesional-tambah"), isi)

    assert "sudah tercatat pada instansi tersebut" in jawaban.text
    assert TenagaProfesional.objects.count() == 1


def test_list_of_experts_is_narrowed(client):
    aktif, tidak = TenagaProfesionalFactory(), TenagaProfesionalFactory(aktif=False)
    masuk(client, ketua=True)

    def daftar(**kueri):
        return list(client.get(ke("tenaga-profesional-daftar"), kueri).context["object_list"])

    assert daftar(aktif="ya") == [aktif]
    assert daftar(aktif="tidak") == [tidak]
    assert daftar(q=tidak.nama) == [tidak]
