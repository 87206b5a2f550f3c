"""F5: PostgreSQL stops dead under people at work, again and again; each request is done or not.

On a server of its own: nobody else's may be stopped.
"""

import json
import os
import pwd
import random
import shutil
import subprocess
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.factories.inti import PenggunaFactory
from tests.support.basis_data import salin_postgres
from tests.support.processes import free_port

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.postgres,
    pytest.mark.lambat,
    pytest.mark.skipif(
        not list(Path("/usr/lib/postgresql").glob("*/bin/initdb")), reason="no PostgreSQL server"
    ),
]
MATI, ORANG, KIRIMAN = 6, 2, 60
SIAPKAN = """
from django.core.management import call_command
call_command("collectstatic", interactive=False, verbosity=0)  # else no page can be shown
"""
# A person at a form: sends it, and sends it again while the page says that it was not done.
PENGGUNA = """
import time
from uuid import uuid4
from django.db import close_old_connections
from django.test import Client
from django.urls import reverse
from inti.models import Pengguna
klien = Client(raise_request_exception=False)
klien.force_login(Pengguna.objects.get())
print("mulai", flush=True)
for ke in range({kiriman}):
    isi = {{"nama": f"PT {orang} {{ke}}", "jenis": "perusahaan_swasta", "kunci": str(uuid4())}}
    for coba in range(1000):
        close_old_connections()  # as a server does before each request; the client does not
        jawaban = klien.post(reverse("kerjasama:mitra-tambah"), isi)
        if jawaban.status_code != 503:
            break
        print(503, flush=True)
        time.sleep(0.05)
    sudah = "sudah dikirim" in jawaban.text
    print("sudah" if sudah else jawaban.status_code, flush=True)
"""
PEMERIKSA = """
import json
from inti.models import JejakAudit
from inti.queries.integritas import jejak_rusak
from kerjasama.models import Mitra
nama = list(Mitra.objects.values_list("nama", flat=True))
print(json.dumps([len(nama), len(set(nama)), JejakAudit.objects.filter(aksi="mitra.catat").count(),
                  jejak_rusak()]))
"""


@pytest.fixture
def server():
    """A cluster of its own with the tables of the test; its address, and how it is stopped dead."""
    bin_dir = max(Path("/usr/lib/postgresql").glob("*/bin"))
    folder = Path(tempfile.mkdtemp(prefix="uji-postgres-"))
    sebagai = []
    if os.geteuid() == 0:  # the server refuses to run as root
        os.chown(folder, pwd.getpwnam("postgres").pw_uid, -1)
        sebagai = ["runuser", "-u", "postgres", "--"]
    port = free_port()

    def jalankan(program, *args):
        perintah = [*sebagai, str(bin_dir / program), *args]
        subprocess.run(perintah, check=True, cwd="/", stdout=subprocess.DEVNULL)

    def pg_ctl(*args):
        pilihan = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c shared_buffers=32MB"
        catatan = str(folder / "server.log")
        jalankan("pg_ctl", "-D", str(folder / "isi"), "-w", "-l", catatan, "-o", pilihan, *args)

    jalankan("initdb", "-D", str(folder / "isi"), "--auth=trust", "--username=pks")
    pg_ctl("start")
    try:
        yield (
            f"postgres://pks@127.0.0.1:{port}/postgres",
            lambda: pg_ctl("-m", "immediate", "restart"),
        )
    finally:
        with suppress(subprocess.CalledProcessError):
            pg_ctl("-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def test_requests_over_a_server_that_dies_are_done_or_not_done(server, proses):
    alamat, mati = server
    PenggunaFactory(staf=True)
    salin_postgres(alamat)
    lingkungan = {"DATABASE_URL": alamat, "ALLOWED_HOSTS": "testserver", "FAKTOR_KEDUA": "0"}
    assert proses(SIAPKAN, **lingkungan).wait(timeout=60) == 0
    semua = [proses(PENGGUNA.format(orang=o, kiriman=KIRIMAN), **lingkungan) for o in range(ORANG)]
    for satu in semua:
        satu.stdout.readline()
    acak = random.Random(5)
    for _ in range(MATI):
        time.sleep(0.2 + acak.random() / 2)  # anywhere in a request
        mati()
    jawaban = [baris for satu in semua for baris in satu.stdout.read().split()]
    hasil = proses(PEMERIKSA, **lingkungan).communicate(timeout=60)[0]

    assert "503" in jawaban
    selesai = [satu for satu in jawaban if satu != "503"]
    assert len(selesai) == ORANG * KIRIMAN
    assert set(selesai) <= {"302", "sudah"}, "done, or done before the answer was lost"
    assert json.loads(hasil) == [ORANG * KIRIMAN] * 3 + [""]
