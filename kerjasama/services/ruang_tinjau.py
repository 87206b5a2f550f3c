"""Reading the rows of a list and staging them: nothing enters the register from here."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from inti.models import Pemerintah
from kerjasama.domain.baris_impor import TANPA_BAWAAN, Bawaan, Usulan, baca_baris, kebiasaan_tanggal
from kerjasama.domain.kunci import kunci_nomor
from kerjasama.domain.peringatan import Peringatan
from kerjasama.domain.unit import Unit, baca_unit
from kerjasama.enums import StatusBarisImpor as Status
from kerjasama.models import BarisImpor, Naskah, PerangkatDaerah
from kerjasama.queries.kembar import RegisterKembar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kerjasama.models import Impor
    from kerjasama.services.lembar import BarisLembar, Lembar


@dataclass
class BarisTerbaca:
    """A row as it stands, as it was read, and how it stands to the rows and naskah before it."""

    nomor: int
    mentah: dict[str, str]
    usulan: Usulan
    status: Status
    kembar: Naskah | None = None

    def sebagai_baris(self, impor: Impor) -> BarisImpor:
        """As a row of the staging table."""
        return BarisImpor(
            impor=impor,
            nomor_baris=self.nomor,
            mentah=self.mentah,
            usulan=self.usulan.nilai,
            peringatan=[asdict(p) for p in self.usulan.peringatan],
            kunci=self.usulan.kunci,
            status=self.status,
            kembar=self.kembar,
        )


class PembacaDaftar:
    """Reads a list part after part, in its order; the date columns are judged whole first."""

    def __init__(self, lembar: Lembar, bawaan: Bawaan = TANPA_BAWAAN) -> None:
        self._bawaan = bawaan
        self._kolom = kebiasaan_tanggal(b.isi for b in lembar.baris)
        self._unit = daftar_unit()
        self._daerah = Pemerintah.objects.saat_ini().nama_daerah
        self._hari_ini = timezone.localdate()
        self._lihat: dict[str, int] = {}

    def baca(self, baris: Sequence[BarisLembar]) -> list[BarisTerbaca]:
        """Rows, read and judged. Writes nothing."""
        hasil = [self._satu(b) for b in baris]
        self._pilah(hasil)
        return hasil

    def _satu(self, baris: BarisLembar) -> BarisTerbaca:
        usulan = baca_baris(baris.isi, self._kolom, per=self._hari_ini, bawaan=self._bawaan)
        usulan.peringatan[:0] = baris.catatan
        terbaca = baca_unit(usulan.nilai["perangkat_daerah"], self._unit, self._daerah)
        usulan.peringatan += [Peringatan("perangkat_daerah", p) for p in terbaca.catatan]
        return BarisTerbaca(baris.nomor, baris.isi, usulan, Status.SIAP)

    def _pilah(self, daftar: list[BarisTerbaca]) -> None:
        """Sound, to be looked at, or a duplicate of the register or of a row before it."""
        register = RegisterKembar(
            [b.usulan.nilai for b in daftar], [b.usulan.kunci for b in daftar]
        )
        for baris in daftar:
            usulan = baris.usulan
            nomor = kunci_nomor(usulan.nilai["nomor"])
            tanda = [usulan.kunci, f"nomor {nomor}" if nomor else usulan.kunci]
            baris.kembar = register.cari(usulan.nilai, usulan.kunci)
            sebelum = next((self._lihat[t] for t in tanda if t in self._lihat), 0)
            if sebelum and not baris.kembar:
                kata = f"Sama dengan baris {sebelum} pada berkas ini."
                usulan.peringatan.append(Peringatan("", kata, ragu=True))
            if baris.kembar or sebelum:
                baris.status = Status.DUPLIKAT
            else:
                baris.status = Status.SIAP if usulan.siap else Status.PERLU_DITINJAU
            for satu in tanda:
                self._lihat.setdefault(satu, baris.nomor)


def baca_daftar(lembar: Lembar) -> list[BarisTerbaca]:
    """Every row, read and judged. Writes nothing."""
    return PembacaDaftar(lembar).baca(lembar.baris)


def daftar_unit() -> list[Unit]:
    """The units of the register, as cells are compared with them."""
    return [Unit(*u) for u in PerangkatDaerah.objects.values_list("pk", "nama", "singkatan")]
