import http.client
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from tests.support.processes import (
    ROOT,
    children_of,
    clean_environment,
    command_of,
    free_port,
    is_alive,
    wait_until,
)

MANAGE = [sys.executable, "manage.py"]


@pytest.fixture
def environment(tmp_path):
    """A site of its own, ready to start."""
    environment = clean_environment(
        VAR_DIR=tmp_path / "var",
        DJANGO_SETTINGS_MODULE="config.settings",
        DATABASE_URL="",
        BROKER_URL="filesystem://",
        MODE_DEMO="0",
    )
    subprocess.run([*MANAGE, "siapkan"], cwd=ROOT, env=environment, check=True, capture_output=True)
    return environment


def status_of(port):
    connection = http.client.HTTPConnection("localhost", port, timeout=5)
    try:
        connection.request("GET", "/masuk/")
        return connection.getresponse().status
    except OSError:
        return None
    finally:
        connection.close()


def names_of(pids):
    commands = [command_of(pid) for pid in pids]
    return {
        name for command in commands for name in ("gunicorn", "worker", "beat") if name in command
    }


@pytest.mark.lambat
def test_jalan_runs_web_worker_and_beat_until_one_sigterm(environment):
    port = free_port()
    with subprocess.Popen(
        [*MANAGE, "jalan", "--port", str(port)],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as parent:
        try:
            assert wait_until(lambda: status_of(port), seconds=60) == 200
            children = children_of(parent.pid)
            assert names_of(children) == {"gunicorn", "worker", "beat"}

            parent.terminate()
            said, _ = parent.communicate(timeout=30)

            assert f"Aplikasi siap: http://localhost:{port}/" in said
            assert [pid for pid in children if is_alive(pid)] == []
        finally:
            parent.kill()


@pytest.mark.django_db
def test_jalan_refuses_a_port_in_use():
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        with pytest.raises(CommandError, match=f"Port {port} sudah dipakai program lain"):
            call_command("jalan", port=port)


def test_siapkan_makes_files_that_only_their_owner_reads(environment):
    folder = Path(environment["VAR_DIR"])
    modes = {path.name: path.stat().st_mode & 0o077 for path in folder.iterdir()}

    assert modes == dict.fromkeys(modes, 0)


def test_siapkan_runs_the_periodic_jobs_that_never_ran(environment):
    with closing(sqlite3.connect(f"{environment['VAR_DIR']}/kerjasama.sqlite3")) as database:
        ran = database.execute("SELECT nama FROM inti_catatanberkala WHERE selesai_pada NOTNULL")

        assert {nama for (nama,) in ran} == set(settings.BERKALA)
