"""What holds for every test that runs with Django: no writing GET, no leftovers, own files."""

import os
import shutil
from contextlib import contextmanager

import pytest
from django.core.cache import cache
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseOperations
from django.test.utils import CaptureQueriesContext
from factory.django import DjangoModelFactory

from tests.support.clients import ReadOnlyGetClient

DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark what touches no database; explain what this database cannot show."""
    for item in items:
        uses_db = item.get_closest_marker("django_db") or DATABASE_FIXTURES & {*item.fixturenames}
        if not uses_db:
            item.add_marker("tanpa_db")
        if item.get_closest_marker("postgres") and connection.vendor != "postgresql":
            item.add_marker(pytest.mark.skip(reason="needs PostgreSQL"))


def pytest_unconfigure():
    """Remove the throw-away directory; a worker leaves that to the one that started it."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        shutil.rmtree(os.environ["UJI_DIR"], ignore_errors=True)


@pytest.fixture(autouse=True)
def _own_files(settings, tmp_path):
    """Each test has an empty file store and an empty cache (sign-in limits live there)."""
    settings.BERKAS_DIR = tmp_path / "berkas"
    settings.BERKAS_DIR.mkdir()
    settings.PRATINJAU_DIR = tmp_path / "pratinjau"
    cache.clear()


def _all_factories(base=DjangoModelFactory):
    for factory in base.__subclasses__():
        yield factory
        yield from _all_factories(factory)


@pytest.fixture(autouse=True)
def _names_start_anew():
    """What a factory calls its first row does not depend on how many tests ran before."""
    for factory in _all_factories():
        factory.reset_sequence(0, force=True)


@pytest.fixture(autouse=True, scope="session")
def _flush_append_only_tables():
    """SQLite empties tables with DELETE, which the append-only triggers refuse; lift them then.

    PostgreSQL uses TRUNCATE, which row triggers let pass.
    """
    original = DatabaseOperations.execute_sql_flush

    def execute_sql_flush(operations, sql_list):
        with operations.connection.cursor() as cursor:
            cursor.execute(
                "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%RAISE(%'"
            )
            triggers = cursor.fetchall()
        drop = [f"DROP TRIGGER {name}" for name, _ in triggers]
        original(operations, [*drop, *sql_list, *(sql for _, sql in triggers)])

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(DatabaseOperations, "execute_sql_flush", execute_sql_flush)
        yield


@pytest.fixture
def client():
    """A browser that is not signed in; its GET may not write."""
    return ReadOnlyGetClient()


@pytest.fixture
def count_queries():
    """`with count_queries(7): …` fails with the statements when the number differs."""

    @contextmanager
    def exactly(expected):
        with CaptureQueriesContext(connection) as captured:
            yield
        statements = [q["sql"] for q in captured.captured_queries]
        assert len(statements) == expected, "\n".join(statements)

    return exactly
