"""Figures of the night and of planning at a thousand, 100 thousand and a million naskah.

Makes a scratch database (PostgreSQL, or SQLite with `BENCH_SQLITE=1`), fills it row by row through
COPY or executemany, and runs the night three times: with the whole backlog, with nothing to do,
and on the next day. Each time is printed with its number of statements, beside hand-written SQL
that writes the same rows, and beside one naskah at a time (sampled). The database is dropped at
the end. Run by `make bench-jadwal`; `UKURAN=1000,100000` leaves the million out.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))
SQLITE = os.environ.get("BENCH_SQLITE") == "1"
SERVER = os.environ.get("UJI_POSTGRES", "postgres://postgres@localhost:5432/postgres")
NAMA = os.environ.get("BENCH_BASIS_DATA", f"bench_jadwal_{os.getpid()}")
UKURAN = [
    int(n)
    for n in os.environ.get("UKURAN", "100000" if SQLITE else "1000,100000,1000000").split(",")
]
CUPLIKAN = 100
SATU_KOTA = 10_000
BATAS = 25
MALAM: list[int] = []  # statements of each night
SEMENTARA = tempfile.TemporaryDirectory(prefix="bench-jadwal-")
os.environ |= {
    "VAR_DIR": SEMENTARA.name,
    "DATABASE_URL": "" if SQLITE else f"{SERVER.rpartition('/')[0]}/{NAMA}",
    "BROKER_URL": "filesystem://",
    "LOG_LEVEL": "CRITICAL",
    "DEBUG": "0",
    "DJANGO_SETTINGS_MODULE": "config.settings",
}

import django  # noqa: E402 - the environment comes first

django.setup()

import psycopg  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from inti.models import Jabatan, PemangkuJabatan, Pengguna  # noqa: E402
from kerjasama.models import Naskah  # noqa: E402
from pelaporan.management.contoh.massal.tabel import Tabel  # noqa: E402
from pelaporan.management.contoh.massal.tuang import tulis  # noqa: E402
from pengawasan.domain.pengingat import TANGGA, jendela_ambang  # noqa: E402
from pengawasan.models import Jadwal, JadwalNaskah, Kebijakan, Pengingat  # noqa: E402
from pengawasan.queries.jadwal import basi_terhadap  # noqa: E402
from pengawasan.services import jadwal, pengingat, pengingat_akhir  # noqa: E402
from pengawasan.services.putar_ulang import putar_ulang  # noqa: E402

PER = timezone.localdate()
DASAR = {
    "pasal": "Pasal 6 ayat (3)", "acuan": "penandatanganan", "tanggal_acuan": "2026-01-31",
    "acuan_terlaksana": True, "jangkar": "2026-01-31", "jangkar_apa": "penandatanganan",
    "jangkar_dokumen": "134.4/1/SETDA.Ks/2026", "bulan": 6, "interval": 6,
    "sumber_interval": "Pasal 6 ayat (3)", "kebijakan": "2021-1", "mulai_pengawasan": None,
    "acuan_terverifikasi": True, "jangkar_kegiatan": None,
    "kalimat": [
        "Pasal 6 ayat (3): 6 bulan setelah penandatanganan 31 Januari 2026.",
        "Dihitung dari penandatanganan 31 Januari 2026 + 6 bulan = 31 Juli 2026.",
        "Interval 6 bulan menurut Pasal 6 ayat (3); kebijakan versi 2021-1.",
    ],
}  # fmt: skip
MENYUSUL = """
    UPDATE pengawasan_jadwal SET status = 'digantikan', alasan_status = 'Menunggu.'
    WHERE status = 'menyusul' AND naskah_id IN
        (SELECT naskah_id FROM pengawasan_jadwal WHERE status = 'terbuka' AND jatuh_tempo < %s)
"""
INGATKAN = """
    INSERT INTO pengawasan_pengingat (jadwal_id, tenggat, ambang, penerima_id, dibuat_pada)
    SELECT j.id, j.jatuh_tempo, CASE {rung} END, p.id, CURRENT_TIMESTAMP
    FROM pengawasan_jadwal j CROSS JOIN inti_pengguna p
    WHERE j.status = 'terbuka' AND j.jatuh_tempo BETWEEN %s AND %s AND NOT EXISTS (
        SELECT 1 FROM pengawasan_pengingat g WHERE g.jadwal_id = j.id
            AND g.tenggat = j.jatuh_tempo AND g.ambang = CASE {rung} END)
"""


class Hitung:
    """Counts statements and their time."""

    def __init__(self):
        self.banyak, self.detik = 0, 0.0

    def __call__(self, execute, sql, params, many, context):
        mulai = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            self.banyak += "SAVEPOINT" not in sql
            self.detik += time.perf_counter() - mulai


def ukur(kerja):
    """Seconds, statements, seconds in the database, and what it gave."""
    hitung, mulai = Hitung(), time.perf_counter()
    with connection.execute_wrapper(hitung):
        hasil = kerja()
    return time.perf_counter() - mulai, hitung.banyak, hitung.detik, hasil


# --- Filling ------------------------------------------------------------------------------------


def tempo(i):
    """Due between five months ago and six months from now, a day for each of 330."""
    return PER + timedelta(days=i * 7919 % 330 - 150)


def tuang(tabel, baris):
    """Straight into the table, as isi_contoh streams a register."""
    with transaction.atomic():
        tulis(tabel, map(tabel.baris, baris))


def isi(dari, sampai, staf, kebijakan):
    """Naskah with what is owed and three turns that follow; a fifth ends within a year."""
    nomor, kini, dasar = range(dari + 1, sampai + 1), timezone.now(), json.dumps(DASAR)
    with connection.cursor() as cursor:
        if not SQLITE:
            cursor.execute("SET statement_timeout = 0")
    tuang(
        Tabel(
            Naskah,
            *("id", "nomor", "kunci_nomor", "judul", "tanggal_ttd", "tanggal_berakhir"),
            jenis="pks", status="berlaku", dibuat_oleh_id=staf, dibuat_pada=kini,
        ),
        (
            (
                *(i, f"134.4/{i}/SETDA.Ks", f"k{i}", f"Kerja sama nomor {i}"),
                *(tempo(i) - timedelta(days=183), PER + timedelta(days=i * 31 % 1825 + 1)),
            )
            for i in nomor
        ),
    )  # fmt: skip
    tuang(
        Tabel(Jadwal, "naskah_id", "ke", "status", "jenis", "jatuh_tempo", dasar=dasar),
        (
            (
                *(i, ke, "menyusul" if ke > 1 else "terbuka"),
                *("pemantauan" if ke % 2 else "evaluasi", tempo(i) + timedelta(183 * (ke - 1))),
            )
            for i in nomor
            for ke in (1, 2, 3, 4)
        ),
    )
    tuang(
        Tabel(
            JadwalNaskah,
            *("naskah_id", "lewat_pada"),
            versi_fakta=1, kebijakan_id=kebijakan, disusun_pada=kini,
        ),
        ((i, tempo(i) + timedelta(days=183)) for i in nomor),
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE" if SQLITE else "VACUUM ANALYZE")
        if not SQLITE:
            cursor.execute("RESET statement_timeout")


# --- Measuring ----------------------------------------------------------------------------------


def mentah(sql, nilai):
    """Hand-written SQL for the same rows, taken back afterwards; seconds and rows.

    With the check of foreign keys, which a commit would make.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        if not SQLITE:
            cursor.execute("SET LOCAL statement_timeout = 0")
        mulai = time.perf_counter()
        cursor.execute(sql, nilai)
        baris = cursor.rowcount
        if not SQLITE:
            connection.check_constraints()
        hasil = time.perf_counter() - mulai, baris
        transaction.set_rollback(True)
    return hasil


def sql_ingatkan(per):
    """The ladder as a CASE, and its window."""
    jendela = jendela_ambang(TANGGA, per=per, basi=pengingat.BASI)
    rung = " ".join(
        f"WHEN j.jatuh_tempo BETWEEN '{j.awal}' AND '{j.akhir}' THEN {j.ambang}" for j in jendela
    )
    return INGATKAN.format(rung=rung), [jendela[-1].awal, jendela[0].akhir]


def satu_per_satu(per):
    """Milliseconds a naskah when each is planned and reminded of on its own."""
    kunci = list(
        Naskah.objects.order_by("pk").values_list("pk", flat=True)[
            :: max(1, Naskah.objects.count() // CUPLIKAN)
        ]
    )

    def kerja():
        for pk in kunci:
            jadwal.terbitkan(pk, per=per)

    with transaction.atomic():
        detik, banyak, *_ = ukur(kerja)
        transaction.set_rollback(True)
    return 1000 * detik / len(kunci), banyak / len(kunci)


def susun_satu():
    """Planning one naskah again: median milliseconds outside the database, and statements."""
    luar, banyak = [], 0
    kunci = list(Naskah.objects.order_by("-pk").values_list("pk", flat=True)[:CUPLIKAN])
    for pk in kunci:
        jadwal.terbitkan(pk, per=PER)
        detik, banyak, basis_data, _ = ukur(lambda pk=pk: jadwal.terbitkan(pk, per=PER))
        luar.append(1000 * (detik - basis_data))
    return statistics.median(luar), banyak


def malam(judul, per):
    """The three jobs of a night; prints each and their sum."""
    timezone.localdate = lambda *_: per
    total = statements = 0
    for nama, kerja in (
        ("jadwal", jadwal.segarkan_semua),
        ("pengingat", pengingat.terbitkan),
        ("pengingat akhir", pengingat_akhir.terbitkan),
    ):
        detik, banyak, _, hasil = ukur(kerja)
        total, statements = total + detik, statements + banyak
        print(f"  {judul}, {nama}: {detik:.2f} s, {banyak} perintah, {hasil:,} baris", flush=True)
    print(f"  {judul}, semua: {total:.2f} s, {statements} perintah", flush=True)
    MALAM.append(statements)


def satu_ukuran(jumlah):
    """Everything at one size."""
    print(f"{jumlah:,} naskah, {Jadwal.objects.count():,} jadwal", flush=True)
    for nama, sql, nilai in (
        ("menyusul", MENYUSUL, [PER]),
        ("ingatkan", *sql_ingatkan(PER)),
    ):
        detik, baris = mentah(sql, nilai)
        print(f"  SQL tulisan tangan, {nama}: {detik:.2f} s, {baris:,} baris", flush=True)
    ms, perintah = satu_per_satu(PER)
    print(
        f"  satu per satu: {ms:.1f} ms dan {perintah:.1f} perintah tiap naskah, "
        f"jadi {ms * jumlah / 1000:,.0f} s untuk semua",
        flush=True,
    )
    malam("malam pertama", PER)
    malam("diulang", PER)
    malam("malam berikutnya", PER + timedelta(days=1))
    terakhir = Kebijakan.objects.terakhir_terbit()
    detik, *_ = ukur(lambda: list(basi_terhadap(terakhir)[:200]))
    print(f"  pelari mencari yang basi: {1000 * detik:.0f} ms", flush=True)
    luar, banyak = susun_satu()
    print(f"  menyusun satu naskah: {luar:.1f} ms di luar {banyak} kuerinya", flush=True)
    if jumlah <= SATU_KOTA:
        detik, banyak, basis_data, hasil = ukur(lambda: putar_ulang(per=PER))
        print(
            f"  memutar ulang satu kota: {detik:.1f} s, {banyak:,} perintah {basis_data:.1f} s, "
            f"{hasil.disusun:,} jadwal",
            flush=True,
        )


def jalankan():
    """Each size in an empty register."""
    reverse("beranda")  # every address is read once in the life of a worker
    call_command("migrate", verbosity=0)
    call_command("isi_rujukan", verbosity=0)
    for ke, peran in enumerate(("staf", "staf", "tim", "tim")):
        akun = Pengguna.objects.create(username=f"{peran}{ke}", nama=f"{peran} {ke}")
        jabatan, _ = Jabatan.objects.get_or_create(
            kode=f"bench-{peran}", defaults={"nama": peran, "peran": peran, "tunggal": False}
        )
        PemangkuJabatan.objects.create(pengguna=akun, jabatan=jabatan, mulai=date(2020, 1, 1))
    staf, kebijakan = Pengguna.objects.first().pk, Kebijakan.objects.get().pk
    for jumlah in UKURAN:
        mulai = time.perf_counter()
        with connection.cursor() as cursor:
            if not SQLITE:
                cursor.execute("SET statement_timeout = 0")
                cursor.execute("TRUNCATE kerjasama_naskah CASCADE")
        isi(0, jumlah, staf, kebijakan)
        print(f"diisi dalam {time.perf_counter() - mulai:.0f} s", flush=True)
        satu_ukuran(jumlah)
        print(f"  pengingat tercatat: {Pengingat.objects.count():,}", flush=True)
    if max(MALAM) > BATAS:
        raise SystemExit(f"lebih dari {BATAS} perintah: {max(MALAM)}")


def main():
    """Fill, measure, print; the database goes whatever happens."""
    if SQLITE:
        jalankan()
        return
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{NAMA}"')
        try:
            jalankan()
        finally:
            connection.close()
            server.execute(f'DROP DATABASE "{NAMA}" WITH (FORCE)')


if __name__ == "__main__":
    main()
