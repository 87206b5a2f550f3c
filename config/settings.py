"""Settings, all derived from the declared variables in `config/env.py`."""

from __future__ import annotations

import os
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.contrib.messages import constants as message_constants

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
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_filters",
    "django_tables2",
    "template_partials",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "inti.middleware.NoStoreMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",  # alone: the package ships static files that break
    "allauth.account.middleware.AccountMiddleware",
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
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["OPTIONS"] = {"options": "-c statement_timeout=15000"}
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
STATICFILES_DIRS = [BASE_DIR / "static"]
BERKAS_DIR = VAR_DIR / "berkas"
PUBLIK_PER_MENIT = read("PUBLIK_PER_MENIT")
BERKAS_LENGKAP_HARI = read("BERKAS_LENGKAP_HARI")
BATAS_UNGGAH = read("BATAS_UNGGAH_MB") * 1024 * 1024
CADANGAN_DISK = read("CADANGAN_DISK_MB") * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_HANDLERS = ["inti.unggahan.CappedUploadHandler"]
DATA_UPLOAD_MAX_NUMBER_FILES = 60
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000

# --- People -------------------------------------------------------------------------------

AUTH_USER_MODEL = "inti.Pengguna"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
_VALIDATION = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{_VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": f"{_VALIDATION}.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "inti.akun.AkunAdapter"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "username"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = "[Pengawasan Kerja Sama] "
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # that mail would invite to sign up, which nobody can
ACCOUNT_FORMS = {
    "login": "inti.forms.akun.MasukForm",
    "change_password": "inti.forms.akun.GantiSandiForm",
    "set_password": "inti.forms.akun.BuatSandiForm",
    "reset_password": "inti.forms.akun.LupaSandiForm",
    "reset_password_from_key": "inti.forms.akun.SandiDariTautanForm",
    "reauthenticate": "inti.forms.akun.UlangSandiForm",
}
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "__Host-sesi" if HTTPS else "sesi"
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
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# --- Language, forms, lists ---------------------------------------------------------------

LANGUAGE_CODE = "id"
TIME_ZONE = read("ZONA_WAKTU")
USE_I18N = True
USE_TZ = True
CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
CRISPY_FAIL_SILENTLY = False
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

# --- The runner and what wakes it ---------------------------------------------------------

# What one turn of the runner drains, in order; each callable takes no argument, is safe twice.
ANTREAN = (
    "kerjasama.services.indeks.ikuti_jejak",
    "pengawasan.services.jadwal.susun_yang_berubah",
    "pelaporan.services.kewajiban.susun_yang_berubah",
    "pelaporan.services.dokumen.kerjakan_antrean",
    "pengawasan.services.simulasi_kebijakan.kerjakan_antrean",
    "pelaporan.services.bundel.kerjakan_antrean",
    "pelaporan.services.berkas_lengkap.kerjakan_antrean",
    "inti.services.notifikasi.kirim_antrean",
    "kerjasama.services.indeks.baca_dokumen",
    # Last: a list of ten thousand rows takes a while, and nothing above must wait for it.
    "kerjasama.services.antrean_impor.kerjakan_antrean",
)
# Periodic jobs: name -> (callable, hours within which it must have run again).
BERKALA = {
    # First, so that the plans that follow already know what has ended.
    "masa-berlaku": ("kerjasama.services.pengakhiran.akhiri_yang_lewat", 26),
    "indeks-cari": ("kerjasama.services.indeks.lengkapi", 26),
    "jadwal": ("pengawasan.services.jadwal.segarkan_semua", 26),
    "pengingat": ("pengawasan.services.pengingat.terbitkan", 26),
    "pengingat-akhir": ("pengawasan.services.pengingat_akhir.terbitkan", 26),
    "pengingat-tenggat": ("pengawasan.services.pengingat_tenggat.terbitkan", 26),
    "berkas-lengkap": ("pelaporan.services.berkas_lengkap.kedaluwarsakan", 26),
    "kewajiban-laporan": ("pelaporan.services.kewajiban.segarkan_semua", 26),
}

CELERY_BROKER_URL = read("BROKER_URL")
CELERY_TIMEZONE = TIME_ZONE
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_REJECT_ON_WORKER_LOST = True
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
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": CELERY_BROKER_URL,
        "OPTIONS": {"socket_connect_timeout": 2, "socket_timeout": 2},
    }
    if CELERY_BROKER_URL.startswith("redis")
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}
