"""Answers are JSON, whatever a program says it would rather have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rest_framework.negotiation import BaseContentNegotiation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rest_framework.request import Request


class SelaluJson(BaseContentNegotiation):
    """The parser that fits what was sent, and the first renderer."""

    def select_parser(self, request: Request, parsers: Sequence[Any]) -> Any:
        """None when no parser reads that type."""
        jenis = (request.content_type or "").partition(";")[0].strip().lower()
        return next((p for p in parsers if p.media_type == jenis), None)

    def select_renderer(
        self, request: Request, renderers: Sequence[Any], format_suffix: Any = None
    ) -> tuple[Any, str]:
        """JSON."""
        return renderers[0], renderers[0].media_type
