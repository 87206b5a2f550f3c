"""What the pages of the policy show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from inti.hari_kerja import hari_kerja
from pengawasan.domain.kebijakan import Penerbitan, periksa_terbit
from pengawasan.enums import (
    JenisTersimulasi,
    PerubahanJadwal,
    StatusKebijakan,
    StatusSimulasiKebijakan,
)
from pengawasan.models import Kebijakan

if TYPE_CHECKING:
    from datetime import date

    from inti.models import Pengguna
    from inti.putusan import Putusan
    from pengawasan.models import SimulasiKebijakan

# What a version decides, in the order in which it is shown.
ANGKA = (
    "interval_pemantauan",
    "interval_evaluasi",
    "interval_laporan",
    "tenggang_laporan",
    "batas_tanpa_evaluasi",
    "ambang_evaluasi_akhir",
    "ambang_klaim_lama",
    "tenggat_tindak_lanjut",
    "interval_teguran",
    "tenggang_perpanjangan",
)
KETENTUAN = (*ANGKA, "tangga_teks", "diam_hari_libur")
TANGGA = "tangga pengingat (hari dari jatuh tempo)"


@dataclass(frozen=True)
class Ketentuan:
    """One thing that a version decides, beside what the version before it decided."""

    nama: str
    nilai: Any
    sebelumnya: Any
    berubah: bool


def ketentuan(kebijakan: Kebijakan) -> list[Ketentuan]:
    """Everything the version decides."""
    sebelum = (
        Kebijakan.objects.terbit()
        .filter(berlaku_mulai__lt=kebijakan.berlaku_mulai)
        .exclude(pk=kebijakan.pk)
        .order_by("-berlaku_mulai")
        .first()
    )
    hasil = []
    for nama in KETENTUAN:
        kini, lama = getattr(kebijakan, nama), getattr(sebelum, nama, None)
        label = TANGGA if nama == "tangga_teks" else _label(nama)
        beda = sebelum is not None and kini != lama
        hasil.append(Ketentuan(label, _kata(kini), _kata(lama), beda))
    return hasil


def _kata(nilai: Any) -> Any:
    return {True: "ya", False: "tidak"}[nilai] if isinstance(nilai, bool) else nilai


def _label(nama: str) -> str:
    return next(str(f.verbose_name) for f in Kebijakan._meta.fields if f.name == nama)


def simulasi_terakhir(kebijakan: Kebijakan) -> SimulasiKebijakan | None:
    """The trial that was asked for last."""
    return kebijakan.simulasi.order_by("-pk").first()


def simulasi_sah(kebijakan: Kebijakan) -> SimulasiKebijakan | None:
    """The last finished trial of the draft as it now is."""
    selesai = kebijakan.simulasi.filter(
        revisi=kebijakan.revisi, status=StatusSimulasiKebijakan.SELESAI
    )
    return selesai.order_by("-pk").first()


def ringkasan(simulasi: SimulasiKebijakan) -> list[tuple[str, list[tuple[str, int, str]]]]:
    """The totals by kind: each with its number and the filter that shows its rows."""
    return [
        (
            jenis.label,
            [
                (
                    perubahan.label,
                    simulasi.ringkasan.get(jenis.value, {}).get(perubahan.value, 0),
                    f"?jenis={jenis.value}&perubahan={perubahan.value}",
                )
                for perubahan in PerubahanJadwal
            ],
        )
        for jenis in JenisTersimulasi
    ]


def usul_versi(hari_ini: date) -> str:
    """The next name: year and running number."""
    awalan = f"{hari_ini.year}-"
    ada = set(Kebijakan.objects.filter(versi__startswith=awalan).values_list("versi", flat=True))
    return next(v for n in range(1, len(ada) + 2) if (v := f"{awalan}{n}") not in ada)


def salinan_baru(hari_ini: date) -> tuple[Kebijakan, date | None]:
    """An unsaved version with the values of the one that begins last, and when that begins."""
    terakhir = Kebijakan.objects.terakhir_terbit()
    salinan = Kebijakan(versi=usul_versi(hari_ini))
    if terakhir is None:
        return salinan, None
    for nama in KETENTUAN:
        if nama != "tangga_teks":
            setattr(salinan, nama, getattr(terakhir, nama))
    salinan.tangga = list(terakhir.tangga)
    return salinan, terakhir.berlaku_mulai


def boleh_diterbitkan(kebijakan: Kebijakan, pengguna: Pengguna) -> Putusan:
    """Whether this person may publish it as it now is."""
    terakhir = Kebijakan.objects.terakhir_terbit()
    return periksa_terbit(
        StatusKebijakan(kebijakan.status),
        Penerbitan(
            berlaku_mulai=kebijakan.berlaku_mulai,
            hari_ini=timezone.localdate(),
            mulai_terakhir=terakhir.berlaku_mulai if terakhir else None,
            ber_keputusan=kebijakan.ber_keputusan,
            tersimulasi=simulasi_sah(kebijakan) is not None,
            oleh_penyusun=pengguna.pk == kebijakan.disusun_oleh_id,
        ),
    )


def diam(kebijakan: Kebijakan | None, per: date) -> bool:
    """Whether nobody is reminded on the day, because the policy keeps days off quiet."""
    return bool(kebijakan and kebijakan.diam_hari_libur) and not hari_kerja(per)
