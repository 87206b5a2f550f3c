"""The answer to "may this be done?", which always carries its reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Putusan:
    """True when something may be done; otherwise `alasan` says, in Indonesian, why not."""

    boleh: bool
    alasan: str = ""

    def __bool__(self) -> bool:
        return self.boleh


BOLEH = Putusan(boleh=True)


def tolak(alasan: str) -> Putusan:
    """A refusal with the sentence the user will read."""
    return Putusan(boleh=False, alasan=alasan)


class AturanDilanggar(Exception):  # noqa: N818 - reads as the domain says it
    """A service refused; the message is an Indonesian sentence for the user."""

    def __init__(self, alasan: str) -> None:
        super().__init__(alasan)
        self.alasan = alasan


def wajib(putusan: Putusan) -> None:
    """Raise AturanDilanggar unless `putusan` allows."""
    if not putusan:
        raise AturanDilanggar(putusan.alasan)


def semua(*putusan: Putusan) -> Putusan:
    """The first refusal; BOLEH when there is none."""
    return next((p for p in putusan if not p), BOLEH)
