"""The files that a page needs without a network: their real addresses and one version of all."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings
from django.templatetags.static import static

if TYPE_CHECKING:
    from collections.abc import Iterable

# Nothing on a page asks for these: licences, lists of versions.
KINDS = {".css", ".js", ".svg", ".woff2"}


@dataclass(frozen=True)
class Shell:
    """Addresses as the pages link them; another `version` with any change of them or of a file."""

    version: str
    assets: list[str]


def shell(paths: Iterable[str]) -> Shell:
    """Of files, or folders with all that is in them, below the project's static folder."""
    root = Path(str(settings.STATICFILES_DIRS[0]))
    files = sorted(file for path in paths for file in _files(root / path))
    assets = [static(file.relative_to(root).as_posix()) for file in files]
    digest = sha256("\n".join(assets).encode())
    for file in files:
        digest.update(file.read_bytes())
    return Shell(version=digest.hexdigest()[:12], assets=assets)


def _files(path: Path) -> list[Path]:
    found = path.rglob("*") if path.is_dir() else [path]
    return [file for file in found if file.suffix in KINDS]
