"""A visit to a running site through nginx: sign in, upload, download, a job by a worker, health.

`deploy/lokal.sh` starts the site and calls this. Exit code 0 when everything is as promised.
"""

import hashlib
import io
import re
import secrets
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
import zipfile
from http.cookiejar import CookieJar
from pathlib import Path

from PIL import Image

SANDI = "contoh-kerjasama"
SABAR_DETIK = 180


class Pengunjung:
    """One browser session, without a browser."""

    def __init__(self, situs):
        self.situs = situs
        self._pembuka = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def buka(self, jalur, isi=None, jenis=None, *, lewat_tls=False):
        """The answer of one address: status, headers, bytes."""
        kepala = {"Referer": self.situs, **({"Content-Type": jenis} if jenis else {})}
        if lewat_tls:  # as the proxy before nginx says it
            kepala["X-Forwarded-Proto"] = "https"
        permintaan = urllib.request.Request(  # noqa: S310 - our own site
            urllib.parse.urljoin(self.situs, jalur), data=isi, headers=kepala
        )
        try:
            with self._pembuka.open(permintaan, timeout=60) as jawaban:
                return jawaban.status, jawaban.headers, jawaban.read()
        except urllib.error.HTTPError as error:
            return error.code, error.headers, error.read()

    def kirim(self, jalur, *, dari, berkas=None, **isian):
        """Post a form that stands on the page `dari` (its address, or as it was opened)."""
        halaman = dari if isinstance(dari, bytes) else self.buka(dari)[2]
        token = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', halaman)[1]
        isian["csrfmiddlewaretoken"] = token.decode()
        batas = secrets.token_hex(16)
        bagian = [
            f'--{batas}\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n'.encode()
            for n, v in isian.items()
        ]
        if berkas:
            bagian += [
                f'--{batas}\r\nContent-Disposition: form-data; name="berkas"; '
                f'filename="uji.png"\r\nContent-Type: image/png\r\n\r\n'.encode(),
                berkas,
                b"\r\n",
            ]
        isi = b"".join([*bagian, f"--{batas}--\r\n".encode()])
        return self.buka(jalur, isi, f"multipart/form-data; boundary={batas}")


def tunggu(apa, syarat):
    """The first true answer; ends the program when there is none."""
    batas = time.monotonic() + SABAR_DETIK
    while time.monotonic() < batas:
        if hasil := syarat():
            print(f"  {apa}: ya")
            return hasil
        time.sleep(0.5)
    sys.exit(f"GAGAL: {apa}, setelah {SABAR_DETIK} detik")


def pastikan(apa, benar):
    """Say what holds; end the program when it does not."""
    if not benar:
        sys.exit(f"GAGAL: {apa}")
    print(f"  {apa}: ya")


def gambar():
    """A picture that nobody has uploaded before."""
    berkas = io.BytesIO()
    Image.frombytes("RGB", (16, 16), secrets.token_bytes(768)).save(berkas, "PNG")
    return berkas.getvalue()


def main(situs, log_nginx):
    """Every promise in turn."""
    staf = Pengunjung(situs)
    tunggu("situs menjawab lewat nginx", lambda: _coba(staf, "/masuk/") == 200)
    pastikan("berkas statis dari nginx", _statis(staf))
    pastikan("yang dijawab nginx sendiri bertajuk aman", _tajuk_nginx(staf))
    staf.kirim("/masuk/", dari="/masuk/", login="staf", password=SANDI)
    daftar = staf.buka("/kerja-sama/naskah/")
    pastikan("masuk", daftar[0] == 200 and b"Keluar" in daftar[2])
    naskah = re.search(rb'"(/kerja-sama/naskah/\d+/)"', daftar[2])[1].decode()
    _unggah_unduh(staf, situs, naskah, log_nginx)
    pekerjaan(staf, naskah)
    tunggu("/sehat/ menjawab 200", lambda: staf.buka("/sehat/")[0] == 200)
    print("Semua janji terpenuhi.")


def _coba(pengunjung, jalur):
    try:
        return pengunjung.buka(jalur)[0]
    except OSError:
        return None


def _statis(staf):
    halaman = staf.buka("/masuk/")[2]
    jalur = re.search(rb'"(/static/[^"]+\.css)"', halaman)[1].decode()
    status, kepala, _ = staf.buka(jalur)
    return status == 200 and "immutable" in kepala["Cache-Control"]


def _tajuk_nginx(staf):
    """Each header once, over TLS, whether nginx or the application answers, and whatever."""
    for jalur, status in (
        ("/static/tidak-ada.css", 404),
        ("/berkas-privat/aa/bb", 404),
        ("/nginx-sehat", 204),
        ("/masuk/", 200),
        ("/tidak-ada/", 404),
    ):
        ada, kepala, _ = staf.buka(jalur, lewat_tls=True)
        hsts = kepala.get_all("Strict-Transport-Security") or []
        if ada != status or [h.partition(";")[0] for h in hsts] != ["max-age=31536000"]:
            sys.exit(f"GAGAL: HSTS {jalur}: {ada} {hsts}")
        if kepala.get_all("X-Content-Type-Options") != ["nosniff"]:
            sys.exit(f"GAGAL: nosniff {jalur}")
    return staf.buka("/static/tidak-ada.css")[1]["Strict-Transport-Security"] is None


def unggah(staf, naskah, isi):
    """A picture as a document of this naskah; its address."""
    sebelum = set(re.findall(rb"/dokumen/\d+/", staf.buka(naskah)[2]))
    jawab = staf.kirim(
        f"{naskah}dokumen/", dari=naskah, berkas=isi, jenis="lainnya", keterangan="Uji produksi"
    )
    baru = set(re.findall(rb"/dokumen/\d+/", jawab[2])) - sebelum
    pastikan("unggah", len(baru) == 1)
    return naskah.removesuffix("/") + baru.pop().decode()


def _unggah_unduh(staf, situs, naskah, log_nginx):
    isi = gambar()
    jalur = unggah(staf, naskah, isi)
    status, kepala, unduhan = staf.buka(jalur)
    pastikan("unduhan sama dengan yang diunggah", (status, unduhan) == (200, isi))
    pastikan("tajuk aman ikut terkirim", "default-src 'none'" in kepala["Content-Security-Policy"])
    pastikan("alamat X-Accel tidak sampai ke peramban", kepala["X-Accel-Redirect"] is None)
    pastikan("dikirim oleh nginx", "gunicorn" not in (kepala["Server"] or ""))
    pastikan("bagian berkas didukung nginx", kepala["Accept-Ranges"] == "bytes")
    sha256 = hashlib.sha256(isi).hexdigest()
    langsung = staf.buka(f"/berkas-privat/{sha256[:2]}/{sha256}")
    pastikan("folder berkas tidak terbuka", langsung[0] == 404)
    tanpa_masuk = Pengunjung(situs).buka(jalur)
    pastikan("tanpa masuk tidak terbaca", isi not in tanpa_masuk[2])
    pastikan("nginx mencatatnya", jalur in Path(log_nginx).read_text())


def pekerjaan(staf, naskah):
    """A job that a worker does while its person waits."""
    pk = re.search(r"(\d+)/$", naskah)[1]
    halaman = f"/pelaporan/berkas-lengkap/naskah/{pk}/"
    staf.kirim(f"{halaman}minta/", dari=halaman)

    def siap():
        return re.search(rb'"(/pelaporan/berkas-lengkap/\d+/)"', staf.buka(halaman)[2])

    jalur = tunggu("berkas lengkap disusun pekerja", siap)[1].decode()
    isi = staf.buka(jalur)[2]
    pastikan("ZIP utuh", zipfile.ZipFile(io.BytesIO(isi)).testzip() is None)


if __name__ == "__main__":
    main(*sys.argv[1:])
