"""Which naskah a row names as its induk, or as the one it replaces; and whether that can be."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from inti.putusan import BOLEH, Putusan
from kerjasama.domain.baca_pihak import pisah
from kerjasama.domain.batas import sambungan
from kerjasama.domain.keluarga import periksa_induk, peringatan_induk
from kerjasama.domain.kunci import kunci_nomor, tanpa_kata_nomor
from kerjasama.domain.naskah import periksa_pengganti
from kerjasama.domain.peringatan import Peringatan

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kerjasama.enums import StatusNaskah

KAITAN = ("induk", "menggantikan")
SEBUTAN = {"induk": "Naskah induk", "menggantikan": "Naskah yang digantikan"}


@dataclass(frozen=True)
class Calon:
    """What a number names: a naskah of the register, or another row of the same list."""

    sebutan: str
    jenis: str
    ttd: date | None
    akhir: date | None
    status: StatusNaskah
    naskah: int | None = None
    baris: int | None = None


@dataclass(frozen=True)
class Kaitan:
    """How such a cell is read: the naskah or the row, or the text that was not found."""

    calon: Calon | None
    asing: str
    peringatan: list[Peringatan]

    def nilai(self, nama: str) -> dict[str, Any]:
        """As plain values of a proposal."""
        isi = self.calon and rujukan(self.calon.sebutan, self.calon.naskah, self.calon.baris)
        return {nama: isi, f"{nama}_asing": self.asing}


def rujukan(sebutan: str, naskah: int | None, baris: int | None) -> dict[str, Any]:
    """What a proposal keeps of a naskah of the register, or of another row of the list."""
    return {"naskah": naskah, "baris": baris, "sebutan": sebutan}


def sebut_naskah(naskah: object) -> str:
    """A naskah of the register, in a remark."""
    return f"naskah {naskah} di register"


def sebut_baris(nomor: int) -> str:
    """A row of the list, in a remark."""
    return f"baris {nomor} pada daftar ini"


def nomor_disebut(teks: str) -> list[str]:
    """The numbers of the cell, each once, without those that name nothing."""
    semua = [tanpa_kata_nomor(n) for n in pisah(teks)]
    return list({kunci_nomor(n): n for n in reversed(semua) if kunci_nomor(n)}.values())[::-1]


def baca_kaitan(
    nama: str,
    teks: str,
    *,
    sendiri: Mapping[str, Any],
    cari: Callable[[str], Calon | None],
    melingkar: bool = False,
) -> Kaitan:
    """Read the cell `nama` of the row whose proposal is `sendiri`.

    `cari` finds what a number names. What is not found, or cannot be, needs a person's choice;
    what is only unusual is told.
    """
    nomor, sebut = nomor_disebut(teks), SEBUTAN[nama]
    if not nomor:
        return Kaitan(None, "", [])
    if len(nomor) > 1:
        kata = f"Tertulis {len(nomor)} nomor; pilih satu, atau masukkan tanpa itu."
        return _asing(nama, " | ".join(nomor), kata)
    if kunci_nomor(nomor[0]) == kunci_nomor(sendiri["nomor"]):
        return _asing(nama, nomor[0], "Menunjuk nomor naskah ini sendiri; pilih naskah lain.")
    calon = cari(nomor[0])
    if calon is None:
        kata = (
            f"{sebut} “{nomor[0][:80]}” tidak ada di register maupun pada daftar ini; pilih "
            "naskahnya, atau masukkan tanpa itu."
        )
        return _asing(nama, nomor[0], kata)
    if melingkar:
        kata = f"{sebut} {calon.sebutan} menunjuk kembali ke baris ini; pilih naskah lain."
        return _asing(nama, nomor[0], kata)
    if not (putusan := _periksa(nama, sendiri, calon)):
        return _asing(nama, nomor[0], putusan.alasan)
    kata = f"“{nomor[0][:80]}” adalah {calon.sebutan}."
    semua = [kata, *_peringatan(nama, sendiri, calon)]
    return Kaitan(calon, "", [Peringatan(nama, k) for k in semua])


def urutan_terima(kaitan: Mapping[int, Iterable[int]]) -> list[int]:
    """The rows, each after those of them that it names; as they stand wherever that is free."""
    hasil: dict[int, None] = {}
    for awal in kaitan:
        jalur = [awal]
        while jalur:
            dahulu = (
                n for n in kaitan[jalur[-1]] if n in kaitan and n not in hasil and n not in jalur
            )
            if (berikut := next(dahulu, None)) is None:
                hasil.setdefault(jalur.pop())
            else:
                jalur.append(berikut)
    return list(hasil)


def _asing(nama: str, teks: str, kata: str) -> Kaitan:
    return Kaitan(None, teks[:200], [Peringatan(nama, kata, ragu=True)])


def _periksa(nama: str, sendiri: Mapping[str, Any], calon: Calon) -> Putusan:
    """What the register would refuse, as far as the row says enough to know it."""
    ttd = _tanggal(sendiri, "tanggal_ttd")
    if nama == "induk":
        jenis = sendiri["jenis"] and calon.jenis
        return periksa_induk(sendiri["jenis"], calon.jenis) if jenis else BOLEH
    return periksa_pengganti(calon.status, ttd_lama=calon.ttd, ttd_baru=ttd) if ttd else BOLEH


def _peringatan(nama: str, sendiri: Mapping[str, Any], calon: Calon) -> list[str]:
    ttd = _tanggal(sendiri, "tanggal_ttd")
    if nama == "menggantikan":
        kata = sambungan(calon.sebutan, akhir_lama=calon.akhir, ttd_baru=ttd)
        return [kata[:1].upper() + kata[1:]] if kata else []
    if not (sendiri["jenis"] and calon.jenis):
        return []
    tanggal = {"ttd": ttd, "ttd_induk": calon.ttd, "akhir_induk": calon.akhir}
    return peringatan_induk(sendiri["jenis"], calon.jenis, **tanggal)


def _tanggal(usulan: Mapping[str, Any], nama: str) -> date | None:
    return date.fromisoformat(usulan[nama]) if usulan.get(nama) else None
