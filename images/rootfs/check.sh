#!/bin/bash
# check.sh ROOT: is every shared library, interpreter, symbol of a stub, included header and target of a symbolic link there?
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
root=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$root"
wrong=0
complain() { echo "$*" >&2; wrong=1; }

find . -type f | sort | while read -r file; do
  [ "$(head -c 4 "$file" | tr -d "\0")" = $'\x7fELF' ] && echo "$file"
done >"$work/elf" || true
[ "$(wc -l <"$work/elf")" -gt 100 ] || complain "hardly any programs in $root"

while read -r file; do
  readelf -hldW "$file" >"$work/readelf"
  grep -q 'Machine:.*80386' "$work/readelf" || complain "$file is not for i386"
  sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' "$work/readelf" >>"$work/needed"
  sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p' "$work/readelf" | while read -r library; do
    [ -e "usr/lib/i386-linux-gnu/$library" ] || [ -e "usr/lib/$library" ] || echo "$file needs $library, which is missing"
  done >>"$work/missing"
  interpreter=$(sed -n 's/.*program interpreter: \(.*\)\]/\1/p' "$work/readelf")
  [ -z "$interpreter" ] || [ -e "./$interpreter" ] || complain "$file needs $interpreter"
  readelf --dyn-syms -W "$file" | awk -v file="$file" '$7 == "UND" && $8 ~ /@/ { print $8, file }' >>"$work/undefined"
done <"$work/elf"
if [ -s "$work/missing" ]; then complain "$(cat "$work/missing")"; fi

# A stub has to have all of its library's symbols that anything in the image refers to.
for stub in "$here"/stubs/*; do
  awk '/^[^#]/ { for (i = 3; i <= NF; i++) print $i "@" $1 }' "$stub" | sort -u >"$work/defined"
  versions=$(awk '/^[^#]/ { print $1 }' "$stub" | sort -u | paste -sd'|')
  # lib*_PRIVATE and other versions of the same library count as well: match by the version's stem.
  stem=$(echo "$versions" | sed 's/|.*//; s/_.*//')
  grep -E "@${stem}_" "$work/undefined" | grep -v '@GLIBC' | while read -r symbol file; do
    grep -qxF "$symbol" "$work/defined" || echo "$file wants $symbol, which stubs/${stub##*/} lacks"
  done >"$work/lacking"
  if [ -s "$work/lacking" ]; then complain "$(cat "$work/lacking")"; fi
done

# Libraries nothing links to are dead weight, unless they are loaded by name.
for library in usr/lib/i386-linux-gnu/lib*.so.*; do
  [ -L "$library" ] || { soname=$(readelf -d "$library" | sed -n 's/.*(SONAME).*\[\(.*\)\]/\1/p')
    case $soname in
      libnss_files.so.2 | libdl.so.2 | libpthread.so.0 | librt.so.1 | libgcc_s.so.1) continue ;; # glibc's, loaded by old programs or by name
    esac
    grep -qxF "$soname" "$work/needed" || complain "nothing needs $library"; }
done

# A header compiles with what it includes. Three can't stand beside glibc's, with any compiler.
(cd usr/include && ls ./*.h arpa/*.h net/*.h netinet/*.h linux/*.h && cd i386-linux-gnu && ls sys/*.h) | while read -r header; do
  case $header in
    linux/resource.h | linux/time.h | linux/uio.h) before= ;;
    *) before='#include <stdio.h>\n#include <sys/socket.h>\n' ;;
  esac
  printf "#define _GNU_SOURCE\n$before#include <%s>\n" "${header#./}" | chroot . tcc -c -o /tmp/header.o - 2>"$work/says" ||
    echo "$header: $(tail -n 1 "$work/says")"
done >"$work/headers"
rm -f tmp/header.o
if [ -s "$work/headers" ]; then complain "$(cat "$work/headers")"; fi

find . -type l | sort | while read -r link; do
  target=$(readlink "$link")
  case $target in
    /proc/* | /run/*) continue ;;
    /*) [ -e ".$target" ] || [ -L ".$target" ] || echo "$link -> $target is dangling" ;;
    *) [ -e "$link" ] || echo "$link -> $target is dangling" ;;
  esac
done >"$work/dangling"
[ "${ALLOW_NO_AGENT:-}" = 1 ] && sed -i '/nslab\/agent/d' "$work/dangling"
if [ -s "$work/dangling" ]; then complain "$(cat "$work/dangling")"; fi

exit $wrong
