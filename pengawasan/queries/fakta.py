"""From rows to the facts that the pure cycle takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from inti.formats import tanggal_indonesia
from kerjasama.enums import StatusNaskah
from pengawasan.domain.fakta import FaktaNaskah, KebijakanSiklus, Peristiwa, RiwayatKebijakan
from pengawasan.enums import JenisKegiatan, Sifat, StatusBeritaAcara, StatusKegiatan
from pengawasan.models import BeritaAcara, Kebijakan, Kegiatan

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from kerjasama.models import Naskah

MENURUT_DAFTAR = "menurut daftar impor, belum diverifikasi"


def kebijakan_pada(tanggal: date) -> tuple[Kebijakan | None, KebijakanSiklus]:
    """The policy version in force (the earliest, before any), as row and as plain values."""
    baris = Kebijakan.objects.berlaku_pada(tanggal)
    baris = baris or Kebijakan.objects.terbit().order_by("berlaku_mulai").first()
    if baris is None:
        return None, KebijakanSiklus()
    return baris, sebagai_siklus(baris)


def sebagai_siklus(baris: Kebijakan) -> KebijakanSiklus:
    """A version as plain values."""
    return KebijakanSiklus(
        versi=baris.versi,
        interval_pemantauan=baris.interval_pemantauan,
        interval_evaluasi=baris.interval_evaluasi,
        interval_laporan=baris.interval_laporan,
        tenggang_laporan=baris.tenggang_laporan,
        batas_tanpa_evaluasi=baris.batas_tanpa_evaluasi,
        ambang_evaluasi_akhir=baris.ambang_evaluasi_akhir,
        berlaku_mulai=baris.berlaku_mulai,
    )


def riwayat_kebijakan() -> tuple[Kebijakan | None, RiwayatKebijakan]:
    """The published version that begins last, and all of them as plain values."""
    terbit = list(Kebijakan.objects.terbit().order_by("berlaku_mulai"))
    terakhir = terbit[-1] if terbit else None
    return terakhir, RiwayatKebijakan(tuple(sebagai_siklus(satu) for satu in terbit))


def kebijakan_siklus() -> KebijakanSiklus:
    """Today's policy as plain values."""
    return kebijakan_pada(timezone.localdate())[1]


def fakta_naskah(naskah: Naskah) -> FaktaNaskah | None:
    """The facts of a naskah; None while it is a draft (nothing is due before signing)."""
    if naskah.tanggal_ttd is None or naskah.status == StatusNaskah.DRAF:
        return None
    akhir = [t for t in (naskah.tanggal_berakhir, naskah.tanggal_diakhiri) if t]
    return FaktaNaskah(
        tanggal_ttd=naskah.tanggal_ttd,
        tanggal_berakhir=max(min(akhir), naskah.tanggal_ttd) if akhir else None,
        interval_pemantauan=naskah.interval_pemantauan,
        interval_evaluasi=naskah.interval_evaluasi,
        interval_laporan=naskah.interval_laporan,
        klausul=naskah.klausul_interval,
        mulai_pengawasan=naskah.mulai_pengawasan,
        dokumen=naskah.nomor,
    )


def peristiwa_naskah(naskah: Naskah) -> list[Peristiwa]:
    """What was carried out: the kegiatan with a verified date, each with its document.

    Before them, what an old list told.
    """
    return peristiwa_semua([naskah])[naskah.pk]


def peristiwa_semua(naskah: Iterable[Naskah]) -> dict[int, list[Peristiwa]]:
    """The same for many naskah, by key, in one query."""
    hasil = {satu.pk: _menurut_daftar(satu) for satu in naskah}
    pertama = BeritaAcara.objects.filter(
        kegiatan=OuterRef("pk"), status=StatusBeritaAcara.DIVERIFIKASI
    ).order_by("diverifikasi_pada", "pk")
    terlaksana = (
        Kegiatan.objects.filter(naskah__in=list(hasil), tanggal_pelaksanaan__isnull=False)
        .exclude(status=StatusKegiatan.DIBATALKAN)
        .order_by("pk")
        .annotate(nomor_berita_acara=Subquery(pertama.values("nomor__nomor")[:1]))
    )
    for k in terlaksana:
        hasil[k.naskah_id].append(_peristiwa(k, k.nomor_berita_acara))
    return hasil


def _peristiwa(kegiatan: Kegiatan, nomor: str | None) -> Peristiwa:
    tanggal = cast("date", kegiatan.tanggal_pelaksanaan)
    return Peristiwa(
        jenis=JenisKegiatan(kegiatan.jenis),
        tanggal=tanggal,
        sifat=Sifat(kegiatan.sifat),
        menggantikan=kegiatan.menggantikan_berkala,
        dokumen=f"berita acara {nomor or tanggal_indonesia(tanggal)}",
        kegiatan=kegiatan.pk,
    )


def _menurut_daftar(naskah: Naskah) -> list[Peristiwa]:
    """The last events that the list named from which the naskah was imported."""
    terakhir = (
        (JenisKegiatan.PEMANTAUAN, naskah.pemantauan_terakhir),
        (JenisKegiatan.EVALUASI, naskah.evaluasi_terakhir),
    )
    return [
        Peristiwa(jenis, tanggal, dokumen=MENURUT_DAFTAR, terverifikasi=False)
        for jenis, tanggal in terakhir
        if tanggal
    ]
