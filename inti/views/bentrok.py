"""Saving a form that remembers what its page showed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from django.contrib import messages

from inti.forms.bentrok_halaman import Halaman, hadapkan_halaman
from inti.services.kolom import KolomBerubah
from inti.views.guards import perform

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model
    from django.http import HttpRequest

    from inti.forms.bentrok import BentrokMixin
    from inti.putusan import AturanDilanggar


def save_or_compare(
    request: HttpRequest,
    form: BentrokMixin,
    objek: Model,
    service: Callable[..., Any],
    *args: Any,
    success: str,
    **kwargs: Any,
) -> bool:
    """As `perform`; a row that somebody else changed meanwhile is shown beside what was typed."""

    def refusal(error: AturanDilanggar) -> None:
        if isinstance(error, KolomBerubah):
            form.hadapkan(type(objek)._default_manager.get(pk=objek.pk), error.alasan)
        else:
            messages.error(request, error.alasan)

    simpan = partial(service, *args, **kwargs, asal=form.asal_halaman(), oleh=request.user)
    return perform(request, simpan, success=success, refusal=refusal)


def save_or_compare_page(
    request: HttpRequest,
    form: Halaman,
    build: Callable[[Any], Halaman],
    service: Callable[[], Any],
    *,
    success: str,
    gone: bool = False,
) -> Halaman | None:
    """None when it was saved, else the page to show again.

    `build` makes the page from what is stored now: with data what was typed on it, with None what
    is stored. What somebody else saved meanwhile stands beside what was typed; of what somebody
    took out (`gone`) all that was typed is kept.
    """
    hasil = form

    def refusal(error: AturanDilanggar) -> None:
        nonlocal hasil
        if isinstance(error, KolomBerubah):
            hasil = hadapkan_halaman(form, build, error.alasan, gone=gone)
        else:
            form.add_error(None, error.alasan)

    return None if perform(request, service, success=success, refusal=refusal) else hasil
