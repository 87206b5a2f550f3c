#!/usr/bin/env bash
# What CI checks besides the tests: format, lint, templates, types, contracts, migrations.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=.venv/bin
templat() { git ls-files -z 'templates/*.html'; }

# One command a line: `set -e` overlooks a failure on the left of `&&`.
echo "== gaya";     $bin/ruff format --check --quiet .
$bin/ruff check --quiet .
echo "== templat";  templat | xargs -0 $bin/djade --check --target-version 5.2
$bin/djlint --lint --quiet templates
echo "== jenis";    $bin/mypy config inti kerjasama pengawasan pelaporan
echo "== kontrak";  $bin/lint-imports --no-cache >/dev/null || { $bin/lint-imports --no-cache; exit 1; }
echo "== migrasi";  VAR_DIR="$(mktemp -d)" LOG_LEVEL=ERROR $bin/python manage.py makemigrations --check --dry-run
