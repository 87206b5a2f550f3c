"""Who signs for the units, and who is on the team that supervises them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kerjasama.models import NaskahPerangkatDaerah
from pengawasan.domain.pemisahan import Penanda
from pengawasan.enums import StatusSuratTugas, WakilPenandaTangan
from pengawasan.models import AnggotaTim, PenandaTangan

if TYPE_CHECKING:
    from collections.abc import Collection

    from pengawasan.models import Kegiatan


def penanda_unit(kegiatan: Collection[Kegiatan]) -> list[Penanda]:
    """Who signed the naskah for a unit, and who signs a berita acara of the kegiatan for one."""
    naskah = NaskahPerangkatDaerah.objects.filter(naskah__in=[k.naskah_id for k in kegiatan])
    hasil = [
        Penanda(satu.penanda_tangan, f"{satu.perangkat_daerah} pada naskah {satu.naskah}")
        for satu in naskah.exclude(penanda_tangan="").select_related("naskah", "perangkat_daerah")
    ]
    berita_acara = PenandaTangan.objects.filter(
        berita_acara__kegiatan__in=[k.pk for k in kegiatan],
        mewakili=WakilPenandaTangan.PERANGKAT_DAERAH,
    ).select_related("berita_acara__perangkat_daerah", "berita_acara__nomor")
    return hasil + [
        Penanda(satu.nama, f"{satu.berita_acara.perangkat_daerah} pada {satu.berita_acara}")
        for satu in berita_acara
    ]


def tim_bertugas(kegiatan: Kegiatan) -> list[tuple[str, str]]:
    """The names of today's team of a kegiatan, each with the number of its letter.

    A person with an account is there by the name on the letter and by that of the account.
    """
    anggota = AnggotaTim.objects.filter(
        surat_tugas__kegiatan=kegiatan.pk, surat_tugas__status=StatusSuratTugas.BERLAKU
    ).select_related("pengguna", "surat_tugas__nomor")
    return [
        (nama, str(satu.surat_tugas))
        for satu in anggota
        for nama in dict.fromkeys([satu.nama, *([satu.pengguna.nama] if satu.pengguna else [])])
    ]
