"""The application's own settings, with a throw-away var directory and cheap passwords."""

import os
import tempfile
from pathlib import Path

if "UJI_DIR" not in os.environ:
    os.environ["UJI_DIR"] = tempfile.mkdtemp(prefix="uji-kerjasama-")
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
os.environ["VAR_DIR"] = str(Path(os.environ["UJI_DIR"]) / WORKER)
os.environ.setdefault("FAKTOR_KEDUA", "0")
os.environ.setdefault("DIAM_MENIT", "0")
# One test takes everything there is within a moment.
os.environ.setdefault("EKSPOR_PER_MENIT", "0")
os.environ.setdefault("DOKUMEN_PER_MENIT", "0")
os.environ.setdefault("KONTAK_KEAMANAN", "celah@tirtasari.go.id")
# Playwright's loop runs in the test's own thread, which Django takes for asynchronous code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

from config.settings import *  # noqa: E402, F403 - the variables above come first
from config.settings import (  # noqa: E402 - as above
    BERKAS_DIR,
    CACHES,
    CELERY_BROKER_URL,
    DATABASES,
    STATIC_ROOT,
    STORAGES,
    TEMPLATES,
    VAR_DIR,
)
from tests.support.templates import UndefinedIsAnError  # noqa: E402 - as above

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = UndefinedIsAnError()

# The live server reads static files where they are written.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT.mkdir(exist_ok=True)
BERKAS_DIR.mkdir(exist_ok=True)

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, because the live server's threads must see what the test wrote.
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "uji.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
    )
if CELERY_BROKER_URL.startswith("redis"):
    # One cache per worker: a test may clear its own.
    nomor = 8 + int(WORKER.removeprefix("gw"))
    CACHES["default"]["LOCATION"] = f"{CELERY_BROKER_URL.rsplit('/', 1)[0]}/{nomor}"

# Whatever the machine exports: tests that need the demo site switch it on themselves.
DEBUG = MODE_DEMO = False
