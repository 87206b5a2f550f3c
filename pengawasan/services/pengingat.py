"""Reminders of supervision that is due: rows unique by obligation, rung and person."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.enums import Peran
from inti.formats import tanggal_indonesia
from inti.models import Pengguna
from inti.notifikasi import antrekan
from pengawasan.domain.pengingat import TANGGA, ambang_terakhir
from pengawasan.models import Jadwal, Pengingat

if TYPE_CHECKING:
    from datetime import date

BASI = timedelta(days=90)


def terbitkan(per: date | None = None) -> int:
    """One message per obligation for the latest rung reached; returns how many obligations."""
    per = per or timezone.localdate()
    jendela = (per - BASI, per - timedelta(days=TANGGA[0]))
    jadwal = Jadwal.objects.terbuka().jatuh_antara(*jendela)
    penerima = list(Pengguna.objects.berperan(Peran.STAF, Peran.TIM, pada=per))
    sudah = set(Pengingat.objects.filter(jadwal__in=jadwal).values_list("jadwal", "ambang"))
    jumlah = 0
    for satu in jadwal.select_related("naskah").iterator(chunk_size=500):
        ambang = ambang_terakhir(satu.tenggat, per=per)
        if ambang is not None and (satu.pk, ambang) not in sudah:
            ingatkan(satu, ambang, penerima)
            jumlah += 1
    return jumlah


@transaction.atomic
def ingatkan(jadwal: Jadwal, ambang: int, penerima: list[Pengguna]) -> None:
    """Leave the rows and queue the message; what is already there is not said again."""
    baru = [
        orang
        for orang in penerima
        if Pengingat.objects.get_or_create(jadwal=jadwal, ambang=ambang, penerima=orang)[1]
    ]
    if not baru:
        return
    jejak = audit.catat("jadwal.ingatkan", jadwal, oleh=None, ambang=ambang)
    jenis, tanggal = jadwal.get_jenis_display(), tanggal_indonesia(jadwal.tenggat)
    keadaan = "sudah lewat jatuh tempo" if ambang > 0 else "akan jatuh tempo"
    antrekan(
        jejak,
        kepada=baru,
        subjek=f"{jenis} {keadaan}: {jadwal.naskah}",
        isi=f"{jenis} atas {jadwal.naskah.judul} jatuh tempo {tanggal}. "
        f"{jadwal.dasar['kalimat'][0]}",
        tautan=f"/pengawasan/jadwal/{jadwal.pk}/",
    )
