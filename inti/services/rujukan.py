"""Loading reference data: what is missing is added, what is there is left as it was edited."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from django.apps import apps
from django.db import models, transaction

from inti.models import Pemerintah

if TYPE_CHECKING:
    from pathlib import Path


@transaction.atomic
def muat(folder: Path) -> dict[str, int]:
    """Add the rows of every fixture that are not there yet; returns the number added per model.

    A row is known by the first unique field it fills (its natural key). The government's
    identity is one row: it is added only where there is none. Raises ValueError for a model
    without a natural key.
    """
    tambah: dict[str, int] = {}
    for path in sorted(folder.glob("*.json")):
        for baris in json.loads(path.read_text(encoding="utf-8")):
            model = apps.get_model(baris["model"])
            if _muat_baris(model, baris["fields"]):
                tambah[model._meta.verbose_name_raw] = (
                    tambah.get(model._meta.verbose_name_raw, 0) + 1
                )
    return tambah


def _muat_baris(model: type[models.Model], isi: dict[str, object]) -> bool:
    if model is Pemerintah:
        if Pemerintah.objects.exists():
            return False
        Pemerintah.objects.create(**isi)
        return True
    kunci = {nama: isi[nama] for nama in _kunci(model) if nama in isi}
    return model._default_manager.get_or_create(**kunci, defaults=isi)[1]


def _kunci(model: type[models.Model]) -> list[str]:
    """The natural key: a unique field, or the fields of an unconditional unique constraint."""
    unik = [f.name for f in model._meta.fields if f.unique and not f.primary_key]
    if unik:
        return unik[:1]
    for batas in model._meta.constraints:
        if isinstance(batas, models.UniqueConstraint) and batas.condition is None:
            return list(batas.fields)
    msg = f"{model._meta.label} tidak mempunyai kunci alami"
    raise ValueError(msg)
