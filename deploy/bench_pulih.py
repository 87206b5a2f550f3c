"""Figures, not assertions: how long a backup and its restore take with many files and a long trail.

`make bench-pulih`, or with `DATABASE_URL=postgres://…/basis_kosong`; BERKAS and JEJAK say how much.
Everything lies in a throw-away folder; a PostgreSQL database that is named must be empty.
"""

import hashlib
import os
import resource
import sys
import tempfile
import time
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))
SEMENTARA = tempfile.TemporaryDirectory(prefix="bench-pulih-", dir=os.environ.get("BENCH_DIR"))
os.environ |= {
    "VAR_DIR": SEMENTARA.name,
    "LOG_LEVEL": "CRITICAL",
    "DJANGO_SETTINGS_MODULE": "config.settings",
}
BERKAS, JEJAK = int(os.environ.get("BERKAS", "100000")), int(os.environ.get("JEJAK", "1000000"))
POTONGAN = 5000

import django  # noqa: E402 - the environment comes first

django.setup()

from django.conf import settings  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from inti.cadangan.gudang import Gudang  # noqa: E402
from inti.cadangan.sandi import SandiKunci  # noqa: E402
from inti.models import Berkas, JejakAudit  # noqa: E402
from inti.models.jejak import PANGKAL  # noqa: E402
from inti.services.cadangan import cadangkan  # noqa: E402
from inti.services.pemulihan import Sumber, pulihkan  # noqa: E402


@contextmanager
def waktu(apa):
    """Print how long it took."""
    mulai = time.perf_counter()
    yield
    print(f"{apa}: {time.perf_counter() - mulai:.1f} detik", flush=True)


def isi_berkas():
    """Small files under their hash, and their rows."""
    baris = []
    for i in range(BERKAS):
        isi = f"berkas nomor {i}\n".encode() * 100
        berkas = Berkas(
            sha256=hashlib.sha256(isi).hexdigest(),
            ukuran=len(isi),
            tipe="application/pdf",
            nama=f"berkas-{i}.pdf",
        )
        berkas.path.parent.mkdir(parents=True, exist_ok=True)
        berkas.path.write_bytes(isi)
        baris.append(berkas)
        if len(baris) == POTONGAN or i == BERKAS - 1:
            Berkas.objects.bulk_create(baris)
            baris = []


def isi_jejak():
    """A trail as the application writes it, each line chained to the one before."""
    kepala, kini = PANGKAL, datetime.now(UTC)
    for awal in range(0, JEJAK, POTONGAN):
        baris = []
        for i in range(awal, min(awal + POTONGAN, JEJAK)):
            satu = JejakAudit(
                waktu=kini,
                pelaku_nama="Sistem",
                aksi="naskah.ubah",
                objek_jenis="kerjasama.naskah",
                objek_id=i % 1000 + 1,
                objek_nama=f"Naskah {i % 1000 + 1}",
                perubahan={"judul": [f"lama {i}", f"baru {i}"]},
                sebelumnya=kepala,
            )
            satu.hash = kepala = satu.hitung_hash()
            baris.append(satu)
        JejakAudit.objects.bulk_create(baris)


def main():
    """Fill, back up twice, restore."""
    call_command("migrate", verbosity=0)
    with waktu(f"mengisi {BERKAS} berkas dan {JEJAK} baris jejak"):
        isi_berkas()
        isi_jejak()
    gudang = Gudang(Path(SEMENTARA.name) / "cadangan", SandiKunci(os.urandom(32)))
    with waktu(f"cadangan pertama ({connection.vendor}, disandi)"):
        cadangkan(gudang)
    time.sleep(1.1)  # the name of a set is its second
    with waktu("cadangan kedua, tanpa berkas baru"):
        himpunan = cadangkan(gudang).himpunan
    Path(settings.BERKAS_DIR).rename(Path(SEMENTARA.name) / "berkas-lama")
    with waktu("memulihkan dan membuktikan"):
        pulihkan(Sumber(gudang, himpunan), lambda kabar: print(f"  {kabar}"), timpa=True)
    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"puncak memori: {puncak} MB")


if __name__ == "__main__":
    main()
