"""The matrix of a report that was sent takes nothing new, by the database itself.

From the sending until the chair returns it, and for good once it is decided, no row and no
recommendation comes into it, leaves it or moves between matrices, also where a row has no
recommendation that would keep it (`_matrik_terkunci`). What was decided is not opened again: a
kegiatan keeps that status, and a matrix its kegiatan.
"""

from pengawasan.migrations import _pemicu
from pengawasan.migrations._matrik_terkunci import BARIS, PESAN, REKOMENDASI, SEL
from pengawasan.migrations._pemicu import beda, tolak

MATRIK = "pengawasan_matrik"
KEGIATAN = "pengawasan_kegiatan"
PESAN_KEGIATAN = "kegiatan yang sudah diputuskan terkunci"
DIBUKA_LAGI = "OLD.status = 'diputuskan' AND NEW.status <> 'diputuskan'"
PINDAH_KEGIATAN = "OLD.kegiatan_id <> NEW.kegiatan_id"
# What a change must touch to be refused, and the keys of the rows above it.
INDUK = {BARIS: "matrik_id", REKOMENDASI: "baris_id"}
DIJAGA = {BARIS: SEL, REKOMENDASI: ("baris_id",)}


def _tertutup(tabel, *baris):
    """Whether any of these (OLD, NEW) belongs to a report that was sent."""
    kunci = ", ".join(f"{satu}.{INDUK[tabel]}" for satu in baris)
    milik = f"m.id IN ({kunci})"
    if tabel == REKOMENDASI:
        milik = f"m.id IN (SELECT matrik_id FROM {BARIS} WHERE id IN ({kunci}))"  # noqa: S608
    return (
        f"EXISTS (SELECT 1 FROM {MATRIK} m JOIN {KEGIATAN} k ON k.id = m.kegiatan_id "  # noqa: S608
        f"WHERE {milik} AND k.status IN ('dilaporkan', 'diputuskan'))"
    )


def _ubah(tabel, pembanding):
    return f"({beda(DIJAGA[tabel], pembanding)}) AND {_tertutup(tabel, 'OLD', 'NEW')}"


def _sqlite():
    for tabel in INDUK:
        for aksi, bila in (
            ("INSERT", _tertutup(tabel, "NEW")),
            ("UPDATE", _ubah(tabel, "IS NOT")),
            ("DELETE", _tertutup(tabel, "OLD")),
        ):
            yield f"{tabel}_tertutup_{aksi.lower()}", f"{aksi} ON {tabel}", bila, PESAN
    yield "matrik_tolak_pindah", f"UPDATE ON {MATRIK}", PINDAH_KEGIATAN, PESAN
    yield "kegiatan_tolak_buka", f"UPDATE ON {KEGIATAN}", DIBUKA_LAGI, PESAN_KEGIATAN


def _postgresql():
    for tabel in INDUK:
        isi = (
            "IF TG_OP = 'INSERT' THEN",
            tolak(_tertutup(tabel, "NEW"), PESAN),
            "ELSIF TG_OP = 'DELETE' THEN",
            tolak(_tertutup(tabel, "OLD"), PESAN),
            "RETURN OLD; ELSE",
            tolak(_ubah(tabel, "IS DISTINCT FROM"), PESAN),
            "END IF; RETURN NEW;",
        )
        yield f"{tabel}_tertutup", isi, {tabel: "INSERT OR UPDATE OR DELETE"}
    yield "matrik_tolak_pindah", (tolak(PINDAH_KEGIATAN, PESAN), "RETURN NEW;"), {MATRIK: "UPDATE"}
    isi = (tolak(DIBUKA_LAGI, PESAN_KEGIATAN), "RETURN NEW;")
    yield "kegiatan_tolak_buka", isi, {KEGIATAN: "UPDATE"}


def pasang(apps, schema_editor):
    """Create the triggers."""
    _pemicu.pasang(schema_editor, sqlite=_sqlite, postgresql=_postgresql)


def lepas(apps, schema_editor):
    """Remove them again."""
    _pemicu.lepas(schema_editor, sqlite=_sqlite, postgresql=_postgresql)
