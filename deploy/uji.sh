#!/usr/bin/env bash
# The whole suite but the played year (make uji-setahun): on SQLite with a real browser, then on PostgreSQL with Redis where they answer.
# A browser test that fails among others is asked once more by itself; what fails twice is a fault.
# In CI, and where DUA_BASIS_DATA is set, both must answer; in CI no test may be skipped on the database that should run it.
set -euo pipefail
cd "$(dirname "$0")/.."
py=.venv/bin/python
pg="${UJI_POSTGRES:-postgres://postgres@localhost:5432/postgres}"
redis="${UJI_REDIS:-redis://localhost:6379/15}"
catatan="$(mktemp -d)"
trap 'rm -rf "$catatan"' EXIT

menjawab() { "$py" - "$1" <<'PY'
import socket
import sys
from urllib.parse import urlsplit

alamat = urlsplit(sys.argv[1])
try:
    socket.create_connection((alamat.hostname, alamat.port), timeout=2).close()
except OSError:
    sys.exit(1)
PY
}

echo "== SQLite, dan peramban"
sqlite=(-q -m "not postgres and not setahun")
if ! "$py" -m pytest "${sqlite[@]}" -n 2 --dist worksteal --durations 15 --junitxml "$catatan/sqlite.xml" "$@"; then
  mapfile -t lagi < <("$py" deploy/gagal.py lagi "$catatan/sqlite.xml")
  [ -n "${lagi[0]:-}" ] || exit 1
  echo "== Sekali lagi, sendirian: ${lagi[*]}"
  "$py" -m pytest "${sqlite[@]}" -n 0 "${lagi[@]}"
fi

if menjawab "$pg" && menjawab "$redis"; then
  echo "== PostgreSQL dan Redis"
  DATABASE_URL="$pg" BROKER_URL="$redis" "$py" -m pytest -q -n 2 --dist worksteal \
    --durations 15 --junitxml "$catatan/postgres.xml" -m "not browser and not tanpa_db and not setahun" "$@"
elif [ "${CI:-}" = "true" ] || [ -n "${DUA_BASIS_DATA:-}" ]; then
  echo "PostgreSQL atau Redis tidak menjawab; keduanya wajib di sini." >&2
  exit 1
else
  echo "PostgreSQL atau Redis tidak menjawab; bagian itu dilewati."
fi

if [ "${CI:-}" = "true" ]; then
  "$py" deploy/gagal.py lewat "$catatan"/*.xml
fi
