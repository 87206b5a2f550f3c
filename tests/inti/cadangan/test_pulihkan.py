"""The drill: what was backed up comes back and proves it; whatever is not whole is refused."""

import dataclasses
import hashlib
import shutil
import threading
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, models, transaction

from inti import audit
from inti.cadangan import manifes as manifes_modul
from inti.cadangan import salinan
from inti.cadangan.galat import CadanganError
from inti.cadangan.gudang import Gudang, daftar_berkas
from inti.cadangan.sandi import SandiKunci, TanpaSandi
from inti.models import Berkas, CatatanBerkala, JejakAudit, Pengguna
from inti.queries.integritas import jejak_rusak
from inti.services import berkas as berkas_services
from inti.services.cadangan import cadangkan
from inti.services.pemulihan import Sumber, periksa, pulihkan
from tests.factories.inti import PenggunaFactory
from tests.support.simpanan import berkas_rusak

pytestmark = pytest.mark.django_db(transaction=True)
DIAM = [].append


def tambah(isi, oleh):
    with transaction.atomic():
        berkas = berkas_services.simpan(isi, nama="a.pdf", tipe="application/pdf", oleh=oleh)
        audit.catat("berkas.unggah", berkas, oleh=oleh)


@pytest.fixture
def orang():
    orang = PenggunaFactory(username="asli")
    for isi in (b"satu", b"dua" * 500_000, b"tiga"):
        tambah(isi, orang)
    return orang


@pytest.fixture(params=[TanpaSandi(), SandiKunci(b"k" * 32)], ids=["polos", "disandi"])
def gudang(request, tmp_path):
    return Gudang(tmp_path / "cadangan", request.param)


@pytest.fixture
def himpunan(orang, gudang):
    return cadangkan(gudang).himpunan


def isi_situs():
    sekarang = (
        sorted(Pengguna.objects.values_list("username", flat=True)),
        list(JejakAudit.objects.order_by("pk").values_list("hash", flat=True)),
        sorted(Berkas.objects.values_list("sha256", flat=True)),
    )
    connection.close()
    return sekarang


def test_restored_site_is_the_one_that_was_backed_up(himpunan, gudang, orang, settings):
    semula = isi_situs()
    PenggunaFactory(username="kemudian")
    tambah(b"kemudian", orang)
    shutil.rmtree(settings.BERKAS_DIR)

    terbukti = pulihkan(Sumber(gudang, himpunan), DIAM, timpa=True)

    assert isi_situs() == semula
    assert (terbukti.berkas, terbukti.jejak, terbukti.kepala_jejak) == (3, 3, semula[1][-1])
    assert terbukti.migrasi_tertinggal == []
    assert list(berkas_rusak()) == []
    assert jejak_rusak() == ""
    tambah(b"sesudah", orang)
    assert jejak_rusak() == ""


@pytest.fixture
def kolom_baru():
    """The models of a later version, which has one more column in the trail."""
    JejakAudit.add_to_class("kolom_baru", models.CharField(max_length=9, db_default=""))
    yield
    JejakAudit._meta.local_fields.remove(JejakAudit._meta.get_field("kolom_baru"))
    JejakAudit._meta._expire_cache()
    del JejakAudit.kolom_baru


def test_copy_of_an_older_version_proves_itself_before_it_is_migrated(himpunan, gudang, kolom_baru):
    terbukti = pulihkan(Sumber(gudang, himpunan), DIAM, timpa=True)

    assert (terbukti.jejak, jejak_rusak()) == (3, "")


def test_site_with_content_is_not_replaced_unasked(himpunan, gudang):
    semula = isi_situs()

    with pytest.raises(CadanganError, match="sudah berisi"):
        pulihkan(Sumber(gudang, himpunan), DIAM)

    assert isi_situs() == semula


def balik(path):
    isi = bytearray(path.read_bytes())
    isi[len(isi) // 2] ^= 1
    path.write_bytes(isi)


def potong(path):
    path.write_bytes(path.read_bytes()[:-1])


@pytest.mark.parametrize("rusakkan", [balik, potong, lambda path: path.unlink()])
@pytest.mark.parametrize("bagian", ["basisdata.*", "berkas.txt", "manifes.json*", "manifes.sha256"])
def test_damaged_part_is_named_and_nothing_is_replaced(himpunan, gudang, bagian, rusakkan):
    semula = isi_situs()
    (path,) = himpunan.glob(bagian)
    if rusakkan is potong and bagian == "manifes.sha256":
        path.write_bytes(path.read_bytes()[:20])
    rusakkan(path)

    with pytest.raises(CadanganError, match=path.name.partition(".")[0]):
        pulihkan(Sumber(gudang, himpunan), DIAM, timpa=True)

    assert isi_situs() == semula


@pytest.mark.parametrize("rusakkan", [balik, potong, lambda path: path.unlink()])
def test_damaged_file_is_named_and_nothing_is_replaced(himpunan, gudang, rusakkan):
    semula = isi_situs()
    nama = sorted(daftar_berkas(himpunan))[1]
    rusakkan(gudang.tempat(nama))

    with pytest.raises(CadanganError, match=nama):
        periksa(Sumber(gudang, himpunan), DIAM)
    with pytest.raises(CadanganError, match=nama):
        pulihkan(Sumber(gudang, himpunan), DIAM, timpa=True)

    assert isi_situs() == semula


def palsukan(himpunan, gudang, **ganti):
    """Whoever can write to the folder (and has the key) may write a manifest that fits itself."""
    asli = manifes_modul.baca(himpunan, gudang.sandi)
    dataclasses.replace(asli, **ganti).tulis(himpunan, gudang.sandi)
    return asli


@pytest.mark.parametrize(
    ("ganti", "sebab"),
    [
        ({"kepala_jejak": "0" * 64}, "Jejak audit tidak berakhir"),
        ({"jenis": "mysql"}, "Cadangan ini dari mysql"),
        ({"migrasi": ["inti.9999_nanti"]}, "aplikasi yang lebih baru .migrasi inti.9999_nanti"),
        ({"jumlah_berkas": 2}, "berkas.txt: 3 berkas, seharusnya 2"),
    ],
)
def test_copy_that_is_not_what_its_manifest_says_is_refused(himpunan, gudang, ganti, sebab):
    semula = isi_situs()
    palsukan(himpunan, gudang, **ganti)

    with pytest.raises(CadanganError, match=sebab):
        pulihkan(Sumber(gudang, himpunan), DIAM, timpa=True)

    assert isi_situs() == semula


def test_rows_that_are_missing_are_counted(himpunan, gudang):
    semula = isi_situs()
    asli = manifes_modul.baca(himpunan, gudang.sandi)
    palsukan(himpunan, gudang, tabel=asli.tabel | {"inti_pengguna": 7})

    with pytest.raises(CadanganError, match="inti_pengguna 1, tercatat 7"):
        pulihkan(Sumber(gudang, himpunan), DIAM, timpa=True)

    assert isi_situs() == semula


def test_file_left_out_of_the_list_is_missed_by_its_row(himpunan, gudang):
    semula = isi_situs()
    daftar = himpunan / "berkas.txt"
    daftar.write_text("".join(daftar.read_text().splitlines(keepends=True)[1:]))
    bagian = manifes_modul.Bagian(
        daftar.name, daftar.stat().st_size, hashlib.sha256(daftar.read_bytes()).hexdigest()
    )
    palsukan(himpunan, gudang, daftar_berkas=bagian, jumlah_berkas=2)

    with pytest.raises(CadanganError, match="1 baris berkas tanpa isi"):
        pulihkan(Sumber(gudang, himpunan), DIAM, timpa=True)

    assert isi_situs() == semula


def test_other_manifest_than_the_one_noted_is_refused(orang, gudang):
    hasil = cadangkan(gudang)
    palsukan(hasil.himpunan, gudang, dibuat_pada="2020-01-01")

    with pytest.raises(CadanganError, match="bukan manifes yang dimaksud"):
        periksa(Sumber(gudang, hasil.himpunan, hasil.sidik), DIAM)


def test_key_is_asked_for_and_an_unneeded_one_refused(himpunan, gudang):
    lain = SandiKunci(b"k" * 32) if not gudang.sandi.akhiran else TanpaSandi()

    with pytest.raises(CadanganError, match="disandi"):
        periksa(Sumber(Gudang(gudang.folder, lain), himpunan), DIAM)


def test_backup_is_whole_while_people_upload(orang, gudang):
    berhenti = threading.Event()
    jumlah = []

    def unggah():
        while not berhenti.is_set():
            tambah(f"berkas {len(jumlah)}".encode(), orang)
            jumlah.append(1)
            berhenti.wait(0.02)
        connection.close()

    pengunggah = threading.Thread(target=unggah)
    pengunggah.start()
    try:
        for hari in (1, 2):
            cadangkan(gudang, now=datetime(2026, 11, hari, tzinfo=UTC))
    finally:
        berhenti.set()
        pengunggah.join()

    assert jumlah
    for satu in gudang.himpunan():
        pulihkan(Sumber(gudang, satu), DIAM, timpa=True)
        assert jejak_rusak() == ""


@pytest.mark.postgres
def test_missing_or_old_client_program_is_said_clearly(monkeypatch, tmp_path):
    monkeypatch.setattr(salinan.shutil, "which", lambda nama: None)
    with pytest.raises(CommandError, match=r"pg_dump tidak ada .* apt-get install postgresql-cli"):
        call_command("cadangkan", ke=str(tmp_path / "cadangan"))

    tua = tmp_path / "pg_dump"
    tua.write_text("#!/bin/sh\necho 'pg_dump (PostgreSQL) 9.6.1'\n")
    tua.chmod(0o755)
    monkeypatch.setattr(salinan.shutil, "which", lambda nama: str(tua))
    with pytest.raises(CommandError, match="lebih tua daripada server PostgreSQL"):
        call_command("cadangkan", ke=str(tmp_path / "cadangan"))

    assert CatatanBerkala.objects.get(nama="cadangan").selesai_pada is None
