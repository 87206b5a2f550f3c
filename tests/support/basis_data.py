"""The database of the test, seen from outside of it."""

import subprocess

from django.db import connection


def alamat_basis_data():
    """Of the test, for a process of its own."""
    isi = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{isi['NAME']}"
    sandi = f":{isi['PASSWORD']}" if isi["PASSWORD"] else ""
    return f"postgres://{isi['USER']}{sandi}@{isi['HOST']}:{isi['PORT']}/{isi['NAME']}"


def psql(alamat, isi):
    """What the server prints for these statements."""
    kata = ["psql", "--quiet", "--tuples-only", "--no-align", "--set=ON_ERROR_STOP=1", alamat]
    return subprocess.run(kata, input=isi, check=True, capture_output=True).stdout.decode()


def salin_postgres(alamat):
    """Put the tables and rows of the test into another, empty database."""
    dump = ["pg_dump", "--no-owner", "--no-privileges", "--no-comments", alamat_basis_data()]
    psql(alamat, subprocess.run(dump, check=True, capture_output=True).stdout)
