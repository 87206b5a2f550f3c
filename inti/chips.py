"""What a list is filtered by, in words, each with the address that takes it away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.forms import ChoiceField, ModelChoiceField
from django.utils import timezone

from inti.formats import tanggal_indonesia

if TYPE_CHECKING:
    from django.forms import BoundField, Form
    from django.http import QueryDict


@dataclass(frozen=True)
class Chip:
    """One applied filter: `Status: Berlaku`, and the list without it."""

    name: str
    label: str
    value: str
    href: str


def chips(form: Form, params: QueryDict) -> list[Chip]:
    """The filters in force; nothing for a form that does not validate."""
    if not form.is_bound or not form.is_valid():
        return []
    values = {bound.name: (bound, form.cleaned_data.get(bound.name)) for bound in form}
    return [
        Chip(name, str(bound.label), _words(bound, value), _without(params, name))
        for name, (bound, value) in values.items()
        if _given(value)
    ]


def _given(value: Any) -> bool:
    if isinstance(value, slice):
        return value.start is not None or value.stop is not None
    return value not in (None, "", False) and (not hasattr(value, "__len__") or len(value) > 0)


def _words(bound: BoundField, value: Any) -> str:
    if isinstance(value, slice):
        parts = (("sejak", value.start), ("sampai", value.stop))
        return " ".join(f"{word} {_one(bound, one)}" for word, one in parts if one is not None)
    if isinstance(value, str) or not hasattr(value, "__iter__"):
        return _one(bound, value)
    return ", ".join(_one(bound, one) for one in value)


def _one(bound: BoundField, value: Any) -> str:
    if value is True:
        return "ya"
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    if isinstance(value, date):
        return tanggal_indonesia(value)
    if isinstance(bound.field, ChoiceField) and not isinstance(bound.field, ModelChoiceField):
        choices: Any = bound.field.choices
        return str(dict(choices).get(value, value))
    return str(value)


def _without(params: QueryDict, name: str) -> str:
    """The query string less this filter; a range comes as two parameters with suffixes."""
    rest = params.copy()
    for key in list(rest):
        if key in {name, "page", "sebelum", "setelah"} or key.removeprefix(f"{name}_") in {
            "min",
            "max",
            "after",
            "before",
        }:
            del rest[key]
    return f"?{rest.urlencode()}"
