"""Settings: what is read from the environment, and what holds the work of a worker that dies."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env
from config.celery import app
from config.env import VARIABLES, read, secret_key

JENIS = {
    bool: ("tidak", False),
    int: ("31", 31),
    list: ("a.example, b.example", ["a.example", "b.example"]),
    str: ("$sandi=dengan,tanda", "$sandi=dengan,tanda"),
}


@pytest.fixture
def atur(monkeypatch):
    """Set a variable, and nothing else of it."""

    def atur(nama, isi, *, berkas=None):
        monkeypatch.setenv(nama, isi)
        monkeypatch.setenv(f"{nama}_FILE", str(berkas or ""))

    return atur


@pytest.mark.parametrize("nama", ["HTTPS", "FAKTOR_KEDUA"])
@pytest.mark.parametrize(
    ("kata", "arti"),
    [
        *((kata, True) for kata in ("1", "ya", "Ya", "y", "yes", "ok", "on", "true", " True ")),
        *((kata, False) for kata in ("0", "tidak", "TIDAK", "n", "no", "off", "false", "False")),
    ],
)
def test_switch_is_turned_by_these_words(atur, nama, kata, arti):
    atur(nama, kata)

    assert read(nama) is arti


@pytest.mark.parametrize("variabel", [v for v in VARIABLES if v.type is bool], ids=lambda v: v.name)
@pytest.mark.parametrize("kata", ["yaa", "aktif", "2", "tru", "-"])
def test_switch_that_is_misspelt_is_refused_with_its_name_and_the_words(atur, variabel, kata):
    atur(variabel.name, kata)

    with pytest.raises(ImproperlyConfigured, match=rf"^{variabel.name}: “{kata}”.*tidak.*ya"):
        read(variabel.name)


@pytest.mark.parametrize("variabel", [v for v in VARIABLES if v.type is int], ids=lambda v: v.name)
def test_number_that_is_none_is_refused_with_its_name(atur, variabel):
    atur(variabel.name, "banyak")

    with pytest.raises(ImproperlyConfigured, match=rf"^{variabel.name}: “banyak”.*bilangan"):
        read(variabel.name)


@pytest.mark.parametrize(
    "variabel", [v for v in VARIABLES if v.type in {bool, int}], ids=lambda v: v.name
)
def test_empty_switch_or_number_is_its_default(atur, variabel):
    atur(variabel.name, "")

    assert read(variabel.name) == variabel.default


@pytest.mark.parametrize("variabel", VARIABLES, ids=lambda v: v.name)
def test_each_is_also_read_from_a_file(atur, variabel, tmp_path):
    teks, nilai = JENIS[variabel.type]
    berkas = tmp_path / "isi"
    berkas.write_text(f"{teks}\n")
    atur(variabel.name, "", berkas=berkas)

    assert read(variabel.name) == nilai


@pytest.mark.parametrize("nama", ["SECRET_KEY", "DATABASE_URL", "HTTPS"])
def test_file_that_is_not_there_is_named_with_its_variable(atur, nama, tmp_path):
    atur(nama, "", berkas=tmp_path / "tidak-ada")

    with pytest.raises(ImproperlyConfigured, match=rf"^{nama}_FILE: .*tidak-ada"):
        read(nama)


def test_key_is_whole_for_who_starts_while_it_is_being_made(atur, monkeypatch, tmp_path):
    atur("SECRET_KEY", "")
    asli, dahulu = env.secrets.token_urlsafe, []

    def sela(panjang):
        monkeypatch.setattr(env.secrets, "token_urlsafe", asli)
        dahulu.append(secret_key(tmp_path))
        return asli(panjang)

    monkeypatch.setattr(env.secrets, "token_urlsafe", sela)

    kunci = secret_key(tmp_path)

    assert len(kunci) > 60
    assert dahulu == [kunci]
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["kunci_rahasia"]


def test_key_is_made_where_a_folder_knows_no_hard_links(atur, monkeypatch, tmp_path):
    def tanpa(*_):
        raise PermissionError

    atur("SECRET_KEY", "")
    monkeypatch.setattr(env.os, "link", tanpa)

    kunci = secret_key(tmp_path)

    assert len(kunci) > 60
    assert secret_key(tmp_path) == kunci
    assert (tmp_path / "kunci_rahasia").stat().st_mode & 0o777 == 0o600


def test_broker_keeps_the_work_of_a_worker_that_dies():
    """Acknowledged when it is done, one at a time, and no longer than this."""
    conf = app.conf

    assert conf.task_acks_late
    assert conf.task_reject_on_worker_lost
    assert conf.worker_prefetch_multiplier == 1
    assert conf.broker_connection_retry_on_startup
    assert (conf.task_soft_time_limit, conf.task_time_limit) == (7200, 7260)
    segera = conf.task_annotations["inti.jalankan_antrean"]
    assert (segera["soft_time_limit"], segera["time_limit"]) == (600, 660)


@pytest.mark.postgres
def test_nobody_waits_long_for_a_broker_that_is_silent():
    """The tests on PostgreSQL have Redis as well."""
    batas = app.conf.broker_transport_options

    assert (batas["socket_timeout"], batas["socket_connect_timeout"]) == (2, 2)
