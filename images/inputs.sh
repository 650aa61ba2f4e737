#!/bin/bash
# inputs.sh: "<sha256>  <path>" of every file the image is made from, by path; inputs.sh --hash: the sha256 of that list.
# build.sh, epoch, all of kernel/, rootfs/ and tools/, and agent/'s *.c, *.h and *.sh except agent/test/.
set -euo pipefail
export LC_ALL=C
cd "$(dirname "$0")"
list() {
  {
    printf '%s\n' build.sh epoch
    find kernel rootfs tools -type f
    if [ -d agent ]; then find agent -path agent/test -prune -o -type f \( -name '*.c' -o -name '*.h' -o -name '*.sh' \) -print; fi
  } | sort | xargs -d '\n' sha256sum
}
if [ "${1:-}" = --hash ]; then list | sha256sum | cut -d' ' -f1; else list; fi
