"""A new address of an account: proved by its owner, called off, told to the old one."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from inti.antrean import jalankan_antrean
from inti.data_pribadi import data_tentang
from inti.log import samarkan
from inti.models import JejakAudit, Notifikasi, Pengguna, SurelAkun
from inti.putusan import AturanDilanggar
from inti.services import akun, data_pribadi, permintaan_sandi, surel_akun
from tests.factories.inti import PenggunaFactory
from tests.inti.test_sso import dinas, pergi_dan_kembali

pytestmark = pytest.mark.django_db
LAMA, BARU, SANDI = "lama@contoh.example", "baru@contoh.example", "rangkaian-kata-yang-panjang"
TIDAK = "sudah dipakai, diganti, dibatalkan, atau kedaluwarsa"
__all__ = ("dinas",)


@pytest.fixture
def admin():
    return PenggunaFactory(admin=True, nama="Sri Admin")


def bersandi(**kolom):
    """An account whose invitation was taken up."""
    satu = PenggunaFactory(**kolom)
    satu.set_password(SANDI)
    satu.save()
    return satu


@pytest.fixture
def orang():
    return bersandi(nama="Budi", username="budi", email=LAMA, mitra=True)


def minta(orang, oleh, alamat=BARU):
    akun.ubah(orang.pk, {"email": alamat}, oleh=oleh)
    return orang.surel_baru


def halaman(satu):
    """The path of the link that is mailed."""
    return re.sub(r"^https?://[^/]+", "", surel_akun.tautan_bukti(satu))


def kunci(satu):
    return halaman(satu).rstrip("/").rpartition("/")[2]


def kepada(alamat):
    return [pesan for pesan in mail.outbox if pesan.to == [alamat]]


def aksi(orang):
    return list(JejakAudit.objects.tentang(orang).order_by("pk").values_list("aksi", flat=True))


# --- Proving ----------------------------------------------------------------------------------


def test_owner_proves_the_address_from_the_mail_and_the_old_one_is_told(client, admin, orang):
    minta(orang, admin)
    jalankan_antrean()
    (surat,), (kabar,) = kepada(BARU), kepada(LAMA)
    (tautan,) = re.findall(r"https?://[^/]+(/akun/surel/bukti/\S+)", surat.body)
    mail.outbox.clear()

    assert BARU in client.get(tautan).text
    jawaban = client.post(tautan, follow=True)
    jalankan_antrean()

    orang.refresh_from_db()
    assert (orang.email, orang.username, orang.surel_baru) == (BARU, "budi", None)
    assert "Alamat surel Anda terbukti" in jawaban.text
    assert "akan diganti" in kabar.subject
    assert [pesan.subject for pesan in kepada(LAMA)] == [
        "Alamat surel akun Anda di Pengawasan Kerja Sama sudah diganti"
    ]
    assert aksi(orang) == ["akun.minta_surel", "akun.ganti_surel"]


def test_until_then_everything_keeps_to_the_old_address(admin, orang):
    minta(orang, admin)
    permintaan_sandi.minta(BARU)
    jalankan_antrean()

    orang.refresh_from_db()
    assert orang.email == LAMA
    (surat,) = kepada(BARU)
    assert "Buktikan" in surat.subject
    masuk = reverse("account_login")
    assert Client().post(masuk, {"login": BARU, "password": SANDI}).status_code == 200
    assert Client().post(masuk, {"login": LAMA, "password": SANDI}).url == "/"


def test_afterwards_the_old_address_signs_in_no_more(admin, orang):
    masuk = reverse("account_login")
    assert Client().post(masuk, {"login": LAMA, "password": SANDI}).url == "/"
    surel_akun.buktikan(kunci(minta(orang, admin)))

    assert Client().post(masuk, {"login": LAMA, "password": SANDI}).status_code == 200
    assert Client().post(masuk, {"login": BARU, "password": SANDI}).url == "/"


def test_opening_the_link_proves_nothing_yet(client, admin, orang):
    satu = minta(orang, admin)
    client.get(halaman(satu))

    orang.refresh_from_db()
    assert (orang.email, orang.surel_baru) == (LAMA, satu)


def test_a_name_that_was_the_address_follows_it(admin):
    orang = bersandi(username=LAMA, email=LAMA)
    akun.ubah(orang.pk, {"email": BARU, "username": BARU}, oleh=admin)
    orang.refresh_from_db()
    assert orang.username == LAMA

    surel_akun.buktikan(kunci(orang.surel_baru))

    orang.refresh_from_db()
    assert (orang.username, orang.email) == (BARU, BARU)


def test_an_invitation_that_nobody_took_up_is_corrected_at_once(admin):
    data = {"nama": "Budi", "email": LAMA, "username": "budi"}
    orang = akun.buat(data, oleh=admin)
    lama = re.sub(r"^https?://[^/]+", "", akun.tautan_sandi(orang))

    akun.ubah(orang.pk, {"email": BARU}, oleh=admin)

    orang.refresh_from_db()
    assert (orang.email, orang.surel_baru) == (BARU, None)
    assert "tidak berlaku" in Client().get(lama, follow=True).text


def test_who_signs_in_without_a_sandi_has_proved_the_address_too(admin):
    orang = PenggunaFactory(email=LAMA, last_login=timezone.now())
    orang.set_unusable_password()
    orang.save()

    assert minta(orang, admin).surel == BARU


# --- Refusing ---------------------------------------------------------------------------------


def ditolak(tautan):
    """Opened and pressed: one answer, whatever is wrong."""
    klien = Client()
    return TIDAK in klien.get(tautan).text and TIDAK in klien.post(tautan).text


@pytest.mark.parametrize(
    "tautan", ["x", "1:x:y", "999999999999999999:x:y", "١:x:y", "1:x:y\x00", "-1:x:y", "::", "1"]
)
def test_a_wrong_link_is_refused_plainly(admin, orang, tautan):
    minta(orang, admin)

    assert ditolak(reverse("surel-bukti", args=[tautan]))


def test_a_changed_link_is_refused(admin, orang):
    satu = minta(orang, admin)
    lain = minta(bersandi(), admin, "lain@contoh.example")
    tanda = kunci(lain).partition(":")[2]

    assert ditolak(reverse("surel-bukti", args=[f"{satu.pk}:{tanda}"]))


def test_a_link_is_tied_to_its_address(admin, orang):
    satu = minta(orang, admin)
    tautan = halaman(satu)
    SurelAkun.objects.filter(pk=satu.pk).update(surel="lain@contoh.example")

    assert ditolak(tautan)


def test_a_used_link_is_refused(admin, orang):
    tautan = halaman(minta(orang, admin))
    Client().post(tautan)

    assert ditolak(tautan)


def test_an_old_link_is_refused_and_the_address_goes_on_waiting(admin, orang, settings):
    tautan = halaman(minta(orang, admin))

    with time_machine.travel(
        timezone.now() + timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT + 5)
    ):
        assert ditolak(tautan)
    assert orang.surel_baru


def test_the_link_of_another_address_or_of_a_closed_account_is_refused(admin, orang):
    pertama = halaman(minta(orang, admin))
    kedua = halaman(minta(orang, admin, "lain@contoh.example"))
    assert ditolak(pertama)

    akun.nonaktifkan(orang.pk, alasan="Pindah", oleh=admin)
    assert ditolak(kedua)


def test_an_address_taken_meanwhile_is_refused_without_a_word_of_whose(client, admin, orang):
    tautan = halaman(minta(orang, admin))
    PenggunaFactory(nama="Rahmat", email=BARU.upper())

    jawaban = client.post(tautan).text

    orang.refresh_from_db()
    assert orang.email == LAMA
    assert "tidak dapat dipakai" in jawaban
    assert "Rahmat" not in jawaban
    assert "akun lain" not in jawaban


def test_an_address_in_use_is_refused_at_the_field_and_nothing_is_written(client, admin, orang):
    PenggunaFactory(email=BARU)
    client.force_login(admin)
    isi = {"nama": "Budi Lain", "email": BARU, "username": "budi"}

    jawaban = client.post(reverse("akun-ubah", args=[orang.pk]), isi)

    orang.refresh_from_db()
    assert "Alamat surel ini dipakai akun lain." in jawaban.text
    assert (orang.nama, orang.email, orang.surel_baru) == ("Budi", LAMA, None)


def test_single_sign_on_knows_an_address_only_once_it_is_proved(dinas, admin):
    orang = bersandi(mitra=True, email=LAMA)
    satu = minta(orang, admin, dinas.orang["email"])
    assert pergi_dan_kembali(Client()).url == reverse("account_login")

    surel_akun.buktikan(kunci(satu))

    assert pergi_dan_kembali(Client()).url == "/"


# --- Again, and called off --------------------------------------------------------------------


def test_account_page_shows_what_waits_sends_again_and_calls_off(client, admin, orang):
    pertama = halaman(minta(orang, admin))
    client.force_login(admin)
    rincian = reverse("akun-rincian", args=[orang.pk])
    assert re.search(rf"Belum dibuktikan.*{BARU}", client.get(rincian).text, re.DOTALL)

    client.post(reverse("akun-surel-ulang", args=[orang.pk]))
    kedua = halaman(orang.surel_baru)
    assert ditolak(pertama)

    client.post(reverse("akun-surel-batal", args=[orang.pk]))
    assert ditolak(kedua)
    assert "Belum dibuktikan" not in client.get(rincian).text
    assert aksi(orang) == ["akun.minta_surel", "akun.kirim_ulang_surel", "akun.batalkan_surel"]


def test_page_says_that_the_address_waits(client, admin, orang):
    client.force_login(admin)
    isi = {"nama": "Budi Santosa", "email": BARU, "username": "budi"}

    jawaban = client.post(reverse("akun-ubah", args=[orang.pk]), isi, follow=True)

    orang.refresh_from_db()
    assert f"Alamat {BARU} berlaku setelah dibuktikan pemiliknya." in jawaban.text
    assert (orang.nama, orang.email) == ("Budi Santosa", LAMA)
    assert aksi(orang) == ["akun.minta_surel", "akun.ubah"]


def test_owner_sees_it_and_calls_it_off(client, admin, orang):
    tautan = halaman(minta(orang, admin))
    client.force_login(orang)
    assert BARU in client.get(reverse("mfa_index")).text

    client.post(reverse("surel-batal"))

    assert ditolak(tautan)
    assert JejakAudit.objects.get(aksi="akun.batalkan_surel").pelaku == orang


@pytest.mark.parametrize("perbuatan", [surel_akun.kirim_ulang, surel_akun.batalkan])
def test_nothing_that_waits_is_neither_sent_again_nor_called_off(admin, orang, perbuatan):
    with pytest.raises(AturanDilanggar, match="menunggu dibuktikan"):
        perbuatan(orang.pk, oleh=admin)
    assert aksi(orang) == []


def test_a_link_called_off_before_it_was_sent_is_not_sent(admin, orang):
    minta(orang, admin)
    surel_akun.batalkan(orang.pk, oleh=admin)
    jalankan_antrean()

    assert kepada(BARU) == []


# --- Kept -------------------------------------------------------------------------------------


def test_the_link_is_kept_nowhere_and_masked_in_logs(admin, orang):
    satu = minta(orang, admin)
    rahasia = kunci(satu).rpartition(":")[2]
    jalankan_antrean()

    assert rahasia not in samarkan(f"GET {halaman(satu)} 200")
    assert not Notifikasi.objects.filter(isi__contains=rahasia).exists()


def test_one_takes_it_away_and_erasing_takes_it_out(admin):
    orang = bersandi()
    minta(orang, admin)
    (satu,) = data_tentang(orang)["surel_akun"]
    assert satu["surel"] == BARU

    akun.nonaktifkan(orang.pk, alasan="Pensiun", oleh=admin)
    data_pribadi.samarkan(orang.pk, alasan="Diminta", oleh=PenggunaFactory(admin=True))

    assert not SurelAkun.objects.exists()


def test_what_is_done_goes_after_a_day_and_what_nobody_proves_after_thirty(admin, orang):
    surel_akun.buktikan(kunci(minta(orang, admin)))
    jalankan_antrean()
    lain = bersandi()
    minta(lain, admin, "lain@contoh.example")
    assert surel_akun.bersihkan(uji_coba=True) == 0

    with time_machine.travel(timezone.now() + timedelta(days=2)):
        assert surel_akun.bersihkan(uji_coba=False) == 2
    assert lain.surel_baru

    with time_machine.travel(timezone.now() + timedelta(days=31)):
        assert surel_akun.bersihkan(uji_coba=False) == 1
    assert lain.surel_baru is None
    assert aksi(lain)[-1] == "akun.batalkan_surel"


def test_word_to_the_old_address_that_was_not_sent_yet_is_not_swept_out(admin, orang):
    surel_akun.buktikan(kunci(minta(orang, admin)))

    with time_machine.travel(timezone.now() + timedelta(days=2)):
        surel_akun.bersihkan(uji_coba=False)
        jalankan_antrean()

    assert any("sudah diganti" in pesan.subject for pesan in kepada(LAMA))
    assert Pengguna.objects.get(pk=orang.pk).email == BARU
