"""What waits of the cycle: requests for postponement, versions of the policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef
from django.urls import reverse

from inti.formats import tanggal_indonesia
from pelaporan.queries.tugas import Petak, Sumber, Tugas, alamat
from pengawasan.enums import StatusKebijakan, StatusSimulasiKebijakan
from pengawasan.models import Kebijakan, PenundaanJadwal, SimulasiKebijakan
from pengawasan.permissions import boleh_memutuskan_penundaan

if TYPE_CHECKING:
    from inti.models import Pengguna


def penundaan(pengguna: Pengguna) -> tuple[list[Petak], list[Sumber]]:
    """Requests that this person may decide on; nothing for others."""
    if not boleh_memutuskan_penundaan(pengguna):
        return [], []
    menunggu = PenundaanJadwal.objects.terlihat_oleh(pengguna).menunggu()
    menunggu = menunggu.exclude(diajukan_oleh=pengguna)
    daftar = alamat("pengawasan:penundaan-daftar", "status=diajukan")
    sumber = Sumber(
        menunggu.select_related("jadwal__naskah", "diajukan_oleh").order_by("sampai", "pk"),
        _putuskan_penundaan,
        "Permintaan penundaan pemantauan atau evaluasi muncul di sini untuk diputuskan.",
        daftar=("permintaan penundaan", daftar),
    )
    return [Petak("Penundaan menunggu putusan", menunggu, daftar, "warning")], [sumber]


def kebijakan(pengguna: Pengguna) -> Sumber:
    """Drafts of the policy that were tried out and wait to be published by someone else."""
    selesai = SimulasiKebijakan.objects.filter(
        kebijakan=OuterRef("pk"), revisi=OuterRef("revisi"), status=StatusSimulasiKebijakan.SELESAI
    )
    siap = Kebijakan.objects.terlihat_oleh(pengguna).filter(
        Exists(selesai), status=StatusKebijakan.DRAF, berkas__isnull=False
    )
    return Sumber(
        siap.exclude(disusun_oleh=pengguna).order_by("berlaku_mulai", "pk"),
        _terbitkan_kebijakan,
        "Kebijakan yang sudah disimulasikan muncul di sini untuk diterbitkan.",
        daftar=("kebijakan menunggu diterbitkan", reverse("pengawasan:kebijakan-daftar")),
    )


def _putuskan_penundaan(satu: PenundaanJadwal) -> Tugas:
    jadwal = satu.jadwal
    return Tugas(
        judul=f"Permintaan penundaan: {jadwal.get_jenis_display().lower()} {jadwal.naskah.judul}",
        keterangan=(
            f"Dari {tanggal_indonesia(satu.jatuh_tempo)} sampai {tanggal_indonesia(satu.sampai)} "
            f"· diminta {satu.diajukan_oleh} · {jadwal.naskah}"
        ),
        tautan=reverse("pengawasan:jadwal-rincian", args=[jadwal.pk]),
        tindakan="Putuskan",
    )


def _terbitkan_kebijakan(satu: Kebijakan) -> Tugas:
    return Tugas(
        judul=f"Kebijakan {satu}: {satu.tentang}",
        keterangan=f"Disimulasikan; berlaku mulai {tanggal_indonesia(satu.berlaku_mulai)}",
        tautan=satu.get_absolute_url(),
        tindakan="Periksa dan terbitkan",
        tenggat=satu.berlaku_mulai,
    )
