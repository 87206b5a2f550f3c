"""Settings, all derived from the declared variables in `config/env.py`."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.contrib.messages import constants as message_constants

from config import pekerjaan
from config.akun import *  # noqa: F403 - settings all of them
from config.akun import OIDC_ALAMAT
from config.beat import BEAT_SCHEDULE
from config.env import BASE_DIR, read, secret_key

# Files that the application makes are for its own user alone.
os.umask(0o077)

DEBUG = read("DEBUG")
MODE_DEMO = read("MODE_DEMO")
VAR_DIR = Path(read("VAR_DIR"))
VAR_DIR.mkdir(parents=True, exist_ok=True)
SECRET_KEY = secret_key(VAR_DIR)
ALLOWED_HOSTS = read("ALLOWED_HOSTS")
SITE_URL = read("SITE_URL").rstrip("/")
HTTPS = read("HTTPS")

# --- Applications -------------------------------------------------------------------------

INSTALLED_APPS = [
    "pelaporan",
    "pengawasan",
    "kerjasama",
    "inti",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_filters",
    "django_tables2",
    "drf_spectacular",
    "template_partials",
]

MIDDLEWARE = [
    "inti.middleware.CatatanMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "inti.middleware.IzinPerambanMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "inti.middleware.MasukMiddleware",
    "inti.middleware.NoStoreMiddleware",
    "inti.middleware.TerakhirDibukaMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",  # alone: the package ships static files that break
    "allauth.account.middleware.AccountMiddleware",
    "inti.middleware.LayarMiddleware",
    "inti.middleware.FaktorKeduaMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "inti.context_processors.kerangka",
            ],
            "builtins": [
                "inti.templatetags.components",
                "inti.templatetags.controls",
                "inti.templatetags.tampilan",
            ],
        },
    }
]

# --- Data ---------------------------------------------------------------------------------

DATABASES = {
    "default": environ.Env.db_url_config(
        read("DATABASE_URL") or f"sqlite:///{VAR_DIR / 'kerjasama.sqlite3'}"
    )
}
DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["ENGINE"] = "inti.backends.sqlite3"  # waits for a lock in its own way
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    # Long statements here are many plain counts: compiling them takes longer than it saves.
    DATABASES["default"]["OPTIONS"] = {"options": "-c statement_timeout=15000 -c jit=off"}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "inti.storage.ModuleManifestStorage",
    },
}
STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
# The pictures of the guide are shown in the application as well.
STATICFILES_DIRS = [BASE_DIR / "static", ("panduan", BASE_DIR / "docs" / "gambar")]
PANDUAN_DIR = BASE_DIR / "docs" / "panduan"
BERKAS_DIR = VAR_DIR / "berkas"
PRATINJAU_DIR = VAR_DIR / "pratinjau"  # made from BERKAS_DIR; not in any backup
KARANTINA_DIR = VAR_DIR / "karantina"
CLAMD = read("CLAMD")
PUBLIK_PER_MENIT = read("PUBLIK_PER_MENIT")
HADIR_PER_MENIT = read("HADIR_PER_MENIT")
API_PER_MENIT = read("API_PER_MENIT")
EKSPOR_PER_MENIT = read("EKSPOR_PER_MENIT")
DOKUMEN_PER_MENIT = read("DOKUMEN_PER_MENIT")
TANDA_TANGAN = read("TANDA_TANGAN")
TANDA_TANGAN_P12 = read("TANDA_TANGAN_P12")
TANDA_TANGAN_SANDI = read("TANDA_TANGAN_SANDI")
TANDA_TANGAN_AKAR = read("TANDA_TANGAN_AKAR")
KEASLIAN_PER_MENIT = read("KEASLIAN_PER_MENIT")
BATAS_PERIKSA = read("BATAS_PERIKSA_MB") * 1024 * 1024
PERIKSA_BERKAS_MENIT = read("PERIKSA_BERKAS_MENIT")
BERKAS_LENGKAP_HARI = read("BERKAS_LENGKAP_HARI")
BATAS_UNGGAH = read("BATAS_UNGGAH_MB") * 1024 * 1024
KUOTA_MITRA = read("KUOTA_MITRA_MB") * 1024 * 1024
CADANGAN_DISK = read("CADANGAN_DISK_MB") * 1024 * 1024
KIRIM_LEWAT_NGINX = read("KIRIM_LEWAT_NGINX")
CADANGAN_DIR = read("CADANGAN_DIR") or VAR_DIR / "cadangan"
CADANGAN_KUNCI = read("CADANGAN_KUNCI")
CADANGAN_JAM = read("CADANGAN_JAM")
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = ["inti.unggahan.CappedUploadHandler"]
DATA_UPLOAD_MAX_NUMBER_FILES = 60
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000

# --- People -------------------------------------------------------------------------------

SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "__Host-sesi" if HTTPS else "sesi"
TERAKHIR_COOKIE = "__Host-terakhir" if HTTPS else "terakhir"
PERANGKAT_COOKIE_NAME = "__Host-perangkat" if HTTPS else "perangkat"
CSRF_COOKIE_NAME = "__Host-csrf" if HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = False  # htmx reads the token from the page, not the cookie
CSRF_FAILURE_VIEW = "inti.views.galat.csrf_ditolak"

# --- Transport ----------------------------------------------------------------------------

SECURE_SSL_REDIRECT = HTTPS
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
# Where the phone is, for a berita acara; of the device nothing else is ever asked for.
PERMISSIONS_POLICY = "geolocation=(self), camera=(), microphone=(), payment=(), usb=(), serial=()"
X_FRAME_OPTIONS = "DENY"
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL.startswith("https://") else []
if read("PROXY_TEPERCAYA"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # limits by address see the visitor, not the proxy
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "worker-src": [SELF],
        "base-uri": [NONE],
        # The form that leads to the provider is answered by a redirect to it.
        "form-action": [
            SELF,
            *([urlsplit(OIDC_ALAMAT)._replace(path="").geturl()] if OIDC_ALAMAT else []),
        ],
        "frame-ancestors": [NONE],
    }
}

# --- The interface for other programs -----------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["inti.api.autentikasi.TokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["inti.api.pengurai.JsonParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "inti.api.negosiasi.SelaluJson",
    "DEFAULT_SCHEMA_CLASS": "inti.api.skema.Skema",
    "EXCEPTION_HANDLER": "inti.api.galat.tangani",
    "COERCE_DECIMAL_TO_STRING": True,
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Pengawasan Kerja Sama",
    "DESCRIPTION": "Data yang sama dengan halaman aplikasi, dengan hak pemilik tokennya.",
    "VERSION": "1",
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVERS": [{"url": SITE_URL}],
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "POSTPROCESSING_HOOKS": [],  # a choice is written where it is used, under no name of its own
}

# --- Language, forms, lists ---------------------------------------------------------------

LANGUAGE_CODE = "id"
TIME_ZONE = read("ZONA_WAKTU")
USE_I18N = True
USE_TZ = True
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False
# What a filter that narrows nothing says.
FILTERS_EMPTY_CHOICE_LABEL = "Semua"
MESSAGE_TAGS = {message_constants.ERROR: "danger", message_constants.DEBUG: "secondary"}
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# --- Mail ---------------------------------------------------------------------------------

if read("EMAIL_URL"):
    vars().update(environ.Env.email_url_config(read("EMAIL_URL")))
else:
    EMAIL_BACKEND = "inti.surel.FileBackend"
    EMAIL_FILE_PATH = VAR_DIR / "surel"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = read("SUREL_PENGIRIM")
SUREL_AUDITOR = read("SUREL_AUDITOR")
# The demo has nobody to write to, but shows what the page looks like.
KONTAK_KEAMANAN = read("KONTAK_KEAMANAN") or ("keamanan@contoh.example" if MODE_DEMO else "")
METRIK_TOKEN = read("METRIK_TOKEN")
WEBHOOK_URL = read("WEBHOOK_URL")
WEBHOOK_KUNCI = read("WEBHOOK_KUNCI")
WEBHOOK_DALAM = read("WEBHOOK_DALAM")
TUJUAN_LAIN = read("TUJUAN_LAIN")

# --- The runner and what wakes it ---------------------------------------------------------

ANTREAN = pekerjaan.ANTREAN
ANTREAN_LATAR = pekerjaan.ANTREAN_LATAR
BERKALA = pekerjaan.BERKALA
BERKAS_DICARI = pekerjaan.BERKAS_DICARI
PENCARIAN = pekerjaan.PENCARIAN
MILIK_BERKAS = pekerjaan.MILIK_BERKAS
PEMBERSIHAN = pekerjaan.PEMBERSIHAN
DATA_SAYA = pekerjaan.DATA_SAYA
TUGAS_TERBUKA = pekerjaan.TUGAS_TERBUKA

CELERY_BROKER_URL = read("BROKER_URL")
CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_REJECT_ON_WORKER_LOST = True
# Two queues, each with workers of its own: a page's PDF never waits for the night or an import.
CELERY_TASK_DEFAULT_QUEUE = "segera"
CELERY_TASK_ROUTES = {
    "inti.jalankan_latar": {"queue": "latar"},
    "inti.jalankan_berkala*": {"queue": "latar"},
}
# Of prefork workers: the soft limit lets the row note why it failed, the hard one ends the child.
# A row that it held is taken up again when its claim is stale.
CELERY_TASK_SOFT_TIME_LIMIT = 2 * 3600
CELERY_TASK_TIME_LIMIT = 2 * 3600 + 60
CELERY_TASK_ANNOTATIONS = {
    "inti.jalankan_antrean": {"soft_time_limit": 600, "time_limit": 660},
}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULE = BEAT_SCHEDULE
CELERY_BEAT_SCHEDULE_FILENAME = str(VAR_DIR / "celerybeat-schedule")
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object] = {}
if CELERY_BROKER_URL.startswith("filesystem"):
    for name in ("antrean", "kendali"):
        (VAR_DIR / name).mkdir(exist_ok=True)
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(VAR_DIR / "antrean"),
        "data_folder_out": str(VAR_DIR / "antrean"),
        "control_folder": str(VAR_DIR / "kendali"),
    }
else:
    CELERY_BROKER_TRANSPORT_OPTIONS = {"socket_timeout": 2, "socket_connect_timeout": 2}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "inti.log.JsonFormatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": read("LOG_LEVEL")},
    "loggers": {
        "django.server": {"level": "WARNING"},
        "kombu.connection": {"level": "ERROR"},  # a folder as broker has no host name to give
        "pikepdf": {"level": "WARNING"},
    },
}

MENU = "config.menu.MENU"
BANTUAN = "config.bantuan"
DATA_PRIBADI = "config.data_pribadi"
CACHES = {
    "default": {
        "BACKEND": "inti.backends.singgahan.SinggahanCache",
        "LOCATION": CELERY_BROKER_URL,
        "OPTIONS": {"socket_connect_timeout": 2, "socket_timeout": 2},
    }
    if CELERY_BROKER_URL.startswith("redis")
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}
