"""What the published schema says of every operation besides its fields: words, and refusals."""

from __future__ import annotations

from typing import Any

from drf_spectacular.openapi import AutoSchema

from inti.api.galat import JENIS_ISI, JUDUL, MasalahSerializer

MENULIS = {"POST", "PUT", "PATCH", "DELETE"}


class Skema(AutoSchema):
    """The view's own `judul` and `uraian` in Indonesian; every status that it may answer."""

    def get_summary(self) -> str:
        """What it gives or does."""
        tulis = getattr(self.view, "judul_tulis", "") if self.method in MENULIS else ""
        return str(tulis or getattr(self.view, "judul", ""))

    def get_description(self) -> str:
        """What one must know besides."""
        return str(getattr(self.view, "uraian", ""))

    def get_tags(self) -> list[str]:
        """The first part of the address."""
        return [self.path.removeprefix("/api/v1/").partition("/")[0]]

    def _get_response_bodies(self, direction: str = "response") -> dict[str, Any]:
        jawaban: dict[str, Any] = super()._get_response_bodies(direction)
        for status in self._penolakan():
            satu = self._get_response_for_code(MasalahSerializer, str(status), [JENIS_ISI])
            jawaban.setdefault(str(status), satu | {"description": JUDUL[status]})
        return jawaban

    def _penolakan(self) -> list[int]:
        status = {401, 403, 429, *getattr(self.view, "penolakan", ())}
        if getattr(self.view, "pagination_class", None) and self.method == "GET":
            status |= {400}
        if "{" in self.path:
            status |= {404}
        if self.method in MENULIS:
            status |= {400, 409, 413, 415}
        return sorted(status)
