"""Taking back a removal: what went is sent once more through the form that adds it.

So the one door for adding asks and records as ever. What it takes lies in the session of who
removed it, until the next page has offered it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.forms import CheckboxInput

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.forms import BaseForm
    from django.http import HttpRequest

KUNCI = "urungkan"


def tawarkan(request: HttpRequest, alamat: str, *form: BaseForm, **lagi: str) -> None:
    """Let the next page offer to send what these forms show, and `lagi`, to an address."""
    isian = [satu for milik in form for satu in kiriman(milik)]
    request.session[KUNCI] = {"alamat": alamat, "isian": [*isian, *lagi.items()]}


def ambil(request: HttpRequest) -> dict[str, Any] | None:
    """What is offered, once: `alamat` and the pairs of `isian`."""
    tawaran: dict[str, Any] | None = request.session.pop(KUNCI, None)
    return tawaran


def kiriman(form: BaseForm) -> Iterator[tuple[str, str]]:
    """Names and values as a browser would send them for an unchanged form."""
    for satu in form:
        nilai, kotak = satu.value(), satu.field.widget
        if isinstance(kotak, CheckboxInput):
            if nilai:
                yield satu.html_name, "on"
            continue
        tampil = kotak.format_value(nilai)
        for isi in tampil if isinstance(tampil, list) else [tampil]:
            if isi not in (None, ""):
                yield satu.html_name, str(isi)
