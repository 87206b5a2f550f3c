"""Changing the government's identity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from inti import audit
from inti.models import Pemerintah
from inti.services.berkas import simpan_unggahan
from inti.services.kolom import isi_kolom

if TYPE_CHECKING:
    from collections.abc import Mapping

    from inti.models import Pengguna
    from inti.unggahan import Diperiksa


@transaction.atomic
def ubah(
    data: dict[str, Any],
    *,
    lambang: Diperiksa | None,
    oleh: Pengguna,
    asal: Mapping[str, str] | None = None,
) -> Pemerintah:
    """Write the identity, and the emblem where a new one is given.

    Documents that were issued keep what they printed.
    """
    pemerintah = Pemerintah.objects.select_for_update(of=("self",)).first() or Pemerintah()
    beda = isi_kolom(pemerintah, data, asal=asal)
    if lambang is not None:
        pemerintah.lambang = simpan_unggahan(lambang, oleh=oleh)
    pemerintah.save()
    audit.catat("identitas_pemerintah.ubah", pemerintah, oleh=oleh, nilai=beda)
    return pemerintah
