"""A long document is laid out once, and its pages are drawn by two processes at a time.

Breaking lines and pages goes from the first page to the last and is done once, so pages break where
they would. Copies of the process then draw a part of the pages each, and the parts become one file
with one tree of tags. Parts are small, because what is drawn takes memory. For render_anak only.
"""

from __future__ import annotations

import io
import os
import traceback
from collections import deque
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from contextlib import ExitStack

    from weasyprint import Document, Page

# Fewer pages are drawn sooner than they are joined; more take too much memory at once.
BAGIAN_TERSEDIKIT, BAGIAN_TERBANYAK = 6, 40
SEKALIGUS = 2
BERHASIL, GALAT = b"1", b"0"


class BagianGagalError(Exception):
    """Another process did not draw its pages; the message is its traceback."""


def gambar(dokumen: Document, terbuka: ExitStack, **pilihan: Any) -> pikepdf.Pdf:
    """The PDF of a document that is laid out, opened in `terbuka`.

    `pilihan` are those of WeasyPrint's `write_pdf`. The same document gives the same file.
    Raises BagianGagalError, or MemoryError where another process was killed.
    """
    awal = bagian(dokumen.pages)
    if len(awal) == 1:
        return _buka(dokumen.write_pdf(**pilihan), terbuka)
    jalan, hasil = deque[tuple[int, int]](), list[pikepdf.Pdf]()
    for ke, (dari, sampai) in enumerate(pairwise([*awal, len(dokumen.pages)])):
        if len(jalan) == SEKALIGUS:
            _terima(hasil, jalan.popleft(), terbuka)
        jalan.append(_mulai(dokumen.copy(dokumen.pages[dari:sampai]), ke, pilihan))
    while jalan:
        _terima(hasil, jalan.popleft(), terbuka)
    return hasil[0]


def bagian(halaman: list[Page]) -> list[int]:
    """The first page of each part, counted from 0; nothing leads to a page after the first part.

    An anchor on several pages is that of what goes on: its first page is where one is led.
    """
    dituju = {tujuan for satu in halaman for jenis, tujuan, *_ in satu.links if jenis == "internal"}
    ke = min((len(halaman) + 1) // 2, BAGIAN_TERBANYAK)
    for nomor, satu in enumerate(halaman, 1):
        if satu.links or satu.bookmarks or not dituju.isdisjoint(satu.anchors):
            ke = max(ke, nomor)
        dituju.difference_update(satu.anchors)
    if len(halaman) - ke < BAGIAN_TERSEDIKIT:
        return [0]
    return [0, *range(ke, len(halaman), BAGIAN_TERBANYAK)]


def _buka(isi: bytes, terbuka: ExitStack) -> pikepdf.Pdf:
    return terbuka.enter_context(pikepdf.open(io.BytesIO(isi)))


def _terima(hasil: list[pikepdf.Pdf], satu: tuple[int, int], terbuka: ExitStack) -> None:
    """The first part is what the others are joined to."""
    hasil.append(_buka(_tunggu(*satu), terbuka))
    if len(hasil) > 1:
        gabung(hasil[0], hasil[-1])


def _mulai(dokumen: Document, ke: int, pilihan: dict[str, Any]) -> tuple[int, int]:
    """Start the copy of this process that draws those pages."""
    baca, tulis = os.pipe()
    if pid := os.fork():
        os.close(tulis)
        return pid, baca
    try:
        # Whoever waits for the answer must see its end when this process's original ends.
        for kanal in (baca, 1, 2):
            os.close(kanal)
        try:
            isi = BERHASIL + dokumen.write_pdf(finisher=partial(_namai_ulang, ke), **pilihan)
        except BaseException:  # noqa: BLE001 - told to the other process, whatever it is
            isi = GALAT + traceback.format_exc().encode()
        with os.fdopen(tulis, "wb") as pipa:
            pipa.write(isi)
    finally:
        os._exit(0)


def _namai_ulang(ke: int, _: Document, pdf: Any) -> None:
    """Cells name their headings; no two headings of the whole may have one name."""
    for objek in pdf.objects:
        if isinstance(objek, dict) and "ID" in objek:
            objek["ID"].string = f"{ke}-{objek['ID'].string}"


def _tunggu(pid: int, pipa: int) -> bytes:
    with os.fdopen(pipa, "rb") as file:
        isi = file.read()
    os.waitpid(pid, 0)
    if isi.startswith(BERHASIL):
        return isi.removeprefix(BERHASIL)
    if not isi:
        raise MemoryError
    raise BagianGagalError(isi.removeprefix(GALAT).decode())


def gabung(pertama: pikepdf.Pdf, kedua: pikepdf.Pdf) -> None:
    """The pages of the second after those of the first, their tags in the first's tree."""
    mulai = len(pertama.pages)
    pertama.pages.extend(kedua.pages)
    _sambung_nama(pertama, kedua)
    if "/StructTreeRoot" not in pertama.Root:
        return
    akar, asal = pertama.Root.StructTreeRoot, kedua.Root.StructTreeRoot
    dokumen = akar.K[0]
    for bagian in pertama.copy_foreign(asal.K[0]).K:
        bagian.P = dokumen
        dokumen.K.append(bagian)
    nomor = akar.ParentTree.Nums
    # Links of the first half are numbered after its pages.
    bebas = max(int(n) for n in nomor[::2]) + 1
    for ke, isi in enumerate(list(asal.ParentTree.Nums)[1::2]):
        nomor.append(bebas + ke)
        nomor.append(pertama.copy_foreign(kedua.make_indirect(isi)))
        pertama.pages[mulai + ke].obj.StructParents = bebas + ke


def _sambung_nama(pertama: pikepdf.Pdf, kedua: pikepdf.Pdf) -> None:
    """The named places of the second; a name of both is that of its first page."""
    if "/Names" not in kedua.Root:
        return
    if "/Names" not in pertama.Root:
        pertama.Root.Names = pikepdf.Dictionary()
    if "/Dests" not in pertama.Root.Names:
        pertama.Root.Names.Dests = pikepdf.NameTree.new(pertama).obj
    nama = pikepdf.NameTree(pertama.Root.Names.Dests)
    for satu, tempat in pikepdf.NameTree(kedua.Root.Names.Dests).items():
        if satu not in nama:
            nama[satu] = pertama.copy_foreign(kedua.make_indirect(tempat))
