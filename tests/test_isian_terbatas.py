"""Every field of ours has a bound, says which files it takes, and none is the server's own."""

import re

import pytest
from django import forms
from django.conf import settings

from inti.forms import kunci_sandi
from inti.unggahan import SEBUTAN
from kerjasama.forms.naskah import NaskahForm
from tests.test_berkas_jahat import BERTIPE, semua_formulir
from tests.test_teks_jahat import PAKET, semua_field, turunan

pytestmark = pytest.mark.django_db
# What the page itself was made from comes back, signed or compared; a code and a password are
# compared; a key is looked up; the gallery is for developers. LAIN: caps of their own.
DIBANDINGKAN = {"asal", "sidik", "meterai", "code", "password", "password1", "password2"} | {
    "oldpassword",
    "goresan",  # counted by its own reader, pengawasan.domain.tanda_tangan
}
DICARI = {"NaskahField", "KaitanField", "RegexField"}
LAIN = {"PeriksaBerkasForm": settings.BATAS_PERIKSA}
GALERI = {"ContohForm", "BarisForm", "SaringForm"}
# The version that a form was opened with is compared and never written; the picture is a new one.
MILIK_SERVER = re.compile(
    r"status|diterima_pada|.+_oleh|.+_pada|hash|sha256|kode|nomor_surat|riwayat|diputuskan.*"
)


@pytest.fixture(autouse=True)
def termuat(client):
    client.get("/masuk/")  # brings in every form that the addresses need
    assert kunci_sandi.PasangKunciForm  # asked for by a script only


def test_every_text_has_a_longest():
    tanpa_batas = [
        nama
        for nama, field in semua_field()
        if isinstance(field, forms.CharField)
        and not isinstance(field, forms.UUIDField)
        and field.max_length is None
        # What narrows a list is part of the address, which gunicorn bounds.
        and "FilterSet" not in nama
        and not {*nama.split(".")} & (DIBANDINGKAN | GALERI)
        and type(field).__name__ not in DICARI
    ]

    assert tanpa_batas == [], "\n".join(tanpa_batas)


def test_text_beyond_its_longest_is_refused_at_its_field():
    form = NaskahForm({"maksud_tujuan": "a" * 20_001, "objek": "b" * 20_000})

    assert "20000" in form.errors["maksud_tujuan"][0].replace(".", "")
    assert "objek" not in form.errors


def test_every_file_field_says_what_it_takes_and_how_large():
    diam, banyak = [], 0
    for kelas in semua_formulir():
        for nama, field in kelas.base_fields.items():
            if isinstance(field, forms.FileField):
                banyak += 1
                batas = LAIN.get(kelas.__name__, settings.BATAS_UNGGAH) // 1024**2
                jenis = [SEBUTAN[t] for t in field.tipe] if type(field) in BERTIPE else []
                kata = [*jenis, f"paling besar {batas} MB"]
                diam += [f"{kelas.__name__}.{nama}: {k}" for k in kata if k not in field.help_text]

    assert diam == []
    assert banyak > 25


def test_no_form_takes_what_the_server_sets():
    diisi, banyak = [], 0
    for kelas in turunan(forms.BaseModelForm):
        if kelas.__module__.startswith(PAKET) and issubclass(kelas, forms.ModelForm):
            banyak += 1
            assert kelas._meta.fields not in (None, forms.ALL_FIELDS), kelas
            kolom = {k.name: k for k in kelas._meta.model._meta.fields}
            diisi += [
                f"{kelas.__name__}.{n}"
                for n in kelas._meta.fields
                if n in kolom and (not kolom[n].editable or MILIK_SERVER.fullmatch(n))
            ]

    assert diisi == []
    assert banyak > 10


def test_what_a_device_sends_has_a_longest_too():
    field = kunci_sandi.KredensialField()

    assert field.clean('{"id": "a"}') == {"id": "a"}
    with pytest.raises(forms.ValidationError):
        field.clean('{"id": "' + "a" * kunci_sandi.TERPANJANG + '"}')
