"""Waiting for the write lock of SQLite: patiently, and without holding up who has it (ADR 0013)."""

import gc
import sqlite3
import threading
import time

import pytest
from django.db import OperationalError, connection, connections

from inti.backends.sqlite3 import base

pytestmark = pytest.mark.django_db


@pytest.fixture
def basis_data(tmp_path):
    """Connections to a database of its own, as the site makes them."""
    dibuka = []

    def buka():
        lain = base.DatabaseWrapper(
            {
                **connection.settings_dict,
                "ENGINE": "inti.backends.sqlite3",
                "NAME": str(tmp_path / "uji.sqlite3"),
                "OPTIONS": {
                    "transaction_mode": "IMMEDIATE",
                    "init_command": "PRAGMA journal_mode=WAL",
                },
            },
            alias="uji",
        )
        lain.inc_thread_sharing()
        dibuka.append(lain)
        return lain

    yield buka
    for satu in dibuka:
        satu.close()


def perintah(sambungan, sql):
    with sambungan.cursor() as cursor:
        return cursor.execute(sql).fetchall()


class Lingkaran:
    """A cursor in a reference cycle: what an exception's traceback or a generator leaves."""

    def __init__(self, cursor):
        self.cursor = cursor
        self.diri = self


def tunggu_kunci(mulai, tulis, hasil):
    mulai.set()
    try:
        tulis()
    except (OperationalError, sqlite3.OperationalError) as error:
        hasil.append(str(error))
    else:
        hasil.append("tertulis")


def pungut_selagi_lain_menunggu(pemegang, penunggu, *, tulis, sampah=True):
    """What came of writing while another, who held the lock, freed a cursor of the writer's."""
    gc.disable()
    try:
        pemegang.execute("BEGIN IMMEDIATE")
        pemegang.execute("INSERT INTO t VALUES (1)")
        baca = penunggu.cursor()
        baca.execute("SELECT 1 UNION ALL SELECT 2")
        baca.fetchone()  # unfinished: freeing it must reset its statement
        disimpan = Lingkaran(baca)
        del baca
        mulai, hasil = threading.Event(), []
        lain = threading.Thread(target=tunggu_kunci, args=(mulai, tulis, hasil))
        lain.start()
        mulai.wait()
        time.sleep(1)  # by now it waits
        if sampah:
            del disimpan
        gc.collect()
        pemegang.execute("COMMIT")
        lain.join()
    finally:
        gc.enable()
    return hasil


def isi(path, *, sabar=60):
    satu = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=sabar)
    satu.execute("PRAGMA journal_mode=WAL")
    satu.execute("CREATE TABLE IF NOT EXISTS t (x)")
    return satu


@pytest.mark.lambat
@pytest.mark.parametrize(("sampah", "tertulis"), [(True, False), (False, True)])
def test_the_wait_inside_sqlite_holds_up_who_frees_a_cursor_of_the_waiting(
    tmp_path, sampah, tertulis
):
    """The cause: with SQLite's own `timeout`, the holder cannot commit before the other gave up."""
    pemegang = isi(tmp_path / "a.sqlite3")
    penunggu = isi(tmp_path / "a.sqlite3", sabar=4 if sampah else 60)

    hasil = pungut_selagi_lain_menunggu(
        pemegang,
        penunggu,
        tulis=lambda: penunggu.execute("INSERT INTO t VALUES (2)"),
        sampah=sampah,
    )
    pemegang.close()
    penunggu.close()

    # The words of the refusal are the connection's, which the freed cursor resets meanwhile.
    assert (hasil == ["tertulis"]) is tertulis


def test_waiting_outside_of_sqlite_holds_up_nobody(tmp_path, basis_data, monkeypatch):
    monkeypatch.setattr(base, "SABAR_DETIK", 60)
    pemegang = isi(tmp_path / "uji.sqlite3")
    penunggu = basis_data()
    penunggu.ensure_connection()

    hasil = pungut_selagi_lain_menunggu(
        pemegang, penunggu.connection, tulis=lambda: perintah(penunggu, "INSERT INTO t VALUES (2)")
    )
    pemegang.close()

    assert hasil == ["tertulis"]


def test_opening_waits_for_who_tidies_the_log_away(tmp_path, basis_data):
    """As the last connection of another process does when it closes."""
    penutup = isi(tmp_path / "uji.sqlite3")
    penutup.execute("PRAGMA locking_mode=EXCLUSIVE")
    penutup.execute("INSERT INTO t VALUES (1)")
    pembuka, hasil, mulai = basis_data(), [], threading.Event()

    lain = threading.Thread(target=tunggu_kunci, args=(mulai, pembuka.ensure_connection, hasil))
    lain.start()
    mulai.wait()
    time.sleep(0.3)
    penutup.close()
    lain.join()

    assert hasil == ["tertulis"]


def test_transaction_waits_for_the_one_before(tmp_path, basis_data):
    pemegang = isi(tmp_path / "uji.sqlite3")
    penunggu, hasil, mulai = basis_data(), [], threading.Event()
    penunggu.ensure_connection()
    pemegang.execute("BEGIN IMMEDIATE")

    def tulis():
        penunggu.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        perintah(penunggu, "INSERT INTO t VALUES (3)")
        penunggu.commit()

    lain = threading.Thread(target=tunggu_kunci, args=(mulai, tulis, hasil))
    lain.start()
    mulai.wait()
    time.sleep(0.2)
    pemegang.execute("COMMIT")
    lain.join()
    pemegang.close()

    assert hasil == ["tertulis"]


def test_patience_ends(tmp_path, basis_data, monkeypatch):
    monkeypatch.setattr(base, "SABAR_DETIK", 0.1)
    pemegang = isi(tmp_path / "uji.sqlite3")
    pemegang.execute("BEGIN IMMEDIATE")

    with pytest.raises(OperationalError, match="locked"):
        perintah(basis_data(), "INSERT INTO t VALUES (2)")
    pemegang.close()


def test_other_errors_are_not_tried_again(basis_data):
    with pytest.raises(OperationalError, match="no such table"):
        perintah(basis_data(), "SELECT * FROM tidak_ada")


def test_site_waits_this_way_on_sqlite():
    situs = connections["default"]

    assert isinstance(situs, base.DatabaseWrapper) == (situs.vendor == "sqlite")
