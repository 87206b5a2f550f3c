#!/usr/bin/env bash
# Puts the site in production as docs/operasi.md says: in an empty Debian (deploy/uji_mesin.sh) the commands
# of "Dengan systemd" are run as they stand there, then the site is visited, started again, upgraded and rebooted.
set -euo pipefail
# shellcheck source=deploy/uji_mesin.sh
. "$(dirname "$0")/uji_mesin.sh"

echo "== Debian kosong"
debian_kosong "$dir/pohon"
nyalakan "$dir/pohon"

echo "== Langkah 1–7 docs/operasi.md"
kode 0.1.0
di "$(perintah 'Dengan systemd')"; echo

echo "== Setelah dimulai ulang satu per satu, dan diperbarui"
di "while sleep 0.05; do curl -s -o /dev/null -m 30 -w '%{http_code}\n' --cacert /etc/ssl/certs/pks.pem https://$host/masuk/; done > /root/kode.txt & pengunjung=\$!
for satuan in pks-web pks-worker@segera pks-worker@latar pks-beat; do systemctl restart \$satuan; sleep 2; done; sleep 3; kill \$pengunjung"
kode 0.2.0
perintah 'Meningkatkan versi tanpa henti' > "$pohon/root/perbarui.sh"
di "while sleep 0.05; do curl -s -o /dev/null -m 30 -w '%{http_code}\n' --cacert /etc/ssl/certs/pks.pem https://$host/masuk/; done >> /root/kode.txt & pengunjung=\$!
bash -eu /root/perbarui.sh; sleep 5; kill \$pengunjung
sort /root/kode.txt | uniq -c; [ \"\$(sort -u /root/kode.txt)\" = 200 ]"
sehat

echo "== Setelah mesin dinyalakan ulang"
padam
nyalakan "$pohon"
sehat
di "systemctl start pks-backup; pks-manage pulihkan /var/cadangan --periksa
for satuan in pks-web pks-worker@segera pks-worker@latar pks-beat pks-backup; do systemd-analyze security --no-pager \$satuan | tail -n 1; done
test -z \"\$(systemctl --failed --no-legend)\""
echo "Semua langkah dokumen berjalan."
