#!/bin/bash
# pack.sh ROOT OUT_DIR: ROOT as an uncompressed erofs image, cut into chunks that are zstd frames of their own, one after
# the other in rootfs.erofs.zst (so `zstd -d` yields the image), and rootfs.index.json, which says where each lies.
set -euo pipefail
export LC_ALL=C
root=$1 out=$2
chunk=262144
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkfs.erofs --quiet -T"${SOURCE_DATE_EPOCH:?}" -U 6e736c61-6200-4000-8000-000000000001 "$work/image" "$root"
fsck.erofs "$work/image" >/dev/null
size=$(stat -c %s "$work/image")
split -b $chunk -a 4 -d "$work/image" "$work/chunk."
find "$work" -name 'chunk.*' -print0 | xargs -0 -P "$(nproc)" -n 8 zstd -q -19 --single-thread --rm
cat "$work"/chunk.*.zst >"$out/rootfs.erofs.zst"
stat -c %s "$work"/chunk.*.zst | awk -v size="$size" -v chunk=$chunk '
  { printf "%s[%d,%d]", NR == 1 ? "{\"chunkSize\":" chunk ",\"size\":" size ",\"chunks\":[\n" : ",\n", at, $1; at += $1 }
  END { print "\n]}" }' >"$out/rootfs.index.json"
zstd -dc "$out/rootfs.erofs.zst" | cmp - "$work/image"
