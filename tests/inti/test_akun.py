"""Accounts: given, invited, corrected, closed, opened again."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from inti.antrean import jalankan_antrean
from inti.models import JejakAudit, Notifikasi, Pengguna
from inti.putusan import AturanDilanggar
from inti.services import akun, kedudukan
from tests.factories.inti import JabatanFactory, PenggunaFactory

pytestmark = pytest.mark.django_db
SANDI = "rangkaian-kata-yang-panjang"


@pytest.fixture
def admin():
    return PenggunaFactory(admin=True, nama="Sri Admin")


@pytest.fixture
def klien(client, admin):
    client.force_login(admin)
    return client


def data(**kolom):
    dasar = {"nama": "Budi", "email": "budi@contoh.example", "username": "budi"}
    return dasar | kolom


def bersandi(**kolom):
    orang = PenggunaFactory(**kolom)
    orang.set_password(SANDI)
    orang.save()
    return orang


def masuk(client, orang):
    return client.post(reverse("account_login"), {"login": orang.username, "password": SANDI})


# --- Giving -----------------------------------------------------------------------------------


def test_owner_makes_a_sandi_from_the_invitation_and_signs_in(client, admin, settings):
    settings.SITE_URL = "https://kerjasama.contoh.example"
    orang = akun.buat(data(), jabatan=JabatanFactory(tunggal=False, peran="staf"), oleh=admin)
    jalankan_antrean()

    (surel,) = mail.outbox
    (tautan,) = re.findall(r"https://kerjasama\.contoh\.example(/\S+)", surel.body)
    halaman = client.get(tautan, follow=True)
    isi = {"password1": SANDI, "password2": SANDI}
    client.post(halaman.redirect_chain[-1][0], isi)
    orang.refresh_from_db()

    assert "Nama pengguna: budi" in surel.body
    assert orang.peran == {"staf"}
    assert masuk(client, orang).url == "/"


def test_the_link_is_kept_nowhere_and_works_once(client, admin):
    orang = akun.buat(data(), oleh=admin)
    tautan = akun.tautan_sandi(orang)
    kunci = tautan.rstrip("/").rpartition("-")[2]
    isi = {"password1": SANDI, "password2": SANDI}
    client.post(client.get(tautan, follow=True).redirect_chain[-1][0], isi)

    assert not Notifikasi.objects.filter(isi__contains=kunci).exists()
    assert Notifikasi.objects.get(kepada=orang).tautan == reverse("account_change_password")
    assert "tidak berlaku" in client.get(tautan, follow=True).content.decode()


@pytest.mark.parametrize(
    ("kolom", "isian"),
    [
        ({"username": "SRI"}, "username"),
        ({"username": "lain", "email": "Sri@Contoh.example"}, "email"),
        ({"username": "sri@contoh.example"}, "email"),
        ({"email": "sri"}, "username"),
    ],
)
def test_name_and_address_sign_in_to_one_account_only(admin, kolom, isian):
    PenggunaFactory(username="sri", email="sri@contoh.example")

    with pytest.raises(akun.AkunSudahAdaError) as galat:
        akun.buat(data(**kolom), oleh=admin)

    assert galat.value.isian == isian
    assert not Pengguna.objects.filter(nama="Budi").exists()


def test_a_single_seat_is_given_by_appointment_only(admin):
    with pytest.raises(AturanDilanggar, match="pengangkatan"):
        akun.buat(data(), jabatan=JabatanFactory(tunggal=True), oleh=admin)


def test_invitation_goes_again_only_to_who_has_no_sandi(admin):
    orang = akun.buat(data(), oleh=admin)
    akun.undang(orang.pk, oleh=admin)
    orang.set_password(SANDI)
    orang.save()

    with pytest.raises(AturanDilanggar, match="Lupa kata sandi"):
        akun.undang(orang.pk, oleh=admin)
    assert Notifikasi.objects.filter(kepada=orang).count() == 2


# --- Correcting, closing ----------------------------------------------------------------------


def test_correction_writes_what_differs_and_tells_the_owner(admin):
    orang = PenggunaFactory(username="sri", telepon="021")

    akun.ubah(orang.pk, {"username": "sri.baru", "telepon": "021"}, oleh=admin)

    baris = JejakAudit.objects.tentang(orang).get(aksi="akun.ubah")
    assert baris.perubahan["nilai"] == {"username": ["sri", "sri.baru"]}
    assert Notifikasi.objects.filter(kepada=orang, subjek="Akun Anda diubah").exists()


def test_closing_ends_every_session_and_keeps_the_trail(client, admin):
    orang = bersandi(staf=True)
    masuk(client, orang)
    assert client.get("/").status_code == 200
    sesi = client.session.session_key

    akun.nonaktifkan(orang.pk, alasan="Pindah tugas", oleh=admin)

    assert client.get("/").url.startswith(reverse("account_login"))
    assert not Session.objects.filter(pk=sesi).exists()  # dead also once the account is open again
    masuk(client, orang)
    assert client.get("/").status_code == 302
    baris = JejakAudit.objects.tentang(orang).get(aksi="akun.nonaktifkan")
    assert (baris.perubahan["alasan"], baris.perubahan["sesi"]) == ("Pindah tugas", 1)


def test_nobody_closes_their_own_account(admin):
    with pytest.raises(AturanDilanggar, match="administrator lain"):
        akun.nonaktifkan(admin.pk, alasan="Coba", oleh=admin)


def test_opening_again_is_refused_when_the_address_went_to_another(admin):
    orang = PenggunaFactory(email="sri@contoh.example", is_active=False)
    PenggunaFactory(email="sri@contoh.example")

    with pytest.raises(akun.AkunSudahAdaError):
        akun.aktifkan(orang.pk, oleh=admin)


def test_signing_out_everywhere_leaves_the_account_open(client, admin):
    orang = bersandi()
    masuk(client, orang)

    akun.keluarkan(orang.pk, oleh=admin)

    assert client.get("/").status_code == 302
    assert masuk(client, orang).url == "/"
    with pytest.raises(AturanDilanggar, match="tidak sedang masuk"):
        akun.keluarkan(PenggunaFactory().pk, oleh=admin)


def test_own_list_of_devices_signs_the_others_out(admin):
    orang = bersandi(mitra=True)
    ini, lain = Client(headers={"user-agent": "Peramban kantor"}), Client()
    for satu in (ini, lain):
        masuk(satu, orang)
        satu.get("/")

    daftar = reverse("usersessions_list")
    assert "Peramban kantor" in ini.get(daftar).text
    ini.post(daftar)

    assert lain.get("/").url.startswith(reverse("account_login"))
    assert ini.get("/").status_code == 200


def test_new_sandi_signs_out_everywhere_else(admin):
    orang = bersandi(mitra=True)
    ini, lain, baru = Client(), Client(), "rangkaian-lain-yang-panjang"
    for satu in (ini, lain):
        masuk(satu, orang)

    isi = {"oldpassword": SANDI, "password1": baru, "password2": baru}
    ini.post(reverse("account_change_password"), isi)

    orang.refresh_from_db()
    assert orang.check_password(baru)
    assert lain.get("/").url.startswith(reverse("account_login"))


# --- Pages ------------------------------------------------------------------------------------


def test_page_gives_an_account_and_without_a_name_the_address_is_the_name(klien):
    isi = {"nama": "Budi", "email": "budi@contoh.example", "jabatan": ""}
    klien.post(reverse("akun-tambah"), isi)

    assert Pengguna.objects.get(nama="Budi").username == "budi@contoh.example"


def test_page_says_at_the_field_what_is_taken_and_keeps_the_rest(klien):
    PenggunaFactory(username="sri", email="sri@contoh.example")
    isi = {"nama": "Budi Santosa", "email": "sri@contoh.example", "username": "budi"}

    halaman = klien.post(reverse("akun-tambah"), isi).content.decode()

    assert "Alamat surel ini dipakai akun lain." in halaman
    assert "Budi Santosa" in halaman


def test_page_does_not_write_over_what_another_changed_meanwhile(klien):
    orang = PenggunaFactory(telepon="021")
    isi = {"nama": "Nama baru", "email": orang.email, "username": orang.username, "telepon": "021"}
    Pengguna.objects.filter(pk=orang.pk).update(nip="1980")

    klien.post(reverse("akun-ubah", args=[orang.pk]), isi | {"nip": "1980"})
    orang.refresh_from_db()

    assert (orang.nama, orang.nip) == ("Nama baru", "1980")


@pytest.mark.parametrize(
    ("saringan", "nama"),
    [
        ({"keadaan": "diundang"}, {"Undangan"}),
        ({"keadaan": "nonaktif"}, {"Tutup"}),
        ({"keadaan": "aktif"}, {"Staf"}),
        ({"peran": "staf"}, {"Staf"}),
        ({"q": "UNDANG"}, {"Undangan"}),
    ],
)
def test_list_narrows(klien, admin, saringan, nama):
    bersandi(nama="Staf", staf=True)
    PenggunaFactory(nama="Tutup", is_active=False)
    PenggunaFactory(nama="Undangan")

    daftar = klien.get(reverse("akun-daftar"), saringan).context["object_list"]

    assert {a.nama for a in daftar if a != admin} == nama


def test_closing_needs_a_reason_at_its_field(klien):
    orang = PenggunaFactory()

    halaman = klien.post(reverse("akun-nonaktifkan", args=[orang.pk]), {"tutup-alasan": ""})

    assert halaman.context["tutup_form"].errors
    orang.refresh_from_db()
    assert orang.is_active


# --- Seats of an account that is there ----------------------------------------------------------


def test_an_account_without_a_seat_gets_one_and_it_ends(klien, admin):
    orang, staf = PenggunaFactory(), JabatanFactory(tunggal=False, peran="staf")

    klien.post(reverse("akun-jabatan-beri", args=[orang.pk]), {"jabatan": staf.pk})
    kursi = orang.pemangku.get()
    klien.post(reverse("akun-jabatan-akhiri", args=[orang.pk, kursi.pk]))

    kursi.refresh_from_db()
    assert (kursi.jabatan, kursi.mulai, kursi.selesai) == (staf, localdate(), localdate())
    aksi = JejakAudit.objects.tentang(orang).values_list("aksi", flat=True)
    assert set(aksi) == {"pemangku_jabatan.angkat", "pemangku_jabatan.akhiri"}


def test_a_seat_is_given_once_and_ended_once(admin):
    orang, staf = PenggunaFactory(), JabatanFactory(tunggal=False, peran="staf")
    kedudukan.beri(orang.pk, jabatan=staf, oleh=admin)
    kursi = orang.pemangku.get()

    with pytest.raises(AturanDilanggar, match="masih memangku"):
        kedudukan.beri(orang.pk, jabatan=staf, oleh=admin)
    kedudukan.akhiri(orang.pk, pemangku=kursi.pk, oleh=admin)
    with pytest.raises(AturanDilanggar, match="sudah diakhiri"):
        kedudukan.akhiri(orang.pk, pemangku=kursi.pk, oleh=admin)


def test_nobody_gives_or_ends_a_seat_of_their_own(admin):
    staf = JabatanFactory(tunggal=False, peran="staf")

    with pytest.raises(AturanDilanggar, match="administrator lain"):
        kedudukan.beri(admin.pk, jabatan=staf, oleh=admin)
    with pytest.raises(AturanDilanggar, match="administrator lain"):
        kedudukan.akhiri(admin.pk, pemangku=admin.pemangku.get().pk, oleh=admin)


def test_a_single_seat_is_not_given_on_the_page_of_the_account(klien, admin):
    orang, ketua = PenggunaFactory(), JabatanFactory(tunggal=True, peran="ketua")
    alamat = reverse("akun-jabatan-beri", args=[orang.pk])

    halaman = klien.post(alamat, {"jabatan": ketua.pk})

    assert halaman.context["form"].errors
    with pytest.raises(AturanDilanggar, match="Tim Pengawasan"):
        kedudukan.beri(orang.pk, jabatan=ketua, oleh=admin)
    assert not orang.pemangku.exists()


def test_a_closed_account_gets_no_seat(admin):
    orang = PenggunaFactory(is_active=False)

    with pytest.raises(AturanDilanggar, match="nonaktif"):
        kedudukan.beri(orang.pk, jabatan=JabatanFactory(tunggal=False), oleh=admin)
