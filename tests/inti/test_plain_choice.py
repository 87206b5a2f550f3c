"""A filter's choice, drawn without crispy's templates, is what crispy draws."""

import django_filters as filters
import pytest
from django import forms
from django.db import connection
from django.test.html import parse_html
from django.test.utils import CaptureQueriesContext

from inti.models import Pengguna
from inti.templatetags.controls import field
from inti.templatetags.plain_choice import plain_choice
from tests.factories.inti import PenggunaFactory

JAHAT = '<b>"&'


class Saringan(filters.FilterSet):
    satu = filters.ChoiceFilter(
        label=JAHAT, choices=[("a", JAHAT), ("b", "B")], empty_label="Semua"
    )
    orang = filters.ModelChoiceFilter(
        label="Orang",
        queryset=Pengguna.objects.order_by("pk"),
        null_label="Belum ada",
        null_value="tanpa",
    )
    kelompok = filters.ChoiceFilter(choices=[("G", [("a", "A")])])
    sejak = filters.DateFilter()
    beberapa = filters.MultipleChoiceFilter(choices=[("a", "A")])

    class Meta:
        model = Pengguna
        fields: list[str] = []


def form(**data):
    return Saringan(data, queryset=Pengguna.objects.all()).form


@pytest.mark.django_db
@pytest.mark.parametrize("nilai", ["", "tanpa", "orang"])
def test_it_is_what_crispy_draws(nilai):
    orang = [PenggunaFactory(nama=JAHAT), PenggunaFactory(nama="B")]
    isi = form(satu="a" if nilai else "", orang=orang[0].pk if nilai == "orang" else nilai)

    for nama in ("satu", "orang"):
        polos = plain_choice(isi[nama])
        assert parse_html(polos) == parse_html(field(isi[nama]))
        assert polos.count("<option") > 2
        assert "<b>" not in polos


@pytest.mark.django_db
def test_rows_are_read_in_one_statement(db):
    orang = form()["orang"]

    with CaptureQueriesContext(connection) as kueri:
        plain_choice(orang)

    assert len(kueri) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("nama", ["kelompok", "sejak", "beberapa"])
def test_anything_else_is_left_to_crispy(nama):
    assert plain_choice(form()[nama]) is None


@pytest.mark.django_db
def test_wrong_choice_is_left_to_crispy_which_says_why():
    isi = form(satu="tidak ada")

    assert not isi.is_valid()
    assert plain_choice(isi["satu"]) is None


def test_required_or_explained_choice_is_left_to_crispy():
    class Isian(forms.Form):
        wajib = forms.ChoiceField(choices=[("a", "A")])
        berpetunjuk = forms.ChoiceField(choices=[("a", "A")], required=False, help_text="Pilih")

    isi = Isian()

    assert [plain_choice(isi[nama]) for nama in isi.fields] == [None, None]
