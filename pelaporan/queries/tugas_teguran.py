"""What waits in the ladder of teguran."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import OuterRef, Subquery
from django.urls import reverse

from pelaporan.queries.tugas import Sumber, Tugas
from pengawasan.models import SuratTeguran, Teguran

if TYPE_CHECKING:
    from inti.models import Pengguna
    from pengawasan.models.teguran import TeguranQuerySet


def staf(pengguna: Pengguna, hari_ini: date) -> Sumber:
    """The next step, proposed the day after the deadline."""
    perlu = Teguran.objects.terlihat_oleh(pengguna).perlu_langkah(hari_ini)
    return Sumber(
        _bersurat(perlu).order_by("pk"),
        lambda satu: _tugas(satu, "Langkah teguran dapat diambil", "Buka teguran", hari_ini),
        "SP berikutnya diusulkan sehari setelah batas jawaban lewat.",
        daftar=("teguran dapat dilanjutkan", reverse("pengawasan:teguran-daftar")),
    )


def penilai(pengguna: Pengguna, hari_ini: date) -> Sumber:
    """Answers to judge."""
    perlu = Teguran.objects.terlihat_oleh(pengguna).perlu_dinilai()
    return Sumber(
        _bersurat(perlu).order_by("pk"),
        lambda satu: _tugas(satu, "Jawaban menunggu dinilai", "Nilai jawaban", hari_ini),
        "Jawaban atas surat teguran muncul untuk dinilai.",
        daftar=("jawaban teguran menunggu dinilai", reverse("pengawasan:teguran-daftar")),
    )


def mitra(pengguna: Pengguna, hari_ini: date) -> Sumber:
    """Letters that the mitra has yet to answer."""
    perlu = Teguran.objects.terlihat_oleh(pengguna).menunggu_jawaban()
    return Sumber(
        _bersurat(perlu).order_by("pk"),
        lambda satu: _tugas(satu, "Surat teguran menunggu jawaban", "Jawab", hari_ini, batas=True),
        "Surat teguran yang ditujukan kepada Anda muncul untuk dijawab.",
        daftar=("surat teguran menunggu jawaban", reverse("pengawasan:teguran-daftar")),
    )


def _bersurat(teguran: TeguranQuerySet) -> TeguranQuerySet:
    """With rung and deadline of the letter that stands."""
    kini = SuratTeguran.objects.filter(teguran=OuterRef("pk"), kini=True)
    return teguran.select_related("naskah", "mitra").annotate(
        tingkat_kini=Subquery(kini.values("tingkat")[:1]),
        batas_kini=Subquery(kini.values("batas_jawaban")[:1]),
    )


def _tugas(
    teguran: Any, keterangan: str, tindakan: str, hari_ini: date, *, batas: bool = False
) -> Tugas:
    surat = f"SP{teguran.tingkat_kini}" if teguran.tingkat_kini else "Teguran"
    tenggat = teguran.batas_kini if batas else None
    return Tugas(
        judul=f"{surat} {teguran.mitra}",
        keterangan=f"{keterangan} · {teguran.naskah}",
        tautan=teguran.get_absolute_url(),
        tindakan=tindakan,
        tenggat=tenggat,
        terlambat=bool(tenggat and tenggat < hari_ini),
    )
