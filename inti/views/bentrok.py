"""Saving a form that remembers what its page showed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages

from inti.putusan import AturanDilanggar
from inti.services.kolom import KolomBerubah

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.db.models import Model
    from django.http import HttpRequest

    from inti.forms.bentrok import BentrokMixin


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
    try:
        service(*args, **kwargs, asal=form.asal_halaman(), oleh=request.user)
    except KolomBerubah as error:
        form.hadapkan(type(objek)._default_manager.get(pk=objek.pk), error.alasan)
        return False
    except AturanDilanggar as error:
        messages.error(request, error.alasan)
        return False
    messages.success(request, success)
    return True
