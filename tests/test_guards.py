"""The standing guards of the suite do bite."""

import socket
import urllib.request

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.http import HttpResponse
from django.template import Context, engines
from django.test import override_settings
from django.urls import path
from django.utils import timezone

from inti import audit
from inti.models import CatatanBerkala, JejakAudit
from tests.support.clients import GetWroteError
from tests.support.network import NetworkRefusedError
from tests.support.templates import TEMPLATES, UndefinedVariableError


def _writes_job(request):
    CatatanBerkala.objects.create(nama="dari-get")
    return HttpResponse("")


def _writes_session(request):
    Session.objects.create(session_key="x", session_data="", expire_date=timezone.now())
    return HttpResponse("")


urlpatterns = [path("pekerjaan/", _writes_job), path("sesi/", _writes_session)]
with_these_urls = override_settings(ROOT_URLCONF=__name__, MIDDLEWARE=[])


def render(source, *, name=f"{TEMPLATES}/contoh.html", **context):
    template = engines["django"].engine.from_string(source)
    for node in template.nodelist:
        node.origin.name = name
    return template.render(Context(context))


@pytest.mark.parametrize("url", ["http://example.org/", "http://192.0.2.1/"])
def test_network_is_refused(url):
    with pytest.raises(NetworkRefusedError):
        urllib.request.urlopen(url)


def test_network_of_this_machine_is_allowed():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


@with_these_urls
@pytest.mark.django_db
def test_get_that_writes_is_refused(client):
    with pytest.raises(GetWroteError):
        client.get("/pekerjaan/")


@with_these_urls
@pytest.mark.django_db
def test_get_may_write_a_session(client):
    assert client.get("/sesi/").status_code == 200


@with_these_urls
@pytest.mark.django_db
def test_post_may_write(client):
    assert client.post("/pekerjaan/").status_code == 200


def test_undefined_variable_of_our_template_fails():
    with pytest.raises(UndefinedVariableError, match=r"tak_ada.*contoh\.html"):
        render("{{ tak_ada }}")


@pytest.mark.parametrize(
    "source", ["{{ tak_ada|default:'-' }}", "{% if tak_ada %}ada{% else %}-{% endif %}"]
)
def test_undefined_variable_with_an_answer_passes(source):
    assert render(source) == "-"


def test_undefined_variable_of_another_package_prints_nothing():
    assert render("[{{ tak_ada }}]", name="/usr/lib/paket/contoh.html") == "[]"


def test_suite_keeps_its_files_apart():
    assert "uji-kerjasama" in str(settings.VAR_DIR)


@pytest.mark.django_db(transaction=True)
def test_flush_empties_append_only_tables_and_keeps_their_triggers():
    catatan = CatatanBerkala.objects.create(nama="x")
    with transaction.atomic():
        audit.catat("catatan.coba", catatan, oleh=None)

    call_command("flush", interactive=False)

    assert JejakAudit.objects.count() == 0
    with transaction.atomic():
        audit.catat("catatan.coba", catatan, oleh=None)
    with pytest.raises(DatabaseError, match="hanya dapat ditambah"):
        JejakAudit.objects.update(aksi="catatan.lain")
