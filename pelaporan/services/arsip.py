"""Writing a ZIP that is the same whenever it is written: fixed times, one order, no clock."""

from __future__ import annotations

import hashlib
import io
import zipfile
from typing import TYPE_CHECKING

from django.conf import settings
from django.template.loader import render_to_string

from inti.lembar import aman_untuk_lembar
from inti.models import Pemerintah
from pelaporan.domain.berkas_lengkap import kronologi, lembar, manifes, satukan, slug, tulisan
from pelaporan.queries.lampiran import BerkasTidakUtuhError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import IO

    from kerjasama.models import Naskah
    from pelaporan.domain.berkas_lengkap import Anggota, Isi

ZIP = "application/zip"
WAKTU_TETAP = (1980, 1, 1, 0, 0, 0)
# What is compressed already gains nothing by it, and costs the most.
PADAT = (".pdf", ".jpg", ".jpeg", ".png", ".docx", ".xlsx", ".zip")
POTONGAN = 1024 * 1024
GAYA = settings.BASE_DIR / "static" / "css" / "berkas-lengkap.css"
KEPALA_KRONOLOGI = ("tanggal", "jam", "jenis", "uraian", "sumber")
KEPALA_BERKAS = ("path", "nama", "keterangan", "ukuran", "sha256", "sumber")


def rakit(naskah: Naskah, isi: Isi) -> list[Anggota]:
    """The files of the ZIP: index, sheets, stored files, and the manifest of them all, last."""
    peristiwa = kronologi(isi.peristiwa)
    lampiran = sorted(isi.lampiran, key=lambda a: (a.path, a.sumber))
    konteks = {
        "naskah": naskah,
        "bagian": isi.bagian,
        "peristiwa": peristiwa,
        "lampiran": lampiran,
        "pemerintah": Pemerintah.objects.saat_ini(),
    }
    indeks = render_to_string("pelaporan/berkas_lengkap/indeks.html", konteks)
    waktu = ((p.tanggal.isoformat(), p.jam, p.jenis, p.uraian, p.sumber) for p in peristiwa)
    daftar = ((a.path, a.nama, a.keterangan, str(a.ukuran), a.sha256, a.sumber) for a in lampiran)
    anggota = [
        tulisan("indeks.html", indeks.encode()),
        tulisan("gaya.css", GAYA.read_bytes()),
        lembar("kronologi.csv", KEPALA_KRONOLOGI, waktu, aman_untuk_lembar),
        lembar("daftar-berkas.csv", KEPALA_BERKAS, daftar, aman_untuk_lembar),
        *satukan(isi.lampiran),
    ]
    anggota += [
        lembar(f"data/{i:02}-{slug(b.judul)[:60]}.csv", b.kepala, b.baris, aman_untuk_lembar)
        for i, b in enumerate(isi.bagian, start=1)
    ]
    nama: dict[str, str | int] = {
        "kunci": naskah.pk,
        "nomor": naskah.nomor,
        "judul": naskah.judul,
    }
    return [*sorted(anggota, key=lambda a: a.path), manifes(nama, anggota)]


def tulis(
    tujuan: Path, anggota: Sequence[Anggota], maju: Callable[[int], None] = lambda _: None
) -> None:
    """Write them in their order; `maju` hears of every percent of the bytes.

    Raises BerkasTidakUtuhError when a stored file is gone or is not what was received.
    """
    seluruh, sudah, persen = max(1, sum(a.ukuran for a in anggota)), 0, 0
    with zipfile.ZipFile(tujuan, "x") as arsip:
        for satu in anggota:
            _tambah(arsip, satu)
            sudah += satu.ukuran
            if (kini := 100 * sudah // seluruh) > persen:
                persen = kini
                maju(persen)


def _tambah(arsip: zipfile.ZipFile, satu: Anggota) -> None:
    info = zipfile.ZipInfo(satu.path, date_time=WAKTU_TETAP)
    info.create_system = 3  # the same on every system
    info.external_attr = 0o644 << 16
    info.file_size = satu.ukuran
    padat = satu.path.lower().endswith(PADAT)
    info.compress_type = zipfile.ZIP_STORED if padat else zipfile.ZIP_DEFLATED
    with _buka(satu) as asal, arsip.open(info, "w") as tujuan:
        sidik = hashlib.sha256()
        while potongan := asal.read(POTONGAN):
            sidik.update(potongan)
            tujuan.write(potongan)
    if sidik.hexdigest() != satu.sha256:
        msg = f"Berkas “{satu.path}” di penyimpanan tidak utuh. Hubungi administrator."
        raise BerkasTidakUtuhError(msg)


def _buka(satu: Anggota) -> IO[bytes]:
    if satu.letak is None:
        return io.BytesIO(satu.isi)
    try:
        return satu.letak.open("rb")
    except FileNotFoundError as error:
        msg = f"Berkas “{satu.path}” tidak ditemukan di penyimpanan. Hubungi administrator."
        raise BerkasTidakUtuhError(msg) from error
