"""The documents of a naskah: kept, and brought up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from inti import audit
from inti.services.sekali import pakai_kunci
from kerjasama.models import DokumenNaskah, Naskah, VersiBerkas
from kerjasama.services.versi_berkas import simpan_baru, tambah_versi

if TYPE_CHECKING:
    from uuid import UUID

    from inti.models import Pengguna
    from inti.unggahan import Diperiksa


@transaction.atomic
def unggah(
    pk: int,
    *,
    diperiksa: Diperiksa,
    jenis: str,
    keterangan: str = "",
    oleh: Pengguna,
    kunci: UUID | None = None,
) -> DokumenNaskah:
    """Keep a file with a naskah. Raises AturanDilanggar when the same bytes are there already."""
    pakai_kunci(kunci, oleh=oleh)
    naskah = Naskah.objects.select_for_update(of=("self",)).get(pk=pk)
    berkas = simpan_baru(naskah, diperiksa, oleh=oleh)
    dokumen = DokumenNaskah.objects.create(
        naskah=naskah, berkas=berkas, jenis=jenis, keterangan=keterangan
    )
    tambah_versi(dokumen, berkas, keterangan=keterangan, oleh=oleh)
    audit.catat("dokumen_naskah.unggah", naskah, oleh=oleh, nama=berkas.nama, sha256=berkas.sha256)
    return dokumen


@transaction.atomic
def perbarui(
    pk: int, *, diperiksa: Diperiksa, keterangan: str, oleh: Pengguna, kunci: UUID | None = None
) -> VersiBerkas:
    """A newer file for a document of a naskah; the older one stays readable."""
    pakai_kunci(kunci, oleh=oleh)
    dokumen = DokumenNaskah.objects.select_related("naskah", "berkas").get(pk=pk)
    naskah = Naskah.objects.select_for_update(of=("self",)).get(pk=dokumen.naskah_id)
    if not dokumen.versi.exists():
        _versi_semula(dokumen, oleh=oleh)
    berkas = simpan_baru(naskah, diperiksa, oleh=oleh)
    versi = tambah_versi(dokumen, berkas, keterangan=keterangan, oleh=oleh)
    dokumen.berkas = berkas
    dokumen.save(update_fields=["berkas"])
    audit.catat(
        "dokumen_naskah.perbarui",
        naskah,
        oleh=oleh,
        versi=versi.ke,
        nama=berkas.nama,
        sha256=berkas.sha256,
    )
    return versi


def _versi_semula(dokumen: DokumenNaskah, *, oleh: Pengguna) -> None:
    """The file that came before versions were recorded becomes the first of them."""
    berkas = dokumen.berkas
    dokumen.versi.create(
        ke=1,
        berkas=berkas,
        keterangan=dokumen.keterangan,
        diunggah_oleh=berkas.diunggah_oleh or oleh,
        diunggah_pada=berkas.diunggah_pada,
    )
