"""A choice as crispy would draw it, without its templates: they took half of a list page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.forms import Select
from django.forms.models import ModelChoiceIterator
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.forms import BoundField

SELECTED = SafeString(" selected")


def plain_choice(bound: BoundField) -> SafeString | None:
    """Label and options; None for a field that has more to say or is no such choice."""
    widget = bound.field.widget
    if type(widget) is not Select or bound.errors or bound.help_text or bound.field.required:
        return None
    choices = [(str(value), label) for value, label in _choices(bound)]
    if any(isinstance(label, list | tuple) for _, label in choices):
        return None
    chosen = set(widget.format_value(bound.value()))
    options = ((v, SELECTED if v in chosen else "", label) for v, label in choices)
    return format_html(
        '<div id="div_{id}" class="mb-3"><label for="{id}" class="form-label">{label}</label>'
        '<select name="{name}" class="select form-select" id="{id}">{options}</select></div>',
        id=bound.auto_id,
        label=bound.label,
        name=bound.html_name,
        options=format_html_join("", '<option value="{}"{}>{}</option>', options),
    )


def _choices(bound: BoundField) -> Iterable[tuple[Any, Any]]:
    """Those that are rows in one statement: Django opens a cursor on the server for them.

    Only their names, where the field tells them, see inti.filters.RujukanFilter.
    """
    field: Any = bound.field
    choices: Any = field.widget.choices
    if not isinstance(choices, ModelChoiceIterator):
        return [*iter(choices)]
    first = [("", field.empty_label)] if field.empty_label is not None else []
    if getattr(field, "null_label", None) is not None:
        first.append((field.null_value, field.null_label))
    if sebutan := getattr(field, "sebutan", None):
        return [*first, *sebutan()]
    return [*first, *map(choices.choice, choices.queryset.all())]
