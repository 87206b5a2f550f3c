#!/usr/bin/env bash
# A machine is lost and its backup restored, as docs/operasi.md says, with its commands as they stand there
# (deploy/uji_mesin.sh): onto an empty Debian; then, after that one was upgraded, the same set of the older
# version over what is running. What was on the first machine is counted and hashed apart from the application.
set -euo pipefail
# shellcheck source=deploy/uji_mesin.sh
. "$(dirname "$0")/uji_mesin.sh"

orang() { di "cd /opt/pks/deploy; SSL_CERT_FILE=/etc/ssl/certs/pks.pem PYTHONDONTWRITEBYTECODE=1 ../.venv/bin/python uji_pindah.py $1 https://$host/ /root/ingat.json"; }
# Every row, every number to be given next, every byte. The note of the backup itself is written on after the copy.
sidik="cd /
runuser -u postgres -- psql -At pks -c \"SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY 1\" | while read -r tabel; do
  [ \$tabel != inti_catatanberkala ] || continue
  runuser -u postgres -- psql -At pks -c \"SELECT '\$tabel', count(*), md5(string_agg(t::text, '|' ORDER BY t::text)) FROM \$tabel t\" </dev/null
done
runuser -u postgres -- psql -At pks -c 'SELECT sequencename, last_value FROM pg_sequences ORDER BY 1'
cd /var/lib/pks/berkas; find . -type f -print0 | sort -z | xargs -0 sha256sum"

echo "== Mesin pertama: langkah 1–7 docs/operasi.md, dengan data contoh sebagai ganti administrator pertama"
debian_kosong "$dir/pertama"
nyalakan "$dir/pertama"
kode 0.1.0
contoh='echo MODE_DEMO=1 >> /etc/pks/env; pks-manage isi_contoh --naskah 8; sed -i /^MODE_DEMO/d /etc/pks/env'
di "$(perintah 'Dengan systemd' | sed "s#^pks-manage buat_admin .*#$contoh#")"; echo
orang sebelum
echo "== Cadangan terakhirnya, lalu mesin itu hilang"
di "systemctl show -p NextElapseUSecRealtime --value pks-backup.timer | grep -q ."
di "systemctl stop pks-web.socket pks-web 'pks-worker@*' pks-beat; systemctl start pks-backup; $sidik" > "$dir/sidik"
himpunan="$(cd "$pohon/var/cadangan"; ls -d 2* | tail -n 1)"
[ -n "$(find "$pohon/var/cadangan/$himpunan" -name 'basisdata.dump.sandi')" ]
padam

echo "== Mesin kedua: Memulihkan ke mesin baru, himpunan $himpunan"
debian_kosong "$dir/kedua"
nyalakan "$dir/kedua"
kode 0.1.0
mkdir "$pohon/root/bekal"
cp -a "$dir/pertama/etc/pks" "$pohon/root/bekal/pks"
cp -a "$dir/pertama/var/cadangan" "$pohon/root/bekal/cadangan"
cp "$dir/pertama/root/ingat.json" "$pohon/root/"
rm -rf "$dir/pertama"
echo "$sidik" > "$pohon/root/sidik.sh"
mulai=$SECONDS
di "$(perintah 'Memulihkan ke mesin baru' | sed 's#^pks-manage pulihkan .*#date +%s > /root/mulai; &; date +%s > /root/selesai; bash -euo pipefail /root/sidik.sh > /root/sidik#')"; echo
lama=$((SECONDS - mulai))
sehat
diff "$dir/sidik" "$pohon/root/sidik" && echo "Sama dengan mesin pertama: $(grep -c '|' "$dir/sidik") tabel dan nomor urut, $(awk -F'|' 'NF == 3 { n += $2 } END { print n }' "$dir/sidik") baris, $(grep -vc '|' "$dir/sidik") berkas."
orang sesudah
di 'test -z "$(systemctl --failed --no-legend)"'
echo "Dari Debian kosong sampai situs membuktikan dirinya: $lama detik, di antaranya pulihkan $(($(cat "$pohon/root/selesai") - $(cat "$pohon/root/mulai"))) detik."

echo "== Versi baru di mesin kedua, lalu himpunan versi lama: Memulihkan di mesin yang berjalan"
kode 0.2.0
# As a later version would: one more column in the very table that has to prove itself before it is migrated.
sed -i 's/^    objects = JejakAuditQuerySet/    kolom_uji = models.CharField("uji", max_length=9, db_default="")\n&/' "$pohon/opt/pks-0.2.0/inti/models/jejak.py"
di "cd /opt/pks-0.2.0; VAR_DIR=/tmp/uji PYTHONDONTWRITEBYTECODE=1 /opt/pks-0.1.0/.venv/bin/python manage.py makemigrations inti --name uji; chmod a+r inti/migrations/*_uji.py"
di "$(perintah 'Meningkatkan versi tanpa henti')"
sehat
di "$(perintah 'Memulihkan di mesin yang berjalan' | sed "s#/var/cadangan/2[0-9TZ]*#/var/cadangan/$himpunan#")" | tee "$dir/keluaran"
grep -q 'versi yang lebih lama.*_uji' "$dir/keluaran"
sehat
# Files that came after that set have no row, and are swept by and by; nothing else may be wrong.
di "pks-manage periksa_jejak; test -z \"\$({ pks-manage periksa_berkas || true; } 2>&1 | grep -Ev 'berkas tanpa baris$|masalah ditemukan|berkas utuh' || true)\"
runuser -u postgres -- psql -At pks -c 'SELECT count(kolom_uji) FROM inti_jejakaudit'"
orang sesudah
di 'test -z "$(systemctl --failed --no-legend)"'
echo "Semua langkah dokumen berjalan."
