"""A variable that does not exist, printed by one of our own templates, fails the test."""

import sys
from pathlib import Path

from django.template.base import FilterExpression, Node

TEMPLATES = str(Path(__file__).resolve().parents[2] / "templates")
TOLERANT = {"default", "default_if_none"}


class UndefinedVariableError(Exception):
    """Raised while rendering."""


class UndefinedIsAnError(str):
    """For `string_if_invalid`: Django asks whether it is true exactly when a name is missing.

    Templates of other packages print nothing then, as they do in production; so do ours where
    the `default` filter says what to print instead.
    """

    __slots__ = ()

    def __bool__(self) -> bool:
        frame = sys._getframe(1)
        if frame.f_code is not FilterExpression.resolve.__code__:
            return False
        expression = frame.f_locals["self"]
        if TOLERANT & {function.__name__ for function, _ in expression.filters}:
            return False
        template = _rendered_template(frame)
        if template.startswith(TEMPLATES):
            msg = f"{{{{ {expression.token} }}}} in {template.removeprefix(TEMPLATES)}"
            raise UndefinedVariableError(msg)
        return False


def _rendered_template(frame) -> str:
    while frame:
        node = frame.f_locals.get("self")
        if isinstance(node, Node) and getattr(node, "origin", None):
            return str(node.origin.name)
        frame = frame.f_back
    return ""
