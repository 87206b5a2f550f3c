"""A long table is laid out by two processes, and its pages break where one would break them.

What stands on a page depends on where it begins, and on nothing before. So while this process goes
on from the first page of the table, a copy of it begins further down, at a row that probably begins
a page. Once this process comes to a page that the copy has begun at the same place, the copy's
pages follow its own. A guess that misses costs time, never a page. For render_anak only.
"""

from __future__ import annotations

import math
import os
import signal
import socket
from contextlib import contextmanager
from copy import deepcopy
from typing import TYPE_CHECKING, Any, NamedTuple

from weasyprint import layout
from weasyprint.layout.page import remake_page

from pelaporan.taksir_anak import awal_halaman

if TYPE_CHECKING:
    from collections.abc import Iterator

# Fewer pages are laid out sooner than they are shared.
HALAMAN_TERSEDIKIT = 6


class SalinanGagalError(Exception):
    """The copy of this process has ended; what it says is on its standard error."""


class Tabel(NamedTuple):
    """The group of rows that is shared, and the way to it from the root."""

    jalur: tuple[int, ...]
    kelompok: Any

    def lanjut(self, baris: int) -> dict[int, Any]:
        """A page begins with that row, as the layout says it."""
        hasil: dict[int, Any] = {baris: None}
        for ke in reversed(self.jalur):
            hasil = {ke: hasil}
        return hasil

    def baris_di(self, lanjut: dict[int, Any] | None) -> int | None:
        """The row with which or within which a page begins; None outside of the group."""
        for ke in self.jalur:
            if not lanjut or ke not in lanjut:
                return None
            lanjut = lanjut[ke]
        return next(iter(lanjut)) if lanjut else None


def tabel_panjang(akar: Any) -> Tabel | None:
    """The group with most rows, unless something is led to behind it."""
    terpanjang = max(_kelompok(akar, ()), key=lambda t: len(t.kelompok.children), default=None)
    if not terpanjang or len(terpanjang.kelompok.children) < HALAMAN_TERSEDIKIT:
        return None
    kotak, sesudah = akar, []
    for ke in terpanjang.jalur:
        sesudah += kotak.children[ke + 1 :]
        kotak = kotak.children[ke]
    isi = (satu for kotak in (kotak, *sesudah) for satu in (kotak, *kotak.descendants()))
    dituju = any(satu.style["anchor"] or satu.bookmark_label for satu in isi)
    return None if dituju else terpanjang


def _kelompok(kotak: Any, jalur: tuple[int, ...]) -> Iterator[Tabel]:
    if kotak.element_tag == "tbody":
        yield Tabel(jalur, kotak)
    elif hasattr(kotak, "children"):
        for ke, satu in enumerate(kotak.children):
            yield from _kelompok(satu, (*jalur, ke))


class Pembagi:
    """Who makes which pages: those of the copy begin at `batas`; without one there is no copy."""

    def __init__(self) -> None:
        self.batas: int | None = None
        self.pid_salinan = 0
        self.ini_salinan = False
        # Stand-ins for the other's pages; kept, because they are known by their identity.
        self._pengganti: list[Any] = []

    @contextmanager
    def terpasang(self) -> Iterator[None]:
        """In place of how all pages of a document are made."""
        semua, tepi = layout.make_all_pages, layout.make_margin_boxes

        def bagi(context: Any, akar: Any, html: Any, pages: list[Any]) -> Iterator[Any]:
            biasa = semua(context, akar, html, pages)
            # The second time round, only what has changed is made again.
            tabel = None if pages else tabel_panjang(akar)
            return self._bagi(biasa, tabel, context, akar, html) if tabel else biasa

        def tepi_sendiri(context: Any, page: Any, state: Any) -> Any:
            return () if self._diganti(page) else tepi(context, page, state)

        layout.make_all_pages, layout.make_margin_boxes = bagi, tepi_sendiri
        try:
            yield
        finally:
            layout.make_all_pages, layout.make_margin_boxes = semua, tepi

    def periksa(self, pages: list[Any]) -> None:
        """Once all is laid out: where every page had to be made again, the copy is of no use."""
        if self.pid_salinan and not self._diganti(pages[-1]._page_box):  # noqa: SLF001
            self._hentikan()

    def _diganti(self, page: Any) -> bool:
        return any(satu is page for satu in self._pengganti)

    def _hentikan(self) -> None:
        os.kill(self.pid_salinan, signal.SIGKILL)
        os.waitpid(self.pid_salinan, 0)
        self.pid_salinan, self.batas = 0, None

    def _bagi(
        self, biasa: Iterator[Any], tabel: Tabel, context: Any, akar: Any, html: Any
    ) -> Iterator[Any]:
        """All pages, in this process and in its copy: one's own, and stand-ins for the others."""
        pages: list[Any] = []
        kabar = None
        for page in biasa:
            pages.append(page)
            yield page
            lanjut = context.page_maker[len(pages)][0]
            if (baris := tabel.baris_di(lanjut)) is None:
                continue
            if kabar:
                if (lewat := kabar.halaman(baris, lanjut)) is not None:
                    yield from self._ikuti(pages, lewat, kabar, context)
                    return
                continue
            awal = awal_halaman(page, tabel.kelompok, baris, context.page_bottom)
            if len(awal) < HALAMAN_TERSEDIKIT:
                break
            # The first pages are made already, but not drawn.
            lanjut = tabel.lanjut(awal[max(1, (len(awal) - len(pages) // 4) // 2)])
            saluran = self.salin()
            if self.ini_salinan:
                context.page_maker[-1] = (lanjut, *context.page_maker[-1][1:])
                yield from self._sisa(pages, tabel, saluran, context, akar, html)
                return
            kabar = _Kabar(saluran, tabel.baris_di(lanjut), lanjut)
        yield from biasa
        if kabar:
            self._hentikan()

    def salin(self) -> tuple[Any, Any]:
        """Copy this process; gives where it hears from the other, and where it tells."""
        sini, sana = socket.socketpair()
        self.pid_salinan = os.fork()
        self.ini_salinan = not self.pid_salinan
        milik, bukan = (sana, sini) if self.ini_salinan else (sini, sana)
        bukan.close()
        # One object for both would lose what it has read when it writes.
        return milik.makefile("r", encoding="ascii"), milik.makefile("w", encoding="ascii")

    def _ikuti(self, pages: list[Any], lewat: int, kabar: _Kabar, context: Any) -> Iterator[Any]:
        """The copy's pages follow, all but as many as it made before the first that fits."""
        self.batas = len(pages)
        kabar.jawab(f"{self.batas} {lewat}")
        jumlah = kabar.jumlah() - lewat
        pengganti = [_kosong(pages[-1]) for _ in range(jumlah)]
        self._pengganti += pengganti
        terakhir = context.page_maker[-1]
        for ke in range(1, jumlah + 1):
            lanjut = terakhir[0] if ke < jumlah else None
            context.page_maker.append((lanjut, *deepcopy(terakhir[1:])))
        _tenang(context.page_maker[self.batas :])
        yield from pengganti

    def _sisa(
        self, pages: list[Any], tabel: Tabel, saluran: Any, context: Any, akar: Any, html: Any
    ) -> Iterator[Any]:
        """In the copy: the pages from there on, telling of each where the next begins."""
        awal, lanjut = len(pages), context.page_maker[-1][0]
        sendiri: list[Any] = []
        baca, tulis = saluran
        while lanjut:
            page, lanjut = remake_page(awal + len(sendiri), context, akar, html)
            sendiri.append(page)
            print(tabel.baris_di(lanjut), lanjut, file=tulis, flush=True)
        self.batas, lewat = map(int, baca.readline().split())
        pengganti = [_kosong(sendiri[0]) for _ in range(awal, self.batas)]
        self._pengganti += [*pages, *pengganti]
        keadaan = context.page_maker[awal + 1 + lewat :]
        for *_, (_, pencacah, *_), _ in keadaan:
            pencacah["page"][-1] += self.batas - awal - lewat
        isi = [deepcopy(keadaan[0]) for _ in pengganti]
        context.page_maker[awal + 1 :] = [*isi, *keadaan]
        _tenang(context.page_maker)
        yield from (*pengganti, *sendiri[lewat:])


class _Kabar:
    """What the copy tells of where its pages begin."""

    def __init__(self, saluran: Any, baris: int | None, lanjut: dict[int, Any]) -> None:
        self._baca, self._tulis = saluran
        self._sampai = float(baris or 0)
        self._awal = [str(lanjut)]

    def jawab(self, kata: str) -> None:
        """Tell the copy which of its pages are wanted."""
        try:
            print(kata, file=self._tulis, flush=True)
        except ConnectionError as error:
            raise SalinanGagalError from error

    def halaman(self, baris: int, lanjut: dict[int, Any]) -> int | None:
        """Which of its pages begins there, counted from 0."""
        while self._sampai <= baris:
            self._dengar()
        return self._awal.index(str(lanjut)) if str(lanjut) in self._awal else None

    def jumlah(self) -> int:
        """How many pages it made."""
        while self._awal[-1] != "None":
            self._dengar()
        return len(self._awal) - 1

    def _dengar(self) -> None:
        baris, _, lanjut = self._baca.readline().rstrip().partition(" ")
        if not lanjut:
            raise SalinanGagalError
        self._sampai = math.inf if baris == "None" else int(baris)
        self._awal.append(lanjut)


def _kosong(page: Any) -> Any:
    """A page without anything on it."""
    return page.copy_with_children([satu.copy_with_children([]) for satu in page.children])


def _tenang(halaman: list[Any]) -> None:
    """None of them is to be made again for what has changed on the way here."""
    for *_, ulang in halaman:
        ulang["content_changed"] = False
