"""The pages of mitra and units: names, people, access, merging."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from inti.models import JejakAudit
from kerjasama.models import Keanggotaan, Mitra, Narahubung
from kerjasama.queries.gabung import rencana_gabung
from kerjasama.services import nama as nama_services
from tests.factories.inti import PemangkuJabatanFactory, PenggunaFactory
from tests.factories.kerjasama import (
    ButirFactory,
    KeanggotaanFactory,
    MitraFactory,
    NarahubungFactory,
    NaskahFactory,
    PerangkatDaerahFactory,
    anggota_mitra,
)
from tests.factories.pelaporan import KewajibanLaporanFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def orang():
    return PenggunaFactory(staf=True)


@pytest.fixture
def staf(client, orang):
    client.force_login(orang)
    return client


def alamat(nama, *kunci):
    return reverse(f"kerjasama:{nama}", args=kunci)


def ganti_nama(mitra, baru, orang):
    return nama_services.ganti_nama(
        Mitra, mitra.pk, nama=baru, mulai=date(2024, 5, 1), dasar="Akta", oleh=orang
    )


# --- The list -------------------------------------------------------------------------------


@pytest.mark.parametrize("kata", ["Lama", "baru"])
def test_list_finds_a_mitra_by_its_former_and_its_present_name(staf, orang, kata):
    mitra = ganti_nama(MitraFactory(nama="PT Lama"), "PT Baru", orang)
    MitraFactory()

    halaman = staf.get(alamat("mitra-daftar"), {"q": kata})

    assert list(halaman.context["object_list"]) == [mitra]
    assert b"dahulu PT Lama" in halaman.content


def test_unit_is_found_by_its_former_name(staf, orang):
    unit = PerangkatDaerahFactory(nama="Dinas Lama")
    ganti = {"nama": "Dinas Baru", "mulai": "2024-05-01", "dasar": "Perda"}
    staf.post(alamat("perangkat-daerah-nama", unit.pk), ganti)

    halaman = staf.get(alamat("perangkat-daerah-daftar"), {"q": "Lama"})

    assert list(halaman.context["object_list"]) == [unit]


def test_list_leaves_merged_mitra_out(staf):
    mitra = MitraFactory()
    MitraFactory(digabung_ke=mitra)

    assert list(staf.get(alamat("mitra-daftar")).context["object_list"]) == [mitra]


def test_likely_twins_stand_above_the_list_for_who_can_merge_them(staf, client):
    MitraFactory(nama="PT Mukti Sarana")
    MitraFactory(nama="PT Mukti Sarna")

    assert b"Mungkin tercatat dua kali" in staf.get(alamat("mitra-daftar")).content
    client.force_login(PenggunaFactory(tim=True))
    assert b"Mungkin tercatat dua kali" not in client.get(alamat("mitra-daftar")).content


@pytest.mark.parametrize("banyak", [1, 3])
def test_page_of_a_mitra_asks_as_often_for_many_people_as_for_one(staf, count_queries, banyak):
    mitra = MitraFactory()
    for _ in range(banyak):
        NarahubungFactory(mitra=mitra)
        anggota_mitra(mitra)
        NaskahFactory(mitra=[mitra])

    with count_queries(13):
        staf.get(mitra.get_absolute_url())


# --- Names ----------------------------------------------------------------------------------


def test_mitra_is_renamed_through_its_page(staf):
    mitra = MitraFactory(nama="PT Lama")

    isi = {"nama": "PT Baru", "mulai": "2024-05-01", "dasar": "Akta 7"}
    answer = staf.post(alamat("mitra-nama", mitra.pk), isi)

    mitra.refresh_from_db()
    assert (answer.url, mitra.nama) == (mitra.get_absolute_url(), "PT Baru")


def test_rename_that_is_refused_keeps_what_was_typed(staf):
    mitra, besok = MitraFactory(), timezone.localdate() + timedelta(days=1)

    isi = {"nama": "PT Baru", "mulai": str(besok), "dasar": "Akta 7"}
    halaman = staf.post(alamat("mitra-nama", mitra.pk), isi).content.decode()

    assert "masa depan" in halaman
    assert 'value="Akta 7"' in halaman
    assert not JejakAudit.objects.exists()


@pytest.mark.parametrize(
    ("url", "panjang", "kode"),
    [
        ("mitra-nama", 250, 302),
        ("mitra-nama", 251, 200),
        ("perangkat-daerah-nama", 200, 302),
        ("perangkat-daerah-nama", 201, 200),
    ],
)
def test_name_of_full_length_is_taken_and_a_longer_one_refused(staf, url, panjang, kode):
    objek = MitraFactory() if url.startswith("mitra") else PerangkatDaerahFactory()

    isi = {"nama": "é" * panjang, "mulai": "2024-05-01", "dasar": "Akta"}

    assert staf.post(alamat(url, objek.pk), isi).status_code == kode


@pytest.mark.parametrize("url", ["mitra-nama-lama", "perangkat-daerah-nama-lama"])
def test_former_name_is_recorded_through_its_page(staf, url):
    objek = MitraFactory() if url.startswith("mitra") else PerangkatDaerahFactory()

    staf.post(alamat(url, objek.pk), {"nama": "Dulu", "sampai": "2019-12-31", "dasar": ""})

    assert objek.nama_pada(date(2019, 12, 31)) == "Dulu"
    assert "Sampai 31 Desember 2019" in staf.get(objek.get_absolute_url()).content.decode()


# --- Contacts -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("isi", "jumlah"),
    [({"telepon": "021"}, 1), ({"surel": "a@contoh.example"}, 1), ({}, 0), ({"surel": "a"}, 0)],
)
def test_contact_needs_a_way_to_be_reached(staf, isi, jumlah):
    mitra = MitraFactory()

    staf.post(alamat("mitra-narahubung", mitra.pk), {"nama": "Sari"} | isi)

    assert mitra.narahubung.count() == jumlah


def test_contact_sent_twice_is_one(staf):
    mitra = MitraFactory()
    kunci = staf.get(alamat("mitra-narahubung", mitra.pk)).context["form"]["kunci"].value()
    for _ in range(2):
        isi = {"nama": "Sari", "telepon": "021", "kunci": str(kunci)}
        halaman = staf.post(alamat("mitra-narahubung", mitra.pk), isi)

    assert mitra.narahubung.count() == 1
    assert b"sudah dikirim" in halaman.content


def test_contact_of_a_party_is_added_changed_and_taken_off(staf):
    naskah = NaskahFactory()
    pihak = naskah.pihak.get()
    isi = {"nama": "Sari", "telepon": "021"}

    staf.post(alamat("naskah-narahubung", naskah.pk, pihak.pk), isi)
    orang = pihak.narahubung.get()
    answer = staf.post(alamat("narahubung-ubah", orang.pk), isi | {"nama": "Sari Dewi"})
    assert answer.url == alamat("naskah-pihak", naskah.pk)
    assert "Sari Dewi" in staf.get(answer.url).content.decode()

    staf.post(alamat("narahubung-hapus", orang.pk))
    assert not Narahubung.objects.exists()


def test_contact_of_a_party_of_another_naskah_is_not_found(staf):
    naskah, lain = NaskahFactory(), NaskahFactory()

    url = alamat("naskah-narahubung", naskah.pk, lain.pihak.get().pk)

    assert staf.get(url).status_code == 404


@pytest.mark.parametrize("banyak", [1, 40])
def test_page_of_the_parties_asks_as_often_for_forty_as_for_one(staf, count_queries, banyak):
    naskah = NaskahFactory(mitra=[MitraFactory() for _ in range(banyak)])
    for pihak in naskah.pihak.all():
        NarahubungFactory(pihak=pihak)
        NarahubungFactory(mitra=pihak.mitra)

    with count_queries(11):
        staf.get(alamat("naskah-pihak", naskah.pk))


def test_page_of_the_parties_shows_the_name_on_the_day_of_signing(staf, orang):
    mitra = MitraFactory(nama="PT Lama")
    naskah = NaskahFactory(mitra=[mitra], tanggal_ttd=date(2024, 1, 15))
    ganti_nama(mitra, "PT Baru", orang)

    halaman = staf.get(alamat("naskah-pihak", naskah.pk)).content.decode()

    assert "PT Baru" in halaman
    assert "PT Lama" in halaman


# --- Access ---------------------------------------------------------------------------------


def test_access_is_opened_and_closed_through_its_pages(staf):
    mitra, anggota = MitraFactory(), PenggunaFactory(mitra=True)
    isi = {"pengguna": anggota.pk, "mulai": str(timezone.localdate())}

    staf.post(alamat("mitra-akses", mitra.pk), isi)
    akses = Keanggotaan.objects.get()
    Keanggotaan.objects.update(mulai=date(2020, 1, 1))
    assert "1 Januari 2020" in staf.get(mitra.get_absolute_url()).content.decode()

    staf.post(alamat("akses-tutup", akses.pk), {"sampai": ""})
    assert "ditutup" in staf.get(mitra.get_absolute_url()).content.decode()
    assert not mitra.keanggotaan.aktif().exists()


@pytest.mark.parametrize(
    ("peran", "ditawarkan"), [("mitra", True), ("pd", False), ("admin", False)]
)
def test_only_people_of_the_role_may_be_let_into_a_mitra(staf, peran, ditawarkan):
    mitra, anggota = MitraFactory(), PenggunaFactory(**{peran: True})
    isi = {"pengguna": anggota.pk, "mulai": str(timezone.localdate())}

    staf.post(alamat("mitra-akses", mitra.pk), isi)

    assert mitra.keanggotaan.exists() is ditawarkan


def test_person_whose_seat_ended_is_not_offered(staf):
    kursi = PemangkuJabatanFactory(jabatan__peran="mitra", selesai=date(2021, 1, 1))

    halaman = staf.get(alamat("mitra-akses", MitraFactory().pk))

    assert kursi.pengguna not in halaman.context["form"].fields["pengguna"].queryset


def test_access_to_a_unit_is_opened_and_a_wrong_day_named(staf):
    unit, anggota = PerangkatDaerahFactory(), PenggunaFactory(pd=True)

    isi = {"pengguna": anggota.pk, "mulai": "2020-01-01"}
    halaman = staf.post(alamat("perangkat-daerah-akses", unit.pk), isi)
    assert "mundur" in halaman.content.decode()

    staf.post(alamat("perangkat-daerah-akses", unit.pk), isi | {"mulai": str(timezone.localdate())})
    assert unit.keanggotaan.get().pengguna == anggota


def test_access_closed_twice_says_so(staf):
    akses = KeanggotaanFactory(mitra=MitraFactory(), selesai=date(2021, 1, 1))

    halaman = staf.post(alamat("akses-tutup", akses.pk), {"sampai": ""})

    assert "sudah ditutup" in halaman.content.decode()


# --- Merging --------------------------------------------------------------------------------


@pytest.fixture
def kembar():
    return MitraFactory(nama="PT Mukti Sarna"), MitraFactory(nama="PT Mukti Sarana")


def kiriman(asal, tujuan, **lain):
    return {"ke": tujuan.pk, "sidik": rencana_gabung(asal, tujuan).sidik, "setuju": "on"} | lain


def test_preview_names_what_moves_and_who_will_see_more_and_changes_nothing(staf, kembar):
    asal, tujuan = kembar
    naskah, orang = NaskahFactory(mitra=[asal]), anggota_mitra(asal)

    halaman = staf.get(alamat("mitra-gabung", asal.pk), {"ke": tujuan.pk}).content.decode()

    assert naskah.judul in halaman
    assert str(orang) in halaman
    assert "tidak dapat dibatalkan" in halaman
    assert Mitra.objects.aktif().count() == 2


def test_preview_asks_as_often_for_many_rows_as_for_one(staf, kembar):
    asal, tujuan = kembar
    jumlah = []
    for banyak in (1, 2):
        for _ in range(banyak):
            NaskahFactory(mitra=[asal])
            anggota_mitra(asal)
        with CaptureQueriesContext(connection) as kueri:
            staf.get(alamat("mitra-gabung", asal.pk), {"ke": tujuan.pk})
        jumlah.append(len(kueri))

    assert jumlah[0] == jumlah[1]


def test_preview_of_full_twins_takes_no_more_queries_than_a_page_may(staf, kembar):
    asal, tujuan = kembar
    for mitra in kembar:
        NaskahFactory(mitra=[mitra])
        anggota_mitra(mitra)
        NarahubungFactory(mitra=mitra, utama=True)
    bersama = NaskahFactory(mitra=[asal, tujuan])
    ButirFactory(naskah=bersama, mitra=asal)
    KewajibanLaporanFactory(naskah=bersama, mitra=asal)
    KewajibanLaporanFactory(naskah=bersama, mitra=tujuan)

    with CaptureQueriesContext(connection) as kueri:
        halaman = staf.get(alamat("mitra-gabung", asal.pk), {"ke": tujuan.pk})

    assert len(halaman.context["rencana"].bentrok) == 3
    assert len(kueri) <= 12, [k["sql"][:200] for k in kueri]


def test_merge_leads_to_the_mitra_that_stays_and_the_closed_page_too(staf, kembar):
    asal, tujuan = kembar

    answer = staf.post(alamat("mitra-gabung", asal.pk), kiriman(asal, tujuan))
    assert answer.url == tujuan.get_absolute_url()

    halaman = staf.get(asal.get_absolute_url(), follow=True)
    assert halaman.redirect_chain[-1][0] == tujuan.get_absolute_url()
    assert "sudah digabung ke PT Mukti Sarana" in halaman.content.decode()
    assert "menggabungkan mitra" in halaman.content.decode()


def test_merge_without_consent_changes_nothing(staf, kembar):
    asal, tujuan = kembar

    halaman = staf.post(alamat("mitra-gabung", asal.pk), kiriman(asal, tujuan, setuju=""))

    assert "Centang" in halaman.content.decode()
    assert Mitra.objects.aktif().count() == 2


def test_merge_after_a_change_shows_the_new_preview(staf, kembar):
    asal, tujuan = kembar
    isi = kiriman(asal, tujuan)
    NaskahFactory(mitra=[asal])

    halaman = staf.post(alamat("mitra-gabung", asal.pk), isi, follow=True)

    assert "sejak pratinjau" in halaman.content.decode()
    assert Mitra.objects.aktif().count() == 2


@pytest.mark.parametrize("ke", ["", "abc", "0", "999999999", "9" * 30])
def test_choice_that_is_no_mitra_asks_again(staf, kembar, ke):
    halaman = staf.get(alamat("mitra-gabung", kembar[0].pk), {"ke": ke})

    assert halaman.templates[0].name == "kerjasama/mitra/gabung_pilih.html"


@pytest.mark.parametrize("url", ["mitra-ubah", "mitra-nama", "mitra-akses", "mitra-narahubung"])
def test_closed_mitra_is_not_changed_any_more(staf, kembar, url):
    asal, tujuan = kembar
    Mitra.objects.filter(pk=asal.pk).update(digabung_ke=tujuan)

    assert staf.get(alamat(url, asal.pk)).status_code == 404
    assert staf.get(alamat("mitra-gabung", asal.pk)).url == asal.get_absolute_url()


@pytest.mark.parametrize(
    ("kolom", "nilai", "kata"),
    [
        ("mulai", "9999-12-31", "Periksa tahunnya"),
        ("sampai", "12/72020", "Pilih tanggal yang ada"),
        ("nama", "\u200b\u3164", "tidak boleh kosong"),
    ],
)
def test_bad_value_of_a_unit_is_told_at_its_field_and_the_rest_is_kept(staf, kolom, nilai, kata):
    isi = {"nama": "Dinas Uji", "singkatan": "DU", kolom: nilai}

    answer = staf.post(alamat("perangkat-daerah-tambah"), isi)

    assert kata in answer.context["form"].errors[kolom][0]
    assert answer.context["form"]["singkatan"].value() == "DU"
