"""Making sets: only what is new is copied, old sets go, what fails leaves nothing and is seen."""

import fcntl
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Barrier, BrokenBarrierError

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.utils import timezone

from inti.cadangan import salinan
from inti.cadangan.galat import CadanganError
from inti.cadangan.gudang import Gudang
from inti.cadangan.sandi import TanpaSandi, sandi_dari
from inti.models import CatatanBerkala
from inti.services import berkas as berkas_services
from inti.services.cadangan import cadangkan
from inti.services.pemulihan import Sumber, periksa
from tests.support.races import at_once

pytestmark = pytest.mark.django_db(transaction=True)
MALAM = datetime(2026, 11, 20, 18, tzinfo=UTC)


@pytest.fixture
def gudang(tmp_path):
    return Gudang(tmp_path / "cadangan", TanpaSandi())


def unggah(isi):
    with transaction.atomic():
        return berkas_services.simpan(isi, nama="a.pdf", tipe="application/pdf", oleh=None)


def isi_gudang(gudang):
    return {p.name for p in gudang.folder.glob("isi/??/*")}


def test_only_new_files_are_copied(gudang):
    unggah(b"satu")
    pertama = cadangkan(gudang, now=MALAM)
    unggah(b"dua")
    kedua = cadangkan(gudang, now=MALAM + timedelta(days=1))

    assert (pertama.berkas_baru, kedua.berkas_baru) == (1, 1)
    assert kedua.manifes.jumlah_berkas == 2


def test_file_cut_short_in_the_pool_is_copied_again(gudang):
    berkas = unggah(b"satu")
    cadangkan(gudang, now=MALAM)
    gudang.tempat(berkas.sha256).write_bytes(b"sa")

    hasil = cadangkan(gudang, now=MALAM + timedelta(days=1))

    assert hasil.berkas_baru == 1
    periksa(Sumber(gudang, hasil.himpunan), [].append)


def test_old_sets_go_and_the_files_that_only_they_had(gudang):
    lama, tetap = unggah(b"lama"), unggah(b"tetap")
    cadangkan(gudang, now=MALAM)
    berkas_services.hapus(lama)
    for hari in (1, 2):
        cadangkan(gudang, simpan=2, now=MALAM + timedelta(days=hari))

    assert [p.name for p in gudang.himpunan()] == ["20261121T180000Z", "20261122T180000Z"]
    assert isi_gudang(gudang) == {tetap.sha256}


def test_failed_backup_leaves_no_set_keeps_the_old_and_is_recorded(gudang, monkeypatch):
    cadangkan(gudang, now=MALAM)
    selesai = CatatanBerkala.objects.get(nama="cadangan").selesai_pada

    def penuh(*args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(salinan, "_hitung", penuh)
    with pytest.raises(CommandError, match="No space left"):
        call_command("cadangkan", ke=str(gudang.folder), simpan=1)

    catatan = CatatanBerkala.objects.get(nama="cadangan")
    assert [p.name for p in gudang.himpunan()] == ["20261120T180000Z"]
    assert not list(gudang.folder.glob(".sedang-*"))
    assert (catatan.selesai_pada, "No space left" in catatan.pesan) == (selesai, True)
    assert catatan.gagal_pada > selesai


def test_what_a_killed_backup_left_is_removed_by_the_next(gudang):
    sisa = gudang.folder / ".sedang-20261119T180000Z"
    sisa.mkdir(parents=True)
    (sisa / "basisdata.sqlite3").write_bytes(b"separuh")

    cadangkan(gudang, now=MALAM)

    assert not sisa.exists()


def terbaca(folder, *rahasia):
    """Which files of the folder tell any of it."""
    semua = [p for p in folder.rglob("*") if p.is_file()]
    assert semua
    return [p for p in semua if any(satu in p.read_bytes() for satu in rahasia)]


def test_with_a_key_nothing_readable_ever_lies_in_the_folder(tmp_path, monkeypatch, capsys):
    kunci, folder = tmp_path / "kunci", tmp_path / "cadangan"
    kunci.write_bytes(b"k" * 32)
    berkas = unggah(b"ISI-RAHASIA")
    rahasia = (b"SQLite format 3", b"PGDMP", b"ISI-RAHASIA", b"inti_pengguna", berkas.nama.encode())
    hitung, sedang = salinan._hitung, []

    def sambil(*args):
        sedang.extend(terbaca(folder, *rahasia))
        return hitung(*args)

    monkeypatch.setattr(salinan, "_hitung", sambil)
    call_command("cadangkan", ke=str(folder), kunci=str(kunci))

    assert (sedang, terbaca(folder, berkas.sha256.encode(), *rahasia)) == ([], [])
    assert not list(Path(connection.settings_dict["NAME"]).parent.glob("*.cadangan"))
    assert "tidak disandi" not in capsys.readouterr().err
    call_command("cadangkan", ke=str(tmp_path / "polos"))
    assert "tidak disandi" in capsys.readouterr().err


def test_two_at_once_are_refused(gudang):
    gudang.folder.mkdir()
    with (gudang.folder / ".kunci").open("w") as kunci:
        fcntl.flock(kunci, fcntl.LOCK_EX)

        with pytest.raises(CadanganError, match="sedang ditulis"):
            cadangkan(gudang)


def test_two_at_once_into_different_folders_copy_one_after_the_other(tmp_path, monkeypatch):
    hitung, keduanya, bersama = salinan._hitung, Barrier(2), []

    def sambil(*args):
        with suppress(BrokenBarrierError):
            bersama.append(keduanya.wait(1))
        return hitung(*args)

    monkeypatch.setattr(salinan, "_hitung", sambil)
    (tmp_path / "kunci").write_bytes(b"k" * 32)
    sandi = sandi_dari(tmp_path / "kunci")
    gudang = [Gudang(tmp_path / nama, sandi) for nama in ("satu", "dua")]

    hasil = at_once(*[partial(cadangkan, satu) for satu in gudang])

    # PostgreSQL shows each a moment of its own; of SQLite there is one copy in the clear.
    assert bersama == [] or connection.vendor == "postgresql"
    for satu, buatan in zip(gudang, hasil, strict=True):
        periksa(Sumber(satu, buatan.himpunan), [].append)


@pytest.mark.parametrize("rusakkan", [lambda p: p.unlink(), lambda p: p.write_bytes(b"lain")])
def test_file_the_site_lost_is_named_and_the_rest_is_kept(gudang, rusakkan):
    hilang, utuh = unggah(b"hilang"), unggah(b"utuh")
    rusakkan(hilang.path)

    with pytest.raises(CommandError, match=hilang.sha256):
        call_command("cadangkan", ke=str(gudang.folder))

    assert isi_gudang(gudang) == {utuh.sha256}
    (himpunan,) = gudang.himpunan()
    assert periksa(Sumber(gudang, himpunan), [].append).jumlah_berkas == 1
    assert CatatanBerkala.objects.get(nama="cadangan").selesai_pada is None


def sehat(client):
    return client.get("/sehat/").json()["bagian"].get("cadangan")


def test_sehat_shows_the_backup_only_where_one_is_scheduled(client, settings, gudang):
    settings.CADANGAN_JAM = 0
    assert sehat(client) is None

    settings.CADANGAN_JAM = 26
    assert sehat(client) is False
    cadangkan(gudang)
    assert sehat(client) is True
    lalu = timezone.now() - timedelta(hours=27)
    CatatanBerkala.objects.filter(nama="cadangan").update(selesai_pada=lalu)
    assert sehat(client) is False


def test_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "bukan-folder").write_text("")

    with pytest.raises(CommandError, match="tidak dapat ditulis"):
        call_command("cadangkan", ke=str(tmp_path / "bukan-folder" / "cadangan"))


def test_nothing_to_restore_is_said(tmp_path):
    with pytest.raises(CommandError, match="Tidak ada cadangan di"):
        call_command("pulihkan", str(tmp_path))
