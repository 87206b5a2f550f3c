"""What the page of the attachments of one naskah shows."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q

from inti.models import JejakAudit
from kerjasama.models import DokumenNaskah, LampiranBertanggal, Naskah, VersiBerkas

if TYPE_CHECKING:
    from inti.models import Pengguna
    from kerjasama.domain.lampiran import Keadaan
    from kerjasama.models.lampiran import LampiranQuerySet
    from kerjasama.models.versi_berkas import VersiBerkasQuerySet


def lampiran_naskah(
    naskah: Naskah, pengguna: Pengguna, per: date
) -> list[tuple[LampiranBertanggal, Keadaan]]:
    """Those one may see with how they stand; what is closed comes last."""
    semua = untuk_halaman(LampiranBertanggal.objects.terlihat_oleh(pengguna)).filter(naskah=naskah)
    return [(satu, satu.keadaan(per)) for satu in semua.order_by("status", "berlaku_sampai", "pk")]


def untuk_halaman(lampiran: LampiranQuerySet) -> LampiranQuerySet:
    """With party, versions and who closed it, in a constant number of queries."""
    return lampiran.select_related("mitra", "ditutup_oleh").prefetch_related(
        Prefetch("versi", _versi())
    )


def dokumen_naskah(naskah: Naskah) -> list[DokumenNaskah]:
    """The documents with their versions."""
    semua = naskah.dokumen.select_related("berkas").prefetch_related(Prefetch("versi", _versi()))
    return list(semua)


def jejak_lampiran(naskah: Naskah) -> list[JejakAudit]:
    """What was done to the attachments of the naskah, newest first."""
    milik = Q(
        objek_jenis=LampiranBertanggal._meta.label_lower,
        objek_id__in=naskah.lampiran.values("pk"),
    )
    return list(JejakAudit.objects.filter(milik).order_by("-pk")[:20])


def _versi() -> VersiBerkasQuerySet:
    return VersiBerkas.objects.select_related("berkas", "diunggah_oleh")
