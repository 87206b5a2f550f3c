"""A test client whose GET may not write."""

import re
from contextlib import contextmanager

from django.db import connection
from django.test import Client

WRITE = re.compile(r"\s*(INSERT|UPDATE|DELETE)\b(?:\s+OR\s+\w+)?(?:\s+(?:INTO|FROM))?\s+\"?(\w+)")
# A session notes when it was used, and so do the address of a calendar and a token; reading a
# document leaves a line in the trail.
ALLOWED = {
    ("INSERT", "django_session"),
    ("UPDATE", "django_session"),
    ("DELETE", "django_session"),
    ("INSERT", "inti_jejakaudit"),
    # Recovery codes note that they were shown.
    ("UPDATE", "mfa_authenticator"),
    ("UPDATE", "pelaporan_langganankalender"),
    ("UPDATE", "inti_tokenapi"),
    # Bytes that turn out to be changed when they are asked for are noted and told of.
    ("INSERT", "inti_berkasrusak"),
    ("UPDATE", "inti_berkasrusak"),
    ("INSERT", "inti_pemeriksaanberkas"),
    ("UPDATE", "inti_pemeriksaanberkas"),
    ("INSERT", "inti_notifikasi"),
}


class GetWroteError(AssertionError):
    """A GET changed the database."""


@contextmanager
def no_writes():
    """Refuse INSERT, UPDATE and DELETE while it is open."""
    with connection.execute_wrapper(_refuse):
        yield


def _refuse(execute, sql, params, many, context):
    if (found := WRITE.match(sql)) and found.groups() not in ALLOWED:
        msg = f"GET wrote: {sql[:200]}"
        raise GetWroteError(msg)
    return execute(sql, params, many, context)


class ReadOnlyGetClient(Client):
    """The client every test gets."""

    def get(self, *args, **kwargs):
        with no_writes():
            return super().get(*args, **kwargs)

    def head(self, *args, **kwargs):
        with no_writes():
            return super().head(*args, **kwargs)
