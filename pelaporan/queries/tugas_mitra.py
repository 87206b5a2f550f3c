"""What waits for a mitra."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.urls import reverse

from pelaporan.models import KewajibanLaporan
from pelaporan.queries import tugas_setoran, tugas_teguran
from pelaporan.queries.laporan_mitra import kartu, terbuka_portal
from pelaporan.queries.tugas import Petak, Sumber, Tugas, alamat
from pelaporan.queries.tugas_kertas_kerja import sumber_kertas_kerja

if TYPE_CHECKING:
    from inti.models import Pengguna


def mitra(pengguna: Pengguna, hari_ini: date) -> tuple[list[Petak], list[Sumber]]:
    """Reports that are due, late or returned; money that is owed."""
    portal = "pelaporan:portal-daftar"
    terbuka = KewajibanLaporan.objects.milik(pengguna).terbuka()
    tepat = terbuka.filter(batas__gte=hari_ini)
    ditunggu, mendatang = Q(jatuh_tempo__lte=hari_ini), Q(jatuh_tempo__gt=hari_ini)
    petak = [
        Petak(
            "Laporan terlambat",
            terbuka.terlambat_pada(hari_ini),
            alamat(portal, "keadaan=terlambat"),
            "danger",
        ),
        Petak(
            "Laporan jatuh tempo",
            tepat.filter(ditunggu),
            alamat(portal, "keadaan=jatuh_tempo"),
            "warning",
        ),
        Petak("Laporan mendatang", tepat.filter(mendatang), alamat(portal, "keadaan=mendatang")),
    ]
    sumber = Sumber(
        terbuka_portal(pengguna).filter(ditunggu | Q(laporan__status="dikembalikan")),
        partial(_tugas, hari_ini),
        "Laporan pelaksanaan kerja sama muncul di sini saat jatuh tempo, setiap enam bulan.",
        daftar=("laporan menunggu disampaikan", reverse("pelaporan:portal-daftar")),
    )
    petak_uang, sumber_uang = tugas_setoran.mitra(pengguna, hari_ini)
    return petak + petak_uang, [
        tugas_teguran.mitra(pengguna, hari_ini),
        sumber,
        *sumber_uang,
        sumber_kertas_kerja(pengguna, hari_ini),
    ]


def _tugas(hari_ini: date, kewajiban: Any) -> Tugas:
    satu = kartu(kewajiban, hari_ini)
    keadaan = "" if satu.hari_terlambat else f"{satu.keadaan.label} · "
    if kewajiban.menunggu_perpanjangan:
        keadaan += "Perpanjangan batas menunggu putusan · "
    return Tugas(
        judul=f"{kewajiban.sebutan}: {kewajiban.naskah.judul}",
        keterangan=f"{keadaan}{kewajiban.mitra}",
        tautan=f"{reverse('pelaporan:portal-daftar')}#kewajiban-{kewajiban.pk}"
        if satu.laporan is None
        else reverse("pelaporan:portal-laporan", args=[satu.laporan.pk]),
        tindakan="Isi laporan" if satu.laporan is None else "Lanjutkan",
        tenggat=kewajiban.batas,
        terlambat=satu.hari_terlambat > 0,
    )
