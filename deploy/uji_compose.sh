#!/usr/bin/env bash
# docs/operasi.md with Docker Compose, its commands as they stand there (deploy/uji_mesin.sh), on a real Docker
# Engine inside an empty Debian 13: installed, visited, upgraded, back to the old version and forward, rebooted;
# then lost, and restored onto a second one; then a set of the older version over what is running. The images of
# Python, PostgreSQL, Redis and nginx bear the names of the official ones, built from Debian 12 as stand-ins.
set -euo pipefail
# shellcheck source=deploy/uji_mesin.sh
. "$(dirname "$0")/uji_mesin.sh"
# Docker in it needs rights over namespaces, networks and its own cgroups.
export SYSTEMD_NSPAWN_API_VFS_WRITABLE=1
cara="Dengan Docker Compose"; rilis=trixie; hak=(--capability=all --system-call-filter='add_key keyctl bpf')
volume=/var/lib/docker/volumes/pengawasan-kerja-sama

citra() { # what compose.yaml asks of the official images, as a folder for docker build
  debootstrap --variant=minbase --include=ca-certificates,gettext-base,nginx-light,postgresql-15,python3-venv,redis-server,wget bookworm "$dir/dasar" ${UJI_CERMIN:+"$UJI_CERMIN"} >"$dir/debootstrap.log" || { tail -n 5 "$dir/debootstrap.log" >&2; exit 1; }
  [ -z "${UJI_TAMBAHAN:-}" ] || cp -r "$UJI_TAMBAHAN/." "$dir/dasar/"
  ln -s /usr/bin/python3 "$dir/dasar/usr/local/bin/python"
  mkdir "$dir/citra"; tar -C "$dir/dasar" --exclude='./var/cache/apt/*' -cf "$dir/citra/dasar.tar" .; rm -rf "$dir/dasar"
  cat > "$dir/citra/postgres.sh" <<'AKHIR'
#!/bin/bash
set -eu
sebagai() { setpriv --reuid=postgres --regid=postgres --init-groups "$@"; }
mkdir -p /run/postgresql; chown postgres: /run/postgresql
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  install -d -o postgres -m 700 "$PGDATA"
  install -o postgres -m 400 "$POSTGRES_PASSWORD_FILE" /tmp/sandi
  sebagai initdb --username="$POSTGRES_USER" --pwfile=/tmp/sandi $POSTGRES_INITDB_ARGS; rm /tmp/sandi
  echo "host all all all scram-sha-256" >> "$PGDATA/pg_hba.conf"
  sebagai pg_ctl -w start -o "-c listen_addresses=''"; sebagai createdb -U "$POSTGRES_USER" "$POSTGRES_DB"; sebagai pg_ctl -w stop
fi
exec setpriv --reuid=postgres --regid=postgres --init-groups postgres -c listen_addresses='*'
AKHIR
  printf '#!/bin/sh\nexec setpriv --reuid=redis --regid=redis --init-groups "$@" --protected-mode no\n' > "$dir/citra/redis.sh"
  cat > "$dir/citra/nginx.sh" <<'AKHIR'
#!/bin/bash
set -eu
nama="$(env | cut -d= -f1 | grep -E "$NGINX_ENVSUBST_FILTER" | sed 's/^/$/')"
for templat in /etc/nginx/templates/*.template; do envsubst "$nama" < "$templat" > "/etc/nginx/conf.d/$(basename "$templat" .template)"; done
exec nginx -g 'daemon off;'
AKHIR
  cat > "$dir/citra/nginx.conf" <<'AKHIR'
pid /tmp/nginx.pid; error_log /dev/stderr; events {}
http {
  client_body_temp_path /tmp/1; proxy_temp_path /tmp/2; fastcgi_temp_path /tmp/3; uwsgi_temp_path /tmp/4; scgi_temp_path /tmp/5;
  include /etc/nginx/mime.types; access_log /dev/stdout; sendfile on; include /etc/nginx/conf.d/*.conf;
}
AKHIR
  cat > "$dir/citra/buat.sh" <<'AKHIR'
cd "$(dirname "$0")"; docker import dasar.tar dasar; rm dasar.tar
buat() { printf 'FROM dasar\n%b' "$2" | docker build --quiet --tag "$1" --file - .; }
buat python:3.11-slim-bookworm 'CMD ["python3"]\n'
buat postgres:15-bookworm 'COPY --chmod=755 postgres.sh /masuk\nENV LANG=C.UTF-8 PGDATA=/var/lib/postgresql/data PATH=/usr/lib/postgresql/15/bin:/usr/sbin:/usr/bin:/sbin:/bin\nENTRYPOINT ["/masuk"]\nSTOPSIGNAL SIGINT\n'
buat redis:7-bookworm 'COPY --chmod=755 redis.sh /masuk\nWORKDIR /data\nENTRYPOINT ["/masuk"]\n'
buat nginxinc/nginx-unprivileged:1.27-alpine 'COPY --chmod=755 nginx.sh /masuk\nCOPY nginx.conf /etc/nginx/nginx.conf\nENTRYPOINT ["/masuk"]\nSTOPSIGNAL SIGQUIT\n'
AKHIR
}
mesin() { # an empty Debian with the code of a version, the images at hand, and TLS in front
  debian_kosong "$dir/$1"
  ln -s /dev/null "$dir/$1/etc/systemd/system/systemd-modules-load.service" # the kernel is the host's
  nyalakan "$dir/$1"
  kode "$2"; mv "$pohon/opt/pks-$2" "$pohon/opt/pks"; cp -r "$dir/citra" "$pohon/root/"
  di "apt-get update; apt-get install -y nginx-light python3-pil; rm /etc/nginx/sites-enabled/default
  echo 'server { listen 443 ssl; ssl_certificate /etc/ssl/certs/pks.pem; ssl_certificate_key /etc/ssl/private/pks.pem; client_max_body_size 60m;
    location / { proxy_pass http://127.0.0.1:8080; proxy_set_header Host \$host; proxy_set_header X-Forwarded-Proto https; proxy_set_header X-Forwarded-For \$proxy_add_x_forwarded_for; } }' > /etc/nginx/conf.d/pks.conf
  systemctl restart nginx" >/dev/null
}
dokumen() { perintah "$1" | sed 's#^apt-get install .*#&; bash -e /root/citra/buat.sh#'; }
orang() { di "cd /opt/pks/deploy; SSL_CERT_FILE=/etc/ssl/certs/pks.pem PYTHONDONTWRITEBYTECODE=1 python3 uji_pindah.py $1 https://$host/ /root/ingat.json"; }
# Every row, every number to be given next, every byte; but for the note of the backup itself.
sidik="sql() { docker exec pengawasan-kerja-sama-postgres-1 psql -U pks -At pks -c \"\$1\" </dev/null; }
for tabel in \$(sql \"SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'inti_catatanberkala' ORDER BY 1\"); do
  sql \"SELECT '\$tabel', count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM \$tabel t\"
done
sql 'SELECT sequencename, last_value FROM pg_sequences ORDER BY 1'
cd ${volume}_data/_data/berkas; find . -type f -print0 | sort -z | xargs -0 sha256sum"
compose="docker compose -f deploy/compose.yaml"

echo "== Mesin pertama: langkah 1–7 docs/operasi.md, dengan data contoh sesudah administrator pertama"
citra
mesin pertama 0.1.0
contoh="$compose down --volumes; $compose up -d; $compose exec -e MODE_DEMO=1 web python manage.py isi_contoh --naskah 8" # into an empty database only
di "$(dokumen "$cara" | sed "s#^.* buat_admin .*#&; $contoh#")"; echo
orang sebelum
curl -sk -o /dev/null --resolve "$host:443:$jaringan.2" "https://$host/masuk/"
di "docker logs pengawasan-kerja-sama-nginx-1 2>&1 | grep '^$jaringan.1 ' | tail -n 1" # the visitor, not a bridge

echo "== Meningkatkan versi dengan Docker Compose, kembali, dan maju lagi"
kode 0.2.0
# As a later version would: one more column in the very table that has to prove itself before it is migrated.
sed -i 's/^    objects = JejakAuditQuerySet/    kolom_uji = models.CharField("uji", max_length=9, db_default="")\n&/' "$pohon/opt/pks-0.2.0/inti/models/jejak.py"
di "docker run --rm --user 0 --env VAR_DIR=/tmp --volume /opt/pks-0.2.0:/app pengawasan-kerja-sama:0.1.0 python manage.py makemigrations inti --name uji; chmod a+r /opt/pks-0.2.0/inti/migrations/*_uji.py"
dokumen 'Meningkatkan versi dengan Docker Compose' > "$pohon/root/perbarui.sh"
di "(while sleep 0.1; do curl -s -o /dev/null -m 30 -w '%{http_code}\n' --cacert /etc/ssl/certs/pks.pem https://$host/masuk/; done > /root/kode.txt) & echo \$! > /root/pengunjung; bash -eu /root/perbarui.sh"
sehat
di "kill \$(cat /root/pengunjung); uniq -c /root/kode.txt"
himpunan_lama="$(cd "$pohon${volume}_cadangan/_data"; ls -d 2* | tail -n 1)" # of before
tukar() { di "mv /opt/pks /opt/pks-$1; mv /opt/pks-$2 /opt/pks; cd /opt/pks; $(tail -n 3 "$pohon/root/perbarui.sh")"; sehat; di "cd /opt/pks; $compose ps web | grep -q ':$2 '"; }
tukar 0.2.0 0.1.0
tukar 0.1.0 0.2.0

echo "== Setelah mesin dinyalakan ulang, cadangan dari cron; lalu mesin itu hilang"
padam
nyalakan "$pohon"
sehat
di "cd /opt/pks; $compose stop web worker worker-latar beat; cut -d ' ' -f 7- /etc/cron.d/pks-cadangan | env -i sh; journalctl -q -t pks-cadangan | grep Sidik; $sidik" > "$dir/sidik"
sed -i '/Sidik/d' "$dir/sidik"
mkdir "$dir/bekal"; cp -r "$pohon${volume}_cadangan/_data" "$dir/bekal/cadangan"; cp -r "$pohon/opt/pks/deploy/.env" "$pohon/opt/pks/deploy/rahasia" "$dir/bekal/"
cp "$pohon/root/ingat.json" "$dir/"; cp -r "$pohon/opt/pks/inti" "$dir/inti"
padam; rm -rf "$dir/pertama"

echo "== Mesin kedua: Memulihkan ke mesin baru dengan Docker Compose"
mesin kedua 0.2.0
cp -r "$dir/inti" "$pohon/opt/pks/"; mv "$dir/bekal" "$dir/ingat.json" "$pohon/root/"
echo "$sidik" > "$pohon/root/sidik.sh" # between pulihkan and siapkan
di "$(dokumen 'Memulihkan ke mesin baru dengan Docker Compose' | sed 's#manage.py pulihkan /var/cadangan$#&; bash -euo pipefail /root/sidik.sh > /root/sidik#')"; echo
sehat
diff "$dir/sidik" "$pohon/root/sidik" && echo "Sama dengan mesin pertama: $(grep -c '|' "$dir/sidik") tabel dan nomor urut, $(awk -F'|' 'NF == 3 { n += $2 } END { print n }' "$dir/sidik") baris, $(grep -vc '|' "$dir/sidik") berkas."
orang sesudah

echo "== Himpunan versi lama, $himpunan_lama: Memulihkan di mesin yang berjalan dengan Docker Compose"
di "$(dokumen 'Memulihkan di mesin yang berjalan dengan Docker Compose' | sed "s#/var/cadangan/2[0-9TZ]*#/var/cadangan/$himpunan_lama#")" | tee "$dir/keluaran"
grep -q 'versi yang lebih lama.*_uji' "$dir/keluaran"
sehat
# Files that came after that set have no row, and are swept by and by; nothing else may be wrong.
di "cd /opt/pks; $compose exec web python manage.py periksa_jejak; test -z \"\$({ $compose exec web python manage.py periksa_berkas || true; } 2>&1 | grep -Ev 'berkas tanpa baris$|masalah ditemukan|berkas utuh' || true)\""
orang sesudah
echo "Semua langkah dokumen berjalan."
