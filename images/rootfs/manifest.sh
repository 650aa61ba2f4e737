#!/bin/bash
# manifest.sh DEBS_DIR OUT_DIR: writes OUT_DIR/LICENSES.md and OUT_DIR/manifest.json about what is in OUT_DIR.
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
debs=$1 out=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# The names of a package's licences: the License: fields of a machine-readable copyright file, otherwise the texts of
# /usr/share/common-licenses it points to, and the wordings of the usual short ones.
licences() {
  mkdir -p doc
  dpkg-deb --fsys-tarfile "$1" | tar -x -C doc --strip-components=3 --wildcards './usr/share/doc/*' 2>/dev/null || true
  file=doc/doc/$2/copyright
  if [ -L "doc/doc/$2" ]; then echo "as $(basename "$(readlink "doc/doc/$2")")"; rm -rf doc; return; fi
  if grep -qi '^Format:' "$file"; then
    sed -nE 's/^License:[ \t]*([^ \t].*)$/\1/Ip' "$file" | sed -E 's/[ \t]+$//; s/,? (and|or) /\n/g' | sort -uf | paste -sd, | sed 's/,/, /g'
  else
    {
      grep -oE '/usr/share/common-licenses/[A-Za-z0-9.+-]*[A-Za-z0-9]' "$file" | sed 's#.*/##' || true
      grep -qiE 'redistribution and use in source and binary forms' "$file" && echo BSD || true
      grep -qiE 'permission is hereby granted, free of charge' "$file" && echo MIT || true
      grep -qiE 'public domain' "$file" && echo public-domain || true
    } | sort -u | paste -sd, | sed 's/,/, /g'
  fi
  rm -rf doc
}

grep -v '^#' "$here/packages.lock" | while read -r name version sha256 path; do
  deb=$debs/$name.deb
  if [ -e "$deb" ]; then
    licence=$(licences "$deb" "$name")
    source=$(dpkg-deb -f "$deb" Source)
  else # the kernel's source, which is not fetched when the kernel is at hand
    licence=GPL-2 source=$(basename "$(dirname "$path")")
  fi
  [ -n "$licence" ] || licence='see the copyright file'
  sourceVersion=$(sed -nE 's/.*\((.*)\)/\1/p' <<<"$source")
  # A binary-only rebuild (+b1) has the source of the version it rebuilt.
  [ -n "$sourceVersion" ] || sourceVersion=$(sed -E 's/\+b[0-9]+$//' <<<"$version")
  source=${source%% *}
  [ -n "$source" ] || source=$name
  jq -nc --arg name "$name" --arg version "$version" --arg sha256 "$sha256" --arg license "$licence" \
    --arg source "$source" --arg sourceVersion "$sourceVersion" \
    '{$name, $version, $sha256, $license, source: {package: $source, version: $sourceVersion}, where: "Debian source package \($source) version \($sourceVersion)"}'
done | jq -s . >packages.json

{
  cat <<'TEXT'
# Licences of what is in the image

Every package is Debian's, unchanged, of which chosen files are taken; the image holds each one's full copyright file at
`/usr/share/doc/PACKAGE/copyright` and the common licence texts in `/usr/share/common-licenses`. The sources are Debian
source packages, kept for good, every version, in Debian's archive and its snapshots. Written by `images/build.sh`.
The kernel (`bzImage`) is built from `linux-source-6.12` with the options in `kernel.config` and the changes in
`images/kernel/patches`; `bios.bin` and `vgabios.bin` are files of `seabios`. `/usr/lib/nslab/agent`, the programs of
`images/tools` and the constant-returning libraries of `images/rootfs/stubs` are this project's; the first two are linked with glibc's static libraries (`libc6-dev-i386-cross`, LGPL-2.1).

| package | version | licences | Debian source package |
|---|---|---|---|
TEXT
  jq -r '.[] | "| \(.name) | \(.version) | \(.license | gsub("[|]"; "/")) | \(.source.package) \(.source.version) |"' packages.json
} >"$out/LICENSES.md"

tool() { dpkg-query -W -f '${Version}' "$1"; }
jq -n --arg gcc "$(tool gcc-12-i686-linux-gnu)" --arg binutils "$(tool binutils-i686-linux-gnu)" --arg libc "$(tool libc6-dev-i386-cross)" \
  --arg erofs "$(tool erofs-utils)" --arg zstd "$(tool zstd)" \
  '{"gcc-12-i686-linux-gnu": $gcc, "binutils-i686-linux-gnu": $binutils, "libc6-dev-i386-cross": $libc, "erofs-utils": $erofs, zstd: $zstd}' >tools.json

bash "$here/../inputs.sh" | jq -R 'capture("^(?<sha256>[0-9a-f]+)  (?<path>.*)$")' | jq -s 'map({key: .path, value: .sha256}) | from_entries' >inputs.json
(cd "$out" && find . -type f ! -name manifest.json -printf '%P\n' | sort | while read -r file; do
  jq -nc --arg file "$file" --arg sha256 "$(sha256sum <"$file" | cut -d' ' -f1)" --argjson size "$(stat -c %s "$file")" '{$file, $sha256, $size}'
done) | jq -s . >outputs.json

jq -n --arg hash "$(bash "$here/../inputs.sh" --hash)" --argjson epoch "${SOURCE_DATE_EPOCH:?}" --arg key "${KERNEL_KEY:-}" \
  --slurpfile files inputs.json --slurpfile tools tools.json --slurpfile packages packages.json --slurpfile outputs outputs.json '
  ($packages[0][] | select(.name | startswith("linux-source"))) as $linux
  | {inputs: {hash: $hash, epoch: $epoch, files: $files[0]}, builtWith: $tools[0],
     kernel: {package: $linux.name, version: $linux.version, key: $key, config: "kernel.config"},
     outputs: $outputs[0], packages: $packages[0]}' >"$out/manifest.json"
