"""F15, F16: the site is lost and comes back from its backup; an old one put back is told of."""

import shutil

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse

from inti.models import Berkas, JejakAudit
from inti.services import kepala_jejak
from kerjasama.models import DokumenNaskah, Naskah
from kerjasama.services import mitra
from tests.factories.inti import BerkasFactory, PenggunaFactory
from tests.factories.kerjasama import NaskahFactory

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.lambat]


@pytest.fixture
def cadangan(tmp_path, settings):
    settings.CADANGAN_DIR = str(tmp_path / "cadangan")
    settings.SUREL_AUDITOR = "auditor@contoh.example"
    return tmp_path / "cadangan"


def bekerja(nama):
    """Something that leaves lines in the trail."""
    mitra.catat({"nama": nama, "jenis": "bumn"}, oleh=PenggunaFactory(staf=True))


def himpunan(cadangan):
    return sorted(p for p in cadangan.iterdir() if p.name[0].isdigit())


def hilangkan(settings):
    """What a broken disk leaves: an empty database, no files."""
    call_command("flush", interactive=False, verbosity=0)
    shutil.rmtree(settings.BERKAS_DIR)
    connection.close()


def test_a_lost_site_comes_back_with_everything_that_was_backed_up(cadangan, settings, client):
    dokumen = DokumenNaskah.objects.create(naskah=NaskahFactory(), berkas=BerkasFactory())
    isi, alamat = dokumen.berkas.path.read_bytes(), [dokumen.naskah.pk, dokumen.pk]
    bekerja("PT Sebelum")
    call_command("cadangkan")
    jejak = list(JejakAudit.objects.order_by("pk").values_list("hash", flat=True))
    hilangkan(settings)
    assert not Naskah.objects.exists()

    call_command("pulihkan", str(cadangan), "--timpa")

    assert list(JejakAudit.objects.order_by("pk").values_list("hash", flat=True)) == jejak
    call_command("periksa_jejak")
    call_command("periksa_berkas")
    assert Berkas.objects.count() == 1
    client.force_login(PenggunaFactory(staf=True))
    assert client.get(reverse("kerjasama:naskah-dokumen-buka", args=alamat)).getvalue() == isi
    bekerja("PT Sesudah")
    call_command("periksa_jejak")


def test_an_older_backup_put_back_in_silence_is_told_by_the_head_kept_outside(
    cadangan, settings, tmp_path
):
    bekerja("PT Satu")
    call_command("cadangkan")
    (lama,) = himpunan(cadangan)
    bekerja("PT Dua")
    kepala_jejak.kirim()
    surat = tmp_path / "kepala.eml"
    surat.write_bytes(mail.outbox[-1].message().as_bytes())
    call_command("periksa_jejak", kepala=[str(surat)])

    call_command("pulihkan", str(lama), "--timpa")
    call_command("periksa_jejak")  # of itself it is whole
    with pytest.raises(CommandError, match="menurut kepala"):
        call_command("periksa_jejak", kepala=[str(surat)])
    # Work that grows over it does not hide it.
    for nomor in range(5):
        bekerja(f"PT Baru {nomor}")
    with pytest.raises(CommandError, match="kepala"):
        call_command("periksa_jejak", kepala=[str(surat)])
