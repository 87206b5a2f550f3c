"""A setting is what its words say, or the site does not start and says which setting it is."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import env


@pytest.mark.parametrize(
    ("kata", "harap"),
    [
        ("1", True),
        ("ya", True),
        ("True", True),
        (" on ", True),
        ("0", False),
        ("tidak", False),
        ("False", False),
        ("off", False),
        ("", True),
    ],
)
def test_yes_and_no_in_the_words_people_use(monkeypatch, kata, harap):
    monkeypatch.setenv("FAKTOR_KEDUA", kata)

    assert env.read("FAKTOR_KEDUA") is harap


@pytest.mark.parametrize(
    ("nama", "kata"), [("FAKTOR_KEDUA", "iya"), ("HTTPS", "2"), ("DIAM_MENIT", "30 menit")]
)
def test_what_cannot_be_read_is_refused_by_name(monkeypatch, nama, kata):
    monkeypatch.setenv(nama, kata)

    with pytest.raises(ImproperlyConfigured, match=f"{nama}: “{kata}”"):
        env.read(nama)


@pytest.mark.parametrize("nama", ["DATABASE_URL", "METRIK_TOKEN", "OIDC_RAHASIA"])
def test_a_secret_may_lie_in_a_file(monkeypatch, tmp_path, nama):
    berkas = tmp_path / "rahasia"
    berkas.write_text("isi rahasia\n")
    monkeypatch.setenv(nama, "")
    monkeypatch.setenv(f"{nama}_FILE", str(berkas))

    assert env.read(nama) == "isi rahasia"


def test_a_file_that_is_not_there_is_named(monkeypatch, tmp_path):
    monkeypatch.setenv("METRIK_TOKEN", "")
    monkeypatch.setenv("METRIK_TOKEN_FILE", str(tmp_path / "tiada"))

    with pytest.raises(ImproperlyConfigured, match=r"METRIK_TOKEN_FILE: .*tiada tidak terbaca"):
        env.read("METRIK_TOKEN")
