"""Around the mitra's reports: a later deadline asked for, a report on request, a form in draft."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone

from kerjasama.enums import STATUS_BERLAKU
from kerjasama.services import keanggotaan
from pelaporan.management.contoh.orang import buat_anggota
from pelaporan.models import KewajibanLaporan
from pelaporan.services import formulir, permintaan_laporan, perpanjangan_batas

if TYPE_CHECKING:
    from inti.models import Pengguna

PENANDA = "PENANDA-MITRA"


def lengkapi(orang: dict[str, Pengguna]) -> None:
    """For the demo mitra: who sends, what it asks for, and what it is asked for."""
    formulir.buat(versi="Formulir 2 (rancangan)", oleh=orang["staf"])
    (anggota,) = orang["mitra"].keanggotaan.all()
    keanggotaan.tetapkan_tugas(
        anggota.pk, penanggung_jawab=True, oleh=orang["staf"], oleh_staf=True
    )
    buat_anggota(f"Wulan Prameswarini {PENANDA}", mitra=anggota.mitra)
    terbuka = KewajibanLaporan.objects.milik(orang["mitra"]).terbuka()
    duty = terbuka.filter(naskah__status__in=STATUS_BERLAKU).order_by("batas", "pk").first()
    if duty is None:
        return
    diminta = duty.mitra_id
    hari_ini = timezone.localdate()
    permintaan_laporan.minta(
        duty.naskah_id,
        mitra=[diminta],
        perihal="Keadaan kios dan pedagang per akhir triwulan",
        alasan="Ada keluhan pedagang yang perlu dijawab sebelum rapat evaluasi.",
        batas=hari_ini + timedelta(days=21),
        oleh=orang["staf"],
    )
    perpanjangan_batas.ajukan(
        duty.pk,
        sampai=max(duty.batas, hari_ini) + timedelta(days=14),
        alasan=f"Laporan keuangan masih diaudit. {PENANDA}",
        oleh=orang["mitra"],
    )
