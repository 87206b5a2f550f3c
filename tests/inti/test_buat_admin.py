"""The first administrator sets the password at a link that works once."""

from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client

from inti.enums import Peran
from inti.models import JejakAudit, Pengguna
from tests.factories.inti import JabatanFactory

pytestmark = pytest.mark.django_db
SANDI = "sandi-baru-yang-panjang"


@pytest.fixture(autouse=True)
def _kursi():
    JabatanFactory(kode="administrator", nama="Administrator", peran=Peran.ADMIN)


def buat(**isian):
    keluar = StringIO()
    call_command(
        "buat_admin", **{"nama": "Rina Contoh", "surel": "r@contoh.id"} | isian, stdout=keluar
    )
    return next(b for b in keluar.getvalue().splitlines() if b.startswith("http"))


def test_link_sets_the_password_once_and_opens_the_account():
    alamat = buat().removeprefix(settings.SITE_URL)
    client = Client()

    formulir = client.get(alamat, follow=True)
    client.post(formulir.redirect_chain[-1][0], {"password1": SANDI, "password2": SANDI})

    pengguna = Pengguna.objects.get()
    assert (pengguna.username, pengguna.peran) == ("admin", {Peran.ADMIN})
    assert pengguna.check_password(SANDI)
    assert "password1" not in Client().get(alamat, follow=True).content.decode()
    assert JejakAudit.objects.filter(aksi="akun.buat").count() == 1


def test_account_has_no_password_before():
    buat()

    assert not Pengguna.objects.get().has_usable_password()


def test_second_administrator_is_not_made_here():
    buat()

    with pytest.raises(CommandError, match="Sudah ada administrator: admin"):
        buat(username="lain")


def test_unusable_address_is_refused():
    with pytest.raises(CommandError, match="alamat email"):
        buat(surel="bukan surel")

    assert not Pengguna.objects.exists()


def test_missing_reference_data_is_named():
    Pengguna.objects.all().delete()
    JabatanFactory._meta.model.objects.all().delete()

    with pytest.raises(CommandError, match="isi_rujukan"):
        buat()
