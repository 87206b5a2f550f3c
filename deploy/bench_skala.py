"""Figures of the daily pages at 10 thousand, 100 thousand and a million naskah with histories.

In turns, so that whatever else the machine does hits all alike: the page; the statements it asks,
without Django; the same 25 rows printed through one plain template (the list only); and a Django
view that does nothing, behind the same middleware. Run by `make bench-scale`.
`TERISI=1 BENCH_BASIS_DATA=name` measures a database that isi_contoh filled, and keeps it.
"""

import statistics
import time

from bench_dasar import ULANG, dengan_basis_data, setiap_ukuran, settings
from django.db import connection
from django.http import HttpResponse
from django.template import engines
from django.urls import path, reverse
from django.utils import timezone

from config import urls
from kerjasama.models import Naskah

POLOS = engines["django"].from_string(
    "<table>{% for n in baris %}<tr><td><a href='/kerja-sama/naskah/{{ n.0 }}/'>{{ n.1 }}</a>"
    "<td>{{ n.2 }}<td>{{ n.3 }}<td>{{ n.4 }}<td>{{ n.5 }}<td>{{ n.6 }}<td>{{ n.7 }}</tr>"
    "{% endfor %}</table>"
)
# What the list shows of each row.
SQL_POLOS = """
    SELECT n.id, n.nomor, n.jenis, n.judul, n.tanggal_ttd, n.tanggal_berakhir, n.status,
        (SELECT string_agg(m.nama, ', ') FROM kerjasama_parapihak p
            JOIN kerjasama_mitra m ON m.id = p.mitra_id WHERE p.naskah_id = n.id)
    FROM kerjasama_naskah n {milik} ORDER BY n.tanggal_ttd DESC, n.id DESC LIMIT 25
"""
# Those that a mitra's list shows.
MILIK_MITRA = """
    WHERE n.id IN (SELECT p.naskah_id FROM kerjasama_parapihak p
        JOIN kerjasama_keanggotaan k ON k.mitra_id = p.mitra_id
        WHERE k.pengguna_id = %s AND k.mulai <= %s AND (k.selesai IS NULL OR k.selesai >= %s))
"""


def kosong(request):
    """Nothing but the way here."""
    return HttpResponse("")


def polos(request):
    """The rows of the reader's list, by hand."""
    mitra, hari_ini = request.user.username == "mitra", timezone.localdate()
    sql = SQL_POLOS.format(milik=MILIK_MITRA if mitra else "")
    with connection.cursor() as cursor:
        cursor.execute(sql, [request.user.pk, hari_ini, hari_ini] if mitra else [])
        return HttpResponse(POLOS.render({"baris": cursor.fetchall()}))


urlpatterns = [path("kosong/", kosong), path("polos/", polos), *urls.urlpatterns]
handler400, handler500 = urls.handler400, urls.handler500


def halaman(jumlah):
    """Name, account and address of each page; what is looked at lies in the middle."""
    daftar, tengah = reverse("kerjasama:naskah-daftar"), jumlah // 2 + 1
    rincian = reverse("kerjasama:naskah-rincian", args=[tengah])
    return (
        ("daftar", "staf", daftar),
        ("daftar, satu mitra", "mitra", daftar),
        ("cari kata", "staf", f"{daftar}?q=pengelolaan"),
        ("cari nomor", "staf", f"{daftar}?q={Naskah.objects.get(pk=tengah).nomor}"),
        ("rincian", "staf", rincian),
        ("jadwal", "staf", reverse("pengawasan:jadwal-daftar")),
        ("Beranda", "staf", reverse("beranda")),
        ("Beranda, mitra", "mitra", reverse("beranda")),
        ("Beranda, perangkat daerah", "pd", reverse("beranda")),
        ("Beranda, tim", "tim", reverse("beranda")),
        ("dasbor", "staf", reverse("pelaporan:dasbor")),
    )


def tanpa_django(klien, alamat):
    """A job that asks what the page asks to read, and fetches it."""
    semua = []

    def catat(execute, sql, params, many, context):
        if sql.lstrip("( ").startswith(("SELECT", "WITH")):
            semua.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(catat):
        klien.get(alamat)

    def kerja():
        with connection.cursor() as cursor:
            for sql, params in semua:
                cursor.execute(sql, params)
                cursor.fetchall()

    return kerja, len(semua)


def berselang(kerja):
    """Milliseconds of each job, taken in turns; the first turn warms up."""
    waktu = [[] for _ in kerja]
    for _ in range(ULANG + 1):
        for catatan, satu in zip(waktu, kerja, strict=True):
            mulai = time.perf_counter()
            satu()
            catatan.append((time.perf_counter() - mulai) * 1000)
    return [statistics.median(satu[1:]) for satu in waktu]


def ukur(jumlah, klien):
    """Page, its statements alone, an empty view, the plain table, and how many statements."""
    hasil = {}
    for nama, akun, alamat in halaman(jumlah):
        satu = klien[akun]
        if satu.get(alamat).status_code != 200:
            raise SystemExit(f"{nama}: tidak terbuka")
        mentah, banyak = tanpa_django(satu, alamat)
        kerja = [
            lambda satu=satu, alamat=alamat: satu.get(alamat),
            mentah,
            lambda satu=satu: satu.get("/kosong/"),
            lambda satu=satu: satu.get("/polos/"),
        ]
        hasil[nama] = (*berselang(kerja), banyak)
        h, s, k, p, _ = hasil[nama]
        print(
            f"  {nama}: {h:.1f} ms; {banyak} kueri {s:.1f} ms = {h / s:.1f} x; "
            f"view kosong {k:.1f} ms = {h / k:.1f} x; tabel polos {p:.1f} ms = {h / p:.1f} x",
            flush=True,
        )
    return hasil


def cetak(semua):
    """A row a page: at each size its time and the three ratios; then how much it grew."""
    ukuran = list(semua)
    print("| Halaman: ms, kali kuerinya, kali view kosong, kali tabel polos | ", end="")
    print(" | ".join(f"{n:,}" for n in ukuran) + " | tumbuh |")
    print("| --- |" + " ---: |" * (len(ukuran) + 1))
    for nama in semua[ukuran[0]]:
        sel = []
        for h, s, k, p, _ in (semua[n][nama] for n in ukuran):
            baris = f"; {h / p:.1f}" if nama.startswith("daftar") else ""
            sel.append(f"{h:.0f}; {h / s:.1f}; {h / k:.1f}{baris}")
        tumbuh = semua[ukuran[-1]][nama][0] / semua[ukuran[0]][nama][0]
        print(f"| {nama} | " + " | ".join(sel) + f" | {tumbuh:.2f} x |")


def jalankan():
    """Each size, then all of them in one table."""
    settings.ROOT_URLCONF = __name__
    cetak({jumlah: ukur(jumlah, klien) for jumlah, klien in setiap_ukuran()})


if __name__ == "__main__":
    dengan_basis_data(jalankan)
