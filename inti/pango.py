"""Whether the system libraries of WeasyPrint are there."""

from ctypes.util import find_library
from functools import cache

PUSTAKA = ("pango-1.0", "pangoft2-1.0", "harfbuzz")


@cache
def pango_ada() -> bool:
    """True when PDFs can be made on this machine."""
    return all(find_library(nama) for nama in PUSTAKA)
