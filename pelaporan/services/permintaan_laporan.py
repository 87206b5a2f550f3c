"""Asking one or all mitra of a naskah for a report outside the periods, and taking it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from inti import audit
from inti.formats import tanggal_indonesia
from inti.notifikasi import antrekan
from inti.putusan import AturanDilanggar, wajib
from inti.services.sekali import pakai_kunci
from kerjasama.enums import StatusNaskah
from kerjasama.models import Naskah
from pelaporan import kabar
from pelaporan.domain.permintaan_laporan import dasar, periksa_minta, periksa_tarik
from pelaporan.enums import StatusKewajibanLaporan as Status
from pelaporan.models import KewajibanLaporan, PermintaanLaporan
from pelaporan.queries.penerima import orang_mitra

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from uuid import UUID

    from inti.models import JejakAudit, Pengguna
    from inti.pesan import Pesan

BERUBAH = "Permintaan ini baru saja berubah. Muat ulang halaman."


@transaction.atomic
def minta(
    naskah_pk: int,
    *,
    mitra: Sequence[int],
    perihal: str,
    alasan: str,
    batas: date,
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> PermintaanLaporan:
    """Each of the mitra owes a report from today on, like any other, by `batas`."""
    pakai_kunci(kunci, oleh=oleh)
    naskah = Naskah.objects.select_for_update(of=("self",)).get(pk=naskah_pk)
    hari_ini = timezone.localdate()
    wajib(
        periksa_minta(
            bertanda_tangan=naskah.status != StatusNaskah.DRAF,
            mitra=mitra,
            pihak=naskah.pihak.aktif().values_list("mitra", flat=True),
            batas=batas,
            per=hari_ini,
        )
    )
    permintaan = PermintaanLaporan.objects.create(
        naskah=naskah, perihal=perihal, alasan=alasan, batas=batas, diminta_oleh=oleh
    )
    sebab = dasar(diminta=hari_ini, perihal=perihal, alasan=alasan, batas=batas)
    KewajibanLaporan.objects.bulk_create(
        KewajibanLaporan(
            naskah=naskah,
            mitra_id=satu,
            permintaan=permintaan,
            perihal=perihal,
            jatuh_tempo=hari_ini,
            batas=batas,
            batas_aturan=batas,
            dasar=sebab,
        )
        for satu in dict.fromkeys(mitra)
    )
    jejak = audit.catat(
        "permintaan_laporan.kirim",
        permintaan,
        oleh=oleh,
        naskah=str(naskah),
        mitra=list(mitra),
        alasan=alasan,
        batas=batas,
    )
    pesan = kabar.LAPORAN_DIMINTA.tulis(
        perihal=perihal, naskah=naskah, batas=tanggal_indonesia(batas), alasan=alasan
    )
    _kabari(jejak, mitra, pesan)
    return permintaan


@transaction.atomic
def tarik(pk: int, *, alasan: str, oleh: Pengguna) -> PermintaanLaporan:
    """Take it back from the mitra that sent nothing yet; what was sent stays."""
    permintaan = PermintaanLaporan.objects.select_for_update(of=("self",)).get(pk=pk)
    belum = permintaan.kewajiban.filter(status=Status.TERBUKA).exclude(laporan__putaran__gt=0)
    mitra = list(belum.order_by("pk").values_list("mitra", flat=True))
    ditarik = permintaan.ditarik_pada is not None
    wajib(periksa_tarik(ditarik=ditarik, belum_dikirim=len(mitra), alasan=alasan))
    sama = PermintaanLaporan.objects.filter(pk=pk, ditarik_pada=None)
    if not sama.update(ditarik_oleh=oleh, ditarik_pada=timezone.now(), alasan_tarik=alasan):
        raise AturanDilanggar(BERUBAH)
    terbuka = KewajibanLaporan.objects.filter(permintaan=permintaan, mitra__in=mitra)
    terbuka.filter(status=Status.TERBUKA).update(
        status=Status.DIGANTIKAN, alasan_status=f"Permintaan ditarik: {alasan}"[:300]
    )
    permintaan.refresh_from_db()
    jejak = audit.catat(
        "permintaan_laporan.tarik", permintaan, oleh=oleh, mitra=mitra, alasan=alasan
    )
    pesan = kabar.PERMINTAAN_DITARIK.tulis(perihal=permintaan.perihal, alasan=alasan)
    _kabari(jejak, mitra, pesan)
    return permintaan


def _kabari(jejak: JejakAudit, mitra: Iterable[int], pesan: Pesan) -> None:
    antrekan(
        jejak,
        kepada=[orang for satu in mitra for orang in orang_mitra(satu)],
        pesan=pesan,
        tautan=reverse("pelaporan:portal-daftar"),
    )
