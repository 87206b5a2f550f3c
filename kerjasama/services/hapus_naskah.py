"""Taking a naskah out that was entered by mistake."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db import models, transaction

from inti import audit
from inti.putusan import AturanDilanggar
from kerjasama.models import Naskah, TurunanNaskah
from kerjasama.queries.naskah import yang_dikerjakan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from inti.models import Pengguna


@transaction.atomic
def hapus(pk: int, *, oleh: Pengguna) -> None:
    """Take out a naskah entered by mistake, with what the system derived from it.

    Raises AturanDilanggar when it was changed or somebody worked on it since; the trail of its
    entry stays.
    """
    hapus_semua([pk], oleh=oleh)


@transaction.atomic
def hapus_semua(kunci: Sequence[int], *, oleh: Pengguna) -> None:
    """The same of several, all or none, with as many statements as for one."""
    semua = list(Naskah.objects.select_for_update(of=("self",)).filter(pk__in=kunci).order_by("pk"))
    sudah = yang_dikerjakan(kunci)
    for satu in semua:
        if satu.pk in sudah:
            raise AturanDilanggar(f"Naskah {satu} {sudah[satu.pk]}.")
    try:
        _hapus_beserta_turunan(kunci)
    except models.ProtectedError as error:
        benda = sorted({str(o._meta.verbose_name) for o in error.protected_objects})
        naskah = f"Naskah {semua[0]}" if len(semua) == 1 else "Salah satu naskah"
        raise AturanDilanggar(f"{naskah} sudah memiliki {', '.join(benda)}.") from error
    audit.catat_semua("naskah.hapus", [(n, {"judul": n.judul[:200]}) for n in semua], oleh=oleh)


def _hapus_beserta_turunan(kunci: Sequence[int]) -> None:
    """Rows that protect the naskah go first, if all of them are derived and untouched."""
    semua = Naskah.objects.filter(pk__in=kunci)
    try:
        with transaction.atomic():
            semua.delete()
    except models.ProtectedError as error:
        turunan: dict[type[models.Model], list[int]] = defaultdict(list)
        for satu in error.protected_objects:
            if not (isinstance(satu, TurunanNaskah) and satu.tanpa_pekerjaan()):
                raise
            turunan[type(satu)].append(satu.pk)
        for model, milik in turunan.items():
            model._base_manager.filter(pk__in=milik).delete()
        semua.delete()
