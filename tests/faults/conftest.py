"""Processes that can be killed, on the database of the test."""

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime

import pytest

from tests.support.basis_data import alamat_basis_data
from tests.support.processes import ROOT, clean_environment
from tests.support.waktu import zona_siang

PEMBUKA = "import django; django.setup()\n"


def pytest_collection_modifyitems(items):
    """All of this folder may be left out or run alone: `-m faults`."""
    for item in items:
        if "tests/faults/" in str(item.path):
            item.add_marker("faults")


@pytest.fixture
def siang(settings):
    """It is about noon, here and in those processes: no day ends while the test runs."""
    settings.TIME_ZONE = zona_siang(datetime.now(UTC))


@pytest.fixture
def proses(tmp_path, settings):
    """Start Python code with the application's own settings; what is left is killed at the end."""
    hidup = []

    def mulai(kode, **lingkungan):
        lingkungan = {
            "DJANGO_SETTINGS_MODULE": "config.settings",
            "DATABASE_URL": alamat_basis_data(),
            "BROKER_URL": "filesystem://",
            "VAR_DIR": tmp_path / "var",
            "ZONA_WAKTU": settings.TIME_ZONE,
            "EMAIL_URL": "",
            "LOG_LEVEL": "CRITICAL",
            **lingkungan,
        }
        satu = subprocess.Popen(
            [sys.executable, "-c", PEMBUKA + kode],
            cwd=ROOT,
            env=clean_environment(**lingkungan),
            stdout=subprocess.PIPE,
            text=True,
        )
        hidup.append(satu)
        return satu

    yield mulai
    for satu in hidup:
        if satu.poll() is None:
            os.kill(satu.pid, signal.SIGKILL)
        if not satu.stdout.closed:
            satu.communicate()


@pytest.fixture
def folder_berkas(tmp_path, settings):
    """Where those processes keep files, also for the test itself."""
    settings.BERKAS_DIR = tmp_path / "var" / "berkas"
    settings.BERKAS_DIR.mkdir(parents=True)
    return settings.BERKAS_DIR
