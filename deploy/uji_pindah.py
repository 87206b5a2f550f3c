"""A person at the machine of before and at the one that was restored (deploy/uji_pindah.sh).

`sebelum` signs in, puts on a second factor and uploads; `sesudah` signs in with the same password
and the same phone, and opens what was uploaded. FILE carries what the person remembers.
"""

import base64
import hashlib
import hmac
import json
import re
import struct
import sys
import time
from pathlib import Path

from uji_produksi import SANDI, Pengunjung, gambar, pastikan, pekerjaan, unggah

PASANG, KODE = "/akun/keamanan/pasang/", "/akun/kode/"


def kode(rahasia):
    """What the phone shows now (RFC 6238)."""
    kunci = base64.b32decode(rahasia + "=" * (-len(rahasia) % 8))
    cap = hmac.digest(kunci, struct.pack(">Q", int(time.time()) // 30), "sha1")
    awal = cap[-1] & 15
    return f"{(struct.unpack('>I', cap[awal : awal + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def sebelum(situs, catatan):
    """What will have to be there again."""
    staf = Pengunjung(situs)
    staf.kirim("/masuk/", dari="/masuk/", login="staf", password=SANDI)
    halaman = staf.buka(PASANG)[2]  # each opening shows another secret
    rahasia = re.search(rb'<code class="long-text">(\w+)</code>', halaman)[1].decode()
    staf.kirim(PASANG, dari=halaman, code=kode(rahasia))
    daftar = staf.buka("/kerja-sama/naskah/")[2]
    naskah = re.search(rb'"(/kerja-sama/naskah/\d+/)"', daftar)[1].decode()
    isi = gambar()
    jalur = unggah(staf, naskah, isi)
    pastikan("unggahan terbuka", staf.buka(jalur)[2] == isi)
    ingat = {"rahasia": rahasia, "naskah": naskah, "jalur": jalur, "sha256": _sha256(isi)}
    Path(catatan).write_text(json.dumps(ingat))


def sesudah(situs, catatan):
    """It is, for who may see it; and work goes on."""
    ingat = json.loads(Path(catatan).read_text())
    staf = Pengunjung(situs)
    staf.kirim("/masuk/", dari="/masuk/", login="staf", password=SANDI)
    pastikan("kata sandi saja tidak cukup", b"Keluar</" not in staf.buka(ingat["naskah"])[2])
    staf.kirim(KODE, dari=KODE, code=kode(ingat["rahasia"]))
    status, _, isi = staf.buka(ingat["jalur"])
    pastikan("berkas dari mesin lama terbuka", (status, _sha256(isi)) == (200, ingat["sha256"]))
    pastikan("tanpa masuk tidak", isi not in Pengunjung(situs).buka(ingat["jalur"])[2])
    baru = gambar()
    pastikan("unggahan baru", staf.buka(unggah(staf, ingat["naskah"], baru))[2] == baru)
    pekerjaan(staf, ingat["naskah"])


def _sha256(isi):
    return hashlib.sha256(isi).hexdigest()


if __name__ == "__main__":
    {"sebelum": sebelum, "sesudah": sesudah}[sys.argv[1]](*sys.argv[2:])
