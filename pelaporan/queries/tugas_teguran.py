"""What waits in the ladder of teguran."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from pelaporan.queries.tugas import Sumber, Tugas
from pengawasan.models import Teguran

if TYPE_CHECKING:
    from inti.models import Pengguna


def staf(pengguna: Pengguna, hari_ini: date) -> Sumber:
    """The next step, proposed the day after the deadline."""
    perlu = Teguran.objects.terlihat_oleh(pengguna).perlu_langkah(hari_ini)
    return Sumber(
        perlu.untuk_daftar().order_by("pk"),
        lambda satu: _tugas(satu, "Langkah teguran dapat diambil", "Buka teguran", hari_ini),
        "SP berikutnya diusulkan sehari setelah batas jawaban lewat.",
    )


def penilai(pengguna: Pengguna, hari_ini: date) -> Sumber:
    """Answers to judge."""
    perlu = Teguran.objects.terlihat_oleh(pengguna).perlu_dinilai()
    return Sumber(
        perlu.untuk_daftar().order_by("pk"),
        lambda satu: _tugas(satu, "Jawaban menunggu dinilai", "Nilai jawaban", hari_ini),
        "Jawaban atas surat teguran muncul untuk dinilai.",
    )


def mitra(pengguna: Pengguna, hari_ini: date) -> Sumber:
    """Letters that the mitra has yet to answer."""
    perlu = Teguran.objects.terlihat_oleh(pengguna).menunggu_jawaban()
    return Sumber(
        perlu.untuk_daftar().order_by("pk"),
        lambda satu: _tugas(satu, "Surat teguran menunggu jawaban", "Jawab", hari_ini, batas=True),
        "Surat teguran yang ditujukan kepada Anda muncul untuk dijawab.",
    )


def _tugas(
    teguran: Any, keterangan: str, tindakan: str, hari_ini: date, *, batas: bool = False
) -> Tugas:
    kini = next(iter(teguran.surat_kini), None)
    tenggat = kini.batas_jawaban if kini and batas else None
    return Tugas(
        judul=f"{f'SP{kini.tingkat}' if kini else 'Teguran'} {teguran.mitra}",
        keterangan=f"{keterangan} · {teguran.naskah}",
        tautan=teguran.get_absolute_url(),
        tindakan=tindakan,
        tenggat=tenggat,
        terlambat=bool(tenggat and tenggat < hari_ini),
    )
