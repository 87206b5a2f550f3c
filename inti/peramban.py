"""What a browser calls itself, in words that its owner knows: “Chrome di Windows”."""

from __future__ import annotations

# The first word that is found counts: many call themselves like others too.
PERAMBAN = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SISTEM = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "Mac"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def sebutan(user_agent: str) -> str:
    """Browser and system; what is not known is told as it is."""
    peramban, sistem = (_pertama(daftar, user_agent) for daftar in (PERAMBAN, SISTEM))
    if not peramban:
        return user_agent
    return f"{peramban} di {sistem}" if sistem else peramban


def _pertama(daftar: tuple[tuple[str, str], ...], teks: str) -> str:
    return next((sebut for kata, sebut in daftar if kata in teks), "")
