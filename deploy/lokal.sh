#!/usr/bin/env bash
# The processes of production on this machine, for real: PostgreSQL and Redis at localhost, gunicorn,
# prefork workers, beat, nginx. Then a person's visit through nginx (deploy/uji_produksi.py).
# Everything that is started here is stopped here; the database and the folder go as well.
set -euo pipefail
cd "$(dirname "$0")/.."
bin="$PWD/.venv/bin"
nama="pks_lokal_$$"
dir="$(mktemp -d)"
server="${UJI_POSTGRES:-postgres://postgres@localhost:5432/postgres}"
bebas() { "$bin/python" -c 'import socket; s = socket.create_server(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
port_web="$(bebas)"; port_nginx="$(bebas)"

command -v nginx >/dev/null || PATH="$PATH:/usr/sbin"
command -v nginx >/dev/null || deploy/pustaka.sh nginx-light
command -v nginx >/dev/null || { echo "nginx tidak ada." >&2; exit 1; }

export VAR_DIR="$dir/var" DATABASE_URL="${server%/*}/$nama" BROKER_URL="${UJI_REDIS:-redis://localhost:6379/14}"
export SITE_URL="http://localhost:$port_nginx" ALLOWED_HOSTS="localhost,127.0.0.1" CADANGAN_DIR="$dir/cadangan"
export MODE_DEMO=1 FAKTOR_KEDUA=0 PROXY_TEPERCAYA=1 KIRIM_LEWAT_NGINX=/berkas-privat/ LOG_LEVEL=WARNING
mkdir -p "$VAR_DIR" "$dir/log"

anak=()
selesai() {
  kode=$?
  for pid in "${anak[@]}"; do kill -TERM "$pid" 2>/dev/null || true; done
  for pid in "${anak[@]}"; do wait "$pid" 2>/dev/null || true; done
  psql -q "$server" -c "DROP DATABASE IF EXISTS $nama WITH (FORCE)" || true
  [ "$kode" -eq 0 ] || tail -n 20 "$dir"/log/*.log >&2
  rm -rf "$dir"
  exit "$kode"
}
trap selesai EXIT
mulai() { "${@:2}" >"$dir/log/$1.log" 2>&1 & anak+=("$!"); }

psql -q "$server" -c "CREATE DATABASE $nama"
"$bin/python" manage.py migrate --verbosity 0
"$bin/python" manage.py isi_rujukan >/dev/null
"$bin/python" manage.py isi_contoh --naskah "${NASKAH:-8}" >/dev/null
"$bin/python" manage.py collectstatic --noinput --verbosity 0
"$bin/python" manage.py jalankan_berkala >/dev/null # /sehat/ asks when they last ran

mulai web "$bin/gunicorn" config.wsgi --bind "127.0.0.1:$port_web" --worker-class gthread --workers 2 --threads 4 --umask 0o077 --log-level warning --no-control-socket
celery() { mulai "$1" "$bin/celery" --app config --quiet "${@:2}" --loglevel=WARNING; }
celery segera-1 worker --pool=prefork --concurrency=1 --queues=segera --hostname=segera1@%h --without-gossip --without-mingle
celery segera-2 worker --pool=prefork --concurrency=1 --queues=segera --hostname=segera2@%h --without-gossip --without-mingle
celery latar worker --pool=prefork --concurrency=1 --queues=latar --hostname=latar@%h --without-gossip --without-mingle
celery beat beat --pidfile= --schedule="$dir/jadwal"

sed -e "s#\${WEB}#127.0.0.1:$port_web#; s#\${BERKAS}#$VAR_DIR#; s#\${DENGAR}#127.0.0.1:$port_nginx#" deploy/nginx.conf >"$dir/situs.conf"
cat >"$dir/nginx.conf" <<NGINX
$( [ "$(id -u)" -ne 0 ] || echo "user root;" )
daemon off;
worker_processes 1;
pid $dir/nginx.pid;
error_log $dir/log/nginx-galat.log;
events {}
http {
  include /etc/nginx/mime.types;
  access_log $dir/log/nginx-akses.log;
  client_body_temp_path $dir/nginx-badan;
  proxy_temp_path $dir/nginx-proksi;
  fastcgi_temp_path $dir/nginx-f; uwsgi_temp_path $dir/nginx-u; scgi_temp_path $dir/nginx-s;
  include $dir/situs.conf;
}
NGINX
mulai nginx nginx -e "$dir/log/nginx-awal.log" -c "$dir/nginx.conf"

if [ "${1:-}" = "--tahan" ]; then
  echo "Situs: $SITE_URL/ (akun contoh, kata sandi contoh-kerjasama). Ctrl-C menghentikan semuanya."
  wait "${anak[0]}"
elif [ "${1:-}" = "--beban" ]; then
  "$bin/python" -c 'import sys, time, urllib.request
for _ in range(100):
    try: sys.exit(urllib.request.urlopen(sys.argv[1]).close())
    except OSError: time.sleep(0.3)
sys.exit("situs tidak menjawab")' "$SITE_URL/masuk/"
  proses=("${anak[@]}")
  (sleep "$((ORANG / ${MASUK_PER_DETIK:-1}))"; exec "$bin/python" deploy/beban/memori.py "${proses[@]}") >"$dir/log/memori.txt" & memori=$!
  kode=0
  PYTHONPATH=deploy PYTHONWARNINGS=ignore "$bin/locust" --locustfile deploy/beban/locustfile.py --host "$SITE_URL" --headless --skip-log \
    --users "$ORANG" --spawn-rate "${MASUK_PER_DETIK:-1}" --run-time "$((ORANG / ${MASUK_PER_DETIK:-1} + MENIT * 60))s" >"$dir/log/locust.txt" 2>&1 || kode=$?
  sed -n '/^  kali/,$p' "$dir/log/locust.txt" | grep . || tail -n 20 "$dir/log/locust.txt"
  kill -TERM "$memori"; wait "$memori" || true
  cat "$dir/log/memori.txt"
  exit "$kode"
else
  "$bin/python" deploy/uji_produksi.py "$SITE_URL" "$dir/log/nginx-akses.log"
fi
