"""The trail: appended with the change, chained, and refused by the database to change."""

from zoneinfo import ZoneInfo

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from inti import audit
from inti.models import JejakAudit
from inti.models.jejak import PANGKAL
from inti.queries.integritas import jejak_rusak
from tests.factories.inti import PenggunaFactory

pytestmark = pytest.mark.django_db


def catat(banyak=3):
    oleh = PenggunaFactory(staf=True)
    return [audit.catat("naskah.ubah", oleh, oleh=oleh, nilai=n) for n in range(banyak)]


def test_each_line_carries_the_hash_of_the_one_before():
    pertama, kedua, ketiga = catat()

    assert (pertama.sebelumnya, kedua.sebelumnya, ketiga.sebelumnya) == (
        PANGKAL,
        pertama.hash,
        kedua.hash,
    )
    assert jejak_rusak() == ""


def test_time_of_any_zone_gives_the_hash_that_the_database_gives_back(monkeypatch):
    jakarta = timezone.now().astimezone(ZoneInfo("Asia/Jakarta"))
    monkeypatch.setattr("django.utils.timezone.now", lambda: jakarta)

    catat(1)

    assert jejak_rusak() == ""


def test_line_says_who_as_which_seat_and_what():
    jejak = catat(1)[0]

    assert jejak.sebagai == "Staf Bagian Kerja Sama"
    assert jejak.kalimat == "mengubah naskah"


def test_line_goes_with_the_change_that_is_undone():
    with transaction.atomic():
        catat(1)
        transaction.set_rollback(True)

    assert not JejakAudit.objects.exists()


@pytest.mark.parametrize(
    "ubah",
    [
        lambda: JejakAudit.objects.update(pelaku_nama="Orang lain"),
        lambda: JejakAudit.objects.all().delete(),
        lambda: connection.cursor().execute("UPDATE inti_jejakaudit SET aksi = 'x'"),
        lambda: connection.cursor().execute("DELETE FROM inti_jejakaudit"),
    ],
)
def test_database_refuses_to_change_or_remove_a_line(ubah):
    catat(2)

    with pytest.raises(DatabaseError, match="hanya dapat ditambah"), transaction.atomic():
        ubah()

    assert JejakAudit.objects.count() == 2


def lepas_pemicu():
    """Do as an intruder with the owner's rights would."""
    with connection.cursor() as kursor:
        if connection.vendor == "postgresql":
            kursor.execute("ALTER TABLE inti_jejakaudit DISABLE TRIGGER jejak_hanya_tambah")
        else:
            kursor.execute("DROP TRIGGER jejak_tolak_update")
            kursor.execute("DROP TRIGGER jejak_tolak_delete")


@pytest.mark.parametrize(
    ("ubah", "sebut"),
    [
        (lambda b: JejakAudit.objects.filter(pk=b[1].pk).update(aksi="x"), "isi tidak sesuai"),
        (lambda b: JejakAudit.objects.filter(pk=b[1].pk).delete(), "tidak menyambung"),
    ],
)
def test_periksa_jejak_names_the_first_broken_line(ubah, sebut):
    baris = catat()
    call_command("periksa_jejak")
    lepas_pemicu()
    ubah(baris)

    with pytest.raises(CommandError, match=sebut):
        call_command("periksa_jejak")


def test_line_outlives_the_account():
    oleh = PenggunaFactory()
    audit.catat("akun.ubah", oleh, oleh=oleh)
    nama = oleh.nama

    oleh.delete()

    assert JejakAudit.objects.get().pelaku_nama == nama
    assert jejak_rusak() == ""
