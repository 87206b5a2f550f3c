"""A template and plain values to the bytes of a PDF. No model, no request, no network.

WeasyPrint and everything that opens uploaded files run in a child process with limits on CPU,
memory and time: content from outside can be slow or hostile, and must not take the site with it.
"""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from base64 import b64encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.template.loader import render_to_string

from inti.qr import png_qr
from inti.teks import rapikan
from inti.unggahan import JPEG, PDF, PNG
from pelaporan.anak import ALAMAT_DITOLAK, ASET, GAMBAR_HILANG, Hangat
from pelaporan.domain.lampiran import berarsip

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

logger = logging.getLogger(__name__)
PERINTAH = (sys.executable, "-m", "pelaporan.hangat_anak")
HANGAT = Hangat()
BATAS_DETIK = 90
TEKS_TERPANJANG = 20_000
HALAMAN_TERBANYAK = 200
TAMPIL = frozenset({PDF, JPEG, PNG})
SEL_PANJANG = 900
QR, TEPI_QR = "aset:qr", 2
TIDAK_TERBUKA = "tidak dapat ditampilkan; berkas asli disertakan di dalam PDF ini"
TERLALU_BANYAK = "terlalu banyak halaman untuk ditampilkan; berkas asli disertakan di dalam PDF ini"
DISERTAKAN = "berkas asli disertakan di dalam PDF ini"


class GagalRenderError(Exception):
    """The document could not be made; the message is for the user."""

    # Whether it would fail in the same way again.
    tetap = False


class AssetRefusedError(GagalRenderError):
    """The document asked for an address that is not one of our own assets."""

    tetap = True


class GambarHilangError(GagalRenderError):
    """A picture of the document cannot be shown, and nothing is made without it."""

    tetap = True


@dataclass(frozen=True)
class HasilPdf:
    """Bytes and number of pages."""

    isi: bytes
    halaman: int


def bundel_pdf(isi: dict[str, Any], berkas: Mapping[int, Path]) -> HasilPdf:
    """The bundle of a snapshot: report, attachments, uploaded PDFs laid over their own pages.

    `berkas` tells where the files lie that the snapshot names. Raises GagalRenderError.
    """
    isi = _berkode(_jinakkan(isi))
    sisipan = _siapkan_berkas(isi, berkas)
    _tandai_baris_panjang(isi)
    return _susun(
        "pelaporan/cetak/bundel.html",
        isi,
        berkas,
        sisipan=sisipan,
        lampiran=_asli(isi, berkas),
        arsip=berarsip(isi),
    )


def dokumen_pdf(templat: str, isi: dict[str, Any], berkas: Mapping[int, Path]) -> HasilPdf:
    """One official document from its snapshot. Raises GagalRenderError."""
    isi = _berkode(_jinakkan(isi))
    _tandai_baris_panjang(isi)
    return _susun(templat, isi, berkas)


def render_pdf(html: str, aset: Mapping[str, Path] | None = None) -> bytes:
    """HTML to PDF bytes; only our own assets can be reached. Raises GagalRenderError."""
    return _render(html, aset=aset or {}).isi


def _susun(templat: str, isi: dict[str, Any], berkas: Mapping[int, Path], **bahan: Any) -> HasilPdf:
    """Render; a picture that cannot be shown is named by the file's name."""
    aset = {f"aset:berkas-{pk}": path for pk, path in berkas.items()}
    qr = {QR: png_qr(isi["alamat"], tepi=TEPI_QR)} if isi["kaki"] else {}
    try:
        return _render(render_to_string(templat, isi), aset=aset, gambar=qr, **bahan)
    except GambarHilangError as error:
        ada = [f["nama"] for f in _foto(isi) if f"'aset:berkas-{f['pk']}'" in str(error)]
        msg = (
            f"Gambar “{ada[0] if ada else 'lambang'}” rusak atau terlalu besar untuk ditampilkan; "
            "dokumen tidak disusun tanpa gambar itu. Ganti gambarnya, lalu susun lagi."
        )
        raise GambarHilangError(msg) from error


# --- Preparing the values -----------------------------------------------------------------


def _jinakkan(nilai: Any) -> Any:
    """A copy without what is slow to lay out or shows something else than it says."""
    if isinstance(nilai, str):
        teks = rapikan(nilai).replace("\u2060", "").replace("\ufeff", "")
        if len(teks) > TEKS_TERPANJANG:
            teks = f"{teks[:TEKS_TERPANJANG]} … [dipotong setelah {TEKS_TERPANJANG} huruf]"
        return teks
    if isinstance(nilai, dict):
        return {k: _jinakkan(v) for k, v in nilai.items()}
    if isinstance(nilai, list | tuple):
        return [_jinakkan(v) for v in nilai]
    return nilai


def _berkode(isi: dict[str, Any]) -> dict[str, Any]:
    """With the foot of its pages, which proves it; a draft has no such address and carries none."""
    if not isi.get("alamat"):
        return isi | {"kaki": None}
    kaki = {n: isi.get(n) for n in ("kode", "alamat", "versi", "perubahan", "jejak")}
    return isi | {"kaki": kaki}


def _berkas_mitra(isi: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(lampiran, b) for lampiran in isi["lampiran"] for b in lampiran.get("berkas", ())]


def _foto_acara(isi: dict[str, Any]) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    return [(lampiran, f) for lampiran in isi["lampiran"] for f in lampiran.get("foto", ())]


def _foto(isi: dict[str, Any]) -> list[dict[str, Any]]:
    """Every picture that is laid out: the mitra's and those of a berita acara."""
    return [satu for _, satu in (*_berkas_mitra(isi), *_foto_acara(isi))]


def _asli(isi: dict[str, Any], berkas: Mapping[int, Path]) -> list[dict[str, str]]:
    """What is embedded as it was received: each file once, under the first that names it."""
    disebut = (*_berkas_mitra(isi), *_foto_acara(isi))
    semua = {satu["pk"]: (di, satu) for di, satu in reversed(disebut)}
    return [
        {
            "kunci": f"{pk}-{satu['nama']}",
            "nama": satu["nama"],
            "tipe": satu["tipe"],
            # Pages of it are shown, or it stands beside them.
            "hubungan": "Supplement" if satu.get("catatan") else "Source",
            "keterangan": f"{di['judul']} (SHA-256 {satu['sha256']})",
            "path": str(berkas[pk]),
        }
        for pk, (di, satu) in sorted(semua.items())
    ]


def _siapkan_berkas(isi: dict[str, Any], berkas: Mapping[int, Path]) -> list[dict[str, Any]]:
    """Give each uploaded PDF its placeholder pages; returns what is to be laid over them.

    A file that cannot be shown is named with its hash and embedded: it stops no report.
    """
    semua = [b for _, b in _berkas_mitra(isi)]
    tampil = {b["pk"]: berkas[b["pk"]] for b in semua if b["tipe"] in TAMPIL}
    ukuran = _ukuran(tampil)
    sisipan: list[dict[str, Any]] = []
    for satu in semua:
        satu |= {"gambar": satu["tipe"] in {JPEG, PNG}, "halaman": [], "catatan": ""}
        if satu["tipe"] == PDF:
            _siapkan_pdf(satu, ukuran[satu["pk"]], berkas[satu["pk"]], sisipan)
        elif satu["gambar"] and not ukuran[satu["pk"]]:
            satu |= {"gambar": False, "catatan": TIDAK_TERBUKA}
        elif not satu["gambar"]:
            satu["catatan"] = DISERTAKAN
    return sisipan


def _siapkan_pdf(
    satu: dict[str, Any],
    ukuran: list[tuple[float, float]] | None,
    path: Path,
    sisipan: list[dict[str, Any]],
) -> None:
    if not ukuran or len(ukuran) > HALAMAN_TERBANYAK:
        satu["catatan"] = TERLALU_BANYAK if ukuran else TIDAK_TERBUKA
        return
    for ke, (lebar, tinggi) in enumerate(ukuran):
        nama, mendatar = f"sisipan-{len(sisipan)}", lebar > tinggi
        satu["halaman"].append({"ke": ke + 1, "nama": nama, "mendatar": mendatar})
        sisipan.append({"nama": nama, "mendatar": mendatar, "path": str(path), "ke": ke})


def _ukuran(berkas: Mapping[int, Path]) -> dict[int, list[tuple[float, float]] | None]:
    """Asked of the child, because reading a file is where a hostile one strikes.

    One that kills the child cannot be shown; the others are asked again one by one.
    """
    if not berkas:
        return {}
    try:
        jawaban = _anak("hitung", {"berkas": {str(pk): str(p) for pk, p in berkas.items()}})
    except GagalRenderError:
        if len(berkas) == 1:
            return dict.fromkeys(berkas)
        satu_satu = (_ukuran({pk: path}) for pk, path in berkas.items())
        return {pk: nilai for hasil in satu_satu for pk, nilai in hasil.items()}
    return {int(pk): nilai for pk, nilai in json.loads(jawaban).items()}


def _tandai_baris_panjang(isi: dict[str, Any]) -> None:
    """A long row of the matrix may break over pages; a short one stays whole."""
    for lampiran in isi["lampiran"]:
        for baris in lampiran.get("baris", ()):
            sel = [v for v in baris.values() if isinstance(v, str)]
            sel += [r["uraian"] for r in baris["rekomendasi"]]
            baris["panjang"] = any(len(v) > SEL_PANJANG or v.count("\n") > 10 for v in sel)


# --- The child ----------------------------------------------------------------------------


def _render(
    html: str,
    *,
    aset: Mapping[str, Path],
    gambar: Mapping[str, bytes] | None = None,
    sisipan: list[dict[str, Any]] | None = None,
    lampiran: list[dict[str, str]] | None = None,
    arsip: bool = True,
) -> HasilPdf:
    alamat = {nama: str(path) for nama, path in {**ASET, **aset}.items()}
    keluaran = _anak(
        "bundel",
        {
            "html": html,
            "aset": alamat,
            "gambar": {nama: b64encode(isi).decode() for nama, isi in (gambar or {}).items()},
            "sisipan": sisipan or [],
            "lampiran": lampiran or [],
            "arsip": arsip,
        },
    )
    halaman, _, isi = keluaran.partition(b"\n")
    return HasilPdf(isi, int(halaman))


def _anak(perintah: str, masukan: dict[str, Any]) -> bytes:
    bahan = json.dumps(masukan).encode()
    try:
        anak = HANGAT.jalankan(PERINTAH, perintah, bahan, detik=BATAS_DETIK)
    except subprocess.TimeoutExpired as error:
        raise GagalRenderError(_terlalu_berat("waktu")) from error
    if anak.returncode:
        raise _kegagalan(anak.returncode, anak.stderr.decode(errors="replace").strip())
    return anak.stdout


def _kegagalan(kode: int, galat: str) -> GagalRenderError:
    """What the user is told; the log has the rest."""
    logger.warning("anak PDF berhenti dengan kode %s: %s", kode, galat[-2_000:])
    if kode == ALAMAT_DITOLAK:
        return AssetRefusedError(f"Penyusunan PDF dihentikan, {galat.splitlines()[-1]}")
    if kode == GAMBAR_HILANG:
        return GambarHilangError(galat.splitlines()[-1])
    if kode < 0 or "MemoryError" in galat:
        return GagalRenderError(_terlalu_berat("prosesor atau memori"))
    return GagalRenderError(
        "Penyusunan PDF gagal karena kesalahan aplikasi; rinciannya ada di catatan server."
    )


def _terlalu_berat(batas: str) -> str:
    return (
        f"Penyusunan PDF melewati batas {batas}. Perpendek isian yang sangat panjang atau "
        "perkecil lampiran, lalu susun lagi."
    )
