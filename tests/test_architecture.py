"""The house rules that a machine can hold, each seen to fail when broken on purpose."""

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("config", "inti", "kerjasama", "pengawasan", "pelaporan")
SOURCES = [p for n in PACKAGES for p in (ROOT / n).rglob("*.py") if "migrations" not in p.parts]
TEMPLATES = list((ROOT / "templates").rglob("*.html"))
LINT = Path(sys.executable).parent / "lint-imports"


def name(path):
    return str(path.relative_to(ROOT))


@pytest.fixture
def copy(tmp_path):
    """The packages and the contracts, to break on purpose."""
    for package in PACKAGES:
        shutil.copytree(
            ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def contracts(folder):
    run = subprocess.run(
        [LINT, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )
    return run.returncode, run.stdout


@pytest.mark.lambat
@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("inti/audit.py", "import kerjasama.models", "Apps look down only BROKEN"),
        ("kerjasama/services/mitra.py", "import pengawasan.models", "Apps look down only BROKEN"),
        (
            "pengawasan/models/jadwal.py",
            "import pengawasan.services.jadwal",
            "Rooms look down only BROKEN",
        ),
        ("pelaporan/services/laporan.py", "import inti.views.guards", "BROKEN"),
        ("pengawasan/domain/tempo.py", "import django.utils.timezone", "domain is pure BROKEN"),
    ],
)
def test_each_contract_fails_when_broken_on_purpose(copy, file, line, contract):
    path = copy / file
    path.write_text(f"{path.read_text()}\n{line}\n")

    code, told = contracts(copy)

    assert code != 0
    assert contract in told


def test_contracts_hold():
    code, told = contracts(ROOT)

    assert code == 0, told


# --- What must not be found in a text, and a line that proves it would be -------------------

VIEW_WRITES = re.compile(r"\.save\(|\.objects\.create|transaction|\.update\(|\.delete\(")
RAW_INPUT = re.compile(r"request\.(POST|FILES)\s*(\[|\.get)")
STATUS = re.compile(r"^\s+[\w.]+\.status\s*=[^=]", re.MULTILINE)
# What makes a document, or makes whatever waits: for a worker, never for who waits at a page.
RENDERS = re.compile(
    r"pelaporan\.pdf|_anak\b|\b(?:bundel|dokumen|render)_pdf|"
    r"\bjalankan_(?:antrean|segera|latar)|\.kerjakan(?:_antrean)?\("
)
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b")
CITY = re.compile("bekasi", re.IGNORECASE)
INLINE_CODE = re.compile(r"\sstyle=|<style|<script>|\son[a-z]+\s*=")
UNESCAPED = re.compile(r"\|\s*safe\b|autoescape\s+off")


@pytest.mark.parametrize(
    ("rule", "line"),
    [
        (VIEW_WRITES, "    naskah.save()"),
        (VIEW_WRITES, "    with transaction.atomic():"),
        (RAW_INPUT, '    judul = request.POST["judul"]'),
        (RAW_INPUT, '    judul = request.POST.get("judul")'),
        (STATUS, "    laporan.status = Status.DIKIRIM"),
        (STATUS, "    self.laporan.status = Status.DIKIRIM"),
        (RENDERS, "from pelaporan.pdf import HasilPdf"),
        (RENDERS, "    hasil = dokumen_pdf(templat, isi, berkas)"),
        (RENDERS, "    services.kerjakan_antrean()"),
        (RENDERS, "    bundel.kerjakan(pk)"),
        (RENDERS, "    jalankan_antrean()"),
        (UNFINISHED, "    # TODO: later"),
        (CITY, "Pemerintah Kota BEKASI"),
        (INLINE_CODE, '<p style="color: red">'),
        (INLINE_CODE, "<script>alert(1)</script>"),
        (INLINE_CODE, '<button onfocus="kirim()">'),
        (UNESCAPED, "{{ judul | safe }}"),
        (UNESCAPED, "{% autoescape off %}"),
    ],
)
def test_each_rule_fails_when_broken_on_purpose(rule, line):
    assert rule.search(line)


def inline_imports(source):
    return [
        node.lineno
        for function in ast.walk(ast.parse(source))
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]


def test_an_import_inside_a_function_is_seen():
    assert inline_imports("def f():\n    if True:\n        import os") == [3]


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_imports_stand_at_the_top(path):
    assert not inline_imports(path.read_text("utf-8"))


@pytest.mark.parametrize("path", [p for p in SOURCES if "views" in p.parts], ids=name)
def test_views_write_nothing_themselves(path):
    text = path.read_text("utf-8")
    if name(path) == "inti/views/berkas.py":
        text = text.replace("transaction", "")  # notes who opened a document

    assert VIEW_WRITES.findall(text) == []


MENJAWAB = [p for p in SOURCES if {"views", "api", "middleware"} & {*p.parts, p.stem}]


@pytest.mark.parametrize("path", MENJAWAB, ids=name)
def test_who_answers_a_request_renders_nothing(path):
    assert RENDERS.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", [p for p in SOURCES if "forms" not in p.parts], ids=name)
def test_forms_are_the_only_entrance(path):
    assert RAW_INPUT.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", [p for p in SOURCES if "services" not in p.parts], ids=name)
def test_only_services_assign_status(path):
    assert STATUS.findall(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", SOURCES, ids=name)
def test_source_files_stay_readable(path):
    text = path.read_text("utf-8")

    assert len(text.splitlines()) <= 350
    assert UNFINISHED.findall(text) == []
    assert CITY.findall(text) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_templates_hold_no_script_style_handler_or_city(path):
    text = path.read_text("utf-8")

    assert len(text.splitlines()) <= 200
    assert UNESCAPED.findall(text) == []
    assert CITY.findall(text) == []
    # Column widths of a printed table belong to the table, and no CSP applies to paper.
    assert "cetak" in path.parts or INLINE_CODE.findall(text) == []


def test_domain_needs_no_settings():
    modules = [name(p)[:-3].replace("/", ".") for p in SOURCES if "domain" in p.parts]
    probe = "import importlib, sys; [importlib.import_module(m) for m in sys.argv[1:]]"
    environment = {k: v for k, v in os.environ.items() if k != "DJANGO_SETTINGS_MODULE"}

    run = subprocess.run(
        [sys.executable, "-c", probe, *modules],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
