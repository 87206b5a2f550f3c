"""What a phone takes along to a tinjau lokasi."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from pengawasan.enums import JenisBeritaAcara, JenisKegiatan, Metode, StatusBeritaAcara
from pengawasan.enums import StatusKegiatan as Status
from pengawasan.models import BeritaAcara, Kegiatan

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from inti.models import Pengguna

# What the pages of the field kit link, and what those files import.
CANGKANG = (
    "css",
    "img",
    "js",
    "vendor/bootstrap-5.3.9",
    "vendor/htmx-2.0.10",
    "vendor/inter-5.3.0",
)


def untuk_ditinjau(pengguna: Pengguna) -> QuerySet[Kegiatan]:
    """Kegiatan that still need a tinjau lokasi, of the units of the person, nearest plan first.

    An evaluasi needs one as its element b (Pasal 6 ayat (4)) unless it is said why not.
    """
    unit = pengguna.keanggotaan.aktif().exclude(perangkat_daerah=None).values("perangkat_daerah")
    masuk = BeritaAcara.objects.filter(
        kegiatan=OuterRef("pk"),
        jenis=JenisBeritaAcara.TINJAU_LOKASI,
        status__in=(StatusBeritaAcara.DIAJUKAN, StatusBeritaAcara.DIVERIFIKASI),
    )
    perlu = Q(metode=Metode.TINJAU_LOKASI) | Q(jenis=JenisKegiatan.EVALUASI, alasan_tanpa_tinjau="")
    return (
        Kegiatan.objects.terlihat_oleh(pengguna)
        .filter(
            perlu,
            ~Exists(masuk),
            status__in=(Status.DITUGASKAN, Status.DILAKSANAKAN),
            naskah__keterlibatan__perangkat_daerah__in=unit,
        )
        .select_related("naskah")
        .order_by("tanggal_rencana", "pk")
        .distinct()
    )


def jawaban(berita_acara: BeritaAcara) -> dict[str, Any]:
    """What a phone needs to know of the record that it sent, and where its photos go."""
    return {
        "berita_acara": berita_acara.pk,
        "versi": berita_acara.versi,
        "status": berita_acara.status,
        "nomor": str(berita_acara.nomor or ""),
        "alamat": berita_acara.get_absolute_url(),
        "alamat_foto": reverse("pengawasan:lapangan-foto", args=[berita_acara.pk]),
        "alamat_selesai": reverse("pengawasan:lapangan-selesai", args=[berita_acara.pk]),
    }
