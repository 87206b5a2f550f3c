#!/usr/bin/env bash
# Installs the Debian packages that are missing; where it may not, prints the one line that does.
set -euo pipefail

kurang=()
for paket in "$@"; do
  dpkg-query -W -f='${Status}' "$paket" 2>/dev/null | grep -q '^install ok installed' || kurang+=("$paket")
done
[ "${#kurang[@]}" -eq 0 ] && exit 0

belum() { echo "Pustaka sistem belum ada. Pasang dengan: sudo apt-get install -y ${kurang[*]}" >&2; exit 0; }
{ [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; } || belum
echo "Memasang pustaka sistem: ${kurang[*]} …"
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq >/dev/null || true # a stale list may still do
sisa=()
for paket in "${kurang[@]}"; do # one by one: a name this release does not know holds up no other
  apt-get install -y -qq --no-install-recommends "$paket" >/dev/null || sisa+=("$paket")
done
kurang=("${sisa[@]}")
[ "${#kurang[@]}" -eq 0 ] || belum
