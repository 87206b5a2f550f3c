"""Static files with hashed names, also inside ES modules, and one style sheet for all pages."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.contrib.staticfiles.storage import staticfiles_storage
from whitenoise.storage import CompressedManifestStaticFilesStorage

if TYPE_CHECKING:
    from collections.abc import Iterator

SITE_SHEET = "css/site.css"
IMPORT = re.compile(rf'@import url\("{settings.STATIC_URL}([^"]+)"\);')
# An address in a sheet is read from where the whole lies.
ADDRESS_ELSEWHERE = re.compile(r"url\((?!\"?data:)")


class ModuleManifestStorage(CompressedManifestStaticFilesStorage):
    """Rewrites `import` paths in our modules, so that a new release is never half old.

    The sheets that `css/site.css` imports are put in its place: one request instead of forty
    before the first line of a page is drawn.
    """

    support_js_module_import_aggregation = True
    one_sheet = True

    def post_process(self, paths: dict[str, Any], **options: Any) -> Iterator[Any]:
        """Puts the site's sheet together first, then hashes and compresses as ever."""
        if SITE_SHEET in paths and not options.get("dry_run"):
            self.delete(SITE_SHEET)
            self.save(SITE_SHEET, BytesIO(flatten(SITE_SHEET).encode()))
            paths[SITE_SHEET] = (self, SITE_SHEET)
        yield from super().post_process(paths, **options)


def site_sheets() -> list[str]:
    """What a page links: the one sheet of a release, else each that it is made of."""
    if getattr(staticfiles_storage, "one_sheet", False):
        return [SITE_SHEET]
    return IMPORT.findall(_read(SITE_SHEET))


def flatten(name: str) -> str:
    """The sheet with every sheet that it imports in the place of its line.

    Raises ValueError for one that is not there, and for one in another folder that asks for a
    file: its address would then be read from the wrong place.
    """
    folder = PurePosixPath(name).parent

    def sheet(line: re.Match[str]) -> str:
        imported = line[1]
        text = _read(imported)
        if PurePosixPath(imported).parent != folder and ADDRESS_ELSEWHERE.search(text):
            raise ValueError(f"{imported} asks for a file; let {name} name it")
        return text

    return IMPORT.sub(sheet, _read(name))


def _read(name: str) -> str:
    path = find(name)
    if path is None:
        raise ValueError(f"no sheet is called {name}")
    return Path(path).read_text(encoding="utf-8")
