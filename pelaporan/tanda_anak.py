"""The child that signs, and that reads signed files from outside: no Django, no database.

`python -m pelaporan.tanda_anak tandatangani|periksa` reads one line of JSON and then the file
from standard input. It answers with one line of JSON and, after signing, the signed file. What it
refuses is a sentence for the user, on standard error, with the exit code DITOLAK.
"""

from __future__ import annotations

import io
import json
import resource
import sys
from pathlib import Path
from typing import Any

import pikepdf
from asn1crypto import pem, x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, fields, sign_pdf
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import SimpleSigner
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext

BATAS_CPU = 60
BATAS_MEMORI = 2 * 1024**3
DITOLAK = 4
AKHIR = b"%%EOF"
BERUBAH = "Isi berkas ini diubah sebelum ditandatangani; hanya tanda tangan yang boleh ditambahkan."
# What signing may write into the catalogue, and a visible signature into a page.
BOLEH_KATALOG = frozenset({"/AcroForm", "/DSS", "/Perms", "/Extensions", "/Version", "/Metadata"})
BOLEH_HALAMAN = frozenset({"/Annots"})
# A signature that covered more of a page could hide what was issued.
BAGIAN_HALAMAN = 0.2
TAK_TERBACA = (PdfError, pikepdf.PdfError, ValueError, TypeError, LookupError, AttributeError)


class DitolakError(Exception):
    """The file is not what it should be; the message is for the user."""


def main() -> int:
    """Do what the first argument says, within the limits."""
    resource.setrlimit(resource.RLIMIT_CPU, (BATAS_CPU, BATAS_CPU))
    resource.setrlimit(resource.RLIMIT_AS, (BATAS_MEMORI, BATAS_MEMORI))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    masukan, isi = json.loads(sys.stdin.buffer.readline()), sys.stdin.buffer.read()
    try:
        if sys.argv[1] == "tandatangani":
            keluaran = tandatangani(masukan, isi)
        else:
            keluaran = periksa(masukan, isi)
    except DitolakError as error:
        sys.stderr.write(f"{error}\n")
        return DITOLAK
    sys.stdout.buffer.write(keluaran)
    return 0


# --- Signing ------------------------------------------------------------------------------


def tandatangani(masukan: dict[str, Any], isi: bytes) -> bytes:
    """A PAdES signature as an addition to the file, whose own bytes stay as they are."""
    penanda = SimpleSigner.load_pkcs12(masukan["p12"], passphrase=masukan["sandi"].encode())
    if penanda is None:
        raise DitolakError("Sertifikat (PKCS#12) tidak dapat dibuka; periksa berkas dan sandinya.")
    data = PdfSignatureMetadata(
        field_name="TandaTangan",
        subfilter=fields.SigSeedSubFilter.PADES,
        reason=masukan["alasan"],
        md_algorithm="sha256",
    )
    try:
        keluaran = sign_pdf(IncrementalPdfFileWriter(io.BytesIO(isi)), data, signer=penanda)
    except SigningError as error:
        raise DitolakError("Sertifikat pada server tidak dapat menandatangani.") from error
    hasil = keluaran.getvalue()
    # Its own certificate vouches for it: what is looked at is that the file is whole.
    rincian = _tanda_sah(PdfFileReader(io.BytesIO(hasil)), [penanda.signing_cert])
    return json.dumps(rincian).encode() + b"\n" + hasil


# --- Reading what was signed elsewhere ----------------------------------------------------


def periksa(masukan: dict[str, Any], baru: bytes) -> bytes:
    """Whether the file is the issued one with valid signatures and nothing else added."""
    asal = Path(masukan["asal"]).read_bytes()
    if not baru.startswith(asal):
        raise DitolakError(
            "Berkas ini bukan berkas yang diterbitkan lalu ditandatangani: isi awalnya berbeda. "
            "Unduh berkasnya dari halaman ini, tandatangani tanpa menyimpannya ulang, lalu unggah."
        )
    if not baru.rstrip().endswith(AKHIR):
        raise DitolakError("Berkas ini masih diubah setelah ditandatangani.")
    akar = [
        x509.Certificate.load(der)
        for _, _, der in pem.unarmor(Path(masukan["akar"]).read_bytes(), multiple=True)
    ]
    try:
        rincian = _tanda_sah(PdfFileReader(io.BytesIO(baru), strict=False), akar)
        _isi_tetap(asal, baru)
    except TAK_TERBACA as error:
        raise DitolakError("Berkas ini rusak atau tidak dapat dibaca sebagai PDF.") from error
    return json.dumps(rincian).encode() + b"\n"


def _tanda_sah(pembaca: PdfFileReader, akar: list[x509.Certificate]) -> dict[str, str]:
    """Every signature is whole, trusted, and followed by nothing but what it allows."""
    semua = pembaca.embedded_regular_signatures
    if not semua:
        raise DitolakError("Berkas ini belum ditandatangani secara elektronik.")
    for tanda in semua:
        konteks = ValidationContext(
            trust_roots=akar, allow_fetching=False, revocation_mode="soft-fail"
        )
        try:
            status = validate_pdf_signature(tanda, konteks)
        except SignatureValidationError as error:
            raise DitolakError("Tanda tangan pada berkas ini tidak dapat diperiksa.") from error
        if not (status.valid and status.intact):
            raise DitolakError("Tanda tangan pada berkas ini tidak sah: isinya sudah berubah.")
        if not status.trusted:
            raise DitolakError(
                "Sertifikat penanda tangan tidak diterbitkan oleh penerbit yang dipercaya."
            )
        if not status.bottom_line:
            raise DitolakError("Berkas ini masih diubah setelah ditandatangani.")
    sertifikat = status.signing_cert
    waktu = status.signer_reported_dt
    return {
        "nama": _nama(sertifikat.subject),
        "penerbit": _nama(sertifikat.issuer),
        "seri": f"{sertifikat.serial_number:x}",
        "waktu": waktu.isoformat() if waktu else "",
    }


def _nama(nama: x509.Name) -> str:
    """The common name, or whatever it is called by."""
    isi = nama.native.get("common_name") or nama.human_friendly
    return " ".join(str(isi).split())[:200]


def _isi_tetap(asal: bytes, baru: bytes) -> None:
    """No object of the issued file was replaced, but for what signing must touch."""
    with pikepdf.open(io.BytesIO(asal)) as dulu, pikepdf.open(io.BytesIO(baru)) as kini:
        if kini.Root.objgen != dulu.Root.objgen or len(kini.pages) != len(dulu.pages):
            raise DitolakError(BERUBAH)
        _sama(dulu.Root, kini.Root, BOLEH_KATALOG)
        boleh = {dulu.Root.objgen, *_penjelas(dulu)}
        for lama, halaman in zip(dulu.pages, kini.pages, strict=True):
            boleh |= _halaman_tetap(lama, halaman)
        for objek in dulu.objects:
            if getattr(objek, "is_indirect", False) and objek.objgen not in boleh:
                _sama(objek, kini.get_object(objek.objgen), frozenset())


def _penjelas(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """The title and dates of the file, which a signing program may bring up to date."""
    return {*_rujukan(pdf.trailer.get("/Info")), *_rujukan(pdf.Root.get("/Metadata"))}


def _halaman_tetap(lama: pikepdf.Page, kini: pikepdf.Page) -> set[tuple[int, int]]:
    """The page draws what it drew; what was laid on it are small signatures, and nothing else."""
    if lama.objgen != kini.objgen:
        raise DitolakError(BERUBAH)
    _sama(lama.obj, kini.obj, BOLEH_HALAMAN)
    dulu, sekarang = _catatan(lama), _catatan(kini)
    if [c.unparse() for c in sekarang[: len(dulu)]] != [c.unparse() for c in dulu]:
        raise DitolakError(BERUBAH)
    baru = sekarang[len(dulu) :]
    tanda = all(c.get("/Subtype") == "/Widget" and c.get("/FT") == "/Sig" for c in baru)
    luas = float(lama.mediabox[2]) * float(lama.mediabox[3])
    if not tanda or sum(_luas(c) for c in baru) > luas * BAGIAN_HALAMAN:
        raise DitolakError(BERUBAH)
    return {lama.obj.objgen, *_rujukan(lama.obj.get("/Annots"))}


def _rujukan(objek: pikepdf.Object | None) -> list[tuple[int, int]]:
    """The number of an object that stands by itself; none of one that lies inside another."""
    return [objek.objgen] if objek is not None and objek.is_indirect else []


def _luas(catatan: pikepdf.Object) -> float:
    kiri, bawah, kanan, atas = (float(n) for n in catatan.Rect)
    return abs(kanan - kiri) * abs(atas - bawah)


def _catatan(halaman: pikepdf.Page) -> list[pikepdf.Object]:
    return list(halaman.obj.get("/Annots", pikepdf.Array()))


def _sama(lama: pikepdf.Object, kini: pikepdf.Object, boleh: frozenset[str]) -> None:
    """Equal to the byte, apart from those keys of a dictionary."""
    if isinstance(lama, pikepdf.Dictionary) and isinstance(kini, pikepdf.Dictionary) and boleh:
        kunci = (set(lama.keys()) | set(kini.keys())) - boleh
        tetap = all(_teks(lama.get(k)) == _teks(kini.get(k)) for k in kunci)
    elif isinstance(lama, pikepdf.Stream) and isinstance(kini, pikepdf.Stream):
        tetap = lama.stream_dict.unparse() == kini.stream_dict.unparse()
        tetap = tetap and lama.read_raw_bytes() == kini.read_raw_bytes()
    else:
        tetap = _teks(lama, resolved=True) == _teks(kini, resolved=True)
    if not tetap:
        raise DitolakError(BERUBAH)


def _teks(objek: Any, *, resolved: bool = False) -> bytes:
    if isinstance(objek, pikepdf.Object):
        return bytes(objek.unparse(resolved=resolved))
    return repr(objek).encode()


if __name__ == "__main__":
    sys.exit(main())
