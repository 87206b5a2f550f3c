"""The team's analysis of the mitra's reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.putusan import wajib
from pengawasan.domain.analisa import periksa_perlu, periksa_versi
from pengawasan.domain.kegiatan import periksa_hasil
from pengawasan.enums import Metode, StatusKegiatan
from pengawasan.models import HasilAnalisa, Kegiatan

if TYPE_CHECKING:
    from inti.models import Pengguna


@transaction.atomic
def simpan(
    kegiatan_pk: int, data: dict[str, Any], *, versi: int | None = None, oleh: Pengguna
) -> HasilAnalisa:
    """Write the analysis of the mitra's reports, or write it over.

    `data` are columns of HasilAnalisa. `versi` is the one that the person read, 0 where there was
    none; raises AturanDilanggar, naming who, when somebody else saved in the meantime.
    """
    kegiatan = Kegiatan.objects.select_for_update(of=("self",)).get(pk=kegiatan_pk)
    wajib(periksa_perlu(Metode(kegiatan.metode)))
    wajib(periksa_hasil(StatusKegiatan(kegiatan.status)))
    lama = HasilAnalisa.objects.select_related("dianalisa_oleh").filter(kegiatan=kegiatan).first()
    tersimpan = lama.versi if lama else 0
    wajib(periksa_versi(tersimpan, versi, oleh=str(lama.dianalisa_oleh) if lama else ""))
    hasil, _ = HasilAnalisa.objects.update_or_create(
        kegiatan=kegiatan,
        defaults=data
        | {"versi": tersimpan + 1, "dianalisa_oleh": oleh, "dianalisa_pada": timezone.now()},
    )
    beda = {n: [getattr(lama, n, ""), v] for n, v in data.items() if getattr(lama, n, "") != v}
    audit.catat("hasil_analisa.simpan", kegiatan, oleh=oleh, nilai=beda)
    return hasil
