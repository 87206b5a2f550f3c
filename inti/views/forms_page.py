"""A page about one object that holds several forms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.shortcuts import redirect
from django.views.generic import DetailView

from inti.views.guards import perform

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.forms import Form
    from django.http import HttpRequest, HttpResponse


class FormsPageView(DetailView):
    """A form that was refused stands on the page as it was typed, with what is wrong with it."""

    # By the name that the template knows each form under.
    typed: dict[str, Form] = {}

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        """What was typed in place of the empty form."""
        return super().render_to_response(context | self.typed, **kwargs)

    @classmethod
    def submit(
        cls,
        request: HttpRequest,
        obj: Any,
        form: Form,
        service: Callable[..., Any],
        *,
        name: str,
        success: str,
        pk: int | None = None,
        **kwargs: Any,
    ) -> HttpResponse:
        """Call the service with what was typed, for `pk` if not for the object; then its page."""
        if not form.is_valid():
            messages.error(request, "Belum disimpan; perbaiki isian yang ditandai.")
        elif perform(
            request,
            service,
            pk or obj.pk,
            **form.cleaned_data,
            **kwargs,
            oleh=request.user,
            success=success,
        ):
            return redirect(obj)
        page = cls(typed={name: form})
        page.setup(request, pk=obj.pk)
        return page.get(request, pk=obj.pk)
