"""How long one statement may take: seconds for a page, longer for a night's work."""

from __future__ import annotations

from django.db import connection


def tanpa_batas() -> None:
    """No limit for the rest of this transaction; for periodic work that no page waits for."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 0")
