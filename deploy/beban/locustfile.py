"""Two hundred people at work: what each role opens and sends, and how long it looks at a page.

Run by `make bench-beban` against the processes of production. Each person has an address of its
own, as in offices; a page is looked at for 10 to 50 seconds, 30 on average (`JEDA`). All sign in
first, one a second; that is printed by itself, and the figures begin when all are there. Ends
with an error when a request failed, at whatever time, or when a kind of work was never done.
"""

import hashlib
import os
import re
import secrets
from itertools import count
from urllib.parse import urlsplit

from locust import HttpUser, between, events, task
from uji_produksi import SANDI, gambar
from urllib3 import PoolManager

NOMOR = count(2)
# What must have been done for the figures to stand for a working day.
PEKERJAAN = ("unggahan: potongan", "kirim /kerja-sama/naskah/N/dokumen/", "/dasbor/")
KUOTA = "kuota"
JEDA = float(os.environ.get("JEDA", "30"))
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


class Orang(HttpUser):
    """Somebody with an account: signs in, then opens lists and what stands in them."""

    abstract = True
    wait_time = between(JEDA / 3, JEDA * 5 / 3)
    akun = ()
    daftar = ()  # a list and what its links look like; the first also stands for the daily work

    def __init__(self, *args, **kwargs):
        """From a loopback address that nobody else has: the site limits sign-ins by address."""
        nomor = next(NOMOR)
        dari = (f"127.0.{nomor // 250}.{nomor % 250 + 2}", 0)
        self.pool_manager = PoolManager(1, maxsize=4, source_address=dari)
        super().__init__(*args, **kwargs)

    def on_start(self):
        """Sign in."""
        self.kirim("/masuk/", "/masuk/", login=secrets.choice(self.akun), password=SANDI)

    def buka(self, alamat):
        """A page, counted under its kind."""
        nama = re.sub(r"\d+", "N", alamat.partition("?")[0])
        return self.client.get(alamat, name=nama + ("?…" if "?" in alamat else ""))

    def kirim(self, dari, ke, *, berkas=None, **isian):
        """Send a form that stands on the page `dari`."""
        token = TOKEN.search(self.buka(dari).text)
        if token is None:
            return None
        isian["csrfmiddlewaretoken"] = token[1]
        return self.client.post(
            ke,
            data=isian,
            files=berkas and {"berkas": berkas},
            headers={"Referer": self.host + dari},
            name=f"kirim {re.sub(r'[0-9]+', 'N', ke)}",
        )

    def satu_dari(self, alamat, pola):
        """One of the links of a page; none when there is none."""
        tautan = re.findall(rf'href="({pola})"', self.buka(alamat).text)
        return secrets.choice(tautan) if tautan else None

    @task(3)
    def beranda(self):
        """What is there for me today."""
        self.buka("/")

    @task(8)
    def satu_per_satu(self):
        """A list, and after a look at it one of its rows."""
        alamat, pola = secrets.choice(self.daftar)
        if tautan := self.satu_dari(alamat, pola):
            self.wait()
            self.buka(tautan)

    @task(2)
    def cari(self):
        """Words from an agreement."""
        self.buka(f"/kerja-sama/naskah/?q={secrets.choice(('pengelolaan', 'layanan', 'data'))}")


NASKAH = ("/kerja-sama/naskah/", r"/kerja-sama/naskah/\d+/")
KEGIATAN = ("/pengawasan/kegiatan/", r"/pengawasan/kegiatan/\d+/")
TINDAK_LANJUT = ("/pengawasan/tindak-lanjut/", r"/pengawasan/tindak-lanjut/\d+/")
JADWAL = ("/pengawasan/jadwal/", r"/pengawasan/jadwal/\d+/")
LAPORAN = ("/pelaporan/laporan/", r"/pelaporan/laporan/\d+/")
SURAT = ("/pelaporan/surat/", r"/pelaporan/dokumen/\d+/")


class Staf(Orang):
    """Bagian Kerja Sama: everything, all day; files a document now and then."""

    weight = 25
    akun = ("staf",)
    daftar = (
        NASKAH, NASKAH, KEGIATAN, JADWAL, SURAT, LAPORAN,
        ("/kerja-sama/mitra/", r"/kerja-sama/mitra/\d+/"),
        ("/pelaporan/laporan-mitra/", r"/pelaporan/laporan-mitra/\d+/"),
    )  # fmt: skip

    @task(1)
    def dasbor(self):
        """The figures."""
        self.buka("/dasbor/")

    @task(1)
    def dokumen(self):
        """A small picture beside an agreement."""
        if naskah := self.satu_dari(*NASKAH):
            self.wait()
            berkas = ("pindaian.png", gambar(), "image/png")
            self.kirim(
                naskah, f"{naskah}dokumen/", berkas=berkas, jenis="lainnya", keterangan="Pindaian"
            )


class Pemerintah(Orang):
    """Perangkat Daerah: its own agreements, what it owes."""

    weight = 60
    akun = ("pd", "pd2")
    daftar = (NASKAH, KEGIATAN, TINDAK_LANJUT, JADWAL)


class Mitra(Orang):
    """A partner: its agreements and reports; sends a file in pieces and thinks better of it."""

    weight = 80
    akun = ("mitra", "mitra2")
    daftar = (NASKAH, ("/portal/", r"/portal/laporan/\d+/"))

    @task(1)
    def unggah(self):
        """Two pieces of a file, then it is taken back, so that the quota holds for ever."""
        if laporan := self._rancangan():
            halaman = self.buka(laporan).text
            if buka := re.search(r'data-resume="([^"]+)"', halaman):
                self._berangsur(laporan, buka[1], TOKEN.search(halaman)[1])

    def _rancangan(self):
        """The page of one of the reports that are owed, begun or gone on with."""
        mulai = re.findall(r'action="(/portal/kewajiban/\d+/mulai/)"', self.buka("/portal/").text)
        return mulai and urlsplit(self.kirim("/portal/", secrets.choice(mulai)).url).path

    def _berangsur(self, laporan, alamat, token):
        isi = secrets.token_bytes(800_000)
        kepala = {"X-CSRFToken": token, "Referer": self.host + laporan}
        nyata = {
            "nama": "bukti.pdf",
            "ukuran": len(isi),
            "sha256": hashlib.sha256(isi).hexdigest(),
        }
        with self.client.post(
            alamat, data=nyata, headers=kepala, name="unggahan: buka", catch_response=True
        ) as jawaban:
            unggahan = jawaban.json()
            if jawaban.status_code == 400 and KUOTA in unggahan["galat"]:
                return jawaban.success()  # colleagues of this mitra are sending: an answer
        kepala["Content-Type"] = "application/octet-stream"
        for mulai in range(0, len(isi), unggahan["potongan"]):
            potongan = isi[mulai : mulai + unggahan["potongan"]]
            ke = f"{unggahan['kirim']}?mulai={mulai}"
            self.client.post(ke, data=potongan, headers=kepala, name="unggahan: potongan")
        del kepala["Content-Type"]
        batal = f"{unggahan['kirim']}batal/"
        self.client.post(batal, headers=kepala, name="unggahan: batal", allow_redirects=False)
        return None


class Tim(Orang):
    """Tim Pengawasan: what is to be carried out, what was found."""

    weight = 25
    akun = ("tim",)
    daftar = (KEGIATAN, KEGIATAN, NASKAH, TINDAK_LANJUT, LAPORAN)


class Pimpinan(Orang):
    """Ketua TKKSD and Wali Kota: their desk and the figures."""

    weight = 10
    akun = ("ketua", "walikota")
    daftar = (LAPORAN, NASKAH, TINDAK_LANJUT)

    @task(4)
    def dasbor(self):
        """The figures, and what stands behind one of them."""
        self.buka("/dasbor/")


def baris(satu):
    """One kind of page, or all of them."""
    p50, p95, p99 = (satu.get_response_time_percentile(p) for p in (0.5, 0.95, 0.99))
    angka = f"{satu.num_requests:6} {satu.num_failures:6} {p50:6.0f} {p95:6.0f} {p99:6.0f}"
    print(f"{angka}  {satu.method or ''} {satu.name}")


@events.init.add_listener
def siapkan(environment, **_):
    """When all are there: say how signing in went, and count from now on."""

    @environment.events.spawning_complete.add_listener
    def semua_masuk(**_):
        print(f"\n{'kali':>6} {'galat':>6} {'p50':>6} {'p95':>6} {'p99':>6}  ms")
        baris(environment.stats.get("kirim /masuk/", "POST"))
        environment.galat_awal = environment.stats.total.num_failures
        environment.stats.clear_all()


@events.quitting.add_listener
def ringkas(environment, **_):
    """The kinds of page, slowest first; then all of them in one line."""
    semua = environment.stats.total
    satu_satu = environment.stats.entries.values()
    for satu in sorted(satu_satu, key=lambda s: -s.get_response_time_percentile(0.99)):
        baris(satu)
    baris(semua)
    print(f"{semua.total_rps:.1f} permintaan per detik, {os.environ.get('ORANG', '')} orang")
    for satu in environment.stats.errors.values():
        print(f"GALAT {satu.occurrences} x {satu.method} {satu.name}: {satu.error}")
    galat = semua.num_failures + getattr(environment, "galat_awal", 0)
    print(f"{galat} galat sejak orang pertama masuk")
    tidak = set(PEKERJAAN) - {satu.name for satu in satu_satu}
    if tidak:
        print(f"TIDAK PERNAH dikerjakan: {', '.join(sorted(tidak))}")
    environment.process_exit_code = 1 if galat or tidak else 0
