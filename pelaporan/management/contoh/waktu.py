"""Acting on an earlier day, so that demo data has a history that went through the services."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, time
from typing import TYPE_CHECKING
from unittest.mock import patch

from django.utils import timezone

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date


@contextmanager
def pada(tanggal: date, jam: int = 9) -> Iterator[None]:
    """Within it, Django's clock stands at that hour of that day."""
    saat = timezone.make_aware(datetime.combine(tanggal, time(jam)))
    with patch("django.utils.timezone.now", return_value=saat):
        yield
