"""The database itself keeps what was submitted: a berita acara, its rows, its rounds.

What a unit may write is open in a draft and in one that was returned. In between, and for good
once it is verified, the row keeps its content, no row of it comes, goes or changes, and it
cannot be removed. The number and the time of receipt never change at all.
"""

from pengawasan.migrations import _pemicu
from pengawasan.migrations._pemicu import beda, tolak

BERITA_ACARA = "pengawasan_beritaacara"
PUTARAN = "pengawasan_putaranberitaacara"
BARIS = (
    "pengawasan_temuan",
    "pengawasan_angkaberitaacara",
    "pengawasan_kesepakatanberitaacara",
    "pengawasan_penandatangan",
    "pengawasan_fotoberitaacara",
)
ISI = (
    "kegiatan_id", "jenis", "perangkat_daerah_id", "tanggal_kejadian", "waktu_kejadian", "tempat",
    "lintang", "bujur", "disusun_oleh_id", "dibuat_pada", "kunci_kirim", "versi",
)  # fmt: skip
SEKALI = ("nomor_id", "diterima_pada")
ISI_PUTARAN = ("berita_acara_id", "ke", "isi", "diajukan_oleh_id", "diajukan_pada")

PESAN = "berita acara yang sudah diajukan terkunci"
PESAN_PUTARAN = "putaran berita acara tidak dapat diubah"
KUNCI = {
    "INSERT": "NEW.berita_acara_id",
    "UPDATE": "OLD.berita_acara_id, NEW.berita_acara_id",
    "DELETE": "OLD.berita_acara_id",
}


def _syarat_ubah(pembanding):
    """When a change of the berita acara itself is refused."""
    pernah = " OR ".join(f"(OLD.{n} IS NOT NULL AND OLD.{n} {pembanding} NEW.{n})" for n in SEKALI)
    return (
        "OLD.status = 'diverifikasi' OR "
        f"(OLD.status = 'diajukan' AND ({beda(ISI, pembanding)})) OR {pernah}"
    )


def _terkunci(kunci):
    """Whether the berita acara of any of these keys takes no change."""
    milik = f"SELECT 1 FROM {BERITA_ACARA} WHERE id IN ({kunci})"  # noqa: S608 - names of our own
    return f"EXISTS ({milik} AND status IN ('diajukan', 'diverifikasi'))"


def _sqlite():
    yield "berita_acara_tolak_ubah", f"UPDATE ON {BERITA_ACARA}", _syarat_ubah("IS NOT"), PESAN
    hapus = "OLD.status <> 'draf'"
    yield "berita_acara_tolak_hapus", f"DELETE ON {BERITA_ACARA}", hapus, PESAN
    for tabel in BARIS:
        for aksi, kunci in KUNCI.items():
            nama = f"{tabel}_tolak_{aksi.lower()}"
            yield nama, f"{aksi} ON {tabel}", _terkunci(kunci), PESAN
    ubah = f"OLD.hasil <> '' OR {beda(ISI_PUTARAN, 'IS NOT')}"
    yield "putaran_tolak_ubah", f"UPDATE ON {PUTARAN}", ubah, PESAN_PUTARAN
    yield "putaran_tolak_hapus", f"DELETE ON {PUTARAN}", "1", PESAN_PUTARAN


def _postgresql():
    ubah, setiap = "UPDATE OR DELETE", "INSERT OR UPDATE OR DELETE"
    pembanding = "IS DISTINCT FROM"
    isi = (
        "IF TG_OP = 'DELETE' THEN",
        tolak("OLD.status <> 'draf'", PESAN),
        "RETURN OLD; END IF;",
        tolak(_syarat_ubah(pembanding), PESAN),
        "RETURN NEW;",
    )
    yield "berita_acara_terkunci", isi, {BERITA_ACARA: ubah}
    # NEW is null on DELETE and OLD on INSERT, and a null key is that of no row.
    isi = (
        tolak(_terkunci("OLD.berita_acara_id, NEW.berita_acara_id"), PESAN),
        "RETURN COALESCE(NEW, OLD);",
    )
    yield "baris_berita_acara_terkunci", isi, dict.fromkeys(BARIS, setiap)
    isi = (
        tolak("TG_OP = 'DELETE'", PESAN_PUTARAN),
        tolak(f"OLD.hasil <> '' OR {beda(ISI_PUTARAN, pembanding)}", PESAN_PUTARAN),
        "RETURN NEW;",
    )
    yield "putaran_berita_acara_terkunci", isi, {PUTARAN: ubah}


def pasang(apps, schema_editor):
    """Create the triggers."""
    _pemicu.pasang(schema_editor, sqlite=_sqlite, postgresql=_postgresql)


def lepas(apps, schema_editor):
    """Remove them again."""
    _pemicu.lepas(schema_editor, sqlite=_sqlite, postgresql=_postgresql)
