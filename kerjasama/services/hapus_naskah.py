"""Taking a naskah out that was entered by mistake."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from django.db import models, transaction

from inti import audit
from inti.putusan import AturanDilanggar
from kerjasama.enums import StatusNaskah
from kerjasama.models import Naskah, TurunanNaskah
from kerjasama.queries.naskah import pengganti_berlaku, yang_dikerjakan
from kerjasama.services import naskah as naskah_services
from kerjasama.services import pengakhiran

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from inti.models import Pengguna

PENGGANTI_DIHAPUS = "Naskah yang menggantikannya dikeluarkan dari register karena salah catat."


@transaction.atomic
def hapus(pk: int, *, oleh: Pengguna) -> None:
    """Take out a naskah entered by mistake, with what the system derived from it.

    Raises AturanDilanggar when it was changed or somebody worked on it since; the trail of its
    entry stays.
    """
    hapus_semua([pk], oleh=oleh)


@transaction.atomic
def hapus_semua(kunci: Sequence[int], *, oleh: Pengguna, serta: Collection[int] = ()) -> None:
    """The same of several, all or none, with as many statements as for one.

    `serta` are those that go as well, before or after these: they hold none of them. What one of
    these had replaced, and nothing else replaced, is in force again.
    """
    digantikan = _yang_digantikan(kunci, serta)
    dipegang = naskah_services.pegang(*kunci, *digantikan)
    semua = [n for pk, n in dipegang.items() if pk not in digantikan]
    sudah = yang_dikerjakan(kunci)
    for satu in semua:
        if satu.pk in sudah:
            raise AturanDilanggar(f"Naskah {satu} {sudah[satu.pk]}.")
    for kaitan in ("induk", "menggantikan"):
        Naskah.objects.filter(pk__in=[*kunci, *serta], **{f"{kaitan}__in": kunci}).update(
            **{kaitan: None}
        )
    try:
        _hapus_beserta_turunan(kunci)
    except models.ProtectedError as error:
        benda = sorted({str(o._meta.verbose_name) for o in error.protected_objects})
        naskah = f"Naskah {semua[0]}" if len(semua) == 1 else "Salah satu naskah"
        raise AturanDilanggar(f"{naskah} sudah memiliki {', '.join(benda)}.") from error
    audit.catat_semua("naskah.hapus", [(n, {"judul": n.judul[:200]}) for n in semua], oleh=oleh)
    for lama in digantikan:
        if not pengganti_berlaku(dipegang[lama]):
            pengakhiran.batalkan(lama, alasan=PENGGANTI_DIHAPUS, oleh=oleh)


def _yang_digantikan(kunci: Sequence[int], serta: Collection[int]) -> list[int]:
    """What stays in the register and was replaced by one of these."""
    baru = Naskah.objects.filter(pk__in=kunci, menggantikan__status=StatusNaskah.DIGANTIKAN)
    lama = baru.exclude(status=StatusNaskah.DRAF).values_list("menggantikan", flat=True)
    return sorted({pk for pk in lama if pk} - {*kunci, *serta})


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
