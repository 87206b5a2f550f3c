#!/usr/bin/env bash
# Puts the site in production as docs/operasi.md says: in an empty Debian that boots under systemd-nspawn
# in a network of its own, the commands of "Dengan systemd" are run as they stand there, then the site is
# visited, started again, upgraded and rebooted. For root on Linux, with debootstrap, nft and ip; no part
# of CI. Everything it makes is taken away again. What this machine alone needs (an apt mirror, pip.conf,
# certificates) is laid into the tree from the folder UJI_TAMBAHAN.
set -euo pipefail
cd "$(dirname "$0")/.."
[ "$(id -u)" -eq 0 ] || { echo "make uji-systemd memerlukan root: ia membuat pohon Debian dan menjalankannya." >&2; exit 1; }
for alat in debootstrap systemd-nspawn nft ip curl; do
  command -v "$alat" >/dev/null || { echo "Perlu $alat: apt-get install debootstrap systemd-container nftables iproute2 curl" >&2; exit 1; }
done
dir="$(mktemp -d /var/tmp/uji-systemd.XXXXXX)"; pohon="$dir/pohon"
nama="pks$$"; jaringan="${UJI_JARINGAN:-10.77.8}"; host=kerjasama.example.go.id; wadah=""
teruskan="$(cat /proc/sys/net/ipv4/ip_forward)"

padam() { # the container's first process ends it; nspawn is waited for
  [ -z "$wadah" ] || { kill -TERM "$wadah" 2>/dev/null || true; wait "$wadah" 2>/dev/null || true; wadah=""; }
}
selesai() {
  kode=$?
  [ "$kode" -eq 0 ] || di "journalctl --no-pager -p warning -n 40" || true
  padam
  nft delete table ip "$nama" 2>/dev/null || true
  ip link delete "$nama" 2>/dev/null || true
  ip netns delete "$nama" 2>/dev/null || true
  echo "$teruskan" > /proc/sys/net/ipv4/ip_forward
  rm -rf "$dir"
  [ "$kode" -eq 0 ] || echo "GAGAL." >&2
  exit "$kode"
}
trap selesai EXIT

di() { # one or more lines, as root, inside
  nsenter --target "$induk" --mount --pid --uts --ipc --net --cgroup -- \
    env -i HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin bash -euc "$1"
}
nyalakan() {
  ip netns list | grep -qw "$nama" || ip netns add "$nama"
  ip link add "$nama" type veth peer name host0 netns "$nama"
  ip address add "$jaringan.1/24" dev "$nama"; ip link set "$nama" up
  ip -n "$nama" address add "$jaringan.2/24" dev host0; ip -n "$nama" link set host0 up
  ip -n "$nama" link set lo up; ip -n "$nama" route add default via "$jaringan.1"
  SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1 systemd-nspawn --quiet --directory="$pohon" --boot --register=no --keep-unit \
    --network-namespace-path="/run/netns/$nama" --resolv-conf=copy-host --console=pipe >"$dir/boot.log" 2>&1 </dev/null & wadah=$!
  for _ in $(seq 60); do
    induk="$(pgrep -P "$wadah" | head -n 1 || true)"
    [ -z "$induk" ] || [ "$(di 'systemctl is-system-running' 2>/dev/null)" != running ] || return 0
    sleep 1
  done
  cat "$dir/boot.log" >&2; echo "Debian di dalamnya tidak siap." >&2; return 1
}
perintah() { # the commands under a heading of the document, in their order
  awk -v judul="### $1" '/^##/ { di = $0 == judul } di && /^ *```/ { sh = !sh && /sh$/; next } di && sh { sub(/^   /, ""); print }' docs/operasi.md
}
kode() { mkdir -p "$pohon/opt/pks-$1"; git ls-files -z | tar -c --null -T - | tar -x --no-same-owner -C "$pohon/opt/pks-$1"; }
sehat() { di "for _ in \$(seq 90); do curl -fs --cacert /etc/ssl/certs/pks.pem https://$host/sehat/ >/dev/null && exit 0; sleep 1; done; curl -s --cacert /etc/ssl/certs/pks.pem https://$host/sehat/; exit 1"; }

echo "== Debian kosong"
debootstrap --variant=minbase --include=ca-certificates,systemd-sysv,dbus,iproute2 bookworm "$pohon" ${UJI_CERMIN:+"$UJI_CERMIN"} >"$dir/debootstrap.log" || { tail -n 5 "$dir/debootstrap.log" >&2; exit 1; }
[ -z "${UJI_TAMBAHAN:-}" ] || cp -r "$UJI_TAMBAHAN/." "$pohon/"
echo "$nama" > "$pohon/etc/hostname"
printf '127.0.0.1 localhost %s\n' "$nama $host" > "$pohon/etc/hosts"
nft "add table ip $nama; add chain ip $nama keluar { type nat hook postrouting priority 100; }; add rule ip $nama keluar ip saddr $jaringan.0/24 masquerade"
echo 1 > /proc/sys/net/ipv4/ip_forward
nyalakan

echo "== Langkah 1–7 docs/operasi.md"
kode 0.1.0
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$host" -addext "subjectAltName=DNS:$host" \
  -keyout "$pohon/etc/ssl/private/pks.pem" -out "$pohon/etc/ssl/certs/pks.pem" 2>/dev/null
# The certificate is our own, which the one curl of the document has to be told.
di "$(perintah 'Dengan systemd' | sed 's#^curl #sleep 20; CURL_CA_BUNDLE=/etc/ssl/certs/pks.pem &#')"; echo

echo "== Setelah dimulai ulang satu per satu, dan diperbarui"
di "while sleep 0.05; do curl -s -o /dev/null -m 30 -w '%{http_code}\n' --cacert /etc/ssl/certs/pks.pem https://$host/masuk/; done > /root/kode.txt & pengunjung=\$!
for satuan in pks-web pks-worker@segera pks-worker@latar pks-beat; do systemctl restart \$satuan; sleep 2; done; sleep 3; kill \$pengunjung"
kode 0.2.0
perintah 'Meningkatkan versi tanpa henti' | grep -v '^docker' > "$pohon/root/perbarui.sh"
di "while sleep 0.05; do curl -s -o /dev/null -m 30 -w '%{http_code}\n' --cacert /etc/ssl/certs/pks.pem https://$host/masuk/; done >> /root/kode.txt & pengunjung=\$!
bash -eu /root/perbarui.sh; sleep 5; kill \$pengunjung
sort /root/kode.txt | uniq -c; [ \"\$(sort -u /root/kode.txt)\" = 200 ]"
sehat

echo "== Setelah mesin dinyalakan ulang"
padam
ip link delete "$nama" 2>/dev/null || true
nyalakan
sehat
di "systemctl start pks-backup; pks-manage pulihkan /var/cadangan --periksa
for satuan in pks-web pks-worker@segera pks-worker@latar pks-beat pks-backup; do systemd-analyze security --no-pager \$satuan | tail -n 1; done
test -z \"\$(systemctl --failed --no-legend)\""
echo "Semua langkah dokumen berjalan."
