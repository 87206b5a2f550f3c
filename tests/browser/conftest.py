"""Debian's Chromium against a live server, offline, in Indonesian."""

import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings as django_settings
from django.core.management import call_command
from django.db import connection
from playwright.sync_api import Error, expect

CHROMIUM = Path("/usr/bin/chromium")
OFFLINE = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SANDI_CONTOH = "contoh-kerjasama"
PATIENCE = 30_000
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    """Everything in this folder drives a browser."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("browser")
            if not CHROMIUM.exists():
                item.add_marker(pytest.mark.skip(reason="needs Chromium"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Let a test that fails tell what its page showed."""
    report = yield
    page = getattr(item, "funcargs", {}).get("page")
    if page and report.when == "call" and report.failed and not page.is_closed():
        with suppress(Error):
            report.sections.append((f"Page {page.url}", page.inner_text("body", timeout=2_000)))
    return report


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {**browser_type_launch_args, "executable_path": str(CHROMIUM), "args": OFFLINE}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    return {
        **browser_context_args,
        "locale": "id-ID",
        "timezone_id": "Asia/Jakarta",
        "viewport": {"width": 1280, "height": 900},
    }


@pytest.fixture
def page(page):
    """Fails when a script does; waits long, because a busy machine is no failure."""
    page.set_default_timeout(PATIENCE)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console",
        lambda message: (
            errors.append(message.text) if "Content Security Policy" in message.text else None
        ),
    )
    yield page
    assert errors == []


@pytest.fixture
def situs(live_server, transactional_db) -> str:
    """The address of a site with reference data only."""
    call_command("isi_rujukan")
    return live_server.url


@pytest.fixture
def situs_contoh(live_server, transactional_db, settings) -> str:
    """The address of a site filled by isi_contoh: made once a worker, then copied back."""
    settings.MODE_DEMO = True
    folder = django_settings.VAR_DIR
    snapshot = folder / "contoh.sqlite3"
    settings.BERKAS_DIR = folder / "berkas-contoh"
    settings.BERKAS_DIR.mkdir(exist_ok=True)
    connection.ensure_connection()
    if snapshot.exists():
        with sqlite3.connect(snapshot) as source:
            source.backup(connection.connection)
    else:
        call_command("isi_contoh", naskah=20)  # every scenario once, but the last
        with sqlite3.connect(snapshot) as target:
            connection.connection.backup(target)
    return live_server.url


@pytest.fixture
def masuk(page) -> Callable[..., None]:
    """`masuk(situs, "staf")`: sign in through the form, signing out whoever was there."""

    def sign_in(situs: str, username: str, password: str = SANDI_CONTOH) -> None:
        # Off the last page first: what it still loads brings a CSRF cookie of its own.
        page.goto("about:blank")
        page.context.clear_cookies()
        page.goto(f"{situs}/masuk/")
        page.fill("[name=login]", username)
        page.fill("[name=password]", password)
        page.click("main [type=submit], form [type=submit]")
        page.wait_for_url(lambda url: "/masuk/" not in url)

    return sign_in


@pytest.fixture
def assert_axe_clean() -> Callable[..., None]:
    """`assert_axe_clean(page)`: no accessibility violation on what is shown now."""
    axe = Axe()

    def check(page) -> None:
        found = axe.run(page).response["violations"]
        told = [
            f"{violation['id']}: {violation['help']}\n  {node['html'][:200]}"
            for violation in found
            for node in violation["nodes"]
        ]
        assert told == [], f"{page.url}\n" + "\n".join(told)

    return check
