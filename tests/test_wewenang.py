"""Role, action and state: one table that says all of it, and agrees with what the pages do."""

from importlib import import_module
from inspect import signature
from pathlib import Path

import pytest

from inti.enums import Peran
from kerjasama.enums import StatusImpor
from pengawasan.permissions import PELAKU_KEGIATAN
from tests.permissions_matrix import DAUR_TERBACA, MATRIKS, PENGISI
from tests.support.permissions_page import BUKAN_KEMAMPUAN, DIKENAL, TRANSISI, pelaku, transisi

AKAR = Path(__file__).parents[1]
ORANGNYA = {
    "admin": Peran.ADMIN,
    "staf": Peran.STAF,
    "tim": Peran.TIM,
    "pd": Peran.PD,
    "mitra": Peran.MITRA,
    "ketua": Peran.KETUA,
    "walikota": Peran.WALIKOTA,
}
MASUK = {200, 405}
PERIKSA = {"pembayaran": "periksa_pembayaran", "surat_teguran": "periksa_surat"}
LENGKAP = {
    "alasan": "Sebab.",
    "catatan": "Catatan.",
    "teks": "Keterangan.",
    "oleh": 9,
    "impor": StatusImpor.DITINJAU,
    "nomor": 1,
}


def test_every_table_of_transitions_has_its_part():
    ada = {
        ".".join(berkas.relative_to(AKAR).with_suffix("").parts)
        for berkas in AKAR.glob("*/domain/*.py")
        if "\nTRANSISI = " in berkas.read_text()
    }
    assert ada == set(TRANSISI.values())


def test_every_action_stands_in_the_table_once_and_no_other():
    ada = {(objek, aksi.value) for objek in TRANSISI for _, aksi in transisi(objek)}
    assert ada == set(DAUR_TERBACA)


@pytest.mark.parametrize(("objek", "aksi"), DAUR_TERBACA)
def test_the_address_lets_in_whoever_the_table_names(objek, aksi):
    """Whether their pages and actions answer so is asked in test_permissions."""
    kemampuan, alamat = DAUR_TERBACA[objek, aksi]
    _, status = MATRIKS[alamat]
    masuk = {peran for orang, peran in ORANGNYA.items() if status[orang] in MASUK}

    assert kemampuan <= DIKENAL | set(BUKAN_KEMAMPUAN)
    if PENGISI in kemampuan:  # a page that others may read
        assert pelaku(kemampuan) <= masuk
    else:
        assert pelaku(kemampuan) == masuk


def test_the_life_of_a_kegiatan_is_what_the_services_ask():
    tabel = {aksi: k for (objek, aksi), (k, _) in DAUR_TERBACA.items() if objek == "kegiatan"}
    assert {a.value: {k.name} for a, k in PELAKU_KEGIATAN.items()} == tabel


@pytest.mark.parametrize("objek", TRANSISI)
def test_what_is_not_in_the_table_is_refused_with_a_sentence(objek):
    tabel = transisi(objek)
    semua_status = type(next(iter(tabel.values())))
    semua_aksi = type(next(aksi for _, aksi in tabel))
    for status in semua_status:
        for aksi in semua_aksi:
            putusan = list(_putusan(objek, status, aksi))
            assert any(putusan) == ((status, aksi) in tabel), (status, aksi)
            assert all(p or p.alasan.endswith(".") for p in putusan)


def _putusan(objek, status, aksi):
    """The answers of the domain where all else is in order: a reason is given, by somebody else."""
    modul = import_module(TRANSISI[objek])
    periksa = getattr(modul, PERIKSA.get(objek, "periksa"))
    dikenal = signature(periksa).parameters
    isi = {nama: nilai for nama, nilai in LENGKAP.items() if nama in dikenal}
    yang_meminta = (False, True) if "oleh_pengaju" in dikenal else (None,)
    for satu in yang_meminta:
        yield periksa(status, aksi, **isi, **({} if satu is None else {"oleh_pengaju": satu}))
