"""Versions of files: one mechanism for the documents and the attachments of a naskah."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from inti.putusan import AturanDilanggar
from inti.services.berkas import simpan_unggahan
from kerjasama.models import DokumenNaskah, LampiranBertanggal, Naskah, VersiBerkas

if TYPE_CHECKING:
    from inti.models import Berkas, Pengguna
    from inti.unggahan import Diperiksa

    Pemilik = DokumenNaskah | LampiranBertanggal


def simpan_baru(naskah: Naskah, diperiksa: Diperiksa, *, oleh: Pengguna) -> Berkas:
    """Store the file, unless its bytes are kept with the naskah already."""
    sama = VersiBerkas.objects.pada_naskah(naskah).filter(
        berkas__sha256=hashlib.sha256(diperiksa.isi).hexdigest()
    )
    if ada := sama.select_related("berkas", "lampiran").first():
        milik = f"{ada.lampiran}, {ada}" if ada.lampiran else str(ada)
        raise AturanDilanggar(f"Isi berkas ini sudah tersimpan pada naskah ini sebagai {milik}.")
    return simpan_unggahan(diperiksa, oleh=oleh)


def tambah_versi(
    pemilik: Pemilik, berkas: Berkas, *, keterangan: str, oleh: Pengguna, **masa: Any
) -> VersiBerkas:
    """The next version, in the caller's transaction.

    Raises AturanDilanggar when somebody else's came first.
    """
    terakhir = pemilik.versi.aggregate(Max("ke"))["ke__max"] or 0
    try:
        with transaction.atomic():
            return pemilik.versi.create(
                ke=terakhir + 1,
                berkas=berkas,
                keterangan=keterangan,
                diunggah_oleh=oleh,
                diunggah_pada=timezone.now(),
                **masa,
            )
    except IntegrityError as error:
        raise AturanDilanggar("Versi lain baru saja disimpan. Muat ulang halaman.") from error
