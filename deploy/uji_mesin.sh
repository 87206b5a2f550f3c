# shellcheck shell=bash
# For deploy/uji_systemd.sh, uji_pindah.sh and uji_compose.sh: an empty Debian that boots under systemd-nspawn
# in a network of its own, and the commands of docs/operasi.md as they stand there. For root on Linux, with
# debootstrap, nft and ip; no part of CI. Everything made here is taken away again. What this machine alone
# needs (pip.conf, certificates) is laid into the tree from the folder UJI_TAMBAHAN; UJI_CERMIN is an apt mirror.
cd "$(dirname "$0")/.."
[ "$(id -u)" -eq 0 ] || { echo "Perlu root: ini membuat pohon Debian dan menjalankannya." >&2; exit 1; }
for alat in debootstrap systemd-nspawn nft ip curl; do
  command -v "$alat" >/dev/null || { echo "Perlu $alat: apt-get install debootstrap systemd-container nftables iproute2 curl" >&2; exit 1; }
done
dir="$(mktemp -d /var/tmp/uji-systemd.XXXXXX)"; pohon=""
nama="pks$$"; jaringan="${UJI_JARINGAN:-10.77.8}"; host=kerjasama.example.go.id; wadah=""; cara="Dengan systemd"; rilis=bookworm; hak=()
teruskan="$(cat /proc/sys/net/ipv4/ip_forward)"

padam() { # the container's first process ends it; nspawn is waited for
  [ -z "$wadah" ] || { kill -TERM "$wadah" 2>/dev/null || true; wait "$wadah" 2>/dev/null || true; wadah=""; }
  ip link delete "$nama" 2>/dev/null || true
}
selesai() {
  kode=$?
  [ "$kode" -eq 0 ] || [ -z "$wadah" ] || di "journalctl --no-pager -p warning -n 40" || true
  padam
  nft delete table ip "$nama" 2>/dev/null || true
  ip netns delete "$nama" 2>/dev/null || true
  echo "$teruskan" > /proc/sys/net/ipv4/ip_forward
  rm -rf "$dir"
  [ "$kode" -eq 0 ] || echo "GAGAL." >&2
  exit "$kode"
}
trap selesai EXIT

di() { # one or more lines, as root, inside
  nsenter --target "$induk" --mount --pid --uts --ipc --net --cgroup -- \
    env -i HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin bash -euo pipefail -c "$1"
}
nyalakan() { # the machine whose tree is named
  pohon="$1"
  ip netns list | grep -qw "$nama" || ip netns add "$nama"
  ip link add "$nama" type veth peer name host0 netns "$nama"
  ip address add "$jaringan.1/24" dev "$nama"; ip link set "$nama" up
  ip -n "$nama" address add "$jaringan.2/24" dev host0; ip -n "$nama" link set host0 up
  ip -n "$nama" link set lo up; ip -n "$nama" route add default via "$jaringan.1"
  SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1 systemd-nspawn --quiet --directory="$pohon" --boot --register=no --keep-unit "${hak[@]}" \
    --network-namespace-path="/run/netns/$nama" --resolv-conf=copy-host --console=pipe >"$dir/boot.log" 2>&1 </dev/null & wadah=$!
  for _ in $(seq 60); do
    induk="$(pgrep -P "$wadah" | head -n 1 || true)"
    [ -z "$induk" ] || [ "$(di 'systemctl is-system-running' 2>/dev/null)" != running ] || return 0
    sleep 1
  done
  cat "$dir/boot.log" >&2; echo "Debian di dalamnya tidak siap." >&2; return 1
}
debian_kosong() { # a tree of its own, with the certificate that the document takes for granted
  if [ ! -d "$dir/kosong" ]; then
    debootstrap --variant=minbase --include=ca-certificates,systemd-sysv,dbus,iproute2 "$rilis" "$dir/kosong" ${UJI_CERMIN:+"$UJI_CERMIN"} >"$dir/debootstrap.log" || { tail -n 5 "$dir/debootstrap.log" >&2; exit 1; }
    [ -z "${UJI_TAMBAHAN:-}" ] || cp -r "$UJI_TAMBAHAN/." "$dir/kosong/"
    openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$host" -addext "subjectAltName=DNS:$host" -addext keyUsage=digitalSignature,keyCertSign \
      -keyout "$dir/kosong/etc/ssl/private/pks.pem" -out "$dir/kosong/etc/ssl/certs/pks.pem" 2>/dev/null
    printf '127.0.0.1 localhost %s\n' "$nama $host" > "$dir/kosong/etc/hosts"
    echo "$nama" > "$dir/kosong/etc/hostname"
    nft "add table ip $nama; add chain ip $nama keluar { type nat hook postrouting priority 100; }; add rule ip $nama keluar ip saddr $jaringan.0/24 masquerade"
    echo 1 > /proc/sys/net/ipv4/ip_forward
  fi
  cp -a "$dir/kosong" "$1"
}
perintah() { # the commands under a heading of the document, in their order; "Langkah 1–2" are those of $cara
  awk -v judul="### $1" -v cara="### $cara" '
    /^##/ { di = $0 == judul; pangkal = $0 == cara; n = 0 }
    /^[0-9]+\. / { n = $1 + 0 }
    di && /^[0-9]+\. Langkah [0-9]/ { m = split($3, a, "–"); for (i = a[1] + 0; i <= a[m] + 0; i++) printf "%s", langkah[i] }
    /^ *```/ { sh = !sh && /sh$/; next }
    sh { sub(/^   /, ""); if (pangkal) langkah[n] = langkah[n] $0 "\n"; if (di) print }' docs/operasi.md |
    # The certificate is our own, which the one curl of the document has to be told.
    sed 's#^curl .* \(https.*\)#sleep 20; CURL_CA_BUNDLE=/etc/ssl/certs/pks.pem & || { curl -sk \1; exit 1; }#'
}
kode() { mkdir -p "$pohon/opt/pks-$1"; git ls-files -z | tar -c --null -T - | tar -x --no-same-owner -C "$pohon/opt/pks-$1"; }
sehat() { di "for _ in \$(seq 90); do curl -fs --cacert /etc/ssl/certs/pks.pem https://$host/sehat/ >/dev/null && exit 0; sleep 1; done; curl -s --cacert /etc/ssl/certs/pks.pem https://$host/sehat/; exit 1"; }
