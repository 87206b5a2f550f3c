"""Accounts when the same thing is used by several at the same moment."""

import re
from functools import partial

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from inti.models import JejakAudit, Pengguna
from inti.services import akun, faktor_kedua, surel_akun
from kerjasama.models import Keanggotaan
from kerjasama.services import keanggotaan
from tests.factories.inti import PenggunaFactory, beri_kursi
from tests.factories.kerjasama import MitraFactory
from tests.inti.test_faktor_kedua import kode, masuk, orang
from tests.support.races import at_once, succeeded

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]


@pytest.fixture(autouse=True)
def bersih():
    cache.clear()


def bertahap(pengguna, banyak=4):
    """Browsers that have given the password and are asked for the second factor."""
    semua = [Client() for _ in range(banyak)]
    for klien in semua:
        masuk(klien, pengguna)
    return semua


def yang_masuk(semua):
    return sum(klien.get(reverse("pesan-daftar")).status_code == 200 for klien in semua)


def kirim_kode(semua, angka):
    kirim = [partial(k.post, reverse("mfa_authenticate"), {"code": angka}) for k in semua]
    return at_once(*kirim)


def test_invitation_accepted_by_four_at_once_is_accepted_once():
    oleh = PenggunaFactory(admin=True)
    data = {"nama": "Budi", "email": "budi@contoh.example", "username": "budi"}
    pengguna = akun.buat(data, oleh=oleh)
    tautan = re.sub(r"^https?://[^/]+", "", akun.tautan_sandi(pengguna))
    semua = [Client() for _ in range(4)]
    halaman = [klien.get(tautan, follow=True).redirect_chain[-1][0] for klien in semua]
    sandi = [f"rangkaian-kata-nomor-{n}" for n in range(4)]
    isi = [{"password1": satu, "password2": satu} for satu in sandi]

    at_once(*[
        partial(k.post, h, i) for k, h, i in zip(semua, halaman, isi, strict=True)
    ])  # fmt: skip

    kini = Pengguna.objects.get(pk=pengguna.pk)
    assert sum(kini.check_password(satu) for satu in sandi) == 1


def test_one_code_of_the_app_used_by_four_at_once_lets_one_in():
    pengguna = orang(staf=True)
    TOTP.activate(pengguna, rahasia := "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    semua = bertahap(pengguna)

    kirim_kode(semua, kode(rahasia))

    assert yang_masuk(semua) == 1


def test_a_code_is_claimed_by_one_even_without_a_common_cache():
    pengguna = orang()

    hasil = at_once(*[partial(faktor_kedua.pakai_kode, pengguna, "123 456")] * 8)

    assert sum(hasil) == 1


def test_one_recovery_code_used_by_four_at_once_lets_one_in():
    pengguna = orang(staf=True)
    TOTP.activate(pengguna, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    pulih = RecoveryCodes.activate(pengguna).get_unused_codes()
    semua = bertahap(pengguna)

    kirim_kode(semua, pulih[0])

    assert yang_masuk(semua) == 1
    sisa = Authenticator.objects.get(user=pengguna, type="recovery_codes").wrap()
    assert sisa.get_unused_codes() == pulih[1:]


def test_one_address_invited_by_four_at_once_is_one_account_with_one_access():
    mitra, staf = MitraFactory(), PenggunaFactory.create_batch(4, staf=True)
    beri_kursi(PenggunaFactory(), "mitra")
    data = {"nama": "Budi", "email": "budi@contoh.example", "username": "budi@contoh.example"}

    hasil = at_once(*[partial(keanggotaan.undang, mitra, dict(data), oleh=satu) for satu in staf])

    assert succeeded(hasil) == Pengguna.objects.filter(nama="Budi").count() == 1
    assert Keanggotaan.objects.filter(mitra=mitra).count() == 1


def bukti(pengguna, alamat, oleh):
    """The link of an address that this account is to have."""
    akun.ubah(pengguna.pk, {"email": alamat}, oleh=oleh)
    return surel_akun.tautan_bukti(pengguna.surel_baru).rstrip("/").rpartition("/")[2]


def test_one_link_opened_by_four_at_once_proves_once():
    oleh = PenggunaFactory(admin=True)
    pengguna = orang(email="lama@contoh.example")
    tautan = bukti(pengguna, "baru@contoh.example", oleh)

    hasil = at_once(*[partial(surel_akun.buktikan, tautan)] * 4)

    assert succeeded(hasil) == 1
    assert JejakAudit.objects.filter(aksi="akun.ganti_surel").count() == 1


def test_one_address_proved_for_four_accounts_at_once_is_one_accounts():
    oleh = PenggunaFactory(admin=True)
    tautan = [bukti(orang(), "baru@contoh.example", oleh) for _ in range(4)]

    hasil = at_once(*[partial(surel_akun.buktikan, satu) for satu in tautan])

    assert succeeded(hasil) == Pengguna.objects.filter(email="baru@contoh.example").count() == 1
