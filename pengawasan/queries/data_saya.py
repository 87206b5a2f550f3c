"""What the supervision holds about one person, and what is open in that person's name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from inti.data_pribadi import TugasTerbuka
from inti.roles import Kemampuan
from pengawasan.enums import StatusKegiatan, StatusSuratTugas
from pengawasan.models import AnggotaTim

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import Pengguna


def bagian(pengguna: Pengguna) -> dict[str, list[dict[str, Any]]]:
    """Every surat tugas that names the person."""
    return {
        "surat_tugas": [
            {
                "surat_tugas": str(satu.surat_tugas),
                "kedudukan": satu.get_kedudukan_display(),
                "nama": satu.nama,
                "jabatan": satu.jabatan,
            }
            for satu in _anggota(pengguna)
        ]
    }


def tugas(pengguna: Pengguna) -> list[TugasTerbuka]:
    """Surat tugas that are in force for a kegiatan that is not held yet."""
    berjalan = _anggota(pengguna).filter(
        surat_tugas__status=StatusSuratTugas.BERLAKU,
        surat_tugas__kegiatan__status__in=(StatusKegiatan.DIRENCANAKAN, StatusKegiatan.DITUGASKAN),
    )
    surat = {satu.surat_tugas_id: satu.surat_tugas for satu in berjalan}
    return [
        TugasTerbuka(
            f"Anggota tim pada {satu}", satu.get_absolute_url(), Kemampuan.LIHAT_PENGAWASAN
        )
        for satu in surat.values()
    ]


def _anggota(pengguna: Pengguna) -> QuerySet[AnggotaTim]:
    return AnggotaTim.objects.filter(pengguna=pengguna).select_related("surat_tugas__nomor")
