"""What the register takes from the proposal of a row: columns, parties, units."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from inti.kalender import tambah_bulan
from inti.models import Pemerintah
from kerjasama.domain.kolom import TANGGAL_PENGAWASAN
from kerjasama.domain.unit import baca_unit, kamus_unit
from kerjasama.enums import PeranPD, StatusNaskah
from kerjasama.models import Naskah, Urusan
from kerjasama.services.ruang_tinjau import daftar_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kerjasama.models import Mitra

TANGGAL = ("tanggal_ttd", "tanggal_berakhir", *TANGGAL_PENGAWASAN)


class PembacaIsi:
    """Reads proposals; what the register knows of units and urusan is asked once, when needed."""

    def __init__(self) -> None:
        self._hari_ini = timezone.localdate()

    @cached_property
    def _unit(self) -> tuple[Any, str]:
        return kamus_unit(daftar_unit()), Pemerintah.objects.saat_ini().nama_daerah

    @cached_property
    def _urusan(self) -> dict[str, Urusan]:
        return {satu.kode: satu for satu in Urusan.objects.all()}

    def data(self, usulan: Mapping[str, Any]) -> dict[str, Any]:
        """Columns of Naskah; a signing older than six months enters as a backlog (rules, part 3).

        What the list says was held last goes with it as a fact that nobody has verified.
        """
        field = Naskah._meta.get_field("tanggal_ttd")
        tanggal = {nama: field.to_python(usulan.get(nama) or None) for nama in TANGGAL}
        ttd = tanggal["tanggal_ttd"]
        lama = ttd is not None and tambah_bulan(ttd, 6) < self._hari_ini
        urusan = usulan.get("urusan", "")
        return {
            "jenis": usulan["jenis"],
            "jenis_kerja_sama": usulan.get("jenis_kerja_sama", ""),
            "urusan": self._urusan.get(urusan) if urusan else None,
            "ruang_lingkup": usulan.get("ruang_lingkup", ""),
            "sebutan": usulan.get("sebutan", ""),
            "nomor": usulan.get("nomor", ""),
            "judul": usulan["judul"],
            "tanggal_ttd": ttd,
            "tanggal_berakhir": tanggal["tanggal_berakhir"],
            "jangka_waktu": usulan.get("jangka_waktu", ""),
            "mulai_pengawasan": tanggal["mulai_pengawasan"] or (self._hari_ini if lama else None),
            "pemantauan_terakhir": tanggal["pemantauan_terakhir"],
            "evaluasi_terakhir": tanggal["evaluasi_terakhir"],
            "status": StatusNaskah.BERLAKU if ttd else StatusNaskah.DRAF,
        }

    def keterlibatan(self, usulan: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The units that the cell names: the first initiates and signed, the others take part."""
        kamus, daerah = self._unit
        unit = baca_unit(usulan.get("perangkat_daerah", ""), kamus, daerah).unit
        penanda = {
            "penanda_tangan": usulan.get("penanda_tangan", ""),
            "jabatan": usulan.get("jabatan_penanda_tangan", ""),
        }
        return [
            {"perangkat_daerah": u.pk, "peran": PeranPD.TERKAIT}
            if i
            else {"perangkat_daerah": u.pk, "peran": PeranPD.PEMRAKARSA} | penanda
            for i, u in enumerate(unit)
        ]


def pihak(usulan: Mapping[str, Any], mitra: Iterable[Mitra]) -> list[dict[str, Any]]:
    """The parties, each once; `mitra` are those of the proposal, in its order."""
    hasil: dict[int, dict[str, Any]] = {}
    for sebutan, satu in zip(usulan["mitra"], mitra, strict=True):
        isi = {nama: sebutan.get(nama, "") for nama in ("nomor", "penanda_tangan", "jabatan")}
        hasil.setdefault(satu.pk, {"mitra": satu.pk} | isi)
    return list(hasil.values())
