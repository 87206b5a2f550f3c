"""Writing through the forms and services of the pages: data becomes a form, once by its key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from django.http import QueryDict
from drf_spectacular.utils import OpenApiParameter
from rest_framework.exceptions import ValidationError

from inti.services.sekali import satu_kali

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from django.forms import BaseForm
    from rest_framework.request import Request


T = TypeVar("T")
KEPALA = "Idempotency-Key"
PARAMETER_KUNCI = OpenApiParameter(
    KEPALA,
    {"type": "string", "format": "uuid"},
    OpenApiParameter.HEADER,
    description="UUID baru untuk setiap kehendak. Dikirim dua kali: dikerjakan satu kali, dan yang "
    "kedua dijawab 409.",
)


def sekali(request: Request, lakukan: Callable[[], T]) -> T:
    """Do it, once for one key. Raises ValidationError for a key that is none."""
    teks = request.headers.get(KEPALA, "")
    try:
        kunci = UUID(teks) if teks else None
    except ValueError as error:
        raise ValidationError({KEPALA: ["Isi dengan UUID."]}) from error
    return satu_kali(kunci, lakukan, oleh=request.user)


def isian(data: Mapping[str, Any], baris: Mapping[str, list[Mapping[str, Any]]]) -> QueryDict:
    """Plain values, and rows by the prefix of their formset, as a form would have sent them."""
    hasil = QueryDict(mutable=True)
    for nama, nilai in data.items():
        _tulis(hasil, nama, nilai)
    for awalan, semua in baris.items():
        _tulis(hasil, f"{awalan}-TOTAL_FORMS", len(semua))
        _tulis(hasil, f"{awalan}-INITIAL_FORMS", 0)
        for ke, satu in enumerate(semua):
            for nama, nilai in satu.items():
                _tulis(hasil, f"{awalan}-{ke}-{nama}", nilai)
    return hasil


def wajib_sah(*form: BaseForm, lain: Mapping[str, list[str]] | None = None) -> None:
    """Raises ValidationError with what is wrong, by field."""
    galat = dict(lain or {})
    for satu in form:
        if not satu.is_valid():
            galat |= {n: [str(k) for k in v] for n, v in satu.errors.items()}
    if galat:
        raise ValidationError(galat)


def _tulis(hasil: QueryDict, nama: str, nilai: Any) -> None:
    if nilai is not None and nilai is not False:
        hasil[nama] = str(nilai)
