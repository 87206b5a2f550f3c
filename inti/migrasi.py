"""Which SQL of a migration makes people wait, or breaks the version that is still running.

A table that the same migration creates is empty and known to nobody. For any other, an upgrade
without a pause expands first, migrates, and contracts in a later version (docs/operasi.md). What
neither a rule nor the list of harmless statements knows is refused: a person looks at it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# A migration that must do it all the same says why: `# mengunci: tabel ini paling banyak 50 baris`
IZIN = re.compile(r"^# mengunci: (\S.+)$", re.MULTILINE)
# Django's words for an operation that has no SQL, RunPython above all.
TANPA_SQL = "-- THIS OPERATION CANNOT BE WRITTEN AS SQL"
ISI_PYTHON = "RunPython: lamanya dan kuncinya tidak terbaca dari sini; sebut alasannya"
TAK_DIKENAL = "pernyataan yang tidak dikenal; periksa apa yang dikuncinya, lalu sebut alasannya"
_NAMA = r'(?:"[^"]+"|\w+)'
_INDEKS = r"CREATE (?:UNIQUE )?INDEX "
_TABEL = rf"(?:{_NAMA}\.)?(?P<tabel>{_NAMA})"
_ALTER = rf"ALTER TABLE (?:IF EXISTS )?(?:ONLY )?{_TABEL} "
_BATASAN = rf"{_ALTER}ADD (?:CONSTRAINT {_NAMA} )?"
_KOLOM = rf"{_ALTER}ADD (?:COLUMN )?(?!CONSTRAINT |CHECK|UNIQUE|PRIMARY|FOREIGN|EXCLUDE)"
_UBAH = rf"{_ALTER}ALTER (?:COLUMN )?(?P<kolom>{_NAMA}) "
# The functions whose value is the same for every row, and the types that look like a call.
_TETAP = r"now|statement_timestamp|transaction_timestamp|cast|numeric|decimal|varchar|char"
_BUAT = re.compile(rf"CREATE TABLE (?!IF NOT EXISTS ){_TABEL}", re.IGNORECASE)
_JENIS = re.compile(
    rf"{_UBAH}(?:SET DATA )?TYPE (?:varchar|text)(?: ?\((?P<panjang>\d+)\))?"
    rf"(?: USING {_NAMA}::\w+(?: ?\(\d+\))?)?$",
    re.IGNORECASE,
)
_HURUF = re.compile(r"(?:character varying|text)(?:\((?P<panjang>\d+)\))?$")
_TULIS_ULANG = "menulis ulang seluruh tabel sambil mengunci"
ATURAN = tuple(
    (re.compile(pola, re.IGNORECASE | re.DOTALL), sebab)
    for pola, sebab in (
        (
            rf"{_INDEKS}(?!CONCURRENTLY)(?:IF NOT EXISTS )?(?:{_NAMA} )?ON (?:ONLY )?{_TABEL}",
            "indeks tanpa CONCURRENTLY menahan semua penulisan; pakai AddIndexConcurrently",
        ),
        (
            rf"DROP INDEX (?!CONCURRENTLY)(?:IF EXISTS )?{_TABEL}",
            "membuang indeks tanpa CONCURRENTLY menahan semua orang; pakai RemoveIndexConcurrently",
        ),
        (
            rf"{_BATASAN}CHECK(?!.*NOT VALID$)",
            "CHECK membaca seluruh tabel; pakai AddConstraintNotValid lalu ValidateConstraint",
        ),
        (
            rf"{_BATASAN}FOREIGN KEY(?!.*NOT VALID$)",
            "FOREIGN KEY membaca seluruh tabel dan menahan penulisan keduanya; NOT VALID dahulu",
        ),
        (
            rf"{_BATASAN}(?:UNIQUE|PRIMARY KEY)(?! USING INDEX)",
            "UNIQUE menyusun indeks sambil mengunci; susun indeksnya CONCURRENTLY dahulu",
        ),
        (
            rf"{_BATASAN}EXCLUDE",
            "EXCLUDE menyusun indeks sambil mengunci dan tidak dapat CONCURRENTLY; sebut alasannya",
        ),
        (
            rf"{_UBAH}(?:SET DATA )?TYPE ",
            f"mengganti jenis kolom {_TULIS_ULANG} kecuali huruf yang melebar; tambah kolom baru",
        ),
        (
            rf"{_UBAH}SET NOT NULL",
            "SET NOT NULL membaca seluruh tabel sambil mengunci; periksa dengan CHECK NOT VALID",
        ),
        (
            rf"{_KOLOM}.* DEFAULT .*?\b(?!(?:{_TETAP}) ?\()\w+ ?\(",
            f"nilai bawaan yang dihitung per baris {_TULIS_ULANG}; isi sedikit demi sedikit",
        ),
        (
            rf"{_KOLOM}.*(?: GENERATED |\b(?:small|big)?serial\b)",
            f"kolom yang nilainya dihitung atau dinomori {_TULIS_ULANG}; tambah kolom biasa",
        ),
        (
            rf"{_KOLOM}.* (?:UNIQUE|PRIMARY KEY)\b",
            "kolom baru yang UNIQUE menyusun indeks sambil mengunci; susun CONCURRENTLY kemudian",
        ),
        (
            rf"{_KOLOM}.* CHECK\b",
            "CHECK pada kolom baru membaca seluruh tabel; pakai AddConstraintNotValid kemudian",
        ),
        (
            rf"{_KOLOM}.*(?: REFERENCES .* DEFAULT | DEFAULT .* REFERENCES )",
            "acuan pada kolom baru yang langsung berisi membaca seluruh tabel; NOT VALID dahulu",
        ),
        (
            rf"{_KOLOM}(?!.* DEFAULT ).* NOT NULL",
            "kolom wajib tanpa db_default digagalkan versi lama yang masih berjalan",
        ),
        (
            rf"{_UBAH}DROP DEFAULT",
            "versi lama yang masih berjalan tidak mengisi kolom ini; pakai db_default",
        ),
        (
            rf"{_ALTER}DROP (?!CONSTRAINT )",
            "versi lama yang masih berjalan masih membaca kolom ini; buang satu versi kemudian",
        ),
        (
            rf"DROP TABLE (?:IF EXISTS )?{_TABEL}",
            "versi lama yang masih berjalan masih membaca tabel ini; buang satu versi kemudian",
        ),
        (
            rf"{_ALTER}RENAME (?!CONSTRAINT )",
            "versi lama yang masih berjalan mencari nama yang lama; tambah yang baru, lalu salin",
        ),
        (
            rf"(?:UPDATE|DELETE FROM|INSERT INTO|MERGE INTO|COPY) (?:ONLY )?{_TABEL}",
            "mengubah isi menahan baris-barisnya sampai selesai; isi sedikit demi sedikit",
        ),
        (
            rf"TRUNCATE (?:TABLE )?(?:ONLY )?{_TABEL}",
            "TRUNCATE menahan semua orang dan menghapus yang masih dibaca versi lama",
        ),
        (
            rf"LOCK (?:TABLE )?(?:ONLY )?{_TABEL}",
            "LOCK TABLE menahan orang lain sampai migrasinya selesai",
        ),
        (
            rf"(?:REINDEX|CLUSTER)(?!.* CONCURRENTLY )(?: \(.*?\))?(?: (?:TABLE|INDEX))? {_TABEL}",
            "menyusun ulang sambil mengunci; pakai REINDEX … CONCURRENTLY di luar migrasi",
        ),
        (
            rf"VACUUM (?:FULL|\(.*?\bFULL\b.*?\))(?: VERBOSE| ANALYZE)* {_TABEL}",
            f"VACUUM FULL {_TULIS_ULANG}; pakai VACUUM biasa di luar migrasi",
        ),
    )
)
AMAN = re.compile(
    r"CREATE (?:TABLE|(?:UNIQUE )?INDEX|SEQUENCE|EXTENSION|COLLATION)\b|DROP INDEX CONCURRENTLY\b"
    r"|COMMENT ON\b|SET\b|RESET\b|ANALYZE\b|ALTER SEQUENCE\b"
    rf"|{_ALTER}(?:(?:ADD|VALIDATE CONSTRAINT|DROP CONSTRAINT|RENAME CONSTRAINT)\b"
    rf"|ALTER (?:COLUMN )?{_NAMA} (?:DROP NOT NULL|SET DEFAULT)\b)",
    re.IGNORECASE,
)
# What may hide a word or a separator comes before the separators themselves.
_BAGIAN = re.compile(
    r"(?P<catatan>--[^\n]*|/\*.*?\*/)|(?P<teks>\bE'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'"
    r'|\$(?P<tanda>\w*)\$.*?\$(?P=tanda)\$)|"[^"]*"|[(),;]|\s+|[^\s(),;"\'$/-]+|.',
    re.DOTALL | re.IGNORECASE,
)


def yang_mengunci(sql: list[str], jenis: Mapping[tuple[str, str], str] | None = None) -> list[str]:
    """What is wrong with the statements of one migration, in words; empty when nothing is.

    `jenis` tells the type that each column, by table and name, has now: text that only widens
    rewrites nothing.
    """
    masalah, baru = [], set()
    if any(s.startswith(TANPA_SQL) for s in sql):
        masalah.append(ISI_PYTHON)
    for satu in (p for s in sql for p in pernyataan(s)):
        if buat := _BUAT.match(satu):
            baru.add(buat["tabel"].strip('"'))
        tentang, sebab = _nilai(satu)
        if sebab and tentang not in baru and not _melebar(satu, jenis or {}):
            masalah.append(f"{tentang}: {sebab}")
    return masalah


def _nilai(satu: str) -> tuple[str, str]:
    """The table of a statement, and what is wrong with it."""
    for pola, sebab in ATURAN:
        if cocok := pola.match(satu):
            return cocok["tabel"].strip('"'), sebab
    if AMAN.match(satu):
        return "", ""
    alter = re.match(_ALTER, satu, re.IGNORECASE)
    return (alter["tabel"].strip('"') if alter else satu[:60]), TAK_DIKENAL


def _melebar(satu: str, jenis: Mapping[tuple[str, str], str]) -> bool:
    """Whether it gives a column of text more room, which takes no time at all."""
    cocok = _JENIS.match(satu)
    if not cocok:
        return False
    kini = _HURUF.match(jenis.get((cocok["tabel"].strip('"'), cocok["kolom"].strip('"')), ""))
    if not kini:
        return False
    semula, menjadi = kini["panjang"], cocok["panjang"]
    return menjadi is None or (semula is not None and int(menjadi) >= int(semula))


def pernyataan(sql: str) -> Iterator[str]:
    """Each statement on one line, without comments and the words of its literals.

    Of an ALTER TABLE with several actions each is one by itself.
    """
    potong, dalam = [""], 0
    for bagian in _BAGIAN.finditer(sql):
        apa = bagian[0]
        dalam += (apa == "(") - (apa == ")")
        if bagian["catatan"] or apa.isspace():
            potong[-1] += " "
        elif bagian["teks"]:
            potong[-1] += "''"
        elif apa == ";":
            yield from _tindakan(potong)
            potong, dalam = [""], 0
        elif apa == "," and not dalam:
            potong.append("")
        else:
            potong[-1] += apa
    yield from _tindakan(potong)


def _tindakan(potong: list[str]) -> Iterator[str]:
    rapi = [" ".join(p.split()) for p in potong]
    alter = re.match(_ALTER, rapi[0], re.IGNORECASE)
    if alter:
        yield rapi[0]
        yield from (alter[0] + p for p in rapi[1:])
    elif any(rapi):
        yield ", ".join(rapi)


def izin(isi_berkas: str) -> str:
    """The reason that the file of a migration gives; empty when it gives none."""
    cocok = IZIN.search(isi_berkas)
    return cocok[1] if cocok else ""
