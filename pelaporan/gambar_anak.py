"""A document is laid out and drawn by other processes, a long one by two, and joined in this one.

What a layout takes of memory is given back only when its process ends. Pages are drawn a few at a
time for the same reason, and what is drawn becomes one file with one tree of tags. For render_anak
only.
"""

from __future__ import annotations

import ctypes
import io
import os
import signal
import sys
import traceback
from functools import partial
from typing import IO, TYPE_CHECKING, Any

import pikepdf

from pelaporan.anak import wadah
from pelaporan.tata_anak import Pembagi, SalinanGagalError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import ExitStack

    from weasyprint import HTML, Document, Page

# Fewer pages are drawn sooner than they are joined; more take too much memory at once.
BAGIAN_TERSEDIKIT, BAGIAN_TERBANYAK = 6, 25
GALAT = 1
PANJANG = 8
PR_SET_PDEATHSIG = 1


class AnakGagalError(Exception):
    """Another process made nothing; `kode` is what it ended with, and it has said why."""

    def __init__(self, kode: int) -> None:
        super().__init__(kode)
        self.kode = kode


def gambar(
    html: HTML, terbuka: ExitStack, periksa: Callable[[], None], **pilihan: Any
) -> pikepdf.Pdf:
    """The PDF of a document, opened in `terbuka`. The same document gives the same file.

    `pilihan` are WeasyPrint's; `periksa` raises what speaks against a layout. Raises
    AnakGagalError, or MemoryError where a process was killed.
    """
    keluaran = [terbuka.enter_context(wadah()) for _ in range(2)]
    if not (pid := os.fork()):
        _jaga(partial(_susun, html, keluaran, periksa, pilihan))
    _tunggu(pid)
    pertama, *lain = (_buka(isi, terbuka) for satu in keluaran for isi in _baca(satu))
    for satu in lain:
        gabung(pertama, satu)
    return pertama


def mati_bersama_induk() -> None:
    """End when the process ends that has started this one."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _jaga(kerja: Callable[[], None]) -> None:
    """Do that and end, whatever comes of it; what it is, is said."""
    kode = GALAT
    try:
        mati_bersama_induk()
        kerja()
        kode = 0
    except AnakGagalError as error:
        kode = error.kode
    except BaseException as error:  # noqa: BLE001 - whatever it is
        kode = getattr(error, "kode", GALAT)
        sys.stderr.write(traceback.format_exc() if kode == GALAT else f"{error}\n")
    finally:
        sys.stderr.flush()
        os._exit(kode)


def _tunggu(pid: int) -> None:
    kode = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    if kode < 0:
        raise MemoryError
    if kode:
        raise AnakGagalError(kode)


def _susun(
    html: HTML, keluaran: list[IO[bytes]], periksa: Callable[[], None], pilihan: dict[str, Any]
) -> None:
    """Lay out and draw, in two processes from where they part: the copy goes through this too."""
    pembagi = Pembagi()
    try:
        with pembagi.terpasang():
            dokumen = html.render(**pilihan)
    except SalinanGagalError:
        _tunggu(pembagi.pid_salinan)
        raise
    pembagi.periksa(dokumen.pages)
    periksa()
    halaman = dokumen.pages
    batas = pembagi.batas or belahan(halaman)
    if batas < len(halaman) and not pembagi.batas:
        pembagi.salin()
    if pembagi.ini_salinan:
        _lukis(dokumen, range(batas, len(halaman)), keluaran[1], pilihan)
        return
    _lukis(dokumen, range(batas), keluaran[0], pilihan)
    if pembagi.pid_salinan:
        _tunggu(pembagi.pid_salinan)


def belahan(halaman: list[Page]) -> int:
    """From which page on another process draws, so that nothing is led to it."""
    batas = max((len(halaman) + 1) // 2, _tertaut(halaman))
    return batas if len(halaman) - batas >= BAGIAN_TERSEDIKIT else len(halaman)


def _tertaut(halaman: list[Page]) -> int:
    """Behind which page there is nothing that leads or is led to.

    An anchor on several pages is that of what goes on: its first page is where one is led.
    """
    dituju = {tujuan for satu in halaman for jenis, tujuan, *_ in satu.links if jenis == "internal"}
    ke = 0
    for nomor, satu in enumerate(halaman, 1):
        if satu.links or satu.bookmarks or not dituju.isdisjoint(satu.anchors):
            ke = nomor
        dituju.difference_update(satu.anchors)
    return ke


def _lukis(dokumen: Document, ke: range, keluaran: IO[bytes], pilihan: dict[str, Any]) -> None:
    """Draw those pages, a few at a time; the first of all are drawn together as far as they lead.

    What is one part of several has names of its own.
    """
    dari = ke.start
    while dari < ke.stop:
        banyak = BAGIAN_TERBANYAK if dari else max(BAGIAN_TERBANYAK, _tertaut(dokumen.pages))
        sampai = min(ke.stop, dari + banyak)
        semua = sampai - dari == len(dokumen.pages)
        namai = None if semua else partial(_namai_ulang, dari)
        sebagian = dokumen.copy(dokumen.pages[dari:sampai])
        isi = sebagian.write_pdf(finisher=namai, uncompressed_pdf=True, **pilihan)
        keluaran.write(len(isi).to_bytes(PANJANG))
        keluaran.write(isi)
        dari = sampai
    keluaran.flush()


def _namai_ulang(ke: int, _: Document, pdf: Any) -> None:
    """Cells name their headings; no two headings of the whole may have one name."""
    for objek in pdf.objects:
        if isinstance(objek, dict) and "ID" in objek:
            objek["ID"].string = f"{ke}-{objek['ID'].string}"


def _baca(file: IO[bytes]) -> Iterator[bytes]:
    """The parts that were drawn, in their order."""
    file.seek(0)
    while panjang := file.read(PANJANG):
        yield file.read(int.from_bytes(panjang))


def _buka(isi: bytes, terbuka: ExitStack) -> pikepdf.Pdf:
    return terbuka.enter_context(pikepdf.open(io.BytesIO(isi)))


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
