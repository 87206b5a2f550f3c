"""The two lists of settings, made from config/env.py: docs/operasi.md and deploy/.env.example.

`python -m tests.support.settings_page` writes both; a test compares.
"""

import re

from config.env import BASE_DIR, VARIABLES

OPERASI = BASE_DIR / "docs" / "operasi.md"
CONTOH = BASE_DIR / "deploy" / ".env.example"
AWAL = "| Variabel | Jenis | Bawaan | Arti |\n|---|---|---|---|\n"
# What every installation must say itself, with an example.
WAJIB = {
    "ALLOWED_HOSTS": "kerjasama.example.go.id",
    "SITE_URL": "https://kerjasama.example.go.id",
    "EMAIL_URL": "smtp+ssl://pengguna:sandi@surel.example.go.id:465",
    "SUREL_PENGIRIM": "kerjasama@example.go.id",
    "ZONA_WAKTU": "Asia/Jakarta",
    "CADANGAN_JAM": "26",
}
KEPALA = """\
# Salin menjadi deploy/.env (compose) atau /etc/pks/env (systemd), lalu isi. Hanya untuk root.
# Dibuat dari config/env.py: python -m tests.support.settings_page
# Rahasia lebih baik sebagai berkas: SECRET_KEY_FILE=/jalur, DATABASE_URL_FILE=/jalur, …
"""


def tabel():
    """The rows of the table in docs/operasi.md."""
    return "".join(
        f"| `{v.name}` | {v.type.__name__} | `{_bawaan(v)}` | {v.meaning} |\n" for v in VARIABLES
    )


def contoh():
    """The example file: what must be said is said, the rest is commented out."""
    return KEPALA + "".join(
        f"\n# {v.meaning}\n{_baris(v)}\n" for v in VARIABLES if v.name != "MODE_DEMO"
    )


def _baris(variabel):
    if variabel.name in WAJIB:
        return f"{variabel.name}={WAJIB[variabel.name]}"
    return f"#{variabel.name}={_bawaan(variabel, pemisah=',')}"


def _bawaan(variabel, pemisah=None):
    bawaan = variabel.default
    if pemisah and isinstance(bawaan, list):
        return pemisah.join(bawaan)
    if isinstance(bawaan, bool) and pemisah:
        return int(bawaan)
    return str(bawaan).removeprefix(f"{BASE_DIR}/")


def halaman():
    """docs/operasi.md with the table of today."""
    isi = OPERASI.read_text(encoding="utf-8")
    awal = re.escape(AWAL)
    return re.sub(rf"(?<={awal})(?:\| `[A-Z].*\n)+", lambda _: tabel(), isi, count=1)


if __name__ == "__main__":
    OPERASI.write_text(halaman(), encoding="utf-8")
    CONTOH.write_text(contoh(), encoding="utf-8")
