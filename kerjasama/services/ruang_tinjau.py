"""Reading the rows of a list and staging them: nothing enters the register from here."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from django.utils import timezone

from inti.models import Pemerintah
from kerjasama.domain.baca_isian import PENANDA_PEMDA, TANPA_UNIT, baca_urusan, kamus_urusan
from kerjasama.domain.baris_impor import TANPA_BAWAAN, Bawaan, Usulan, baca_baris, kebiasaan_tanggal
from kerjasama.domain.kunci import kunci_nomor
from kerjasama.domain.peringatan import Peringatan
from kerjasama.domain.pisah_pihak import Sendiri
from kerjasama.domain.unit import Unit, baca_unit, kamus_unit
from kerjasama.enums import StatusBarisImpor as Status
from kerjasama.models import BarisImpor, Naskah, PerangkatDaerah, Urusan
from kerjasama.queries.kembar import RegisterKembar, baris_terbuka
from kerjasama.services.kaitan_impor import PencariKaitan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kerjasama.models import Impor
    from kerjasama.services.lembar import BarisLembar, Lembar

PILIH_UNIT = "pilih Perangkat Daerahnya, atau masukkan tanpa itu"
TANPA_PENANDA = (
    "Tidak dicatat, menurut pilihan untuk seluruh daftar, karena baris ini tidak menyebut "
    "Perangkat Daerah yang dikenal; isi aslinya tetap terbaca pada naskah."
)


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
            alasan_tahan=impor.alasan_tahan,
        )


class PembacaDaftar:
    """Reads a list part after part, in its order; the date columns are judged whole first."""

    def __init__(
        self, lembar: Lembar, bawaan: Bawaan = TANPA_BAWAAN, *, impor: int | None = None
    ) -> None:
        self._impor = impor
        self._bawaan = bawaan
        self._kolom = kebiasaan_tanggal(b.isi for b in lembar.baris)
        unit = daftar_unit()
        self._kamus_unit = kamus_unit(unit)
        pemerintah = Pemerintah.objects.saat_ini()
        self._daerah = pemerintah.nama_daerah
        nama_unit = (n for u in unit for n in (u.nama, u.singkatan, *u.lain))
        self._sendiri = Sendiri.dari(pemerintah.nama, pemerintah.nama_daerah, nama_unit)
        self._kamus_urusan = kamus_urusan(list(Urusan.objects.values_list("kode", "nama")))
        self._hari_ini = timezone.localdate()
        self._lihat: dict[str, int] = {}
        self._kaitan = PencariKaitan(lembar.baris, self._baca)

    def baca(self, baris: Sequence[BarisLembar]) -> list[BarisTerbaca]:
        """Rows, read and judged. Writes nothing."""
        hasil = [self._satu(b) for b in baris]
        self._kaitan.kaitkan((b.nomor, b.mentah, b.usulan) for b in hasil)
        self._pilah(hasil)
        return hasil

    def _baca(self, isi: Mapping[str, str]) -> Usulan:
        return baca_baris(
            isi, self._kolom, per=self._hari_ini, bawaan=self._bawaan, sendiri=self._sendiri
        )

    def _satu(self, baris: BarisLembar) -> BarisTerbaca:
        usulan = self._baca(baris.isi)
        usulan.peringatan[:0] = baris.catatan
        terbaca = baca_unit(usulan.nilai["perangkat_daerah"], self._kamus_unit, self._daerah)
        usulan.peringatan += [Peringatan("perangkat_daerah", p) for p in terbaca.catatan]
        self._unit_asing(usulan, terbaca.asing)
        self._penanda(usulan, dicatat=bool(terbaca.unit))
        self._urusan(usulan, baris.isi.get("urusan", ""))
        return BarisTerbaca(baris.nomor, baris.isi, usulan, Status.SIAP)

    def _unit_asing(self, usulan: Usulan, asing: Sequence[str]) -> None:
        """A unit that the register does not know is never dropped unless a person said so."""
        lepas = self._bawaan.tanpa_unit_asing
        usulan.nilai["unit_asing"] = [] if lepas else list(asing)
        akhir = "tidak dipasangkan, menurut pilihan untuk seluruh daftar" if lepas else PILIH_UNIT
        for satu in asing:
            kata = f"“{satu[:120]}” tidak ada pada daftar Perangkat Daerah; {akhir}."
            usulan.peringatan.append(Peringatan("perangkat_daerah", kata, ragu=not lepas))

    def _penanda(self, usulan: Usulan, *, dicatat: bool) -> None:
        """Who signed for the government is never dropped unless a person said so."""
        orang = [k for k in PENANDA_PEMDA if usulan.nilai[k]]
        lepas = self._bawaan.tanpa_penanda
        usulan.nilai["penanda_tanpa_unit"] = bool(orang) and not dicatat and not lepas
        if not orang or dicatat:
            return
        kata = TANPA_PENANDA if lepas else TANPA_UNIT
        usulan.peringatan.append(Peringatan(orang[0], kata, ragu=not lepas))
        if lepas:
            usulan.nilai |= dict.fromkeys(PENANDA_PEMDA, "")

    def _urusan(self, usulan: Usulan, teks: str) -> None:
        """One that is not known is asked for, never left out."""
        terbaca = baca_urusan(teks, self._kamus_urusan)
        usulan.nilai |= {"urusan": terbaca.kode, "urusan_asing": terbaca.asing}
        if terbaca.catatan:
            ragu = bool(terbaca.asing)
            usulan.peringatan.append(Peringatan("urusan", terbaca.catatan, ragu=ragu))

    def _pilah(self, daftar: list[BarisTerbaca]) -> None:
        """Sound, to be looked at, or a duplicate of the register or of a row, here or elsewhere."""
        kunci = [b.usulan.kunci for b in daftar]
        register = RegisterKembar([b.usulan.nilai for b in daftar], kunci)
        terbuka = baris_terbuka(kunci, kecuali=self._impor)
        for baris in daftar:
            usulan = baris.usulan
            nomor = kunci_nomor(usulan.nilai["nomor"])
            tanda = [usulan.kunci, f"nomor {nomor}" if nomor else usulan.kunci]
            baris.kembar = register.cari(usulan.nilai, usulan.kunci)
            sebelum = next((self._lihat[t] for t in tanda if t in self._lihat), 0)
            if sebelum and not baris.kembar:
                kata = f"Sama dengan baris {sebelum} pada berkas ini."
                usulan.peringatan.append(Peringatan("", kata, ragu=True))
            lain = terbuka.get(usulan.kunci)
            if lain and not baris.kembar and not sebelum:
                kata = f"Sama dengan baris {lain.nomor_baris} pada daftar {lain.impor}, yang belum "
                usulan.peringatan.append(Peringatan("", f"{kata}diputuskan.", ragu=True))
            if baris.kembar or sebelum or lain:
                baris.status = Status.DUPLIKAT
            else:
                baris.status = Status.SIAP if usulan.siap else Status.PERLU_DITINJAU
            for satu in tanda:
                self._lihat.setdefault(satu, baris.nomor)


def baca_daftar(lembar: Lembar) -> list[BarisTerbaca]:
    """Every row, read and judged. Writes nothing."""
    return PembacaDaftar(lembar).baca(lembar.baris)


def daftar_unit() -> list[Unit]:
    """The units of the register, as cells are compared with them: former names included."""
    return [
        Unit(
            u.pk, u.nama, u.singkatan, (*u.daftar_sebutan, *(n.nama for n in u.riwayat_nama.all()))
        )
        for u in PerangkatDaerah.objects.prefetch_related("riwayat_nama")
    ]
