"""What every view uses to ask, act and answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.views.generic import View

from inti.putusan import AturanDilanggar, Putusan

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest
    from django.http.response import HttpResponseBase


# A decision is taken by the person, not by whoever sits before the open screen: asked again at most
# every ACCOUNT_REAUTHENTICATION_TIMEOUT, and what was sent goes on afterwards.
pastikan_orangnya = reauthentication_required(
    allow_get=True, enabled=lambda _: settings.FAKTOR_KEDUA
)


def require(putusan: Putusan) -> None:
    """403 with the reason, unless allowed."""
    if not putusan:
        raise PermissionDenied(putusan.alasan)


class GuardMixin(View):
    """For class-based views: `guard` takes the user and gives a Putusan."""

    guard: Callable[[Any], Putusan]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Ask before anything is read."""
        require(type(self).guard(request.user))
        return super().dispatch(request, *args, **kwargs)


def refused(request: HttpRequest, putusan: Putusan) -> bool:
    """True when a form need not be opened, because the state forbids what it is for; says why.

    What was typed is never thrown away like this: a POST goes on to the service.
    """
    if putusan or request.method != "GET":
        return False
    messages.error(request, putusan.alasan)
    return True


def perform(
    request: HttpRequest,
    service: Callable[..., Any],
    *args: Any,
    success: str,
    refusal: Callable[[AturanDilanggar], None] | None = None,
    **kwargs: Any,
) -> bool:
    """Call a service; show its refusal or the success sentence. True when it was done.

    `refusal` shows the refusal elsewhere than on top of the page.
    """
    try:
        service(*args, **kwargs)
    except AturanDilanggar as error:
        if refusal:
            refusal(error)
        else:
            messages.error(request, error.alasan)
        return False
    messages.success(request, success)
    return True
