"""What can be held of deploy/ without a container engine: it parses, fits together, and is safe."""

import re
import shlex
import subprocess
from pathlib import Path

import pytest
import yaml
from django.conf import settings

from config.env import VARIABLES
from tests.support import settings_page
from tests.support.processes import ROOT

DEPLOY = ROOT / "deploy"
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text())
LAYANAN = COMPOSE["services"]
KITA = [nama for nama, s in LAYANAN.items() if s["image"].startswith("pengawasan-kerja-sama")]
UNIT = sorted((DEPLOY / "systemd").iterdir())
DIKENAL = {v.name for v in VARIABLES}
STATIS = settings.STATICFILES_DIRS
# Read by images that are not ours, or by compose itself.
LUAR = {"NGINX_ENVSUBST_FILTER", "WEB", "BERKAS", "DENGAR", "PROKSI"}
ANTREAN = {settings.CELERY_TASK_DEFAULT_QUEUE} | {
    r["queue"] for r in settings.CELERY_TASK_ROUTES.values()
}


def dockerfile():
    """The instructions, continued lines joined, comments left out."""
    isi = re.sub(r"^#.*\n", "", (DEPLOY / "Dockerfile").read_text(), flags=re.MULTILINE)
    return [b.partition(" ")[::2] for b in isi.replace("\\\n", " ").splitlines() if b.strip()]


def variabel(layanan):
    return layanan.get("environment", {})


def test_list_of_settings_is_the_one_the_application_reads():
    assert settings_page.OPERASI.read_text() == settings_page.halaman()
    assert settings_page.CONTOH.read_text() == settings_page.contoh()


def test_every_setting_of_the_example_is_read():
    nama = re.findall(r"^#?([A-Z0-9_]+)=", settings_page.CONTOH.read_text(), re.MULTILINE)

    assert set(nama) == DIKENAL - {"MODE_DEMO"}


@pytest.mark.parametrize("nama", LAYANAN)
def test_service_names_only_settings_secrets_and_volumes_that_exist(nama):
    layanan = LAYANAN[nama]
    if nama in KITA:
        assert {v.removesuffix("_FILE") for v in variabel(layanan)} <= DIKENAL
    elif nama == "nginx":
        assert set(variabel(layanan)) == LUAR
    assert set(layanan.get("secrets", ())) <= set(COMPOSE["secrets"])
    for sumber in (v.partition(":")[0] for v in layanan.get("volumes", ())):
        assert sumber in COMPOSE["volumes"] or (DEPLOY / sumber).exists()
    assert set(layanan.get("depends_on", ())) <= set(LAYANAN)


@pytest.mark.parametrize("nama", KITA)
def test_service_of_ours_runs_read_only_without_rights(nama):
    layanan = LAYANAN[nama]

    assert layanan["read_only"] is True
    assert layanan["cap_drop"] == ["ALL"]
    assert layanan["security_opt"] == ["no-new-privileges:true"]
    assert "ports" not in layanan
    assert not {"DATABASE_URL", "SECRET_KEY"} & set(variabel(layanan))


@pytest.mark.parametrize("nama", [n for n, s in LAYANAN.items() if s.get("restart") != "no"])
def test_service_that_stays_has_a_health_check(nama):
    assert "healthcheck" in LAYANAN[nama] or (nama == "web" and "HEALTHCHECK" in dict(dockerfile()))


def test_only_nginx_is_reachable_and_on_this_machine_alone_unless_told():
    terbuka = {nama: s["ports"] for nama, s in LAYANAN.items() if "ports" in s}

    assert terbuka == {"nginx": ["${ALAMAT_DENGAR:-127.0.0.1:8080}:8080"]}


def perintah_celery():
    """Every worker and beat that deploy/ starts."""
    yield from (s["command"] for s in LAYANAN.values() if "celery" in s.get("command", ()))
    for unit in UNIT:
        if mulai := re.search(r"^ExecStart=(.*celery.*)$", unit.read_text(), re.MULTILINE):
            yield shlex.split(mulai[1])


def antrean_dari(perintah):
    return {a.removeprefix("--queues=") for a in perintah if a.startswith("--queues=")}


def test_every_queue_has_a_worker_of_its_own_and_there_is_one_beat():
    compose = [s["command"] for s in LAYANAN.values() if "celery" in s.get("command", ())]

    assert sorted(a for p in compose for a in antrean_dari(p)) == sorted(ANTREAN)
    assert sum("beat" in p for p in compose) == 1
    # The unit is a template: pks-worker@segera, pks-worker@latar.
    assert {a for p in perintah_celery() for a in antrean_dari(p)} == ANTREAN | {"%i"}


def test_commands_of_ours_exist():
    perintah = [s["command"] for s in LAYANAN.values() if "manage.py" in s.get("command", ())]
    unit = [
        shlex.split(m)
        for u in UNIT
        for m in re.findall(r"^ExecStart=(.*)$", u.read_text(), re.MULTILINE)
    ]
    for kata in [*perintah, *(k for k in unit if "manage.py" in k)]:
        nama = kata[kata.index("manage.py") + 1]
        assert (ROOT / "inti" / "management" / "commands" / f"{nama}.py").exists()


def test_image_is_built_in_stages_from_named_versions_and_runs_as_nobody():
    isi = dockerfile()
    dari = [kata.split() for perintah, kata in isi if perintah == "FROM"]
    setelah = [perintah for perintah, _ in isi]

    assert len(dari) == 2
    assert all(":" in d[0] and not d[0].endswith(":latest") for d in dari)
    assert [kata for perintah, kata in isi if perintah == "USER"] == ["10001"]
    assert setelah.index("USER") < setelah.index("CMD")
    assert not [p for p, _ in isi if p == "ADD"]
    assert "--require-hashes" in dict(isi[: setelah.index("FROM", 1)])["RUN"]


def test_image_installs_without_leftovers():
    for perintah, kata in dockerfile():
        if perintah == "RUN" and "apt-get install" in kata:
            assert "--no-install-recommends" in kata
            assert "apt-get update" in kata
            assert "rm -rf /var/lib/apt/lists/*" in kata


def test_image_has_every_folder_that_the_settings_read():
    salinan = [k.split()[0] for p, k in dockerfile() if p == "COPY" and "--from" not in k]
    dibaca = [settings.PANDUAN_DIR, *(d[1] if isinstance(d, tuple) else d for d in STATIS)]

    for folder in dibaca:
        assert str(Path(folder).relative_to(ROOT)) in salinan


def test_image_gets_only_what_exists_and_is_let_through():
    lewat = {b[1:] for b in (ROOT / ".dockerignore").read_text().splitlines() if b[0] == "!"}
    for perintah, kata in dockerfile():
        if perintah == "COPY" and "--from" not in kata:
            sumber = kata.split()[0]
            assert (ROOT / sumber).exists()
            assert sumber in lewat


def test_database_client_of_the_image_fits_the_server():
    klien = re.search(r"postgresql-client-(\d+)", (DEPLOY / "Dockerfile").read_text())[1]

    assert LAYANAN["postgres"]["image"].startswith(f"postgres:{klien}-")
    assert int(klien) >= 15


def test_image_copies_nothing_that_is_kept_from_it():
    boleh = [b[1:] for b in (ROOT / ".dockerignore").read_text().splitlines() if b[:1] == "!"]
    salin = [isi.split()[:-1] for apa, isi in dockerfile() if apa == "COPY" and "--from" not in isi]

    assert {satu for sumber in salin for satu in sumber} == set(boleh)


def test_image_and_each_way_to_a_new_environment_know_what_the_monitor_needs():
    pasang = " ".join(isi for perintah, isi in dockerfile() if perintah in {"COPY", "RUN"})
    operasi = settings_page.OPERASI.read_text()

    assert "deploy/requirements-metrics.txt" in pasang
    assert "-r /tmp/requirements-metrics.txt" in pasang
    for judul in ("### Meningkatkan versi tanpa henti\n", "### Memulihkan ke mesin baru\n"):
        bagian = operasi.split(judul)[1].split("\n### ")[0]
        assert "-r deploy/requirements-metrics.txt" in bagian


@pytest.mark.parametrize("unit", [u for u in UNIT if u.suffix == ".service"], ids=lambda u: u.name)
def test_unit_runs_as_its_own_user_with_the_settings_of_one_file(unit):
    isi = unit.read_text()

    for baris in ("User=pks", "EnvironmentFile=/etc/pks/env", "NoNewPrivileges=yes", "UMask=0077"):
        assert f"\n{baris}\n" in isi
    assert "ProtectSystem=strict" in isi


@pytest.mark.parametrize("unit", [u for u in UNIT if u.suffix == ".service"], ids=lambda u: u.name)
def test_unit_closes_what_the_application_does_without(unit):
    isi = unit.read_text()

    for baris in (
        "CapabilityBoundingSet=",
        "MemoryDenyWriteExecute=yes",
        "PrivateDevices=yes",
        "PrivateTmp=yes",
        "RestrictNamespaces=yes",
        "SystemCallFilter=@system-service",
    ):
        assert f"\n{baris}\n" in isi


def test_visitors_wait_at_the_socket_while_the_site_starts_again():
    pintu = (DEPLOY / "systemd" / "pks-web.socket").read_text()
    web = (DEPLOY / "systemd" / "pks-web.service").read_text()

    alamat = re.search(r"^ListenStream=(.+)$", pintu, re.MULTILINE)[1]
    assert f"WEB={alamat} " in settings_page.OPERASI.read_text()
    assert "Requires=pks-web.socket" in web
    assert "--bind" not in web


def test_commands_of_the_document_are_sound_shell():
    """`make uji-systemd`, `make uji-pindah` and `make uji-compose` run them for real."""
    for judul in (
        "Dengan Docker Compose",
        "Dengan systemd",
        "Meningkatkan versi tanpa henti",
        "Meningkatkan versi dengan Docker Compose",
        "Memulihkan ke mesin baru",
        "Memulihkan ke mesin baru dengan Docker Compose",
        "Memulihkan di mesin yang berjalan",
        "Memulihkan di mesin yang berjalan dengan Docker Compose",
    ):
        bagian = settings_page.OPERASI.read_text().split(f"### {judul}\n")[1].split("\n### ")[0]
        blok = re.findall(r"^ *```sh\n(.+?)^ *```$", bagian, re.MULTILINE | re.DOTALL)

        assert blok
        # A block in a list stands three blanks to the right.
        perintah = re.sub(r"^ {3}", "", "".join(blok), flags=re.MULTILINE)
        assert (
            subprocess.run(["bash", "-n"], input=perintah, text=True, check=False).returncode == 0
        )


@pytest.mark.parametrize(
    ("cara", "pindah", "dipakai"),
    [
        ("Dengan systemd", "Memulihkan ke mesin baru", ["1–2", "5–7"]),
        ("Dengan Docker Compose", "Memulihkan ke mesin baru dengan Docker Compose", ["1", "5–7"]),
    ],
)
def test_steps_on_a_new_machine_are_those_of_the_installation_but_for_settings_and_content(
    cara, pindah, dipakai
):
    """Whoever inserts a step into the one must say what it means for the other."""
    isi = settings_page.OPERASI.read_text()
    pasang, pulih = (isi.split(f"### {judul}\n")[1].split("\n### ")[0] for judul in (cara, pindah))

    assert [int(n) for n in re.findall(r"^(\d+)\. ", pasang, re.MULTILINE)] == [*range(1, 8)]
    assert re.findall(r"^\d+\. Langkah ([\d–]+) ", pulih, re.MULTILINE) == dipakai
    assert "buat_admin --nama" in pasang.split("\n4. ")[1].split("\n5. ")[0]


def test_database_that_is_still_being_set_up_is_not_taken_for_ready():
    """The passing server of a first start answers at its socket only."""
    assert "--host=127.0.0.1" in LAYANAN["postgres"]["healthcheck"]["test"]


def test_one_service_builds_the_image_of_all():
    assert [nama for nama, s in LAYANAN.items() if "build" in s] == ["siapkan"]


def test_backup_and_restore_have_the_key_the_files_and_a_database_that_answers():
    layanan = LAYANAN["cadangan"]

    assert "kunci_cadangan" in layanan["secrets"]
    assert layanan["volumes"] == ["data:/var/lib/pks", "cadangan:/var/cadangan"]
    assert layanan["depends_on"] == {"postgres": {"condition": "service_healthy"}}


def test_backup_folder_of_the_document_is_the_one_that_the_unit_may_write():
    isi = settings_page.OPERASI.read_text()
    boleh = (DEPLOY / "systemd" / "pks-backup.service").read_text()

    assert "-m 700 /var/cadangan\n" in isi
    assert "CADANGAN_DIR=/var/cadangan\n" in isi
    assert "\nReadWritePaths=-/var/cadangan\n" in boleh


def test_manage_runs_as_the_units_do():
    perintah = (DEPLOY / "pks-manage").read_text()

    for kata in ("--uid=pks", "EnvironmentFile=/etc/pks/env", "StateDirectory=pks", "UMask=0077"):
        assert kata in perintah


def test_backup_is_timed():
    isi = (DEPLOY / "systemd" / "pks-backup.timer").read_text()

    assert "OnCalendar=" in isi
    assert "Persistent=true" in isi


def test_everything_that_operasi_names_exists():
    isi = settings_page.OPERASI.read_text()
    for perintah in set(re.findall(r"(?:manage\.py|pks-manage) (\w+)", isi)):
        ada = [*ROOT.glob(f"*/management/commands/{perintah}.py")]
        assert ada or perintah in {"migrate", "check", "collectstatic"}, perintah
    for jalur in set(re.findall(r"`(deploy/[\w./@-]+\w)`", isi)):
        assert (ROOT / jalur).exists() or jalur in {"deploy/.env", "deploy/rahasia"}, jalur
    for sasaran in set(re.findall(r"`make ([\w-]+)`", isi)):
        assert f"\n{sasaran}:" in Path(ROOT / "Makefile").read_text(), sasaran
