"""What holds for every test: no network. What needs Django is in tests.support.django_fixtures.

The domain is tested without Django as well: `pytest -p no:django tests/*/domain`.
"""

import socket

import hypothesis
import pytest
from django.db import connection

from tests.support.network import LocalSocket, local_getaddrinfo

# A busy machine is no failure.
hypothesis.settings.register_profile("suite", deadline=None)
hypothesis.settings.load_profile("suite")


def pytest_addoption(parser, pluginmanager):
    """Bring what needs Django, if pytest-django is on."""
    if pluginmanager.hasplugin("django"):
        pluginmanager.import_plugin("tests.support.django_fixtures")
    else:
        parser.addini("DJANGO_SETTINGS_MODULE", "read by pytest-django, where it is on")


@pytest.fixture(autouse=True, scope="session")
def _no_network():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", LocalSocket)
        patch.setattr(socket, "getaddrinfo", local_getaddrinfo)
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """Let the drop of a test database outlast the time limit of a page: it waits for the disk."""
    yield
    connection.settings_dict["OPTIONS"].pop("options", None)
