"""What the rows of a list name as induk or as replaced: while it is read, and when it enters."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from inti.putusan import AturanDilanggar
from kerjasama.domain.kaitan import (
    KAITAN,
    SEBUTAN,
    Calon,
    baca_kaitan,
    nomor_disebut,
    sebut_baris,
    sebut_naskah,
)
from kerjasama.domain.kunci import kunci_nomor
from kerjasama.enums import StatusBarisImpor, StatusNaskah
from kerjasama.models import BarisImpor, Naskah

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kerjasama.domain.baris_impor import Usulan
    from kerjasama.services.lembar import BarisLembar


class MenungguBarisError(AturanDilanggar):
    """A row of the same list has to enter first; nothing is wrong with this one."""


class PencariKaitan:
    """Finds what the cells of a list name: in the register, else anywhere in the list itself."""

    def __init__(
        self, daftar: Sequence[BarisLembar], baca: Callable[[Mapping[str, str]], Usulan]
    ) -> None:
        self._baca = baca
        self._disebut = any(b.isi.get(nama) for b in daftar for nama in KAITAN)
        self._isi = {b.nomor: b.isi for b in daftar} if self._disebut else {}
        self._bernomor: dict[str, int] = {}
        for nomor, isi in self._isi.items():
            for satu in nomor_disebut(isi.get("nomor_pemda", "")):
                self._bernomor.setdefault(kunci_nomor(satu), nomor)

    def kaitkan(self, baris: Iterable[tuple[int, Mapping[str, str], Usulan]]) -> None:
        """Put into each proposal what its cells name. One query for all of them."""
        semua = list(baris)
        register = self._register(isi for _, isi, _ in semua)
        for nomor, isi, usulan in semua:
            for nama in KAITAN:
                terbaca = baca_kaitan(
                    nama,
                    isi.get(nama, ""),
                    sendiri=usulan.nilai,
                    cari=lambda n: register.get(kunci_nomor(n)) or self._baris(n),
                    melingkar=self._melingkar(nomor, nama),
                )
                usulan.nilai |= terbaca.nilai(nama)
                usulan.peringatan += terbaca.peringatan

    def _register(self, semua: Iterable[Mapping[str, str]]) -> dict[str, Calon]:
        disebut = (n for isi in semua for nama in KAITAN for n in nomor_disebut(isi.get(nama, "")))
        kunci = {kunci_nomor(n) for n in disebut}
        if not kunci:
            return {}
        return {
            n.kunci_nomor: Calon(
                sebut_naskah(n),
                n.jenis,
                n.tanggal_ttd,
                n.hari_terakhir,
                StatusNaskah(n.status),
                naskah=n.pk,
            )
            for n in Naskah.objects.filter(kunci_nomor__in=kunci)
        }

    def _baris(self, teks: str) -> Calon | None:
        """The first row of that number, read as it will be."""
        nomor = self._bernomor.get(kunci_nomor(teks))
        if nomor is None:
            return None
        nilai = self._baca(self._isi[nomor]).nilai
        ttd, akhir = (
            date.fromisoformat(nilai[k]) if nilai[k] else None
            for k in ("tanggal_ttd", "tanggal_berakhir")
        )
        status = StatusNaskah.BERLAKU if ttd else StatusNaskah.DRAF
        return Calon(sebut_baris(nomor), nilai["jenis"], ttd, akhir, status, baris=nomor)

    def _melingkar(self, awal: int, nama: str) -> bool:
        """Whether the row is led back to itself, from row to row."""
        lewat, kini = {awal}, self._berikut(awal, nama)
        while kini is not None and kini not in lewat:
            lewat.add(kini)
            kini = self._berikut(kini, nama)
        return kini == awal

    def _berikut(self, nomor: int, nama: str) -> int | None:
        disebut = nomor_disebut(self._isi.get(nomor, {}).get(nama, ""))
        return self._bernomor.get(kunci_nomor(disebut[0])) if len(disebut) == 1 else None


def naskah_terkait(baris: BarisImpor, usulan: Mapping[str, Any]) -> dict[str, Naskah | None]:
    """The naskah that a row stands under and replaces, as they are in the register now.

    Raises MenungguBarisError when it is a row that has not entered yet, and AturanDilanggar when
    it never will, or the naskah is gone.
    """
    return {nama: _naskah(nama, baris, usulan.get(nama)) for nama in KAITAN}


def _naskah(nama: str, baris: BarisImpor, kaitan: Mapping[str, Any] | None) -> Naskah | None:
    if not kaitan:
        return None
    awal, sebut = f"Baris {baris.nomor_baris}:", SEBUTAN[nama].lower()
    if kaitan["naskah"]:
        if naskah := Naskah.objects.filter(pk=kaitan["naskah"]).first():
            return naskah
        msg = f"{awal} {sebut} sudah dikeluarkan dari register; pilih yang lain melalui Ubah."
        raise AturanDilanggar(msg)
    rujukan = BarisImpor.objects.select_related("naskah", "kembar").filter(
        impor=baris.impor_id, nomor_baris=kaitan["baris"]
    )
    lain = rujukan.first()
    if lain and (naskah := lain.naskah or lain.kembar):
        return naskah
    if lain and lain.status != StatusBarisImpor.DITOLAK:
        msg = (
            f"{awal} {sebut} ada pada baris {lain.nomor_baris}, yang belum masuk register. Terima "
            f"baris {lain.nomor_baris} dahulu, atau ubah pilihannya melalui Ubah."
        )
        raise MenungguBarisError(msg)
    msg = (
        f"{awal} {sebut} ada pada baris {kaitan['baris']}, yang tidak dimasukkan. Pilih naskah "
        "lain melalui Ubah, atau kosongkan."
    )
    raise AturanDilanggar(msg)
