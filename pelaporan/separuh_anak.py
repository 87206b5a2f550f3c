"""A long document is drawn by two processes: laid out once, each draws half of its pages.

Breaking lines and pages goes from the first page to the last and is done once, so pages break where
they would. A copy of the process then draws the pages of the second half while this one draws
those of the first, and the two become one file, with one tree of tags. Used by render_anak only.
"""

from __future__ import annotations

import io
import os
import traceback
from typing import TYPE_CHECKING, Any

import pikepdf

if TYPE_CHECKING:
    from weasyprint import Document, Page

# A half of fewer pages is drawn sooner than it is joined.
SEPARUH_TERSEDIKIT = 6
BERHASIL, GALAT = b"1", b"0"


class SeparuhGagalError(Exception):
    """The other process did not draw its pages; the message is its traceback."""


def gambar(dokumen: Document, terbuka: Any, **pilihan: Any) -> pikepdf.Pdf:
    """The PDF of a document that is laid out, opened in the ExitStack `terbuka`.

    `pilihan` are those of WeasyPrint's `write_pdf`. The same document gives the same file.
    Raises SeparuhGagalError, or MemoryError where the other process was killed.
    """
    ke = batas(dokumen.pages)
    if not ke:
        return terbuka.enter_context(pikepdf.open(io.BytesIO(dokumen.write_pdf(**pilihan))))
    pid, pipa = _mulai(dokumen, ke, pilihan)
    satu = dokumen.copy(dokumen.pages[:ke]).write_pdf(**pilihan)
    pertama = terbuka.enter_context(pikepdf.open(io.BytesIO(satu)))
    kedua = terbuka.enter_context(pikepdf.open(io.BytesIO(_tunggu(pid, pipa))))
    gabung(pertama, kedua)
    return pertama


def batas(halaman: list[Page]) -> int:
    """The first page of the second half, to which nothing leads; 0 where it is not worth it.

    An anchor on several pages is that of a part that goes on: its first page is where one is led.
    """
    ke, jangkar = (len(halaman) + 1) // 2, set[str]()
    for nomor, satu in enumerate(halaman, 1):
        if satu.links or satu.bookmarks or not jangkar.issuperset(satu.anchors):
            ke = max(ke, nomor)
        jangkar.update(satu.anchors)
    return ke if len(halaman) - ke >= SEPARUH_TERSEDIKIT else 0


def _mulai(dokumen: Document, ke: int, pilihan: dict[str, Any]) -> tuple[int, int]:
    """Start the copy of this process that draws the pages from `ke` on."""
    baca, tulis = os.pipe()
    if pid := os.fork():
        os.close(tulis)
        return pid, baca
    try:
        # Whoever waits for the answer must see its end when this process's original ends.
        for kanal in (baca, 1, 2):
            os.close(kanal)
        try:
            kedua = dokumen.copy(dokumen.pages[ke:])
            isi = BERHASIL + kedua.write_pdf(finisher=_namai_ulang, **pilihan)
        except BaseException:  # noqa: BLE001 - told to the other process, whatever it is
            isi = GALAT + traceback.format_exc().encode()
        with open(tulis, "wb") as pipa:  # noqa: PTH123 - a descriptor
            pipa.write(isi)
    finally:
        os._exit(0)


def _namai_ulang(_: Document, pdf: Any) -> None:
    """Cells name their headings; no two headings of the whole may have one name."""
    for objek in pdf.objects:
        if isinstance(objek, dict) and "ID" in objek:
            objek["ID"].string = f"2-{objek['ID'].string}"


def _tunggu(pid: int, pipa: int) -> bytes:
    with open(pipa, "rb") as file:
        isi = file.read()
    os.waitpid(pid, 0)
    if isi.startswith(BERHASIL):
        return isi.removeprefix(BERHASIL)
    if not isi:
        raise MemoryError
    raise SeparuhGagalError(isi.removeprefix(GALAT).decode())


def gabung(pertama: pikepdf.Pdf, kedua: pikepdf.Pdf) -> None:
    """The pages of the second after those of the first, their tags in the first's tree."""
    mulai = len(pertama.pages)
    pertama.pages.extend(kedua.pages)
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
