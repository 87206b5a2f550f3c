"""What stands around the extension of a naskah: by when, and the evaluasi for it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Subquery
from django.db.models.functions import Coalesce

from kerjasama.domain.akhir import Tenggang, batas_pengajuan, tenggang
from pengawasan.domain.perpanjangan import Pengajuan
from pengawasan.enums import JenisKegiatan, StatusKegiatan
from pengawasan.models import Jadwal, Kebijakan, Kegiatan
from pengawasan.queries.fakta import kebijakan_pada
from pengawasan.queries.jadwal import direncanakan

if TYPE_CHECKING:
    from django.db.models import Expression

    from kerjasama.models import Naskah
    from pengawasan.models.kegiatan import KegiatanQuerySet

BELUM_DIADAKAN = (StatusKegiatan.DIRENCANAKAN, StatusKegiatan.DITUGASKAN)
BULAN_BAKU = 3


def tenggang_baku(kebijakan: Kebijakan | None) -> Tenggang:
    """The lead time of a version of the policy."""
    if kebijakan is None:
        return Tenggang(BULAN_BAKU, "kebijakan baku")
    return Tenggang(kebijakan.tenggang_perpanjangan, f"kebijakan {kebijakan.versi}")


def bulan_baku(per: date) -> Expression:
    """The same months as an expression, for a query that needs no more of the policy."""
    berlaku = Kebijakan.objects.terbit().filter(berlaku_mulai__lte=per).order_by("-berlaku_mulai")
    return Coalesce(Subquery(berlaku.values("tenggang_perpanjangan")[:1]), BULAN_BAKU)


def tenggang_pada(per: date) -> Tenggang:
    """The lead time of the policy in force on the day."""
    return tenggang_baku(kebijakan_pada(per)[0])


def pengajuan(naskah: Naskah, *, per: date, baku: Tenggang) -> Pengajuan | None:
    """By when an extension of it is asked for; None without a last day."""
    if naskah.tanggal_berakhir is None:
        return None
    berlaku = tenggang(naskah.tenggang_perpanjangan, naskah.jenis_kerja_sama, baku=baku)
    batas = batas_pengajuan(naskah.tanggal_berakhir, berlaku.bulan)
    return Pengajuan(batas, berlaku.kalimat(), per)


def evaluasi_direncanakan(naskah: Naskah) -> Kegiatan | None:
    """The evaluasi that is planned and not yet held, if any."""
    return _evaluasi().filter(naskah=naskah, status__in=BELUM_DIADAKAN).first()


def jadwal_evaluasi(naskah: Naskah) -> Jadwal | None:
    """The evaluasi that is owed and has no kegiatan yet: planning it meets the obligation."""
    terbuka = Jadwal.objects.terbuka().filter(
        ~direncanakan(), naskah=naskah, jenis=JenisKegiatan.EVALUASI
    )
    return terbuka.order_by("jatuh_tempo", "pk").first()


def bersama_perpanjangan() -> KegiatanQuerySet:
    """The evaluasi of Pasal 8 ayat (4), planned or held."""
    return _evaluasi().filter(bersama_perpanjangan=True)


def _evaluasi() -> KegiatanQuerySet:
    semua = Kegiatan.objects.filter(jenis=JenisKegiatan.EVALUASI)
    return semua.exclude(status=StatusKegiatan.DIBATALKAN)
