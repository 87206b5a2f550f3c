"""A person takes away everything that is held about them."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import transaction
from django.utils import timezone

from inti import audit
from inti.data_pribadi import data_tentang
from inti.lembar import aman_untuk_lembar

if TYPE_CHECKING:
    from inti.models import Pengguna


@transaction.atomic
def unduh(pengguna: Pengguna) -> bytes:
    """A ZIP: all tables as one JSON file, and each as CSV. Leaves one line in the trail."""
    semua = data_tentang(pengguna)
    audit.catat("data_pribadi.unduh", pengguna, oleh=pengguna)
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_DEFLATED) as arsip:
        isi = {"dibuat_pada": timezone.now(), **semua}
        arsip.writestr("data-saya.json", _json(isi))
        for nama, baris in semua.items():
            arsip.writestr(f"{nama}.csv", _csv(baris))
    return wadah.getvalue()


def _json(isi: Any, indent: int | None = 2) -> str:
    return json.dumps(isi, cls=DjangoJSONEncoder, ensure_ascii=False, indent=indent)


def _csv(baris: list[dict[str, Any]]) -> str:
    tulisan = io.StringIO()
    kolom = list(baris[0]) if baris else []
    lembar = csv.DictWriter(tulisan, kolom)
    lembar.writeheader()
    lembar.writerows({k: _sel(v) for k, v in satu.items()} for satu in baris)
    return "\ufeff" + tulisan.getvalue()  # so that spreadsheets read it as UTF-8


def _sel(nilai: Any) -> Any:
    if isinstance(nilai, dict | list):
        nilai = _json(nilai, indent=None)
    return aman_untuk_lembar(nilai) if isinstance(nilai, str) else nilai
