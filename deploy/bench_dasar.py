"""What the benches on large registers share: a scratch database, a streamed register, people.

Import it first: it sets the environment before Django starts.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

import psycopg

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))
SERVER = os.environ.get("UJI_POSTGRES", "postgres://postgres@localhost:5432/postgres")
NAMA = os.environ.get("BENCH_BASIS_DATA", f"bench_register_{os.getpid()}")
# That database is filled already, by isi_contoh; it is kept.
TERISI = os.environ.get("TERISI") == "1"
UKURAN = [int(n) for n in os.environ.get("UKURAN", "10000,100000,1000000").split(",")]
ULANG = int(os.environ.get("ULANG", "5"))
BENIH = 75
SEMENTARA = tempfile.TemporaryDirectory(prefix="bench-register-")
os.environ |= {
    "VAR_DIR": SEMENTARA.name,
    "DATABASE_URL": f"{SERVER.rpartition('/')[0]}/{NAMA}",
    "BROKER_URL": "filesystem://",
    "LOG_LEVEL": "CRITICAL",
    "DEBUG": "1",
    "FAKTOR_KEDUA": "0",
    "ALLOWED_HOSTS": "testserver",
    "DJANGO_SETTINGS_MODULE": "config.settings",
}

import django  # noqa: E402 - the environment comes first

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from inti.models import Jabatan, PemangkuJabatan, Pengguna  # noqa: E402
from kerjasama.models import Keanggotaan, Mitra, Naskah, PerangkatDaerah  # noqa: E402
from pelaporan.management.contoh.massal import alir  # noqa: E402

settings.DEBUG = False  # needed no longer: it allowed to run here; queries are not kept
# As a release has them: one sheet, and names with hashes.
settings.STORAGES = settings.STORAGES | {
    "staticfiles": {"BACKEND": "inti.storage.ModuleManifestStorage"}
}
PERAN = ("staf", "tim", "ketua", "pd", "mitra")
KOLOM = "id, nomor, jenis, judul, tanggal_ttd, tanggal_berakhir, status"
TERBARU = "ORDER BY tanggal_ttd DESC, id DESC LIMIT 26"
COCOK = (
    f"SELECT {KOLOM} FROM kerjasama_naskah JOIN "  # noqa: S608 - our own words
    "(SELECT naskah_id, vektor FROM kerjasama_indeksnaskah) indeks ON naskah_id = id "
    f"WHERE vektor @@ to_tsquery('simple', %s) {TERBARU}"
)


def median(kerja):
    """Milliseconds; the first time warms up."""
    waktu = []
    for _ in range(ULANG + 1):
        mulai = time.perf_counter()
        kerja()
        waktu.append((time.perf_counter() - mulai) * 1000)
    return statistics.median(waktu[1:])


def mentah(sql, nilai):
    """The hand-written SQL, its rows fetched."""
    with connection.cursor() as cursor:
        cursor.execute(sql, nilai or None)
        return cursor.fetchall()


def orang():
    """An account of each role that acts or looks."""
    hari_ini = timezone.localdate()
    for peran in PERAN:
        akun = Pengguna.objects.create(username=peran, nama=peran)
        jabatan = Jabatan.objects.filter(peran=peran).first() or Jabatan.objects.create(
            kode=f"bench-{peran}", nama=peran, peran=peran, tunggal=False
        )
        PemangkuJabatan.objects.create(pengguna=akun, jabatan=jabatan, mulai=hari_ini)


def masuk():
    """A client of the account of each role."""
    klien = {peran: Client() for peran in PERAN}
    for peran, satu in klien.items():
        satu.force_login(Pengguna.objects.get(username=peran))
    return klien


def isi(dari, sampai):
    """Add naskah up to so many, as isi_contoh streams them; seconds. The planner knows of them."""
    mulai = time.perf_counter()
    pelaku = {nama: Pengguna.objects.get(username=nama) for nama in ("staf", "tim", "ketua")}
    alir.isi(pelaku, banyak=sampai, benih=BENIH, dari=dari)
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        cursor.execute("VACUUM")
        cursor.execute("RESET statement_timeout")
    return time.perf_counter() - mulai


def anggota():
    """The unit and the mitra whose naskah the other two accounts see."""
    hari_ini = timezone.localdate()
    Keanggotaan.objects.create(
        pengguna=Pengguna.objects.get(username="pd"),
        perangkat_daerah=PerangkatDaerah.objects.order_by("pk").first(),
        mulai=hari_ini,
    )
    Keanggotaan.objects.create(
        pengguna=Pengguna.objects.get(username="mitra"),
        mitra=Mitra.objects.order_by("pk").first(),
        mulai=hari_ini,
    )


def setiap_ukuran():
    """Each size on top of the one before: how many naskah, and the clients of the accounts."""
    if TERISI:
        yield Naskah.objects.count(), masuk()
        return
    orang()
    klien, dari = masuk(), 0
    for sampai in UKURAN:
        detik = isi(dari, sampai)
        if not dari:
            anggota()
        print(f"{sampai:,} naskah dengan riwayatnya disiapkan dalam {detik:.0f} s", flush=True)
        yield sampai, klien
        dari = sampai


def dengan_basis_data(jalankan):
    """A scratch database around it, which goes whatever happens; or the one that is filled."""
    if TERISI:
        call_command("collectstatic", interactive=False, verbosity=0)
        jalankan()
        return
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{NAMA}"')
        try:
            call_command("collectstatic", interactive=False, verbosity=0)
            call_command("migrate", verbosity=0)
            call_command("isi_rujukan", verbosity=0)
            jalankan()
        finally:
            connection.close()
            server.execute(f'DROP DATABASE "{NAMA}" WITH (FORCE)')
