"""The trail is narrowed by who, what, about what and when."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.urls import reverse

from inti import audit
from inti.filters import JejakFilterSet
from inti.models import JejakAudit
from tests.factories.inti import PenggunaFactory
from tests.factories.kerjasama import MitraFactory, NaskahFactory

pytestmark = pytest.mark.django_db
JAKARTA = ZoneInfo("Asia/Jakarta")


@pytest.fixture
def naskah():
    """Two people did something to two things, on two days."""
    dini, made = PenggunaFactory(nama="Dini Contoh"), PenggunaFactory(nama="Made Contoh")
    naskah = NaskahFactory(judul="Pengelolaan sampah")
    with time_machine.travel(datetime(2030, 3, 1, 23, 30, tzinfo=JAKARTA), tick=False):
        audit.catat("naskah.ubah", naskah, oleh=dini)
    with time_machine.travel(datetime(2030, 3, 2, 0, 30, tzinfo=JAKARTA), tick=False):
        audit.catat("mitra.hapus", MitraFactory(nama="PT Angin"), oleh=made)
    return naskah


@pytest.mark.parametrize(
    ("saring", "aksi"),
    [
        ({"pelaku_nama": "dini"}, {"naskah.ubah"}),
        ({"objek_nama": "angin"}, {"mitra.hapus"}),
        ({"aksi": "menghapus"}, {"mitra.hapus"}),
        ({"aksi": "naskah.ubah"}, {"naskah.ubah"}),
        ({"objek_jenis": "kerjasama.mitra"}, {"mitra.hapus"}),
        ({"sejak": "2030-03-02"}, {"mitra.hapus"}),
        ({"sejak": "2030-03-01", "sampai": "2030-03-01"}, {"naskah.ubah"}),
        ({"sejak": "2030-03-01"}, {"naskah.ubah", "mitra.hapus"}),
        ({"pelaku_nama": "dini", "objek_jenis": "kerjasama.mitra"}, set()),
    ],
)
def test_saringan_leaves_what_fits(naskah, saring, aksi):
    dua = JejakAudit.objects.filter(waktu__year=2030)

    saringan = JejakFilterSet(saring, dua)

    assert saringan.is_valid()
    assert {baris.aksi for baris in saringan.qs} == aksi


def test_one_object_is_found_by_its_number(naskah):
    dua = JejakAudit.objects.filter(waktu__year=2030)

    saringan = JejakFilterSet({"objek_jenis": "kerjasama.naskah", "objek_id": naskah.pk}, dua)

    assert [baris.aksi for baris in saringan.qs] == ["naskah.ubah"]


def test_only_rows_of_this_application_are_offered(client):
    client.force_login(PenggunaFactory(staf=True))

    halaman = client.get(reverse("jejak-daftar"))

    jenis = dict(halaman.context["filter"].form.fields["objek_jenis"].choices)
    assert {"kerjasama.naskah", "inti.pengguna", "pelaporan.bundel"} <= set(jenis)
    assert not {satu for satu in jenis if satu.startswith(("mfa.", "auth.", "account."))}
