"""The published schema: without warnings, and true of whatever is sent at random."""

import io
from contextlib import redirect_stderr

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.urls import reverse
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from hypothesis import HealthCheck, given, settings, strategies
from schemathesis import checks

from tests.api_matrix import BACA
from tests.factories.adegan import bangun
from tests.factories.inti import PenggunaFactory
from tests.factories.token_api import Program, token

PERIKSA = [
    checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_schema_conformance,
]
CONTOH = 4


def skema():
    return SchemaGenerator().get_schema(request=None, public=True)


def test_schema_is_made_without_a_warning():
    GENERATOR_STATS.reset()
    with redirect_stderr(io.StringIO()) as kata:
        skema()
        GENERATOR_STATS.emit_summary()

    assert kata.getvalue() == ""


def test_every_operation_says_in_words_what_it_gives():
    diam = [
        (jalur, cara)
        for jalur, isi in skema()["paths"].items()
        for cara, satu in isi.items()
        if not satu.get("summary")
    ]

    assert diam == []


@pytest.mark.django_db
def test_schema_is_for_people_who_are_signed_in_and_for_programs(client):
    orang = PenggunaFactory()
    alamat = reverse("api:skema")

    assert client.get(alamat).status_code == 401
    client.force_login(orang)
    assert client.get(alamat).json()["openapi"].startswith("3.")
    assert Program(orang).get(alamat).status_code == 200


@pytest.mark.lambat
@pytest.mark.django_db
@pytest.mark.parametrize("siapa", ["staf", "mitra", "pd"])
def test_whatever_is_sent_is_answered_as_the_schema_says(siapa, settings_api):
    adegan = bangun()
    dokumen = schemathesis.openapi.from_dict(skema())
    dokumen.app = get_wsgi_application()
    kepala = {"Authorization": f"Bearer {token(adegan.orang[siapa])}"}

    for hasil in dokumen.get_all_operations():
        _coba(hasil.ok(), kepala, _kunci(adegan))


@pytest.fixture
def settings_api(settings):
    """No limit of requests, and the test's own connection stays open from one to the next."""
    settings.API_PER_MENIT = 0
    sinyal = (request_started, request_finished)
    for satu in sinyal:
        satu.disconnect(close_old_connections)
    yield
    for satu in sinyal:
        satu.connect(close_old_connections)


def _kunci(adegan):
    """Keys of what is there, so that not every detail is answered by 404."""
    return sorted({a for nama in BACA.values() if nama for a in adegan.alamat.get(nama, ())})


def _coba(operasi, kepala, kunci):
    """A few random requests, each once with a key of the scene where it takes one."""

    @settings(
        max_examples=CONTOH,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(satu=operasi.as_strategy(), pk=strategies.sampled_from(kunci))
    def kirim(satu, pk):
        if satu.path_parameters:
            satu.path_parameters = satu.path_parameters | {"pk": pk}
        jawaban = satu.call(headers=kepala)
        satu.validate_response(jawaban, checks=PERIKSA, headers=kepala)

    kirim()
