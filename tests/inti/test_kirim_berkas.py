"""Private files behind nginx: the view decides and notes, nginx sends the bytes."""

import re
from email.message import EmailMessage
from pathlib import Path

import pytest
from csp.middleware import CSPMiddleware
from django.http import Http404

from inti.models import JejakAudit
from inti.views.berkas import serve_berkas
from tests.factories.inti import BerkasFactory, PenggunaFactory
from tests.support.processes import ROOT

pytestmark = pytest.mark.django_db


@pytest.fixture
def minta(rf):
    request = rf.get("/")
    request.user = PenggunaFactory()
    return request


def test_without_nginx_the_bytes_are_sent(minta):
    berkas = BerkasFactory()

    response = serve_berkas(minta, berkas)

    assert response.getvalue() == berkas.baca()
    assert not response.has_header("X-Accel-Redirect")
    response.close()


@pytest.mark.parametrize("nama", ['lap; or "an".pdf', "laporan = ñ €.pdf", "a'b%20c.pdf"])
def test_name_of_a_download_is_read_back_as_it_was(minta, nama):
    response = serve_berkas(minta, BerkasFactory(nama=nama))
    response.close()

    tajuk = EmailMessage()
    tajuk["Content-Disposition"] = response["Content-Disposition"]
    assert (tajuk.get_content_disposition(), tajuk.get_filename()) == ("attachment", nama)


def test_what_is_downloaded_runs_nothing_even_when_it_is_opened_here(minta):
    response = CSPMiddleware(lambda _: serve_berkas(minta, BerkasFactory()))(minta)
    response.close()

    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert {"sandbox", "default-src 'none'"} <= {
        satu.strip() for satu in response["Content-Security-Policy"].split(";")
    }


def test_behind_nginx_only_the_place_is_told_and_the_reading_noted(minta, settings):
    settings.KIRIM_LEWAT_NGINX = "/berkas-privat/"
    berkas = BerkasFactory()

    response = serve_berkas(minta, berkas)

    assert response["X-Accel-Redirect"] == (f"/berkas-privat/{berkas.sha256[:2]}/{berkas.sha256}")
    assert response.getvalue() == b""
    assert response["Content-Type"] == berkas.tipe
    assert response["Cache-Control"] == "private, no-store"
    assert JejakAudit.objects.get().aksi == "berkas.unduh"


def test_behind_nginx_a_lost_file_is_still_not_found(minta, settings):
    settings.KIRIM_LEWAT_NGINX = "/berkas-privat/"
    berkas = BerkasFactory()
    berkas.path.unlink()

    with pytest.raises(Http404):
        serve_berkas(minta, berkas)


def test_nginx_gives_the_folder_of_files_to_nobody_else():
    isi = Path(ROOT / "deploy" / "nginx.conf").read_text()
    bagian = re.search(r"location /berkas-privat/ \{(.*?)\n    \}", isi, re.DOTALL)[1]

    assert "internal;" in bagian
    assert "alias ${BERKAS}/berkas/;" in bagian
    assert re.findall(r"alias (\S+);", isi) == ["${BERKAS}/static/", "${BERKAS}/berkas/"]


def test_nginx_says_the_safe_headers_with_what_it_answers_by_itself():
    isi = Path(ROOT / "deploy" / "nginx.conf").read_text()
    wajib = {
        "add_header Strict-Transport-Security $hsts always;",
        "add_header X-Content-Type-Options",
    }
    server, *lokasi = re.split(r"\n    location ", isi.partition("server {")[2])

    for bagian in (server, *(satu for satu in lokasi if "add_header" in satu)):
        assert [w for w in wajib if w not in bagian] == [], bagian
    assert '"max-age=31536000; includeSubDomains; preload"' in isi
