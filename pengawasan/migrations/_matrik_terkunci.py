"""The database itself keeps what was put before the Ketua TKKSD, and every decision on it.

A recommendation that waits keeps its words; one that was decided for good keeps everything, and
only a mere saran is ever removed. A row of the matrix keeps its cells while any recommendation of
it waits or was agreed to or refused; what the chair returned is open again.
"""

from pengawasan.migrations import _pemicu
from pengawasan.migrations._pemicu import beda, tolak

BARIS = "pengawasan_barismatrik"
REKOMENDASI = "pengawasan_rekomendasi"
SEL = (
    "matrik_id", "urutan", "dasar", "materi_evaluasi", "permasalahan", "solusi", "tindak_lanjut",
    "perangkat_daerah_id", "keterangan",
)  # fmt: skip
USUL = ("baris_id", "jenis", "uraian", "tenggat")
KETUA = ("catatan_ketua", "diputuskan_oleh_id", "diputuskan_pada")
PESAN = "matrik yang sudah diajukan terkunci"
HAPUS_REKOMENDASI = "OLD.status <> 'saran'"


def _ubah_rekomendasi(pembanding):
    """When a change of a recommendation is refused."""
    return (
        "OLD.status IN ('disetujui', 'ditolak') OR (OLD.status = 'diajukan' AND ("
        f"NEW.status = 'saran' OR {beda(USUL, pembanding)})) OR "
        "(OLD.status = 'menunggu_walikota' AND ("
        f"NEW.status NOT IN ('menunggu_walikota', 'disetujui', 'ditolak') OR "
        f"{beda(USUL + KETUA, pembanding)}))"
    )


def _rekomendasi(syarat):
    """Whether the row has a recommendation of such a state."""
    return f"EXISTS (SELECT 1 FROM {REKOMENDASI} WHERE baris_id = OLD.id AND {syarat})"  # noqa: S608


def _ubah_baris(pembanding):
    return f"({beda(SEL, pembanding)}) AND " + _rekomendasi(
        "status NOT IN ('saran', 'dikembalikan')"
    )


def _sqlite():
    ubah, hapus = _ubah_rekomendasi("IS NOT"), HAPUS_REKOMENDASI
    yield "rekomendasi_tolak_ubah", f"UPDATE ON {REKOMENDASI}", ubah, PESAN
    yield "rekomendasi_tolak_hapus", f"DELETE ON {REKOMENDASI}", hapus, PESAN
    yield "baris_matrik_tolak_ubah", f"UPDATE ON {BARIS}", _ubah_baris("IS NOT"), PESAN
    # Django removes the recommendations first; SQL that does not is refused by the foreign key.


def _postgresql():
    pembanding = "IS DISTINCT FROM"
    isi = (
        "IF TG_OP = 'DELETE' THEN",
        tolak(HAPUS_REKOMENDASI, PESAN),
        "RETURN OLD; END IF;",
        tolak(_ubah_rekomendasi(pembanding), PESAN),
        "RETURN NEW;",
    )
    yield "rekomendasi_terkunci", isi, {REKOMENDASI: "UPDATE OR DELETE"}
    isi = (tolak(_ubah_baris(pembanding), PESAN), "RETURN NEW;")
    yield "baris_matrik_terkunci", isi, {BARIS: "UPDATE"}


def pasang(apps, schema_editor):
    """Create the triggers."""
    _pemicu.pasang(schema_editor, sqlite=_sqlite, postgresql=_postgresql)


def lepas(apps, schema_editor):
    """Remove them again."""
    _pemicu.lepas(schema_editor, sqlite=_sqlite, postgresql=_postgresql)
