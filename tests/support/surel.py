"""Reading the mail that the application wrote to a folder."""

import email
from collections import Counter


def surel_di(folder):
    """How often each message lies there, by its Message-ID."""
    return Counter(
        email.message_from_bytes(p.read_bytes())["Message-ID"] for p in folder.glob("*.eml")
    )
