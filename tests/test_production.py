"""Started as in production: safe headers, no debug, no default accounts."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROBE = """
import json, django
django.setup()
from django.conf import settings
from django.core.management import call_command
call_command("migrate", verbosity=0)
call_command("collectstatic", interactive=False, verbosity=0)
from django.templatetags.static import static
from django.test import Client
from inti.models import Pengguna
halaman = {a: Client().get(a, secure=True) for a in ("/masuk/", "/tidak-ada/", "/_gallery/", "/")}
orang = Pengguna(username="uji")
orang.set_password("empat kata yang panjang")
akun = Pengguna.objects.count()
orang.save()
peramban = Client()
peramban.get("/masuk/", secure=True)
peramban.post(
    "/masuk/", {"login": "uji", "password": "empat kata yang panjang"}, secure=True
)
kuki = {
    nama: [bool(k["secure"]), bool(k["httponly"]), k["samesite"], k["path"], k["domain"]]
    for nama, k in peramban.cookies.items()
}
print(json.dumps({
    "kuki": kuki,
    "terakhir": settings.TERAKHIR_COOKIE,
    "debug": settings.DEBUG,
    "akun": akun,
    "status": {a: r.status_code for a, r in halaman.items()},
    "kepala": dict(halaman["/masuk/"].headers),
    "statis": dict(Client().get(static("css/base.css"), secure=True).headers),
    "aman": Client().get("/masuk/").status_code,
    "asing": Client().get("/masuk/", secure=True, headers={"host": "jahat.example"}).status_code,
}))
"""


def run(tmp_path, *command, **env):
    keep = {k: v for k, v in os.environ.items() if k in {"PATH", "HOME", "LANG"}}
    return subprocess.run(
        [sys.executable, *command],
        cwd=ROOT,
        env=keep
        | {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "VAR_DIR": str(tmp_path),
            "SECRET_KEY": "abcdefghij" * 6,
            "ALLOWED_HOSTS": "testserver",
            "SITE_URL": "https://testserver",
            "HTTPS": "1",
            "LOG_LEVEL": "CRITICAL",
        }
        | env,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def started(tmp_path_factory):
    hasil = run(tmp_path_factory.mktemp("produksi"), "-c", PROBE)
    assert hasil.returncode == 0, hasil.stderr
    return json.loads(hasil.stdout.splitlines()[-1])


def test_nothing_of_development_is_reachable(started):
    assert started["debug"] is False
    assert started["akun"] == 0
    assert started["status"] == {"/masuk/": 200, "/tidak-ada/": 404, "/_gallery/": 404, "/": 302}


def test_every_answer_carries_the_safe_headers(started):
    kepala = started["kepala"]

    assert "unsafe" not in kepala["Content-Security-Policy"]
    assert "frame-ancestors 'none'" in kepala["Content-Security-Policy"]
    assert kepala["X-Content-Type-Options"] == "nosniff"
    assert kepala["X-Frame-Options"] == "DENY"
    assert kepala["Strict-Transport-Security"].startswith("max-age=31536000; includeSubDomains")


def test_static_file_without_nginx_carries_what_protects_the_host(started):
    kepala = started["statis"]

    assert kepala["Content-Type"].startswith("text/css")
    assert kepala["X-Content-Type-Options"] == "nosniff"
    assert kepala["Strict-Transport-Security"].startswith("max-age=31536000; includeSubDomains")


def test_cookies_are_for_this_host_over_tls_only(started):
    kuki = started["kuki"]

    assert {"__Host-sesi", "__Host-csrf"} <= set(kuki)
    assert started["terakhir"].startswith("__Host-")  # set once something was opened
    for nama, (secure, httponly, samesite, path, domain) in kuki.items():
        assert nama.startswith("__Host-")
        assert (secure, samesite, path, domain) == (True, "Lax", "/", ""), nama
        # A page of ours may read its own token; nothing else is for scripts.
        assert httponly or nama == "__Host-csrf", nama


def test_plain_http_is_redirected_and_a_foreign_host_refused(started):
    assert (started["aman"], started["asing"]) == (301, 400)


def test_deployment_check_is_clean(tmp_path):
    hasil = run(tmp_path, "manage.py", "check", "--deploy", "--fail-level", "WARNING")

    assert hasil.returncode == 0, hasil.stderr


def test_wildcard_host_refuses_to_start(tmp_path):
    hasil = run(tmp_path, "manage.py", "check", ALLOWED_HOSTS="*")

    assert hasil.returncode != 0
    assert "inti.E001" in hasil.stderr


@pytest.mark.parametrize(
    ("env", "sebut"),
    [
        ({"ALLOWED_HOSTS": "*"}, "inti.E001"),
        ({"DEBUG": "1"}, "inti.E006"),
        ({"DEBUG": "1", "HTTPS": "", "ALLOWED_HOSTS": "situs.example"}, "inti.E006"),
        ({"SECRET_KEY": "rahasia"}, "inti.E007"),
        ({"SECRET_KEY": "abab" * 20}, "inti.E007"),
        ({"SECRET_KEY": "django-insecure-" + "abcdefghij" * 6}, "inti.E007"),
        ({}, ""),
    ],
)
def test_gunicorn_serves_nobody_with_a_setting_that_opens_the_site(tmp_path, env, sebut):
    hasil = run(tmp_path, "-c", "import config.wsgi", **env)

    assert (hasil.returncode == 0) is (sebut == "")
    assert sebut in hasil.stderr


def test_secret_is_read_from_the_file_that_is_named(tmp_path):
    berkas = tmp_path / "kunci"
    berkas.write_text("dari-berkas-" * 5 + "\n")
    tanya = (
        "import django; django.setup(); from django.conf import settings as s; print(s.SECRET_KEY)"
    )

    hasil = run(tmp_path, "-c", tanya, SECRET_KEY="", SECRET_KEY_FILE=str(berkas))

    assert hasil.stdout.strip() == "dari-berkas-" * 5


def test_key_that_nobody_gave_is_made_once_and_is_for_its_owner_only(tmp_path):
    tanya = (
        "import django; django.setup(); from django.conf import settings as s; print(s.SECRET_KEY)"
    )

    satu, dua = (run(tmp_path, "-c", tanya, SECRET_KEY="").stdout for _ in range(2))

    assert satu == dua
    assert len(satu.strip()) > 60
    assert (tmp_path / "kunci_rahasia").stat().st_mode & 0o077 == 0


def test_demo_data_is_refused_outside_demo_mode(tmp_path):
    hasil = run(tmp_path, "manage.py", "isi_contoh")

    assert hasil.returncode != 0
    assert "mode demo" in hasil.stderr
