"""Which SQL of a migration makes people wait, or breaks the version that is still running.

A table that the same migration creates is empty and known to nobody. For any other, an upgrade
without a pause expands first, migrates, and contracts in a later version (docs/operasi.md).
"""

from __future__ import annotations

import re

# A migration that must do it all the same says why: `# mengunci: tabel ini paling banyak 50 baris`
IZIN = re.compile(r"^# mengunci: (\S.+)$", re.MULTILINE)
_TABEL = r'"?(?P<tabel>\w+)"?'
_ALTER = rf"ALTER TABLE (?:ONLY )?{_TABEL} .*?"
_BUAT = re.compile(rf"CREATE TABLE {_TABEL}", re.IGNORECASE)
ATURAN = tuple(
    (re.compile(pola, re.IGNORECASE | re.DOTALL), sebab)
    for pola, sebab in (
        (
            rf'CREATE (?:UNIQUE )?INDEX (?!CONCURRENTLY)(?:IF NOT EXISTS )?"?\w+"? ON {_TABEL}',
            "indeks tanpa CONCURRENTLY menahan semua penulisan; pakai AddIndexConcurrently",
        ),
        (
            rf"{_ALTER}ADD CONSTRAINT (?!.*NOT VALID)(?!.*FOREIGN KEY).*CHECK",
            "CHECK membaca seluruh tabel; pakai AddConstraintNotValid lalu ValidateConstraint",
        ),
        (
            rf'{_ALTER}ADD CONSTRAINT "?\w+"? UNIQUE',
            "UNIQUE menyusun indeks sambil mengunci; susun indeksnya CONCURRENTLY dahulu",
        ),
        (
            rf'{_ALTER}ALTER COLUMN "?\w+"? TYPE (?!varchar|text)',
            "mengganti jenis kolom menulis ulang seluruh tabel; tambah kolom baru",
        ),
        (
            rf'{_ALTER}ALTER COLUMN "?\w+"? SET NOT NULL',
            "SET NOT NULL membaca seluruh tabel sambil mengunci; periksa dengan CHECK NOT VALID",
        ),
        (
            rf"{_ALTER}ADD COLUMN (?!.*DEFAULT)[^;]*NOT NULL",
            "kolom wajib tanpa db_default digagalkan versi lama yang masih berjalan",
        ),
        (
            rf'{_ALTER}ALTER COLUMN "?\w+"? DROP DEFAULT',
            "versi lama yang masih berjalan tidak mengisi kolom ini; pakai db_default",
        ),
        (
            rf"{_ALTER}DROP COLUMN",
            "versi lama yang masih berjalan masih membaca kolom ini; buang satu versi kemudian",
        ),
        (
            rf"DROP TABLE (?:IF EXISTS )?{_TABEL}",
            "versi lama yang masih berjalan masih membaca tabel ini; buang satu versi kemudian",
        ),
        (
            rf"{_ALTER}RENAME (?:COLUMN|TO)",
            "versi lama yang masih berjalan mencari nama yang lama; tambah yang baru, lalu salin",
        ),
    )
)


def yang_mengunci(sql: list[str]) -> list[str]:
    """What is wrong with the statements of one migration, in words; empty when nothing is."""
    baru = {cocok["tabel"] for s in sql if (cocok := _BUAT.match(s))}
    return [
        f"{cocok['tabel']}: {sebab}"
        for pernyataan in sql
        for pola, sebab in ATURAN
        if (cocok := pola.match(pernyataan)) and cocok["tabel"] not in baru
    ]


def izin(isi_berkas: str) -> str:
    """The reason that the file of a migration gives; empty when it gives none."""
    cocok = IZIN.search(isi_berkas)
    return cocok[1] if cocok else ""
