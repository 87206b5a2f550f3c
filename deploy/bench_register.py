"""Figures of the register at 10 thousand, 100 thousand and a million naskah, on PostgreSQL.

Makes a scratch database, fills it with the stream of isi_contoh, asks each page a few times, and
prints its time beside that of hand-written SQL for the same rows; then takes lists away as files
and prints how much memory that took. The database is dropped at the end. Run by
`make bench-register`; `UKURAN=10000,100000` leaves the million out.
"""

import os
import resource
import subprocess
import sys
import time

from bench_dasar import (
    COCOK,
    KOLOM,
    NAMA,
    TERBARU,
    dengan_basis_data,
    median,
    mentah,
    setiap_ukuran,
)
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from inti.models import Pengguna
from kerjasama.models import Mitra, Naskah, PerangkatDaerah
from kerjasama.views.naskah import URUTAN

EKSPOR = 100_000
BERAKHIR = (
    "WHERE status = 'berlaku' AND tanggal_berakhir BETWEEN %s AND %s "
    "ORDER BY tanggal_berakhir, id LIMIT 26"
)
MILIK_UNIT = (
    "WHERE id IN "
    "(SELECT naskah_id FROM kerjasama_naskahperangkatdaerah WHERE perangkat_daerah_id = %s)"
)
MILIK_MITRA = "WHERE id IN (SELECT naskah_id FROM kerjasama_parapihak WHERE mitra_id = %s)"

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


def ekspor(bentuk):
    """In a process of its own: the list as a file, and by how much the memory grew."""
    call_command("collectstatic", interactive=False, verbosity=0)
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


def jalankan():
    """Each size; the exports of those that are not too large for one."""
    semua = {}
    for jumlah, klien in setiap_ukuran():
        semua[jumlah] = ukur(jumlah, klien)
        if jumlah <= EKSPOR:
            for bentuk in ("csv", "xlsx"):
                lingkungan = os.environ | {"BENCH_BASIS_DATA": NAMA}
                subprocess.run([sys.executable, __file__, bentuk], env=lingkungan, check=True)
    cetak(semua)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        ekspor(sys.argv[1])
    else:
        dengan_basis_data(jalankan)
