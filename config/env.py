"""Every environment variable the application reads: name, type, default, meaning.

`docs/operasi.md` prints this table; a name that is not here is not read.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import environ

BASE_DIR = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Variable:
    """One setting taken from the environment."""

    name: str
    type: type
    default: Any
    meaning: str


VARIABLES = (
    Variable("DEBUG", bool, False, "Halaman galat rinci dan galeri komponen. Jangan di produksi."),
    Variable("MODE_DEMO", bool, False, "Akun contoh boleh ada; surel ditulis ke berkas."),
    Variable("SECRET_KEY", str, "", "Kunci rahasia. Kosong: dibuat sekali di VAR_DIR."),
    Variable("VAR_DIR", str, str(BASE_DIR / "var"), "Tempat basis data, berkas, antrean, surel."),
    Variable("DATABASE_URL", str, "", "Basis data. Kosong: SQLite di VAR_DIR."),
    Variable("BROKER_URL", str, "filesystem://", "Antrean Celery; produksi: redis://…"),
    Variable(
        "ALLOWED_HOSTS", list, ["localhost", "127.0.0.1", "[::1]"], "Nama host yang dilayani."
    ),
    Variable("SITE_URL", str, "http://localhost:8000", "Alamat pada tautan di surel dan dokumen."),
    Variable("HTTPS", bool, False, "Wajib HTTPS: kuki aman, HSTS, pengalihan."),
    Variable(
        "PROXY_TEPERCAYA", bool, False, "Percaya X-Forwarded-Proto dan -For dari proksi di depan."
    ),
    Variable("EMAIL_URL", str, "", "Server surel. Kosong: berkas di VAR_DIR/surel."),
    Variable("SUREL_PENGIRIM", str, "kerjasama@example.go.id", "Alamat pengirim surel."),
    Variable("FAKTOR_KEDUA", bool, True, "Wajibkan faktor kedua bagi peran yang memutuskan."),
    Variable("ZONA_WAKTU", str, "Asia/Jakarta", "Zona waktu pemerintah daerah."),
    Variable("BATAS_UNGGAH_MB", int, 25, "Ukuran terbesar satu berkas yang diunggah, dalam MB."),
    Variable("CADANGAN_DISK_MB", int, 200, "Unggahan ditolak bila sisa disk kurang dari ini."),
    Variable(
        "PUBLIK_PER_MENIT",
        int,
        120,
        "Permintaan register publik per menit dari satu alamat; 0: tanpa batas.",
    ),
    Variable("BERKAS_LENGKAP_HARI", int, 7, "Berapa hari ZIP berkas lengkap disimpan."),
    Variable("LOG_LEVEL", str, "INFO", "Tingkat pencatatan log."),
)

_READER = environ.Env()


def read(name: str) -> Any:
    """The typed value of a declared variable.

    `NAME_FILE` may hold the path of a file with the value (secrets). Raises KeyError for a
    variable that is not declared above.
    """
    variable = {v.name: v for v in VARIABLES}[name]
    if path := os.environ.get(f"{name}_FILE"):
        os.environ[name] = Path(path).read_text(encoding="utf-8").strip()
    return _READER.get_value(name, cast=variable.type, default=variable.default)


def secret_key(var_dir: Path) -> str:
    """The configured key, or one made once and kept in `var_dir`."""
    if key := read("SECRET_KEY"):
        return str(key)
    path = var_dir / "kunci_rahasia"
    try:
        with path.open("x", encoding="utf-8") as file:
            path.chmod(0o600)
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    return path.read_text(encoding="utf-8")
