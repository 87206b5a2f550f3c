"""The steps of recommendations, written beside each change of their state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone

from inti.enums import Peran
from pengawasan.enums import JenisLangkah
from pengawasan.models import LangkahRekomendasi, Rekomendasi

if TYPE_CHECKING:
    from collections.abc import Iterable

    from inti.models import Pengguna
    from pengawasan.models import BarisMatrik

# As whom each step is taken.
PERAN = {
    JenisLangkah.SARAN: (Peran.TIM,),
    JenisLangkah.AJUKAN: (Peran.TIM,),
    JenisLangkah.SETUJUI: (Peran.KETUA,),
    JenisLangkah.KEMBALIKAN: (Peran.KETUA,),
    JenisLangkah.TARIK: (Peran.TIM,),
    JenisLangkah.SETUJUI_WALIKOTA: (Peran.WALIKOTA,),
    JenisLangkah.TOLAK_WALIKOTA: (Peran.WALIKOTA,),
}


def catat(
    rekomendasi: Iterable[int], jenis: JenisLangkah, *, oleh: Pengguna, catatan: str = ""
) -> None:
    """One step of each, with the person's name and seat of now; in the caller's transaction."""
    pada, sebagai = timezone.now(), oleh.sebagai_peran(*PERAN[jenis])
    LangkahRekomendasi.objects.bulk_create(
        LangkahRekomendasi(
            rekomendasi_id=pk,
            jenis=jenis,
            oleh=oleh,
            nama=str(oleh),
            sebagai=sebagai,
            pada=pada,
            catatan=catatan,
        )
        for pk in rekomendasi
    )


def catat_saran(baris: Iterable[BarisMatrik], *, oleh: Pengguna) -> None:
    """Whoever first wrote a recommendation of the rows gave the saran."""
    baru = Rekomendasi.objects.filter(baris__in=baris).exclude(langkah__jenis=JenisLangkah.SARAN)
    catat(list(baru.values_list("pk", flat=True)), JenisLangkah.SARAN, oleh=oleh)
