#!/bin/bash
# stubs.sh OUT_DIR: the shared libraries of stubs/, each of functions that do nothing but return a constant.
# A line is VERSION VALUE SYMBOL…; -1 also sets errno to EOPNOTSUPP; a quoted value is a string. Why, is said in each.
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "$0")" && pwd)
out=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
cd "$work"
for list in "$here"/stubs/*; do
  soname=${list##*/}
  awk '
    BEGIN { print "#include <errno.h>" }
    /^[^#]/ {
      type = $2 ~ /^"/ ? "const char *" : "int "
      for (i = 3; i <= NF; i++)
        printf "%s%s(void) { %sreturn %s; }\n", type, $i, $2 == "-1" ? "errno = EOPNOTSUPP; " : "", $2
    }' "$list" >stub.c
  # Each version node in its own block; a later one needs no parent for the dynamic linker's purposes.
  awk '
    /^[^#]/ { for (i = 3; i <= NF; i++) nodes[$1] = nodes[$1] " " $i ";"; if (!($1 in seen)) order[++n] = $1; seen[$1] = 1 }
    END { for (i = 1; i <= n; i++) printf "%s { global:%s%s };\n", order[i], nodes[order[i]], i == 1 ? " local: *;" : "" }' "$list" >stub.map
  i686-linux-gnu-gcc -shared -fPIC -O2 -s -fno-builtin -fno-ident -Wl,-soname,"$soname" -Wl,--version-script,stub.map \
    -Wl,--build-id=none -Wl,--hash-style=gnu -Wl,-z,relro -Wl,-z,now -nostartfiles -o "$out/$soname" stub.c
done
