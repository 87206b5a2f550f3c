"""Figures of the register at 10 thousand, 100 thousand and a million naskah, on PostgreSQL.

Makes a scratch database, fills it by set-based SQL, asks each page a few times, and prints its
time beside that of hand-written SQL for the same rows; then takes lists away as files and prints
how much memory that took. The database is dropped at the end. Run by `make bench-register`;
`UKURAN=10000,100000` leaves the million out.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg

AKAR = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(AKAR))
SERVER = os.environ.get("UJI_POSTGRES", "postgres://postgres@localhost:5432/postgres")
NAMA = os.environ.get("BENCH_BASIS_DATA", f"bench_register_{os.getpid()}")
UKURAN = [int(n) for n in os.environ.get("UKURAN", "10000,100000,1000000").split(",")]
EKSPOR = 100_000
ULANG = 5
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
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402

from inti.models import Jabatan, PemangkuJabatan, Pengguna  # noqa: E402
from kerjasama.models import Keanggotaan, Mitra, Naskah, PerangkatDaerah  # noqa: E402
from kerjasama.views.naskah import URUTAN  # noqa: E402

settings.DEBUG = False  # needed no longer: the static files were found; queries are not kept
KATA = [
    "pengelolaan", "penyediaan", "pemanfaatan", "peningkatan", "pengembangan", "pelayanan",
    "penyelenggaraan", "air", "limbah", "pasar", "parkir", "kesehatan",
    "pendidikan", "sampah", "terminal", "jalan", "gedung", "data",
    "jaringan", "perizinan", "retribusi", "pangan", "wisata", "budaya",
    "arsip", "perpustakaan", "kebersihan", "taman", "drainase",
]  # fmt: skip

# %(dari)s and %(sampai)s bound what is added; every value follows from the running number.
ISI = (
    """
    INSERT INTO kerjasama_mitra (nama, kunci, jenis, alamat, surel, telepon)
    SELECT 'PT Mitra ' || md5(i::text), 'mitra ' || i, 'perusahaan_swasta', '', '', ''
    FROM generate_series(%(dari)s / 10, %(sampai)s / 10 - 1) i
    """,
    """
    INSERT INTO kerjasama_naskah (id, jenis, sebutan, jenis_kerja_sama, nomor, kunci_nomor, judul,
        tanggal_ttd, tanggal_berakhir, jangka_waktu, status, alasan_berakhir, dasar_pengakhiran,
        maksud_tujuan, objek, ruang_lingkup, pelaksanaan, pembiayaan, penyelesaian_perselisihan,
        keadaan_kahar, pengakhiran, klausul_interval, klausul_teguran, tanda, versi_fakta,
        dibuat_oleh_id, dibuat_pada)
    SELECT i, CASE WHEN i %% 5 = 0 THEN 'kesepakatan_bersama' ELSE 'pks' END, '', '',
        '134.4/' || i || '/SETDA.Ks', '134.4/' || i || '/setda.ks',
        (%(kata)s::text[])[1 + i %% 7] || ' ' || (%(kata)s::text[])[8 + (i * 31) %% 21] || ' '
            || translate(substr(md5((i %% 50021)::text), 1, 9), '0123456789', 'ghijklmnop'),
        date '2005-01-01' + (i * 7919 %% 7800)::int, date '2010-01-01' + (i * 7919 %% 7800)::int,
        '', CASE WHEN i %% 50 = 0 THEN 'draf' WHEN i %% 3 = 0 THEN 'berakhir' ELSE 'berlaku' END,
        CASE WHEN i %% 50 <> 0 AND i %% 3 = 0 THEN 'jangka_waktu' ELSE '' END,
        '', '', '', '', '', '', '', '', '', '', '', '', 1, %(staf)s, now()
    FROM generate_series(%(dari)s::bigint + 1, %(sampai)s::bigint) i
    """,
    """
    INSERT INTO kerjasama_parapihak
        (naskah_id, mitra_id, nomor, penanda_tangan, jabatan)
    SELECT i, (SELECT min(id) FROM kerjasama_mitra) + (i * 13 %% (%(sampai)s / 10)), '', '', ''
    FROM generate_series(%(dari)s::bigint + 1, %(sampai)s::bigint) i
    """,
    """
    INSERT INTO kerjasama_naskahperangkatdaerah
        (naskah_id, perangkat_daerah_id, peran, penanda_tangan, jabatan)
    SELECT i, (%(unit)s::bigint[])[1 + i %% %(banyak_unit)s], 'pemrakarsa', '', ''
    FROM generate_series(%(dari)s::bigint + 1, %(sampai)s::bigint) i
    """,
    """
    INSERT INTO kerjasama_indeksnaskah (naskah_id, khalayak, teks, menunggu, disusun_pada)
    SELECT n.id, '', regexp_replace(lower(n.judul || ' ' || n.nomor || ' ' || m.nama),
        '[^a-z0-9]+', ' ', 'g'), false, now()
    FROM kerjasama_naskah n JOIN kerjasama_parapihak p ON p.naskah_id = n.id
        JOIN kerjasama_mitra m ON m.id = p.mitra_id
    WHERE n.id > %(dari)s
    """,
    """
    INSERT INTO kerjasama_kataindeks (kata)
    SELECT DISTINCT k FROM kerjasama_naskah n,
        unnest(string_to_array(n.judul || ' setda ks pt mitra', ' ')) k
    WHERE n.id > %(dari)s
    ON CONFLICT DO NOTHING
    """,
)
KOLOM = "id, nomor, jenis, judul, tanggal_ttd, tanggal_berakhir, status"
TERBARU = "ORDER BY tanggal_ttd DESC, id DESC LIMIT 26"
BERAKHIR = (
    "WHERE status = 'berlaku' AND tanggal_berakhir BETWEEN %s AND %s "
    "ORDER BY tanggal_berakhir, id LIMIT 26"
)
MILIK_UNIT = (
    "WHERE id IN "
    "(SELECT naskah_id FROM kerjasama_naskahperangkatdaerah WHERE perangkat_daerah_id = %s)"
)
MILIK_MITRA = "WHERE id IN (SELECT naskah_id FROM kerjasama_parapihak WHERE mitra_id = %s)"
COCOK = (
    f"SELECT {KOLOM} FROM kerjasama_naskah JOIN "  # noqa: S608 - our own words
    "(SELECT naskah_id, vektor FROM kerjasama_indeksnaskah) indeks ON naskah_id = id "
    f"WHERE vektor @@ to_tsquery('simple', %s) {TERBARU}"
)

# For few answers: without the barrier PostgreSQL walks through the list to its end.
COCOK_SEDIKIT = (
    "WITH cocok AS MATERIALIZED (SELECT naskah_id FROM kerjasama_indeksnaskah "  # noqa: S608 - our own words
    "WHERE vektor @@ to_tsquery('simple', %s)) "
    f"SELECT {KOLOM} FROM kerjasama_naskah WHERE id IN (SELECT naskah_id FROM cocok) {TERBARU}"
)


def halaman_diukur(jumlah):
    """Name, account, query string, hand-written SQL for the same rows and its values."""
    dari = f"SELECT {KOLOM} FROM kerjasama_naskah"  # noqa: S608 - our own words
    urutan = URUTAN["tanggal_ttd"]
    tengah = urutan.berlabel(Naskah.objects.filter(tanggal_ttd__lt="2015-09-01"))
    titik = tengah.order_by("-tanggal_ttd", "-pk").first()
    hari_ini = timezone.localdate()
    jarang = Naskah.objects.get(pk=jumlah - 1).judul.rpartition(" ")[2]
    salah = jarang[:4] + jarang[5:]
    unit = PerangkatDaerah.objects.order_by("pk").first().pk
    return (
        ("daftar, halaman pertama", "staf", {}, f"{dari} {TERBARU}", []),
        (
            "daftar, halaman di tengah",
            "staf",
            {"setelah": urutan.sebagai_teks(titik)},
            f"{dari} WHERE (tanggal_ttd, id) < (%s, %s) {TERBARU}",
            [titik.tanggal_ttd, titik.pk],
        ),
        (
            "menurut judul",
            "staf",
            {"urut": "judul"},
            f'{dari} ORDER BY "left"(judul, 100), id LIMIT 26',
            [],
        ),
        (
            "status draf",
            "staf",
            {"status": "draf"},
            f"{dari} WHERE status = 'draf' {TERBARU}",
            [],
        ),
        (
            "berakhir dalam 12 bulan",
            "staf",
            {"masa": "12"},
            f"{dari} {BERAKHIR}",
            [hari_ini, hari_ini.replace(year=hari_ini.year + 1)],
        ),
        (
            "daftar satu perangkat daerah",
            "pd",
            {},
            f"{dari} {MILIK_UNIT} {TERBARU}",
            [unit],
        ),
        (
            "daftar satu mitra",
            "mitra",
            {},
            f"{dari} {MILIK_MITRA} {TERBARU}",
            [Mitra.objects.order_by("pk").first().pk],
        ),
        ("cari kata umum", "staf", {"q": "pengelolaan"}, COCOK, ["pengelolaan"]),
        ("cari kata jarang", "staf", {"q": jarang}, COCOK_SEDIKIT, [jarang]),
        ("cari nomor", "staf", {"q": "134.4/4711"}, COCOK_SEDIKIT, ["134 <-> 4 <-> 4711"]),
        ("cari salah ketik", "staf", {"q": salah}, COCOK_SEDIKIT, [f"{salah} | {jarang}"]),
        ("cari umum, satu mitra", "mitra", {"q": "mitra"}, COCOK, ["mitra"]),
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


def ukur(jumlah, klien):
    """Milliseconds of each page and of its SQL."""
    alamat = reverse("kerjasama:naskah-daftar")
    hasil = {}
    for nama, akun, kueri, sql, nilai in halaman_diukur(jumlah):

        def buka(nama=nama, akun=akun, kueri=kueri):
            jawaban = klien[akun].get(alamat, kueri)
            if b"<tbody>" not in jawaban.content:
                raise SystemExit(f"{nama}: kosong")

        hasil[nama] = median(buka), median(lambda sql=sql, nilai=nilai: mentah(sql, nilai))
        print(f"  {nama}: {hasil[nama][0]:.0f} ms, SQL {hasil[nama][1]:.1f} ms", flush=True)
    temuan = reverse("kerjasama:cari")
    buka = median(lambda: klien["staf"].get(temuan, {"q": "pengelolaan"}))
    hasil["halaman Cari, kata umum"] = buka, median(lambda: mentah(COCOK, ["pengelolaan"]))
    return hasil | ukur_meja(klien)


def ukur_meja(klien):
    """The expiry desk, with the counts of all its tabs, beside the rows of the tab alone."""
    hari_ini, meja = timezone.localdate(), reverse("akan-berakhir")
    sql = f"SELECT {KOLOM} FROM kerjasama_naskah {BERAKHIR}"  # noqa: S608 - our own words
    setahun = [hari_ini, hari_ini.replace(year=hari_ini.year + 1)]
    lewat = [hari_ini.replace(year=1), hari_ini]
    hasil = {}
    for nama, akun, dalam, nilai in (
        ("akan berakhir, 12 bulan", "staf", "12", setahun),
        ("akan berakhir, ajukan", "staf", "ajukan", setahun),
        ("akan berakhir, lewat", "staf", "lewat", lewat),
        ("akan berakhir, satu perangkat daerah", "pd", "12", setahun),
    ):
        buka = median(lambda akun=akun, dalam=dalam: klien[akun].get(meja, {"dalam": dalam}))
        hasil[nama] = buka, median(lambda nilai=nilai: mentah(sql, nilai))
        print(f"  {nama}: {hasil[nama][0]:.0f} ms, SQL {hasil[nama][1]:.1f} ms", flush=True)
    return hasil


def orang():
    """One account of the staff, one of a unit, one of a mitra."""
    hari_ini, klien = timezone.localdate(), {}
    for peran in ("staf", "pd", "mitra"):
        akun = Pengguna.objects.create(username=peran, nama=peran)
        jabatan = Jabatan.objects.filter(peran=peran).first() or Jabatan.objects.create(
            kode=f"bench-{peran}", nama=peran, peran=peran, tunggal=False
        )
        PemangkuJabatan.objects.create(pengguna=akun, jabatan=jabatan, mulai=hari_ini)
        klien[peran] = Client()
        klien[peran].force_login(akun)
    return klien


def isi(dari, sampai):
    """Add naskah up to so many, and let the planner know."""
    unit = list(PerangkatDaerah.objects.order_by("pk").values_list("pk", flat=True))
    nilai = {
        "dari": dari,
        "sampai": sampai,
        "kata": KATA,
        "staf": Pengguna.objects.get(username="staf").pk,
        "unit": unit,
        "banyak_unit": len(unit),
    }
    mulai = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
        for perintah in ISI:
            cursor.execute(perintah, nilai)
        cursor.execute("VACUUM ANALYZE")
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


def ekspor(bentuk):
    """In a process of its own: the list as a file, and by how much the memory grew."""
    klien = Client()
    klien.force_login(Pengguna.objects.get(username="staf"))
    alamat = reverse("kerjasama:naskah-daftar")
    klien.get(alamat, {"q": "tidak ada"})
    sebelum = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    mulai = time.perf_counter()
    jawaban = klien.get(alamat, {"format": bentuk})
    ukuran = sum(len(potongan) for potongan in jawaban.streaming_content)
    tambah = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - sebelum) / 1024
    detik = time.perf_counter() - mulai
    print(
        f"ekspor {bentuk.upper()}, {Naskah.objects.count():,} baris: {ukuran / 2**20:.1f} MB, "
        f"{detik:.1f} s, memori bertambah {tambah:.0f} MB"
    )


def cetak(semua):
    """A row a page: its milliseconds and those of its SQL at each size, and how much they grew."""
    ukuran = list(semua)
    print("| Halaman : SQL, ms | " + " | ".join(f"{n:,}" for n in ukuran) + " | tumbuh |")
    print("| --- |" + " ---: |" * (len(ukuran) + 1))
    for nama in semua[ukuran[0]]:
        sel = [f"{h:.0f} : {s:.1f} = {h / s:.0f} x" for h, s in (semua[n][nama] for n in ukuran)]
        tumbuh = semua[ukuran[-1]][nama][0] / semua[ukuran[0]][nama][0]
        print(f"| {nama} | " + " | ".join(sel) + f" | {tumbuh:.1f} x |")


def main():
    """Fill, measure, print; the database goes whatever happens."""
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{NAMA}"')
        try:
            jalankan()
        finally:
            connection.close()
            server.execute(f'DROP DATABASE "{NAMA}" WITH (FORCE)')


def jalankan():
    """Each size on top of the one before."""
    call_command("migrate", verbosity=0)
    call_command("isi_rujukan", verbosity=0)
    klien, dari, semua = orang(), 0, {}
    for sampai in UKURAN:
        detik = isi(dari, sampai)
        if not dari:
            anggota()
        print(f"{sampai:,} naskah disiapkan dalam {detik:.0f} s", flush=True)
        semua[sampai] = ukur(sampai, klien)
        if sampai <= EKSPOR:
            for bentuk in ("csv", "xlsx"):
                lingkungan = os.environ | {"BENCH_BASIS_DATA": NAMA}
                subprocess.run([sys.executable, __file__, bentuk], env=lingkungan, check=True)
        dari = sampai
    cetak(semua)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        ekspor(sys.argv[1])
    else:
        main()
