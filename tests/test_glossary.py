"""Every model and every status has its entry in docs/glossary.md."""

import importlib
import re
from collections import Counter
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import TextChoices

APPS = ("inti", "kerjasama", "pengawasan", "pelaporan")
TEXT = (Path(__file__).parents[1] / "docs" / "glossary.md").read_text(encoding="utf-8")
TERMS = Counter(re.findall(r"^\| ([^|]+?) \|", TEXT, re.MULTILINE))
ENTRIES = set(TERMS)
HEADINGS = {"Term", "---"}


def statuses():
    for app in APPS:
        for name, choices in vars(importlib.import_module(f"{app}.enums")).items():
            if name.startswith("Status") and issubclass(choices, TextChoices):
                yield from choices.values


@pytest.mark.parametrize(
    "name",
    [
        str(model._meta.verbose_name)
        for app in APPS
        for model in apps.get_app_config(app).get_models(include_auto_created=False)
    ],
)
def test_every_model_is_in_the_glossary(name):
    assert name in ENTRIES


def test_a_term_is_explained_once():
    assert [term for term, times in TERMS.items() if times > 1 and term not in HEADINGS] == []


@pytest.mark.parametrize("status", sorted(set(statuses())))
def test_every_status_is_in_the_glossary(status):
    assert status in ENTRIES
