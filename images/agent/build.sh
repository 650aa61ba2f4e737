#!/bin/sh
# Builds the guest's agent: build.sh OUT_DIR makes OUT_DIR/agent, a static i386 program. Same sources and compiler, same bytes.
# NATIVE=1 builds it for this machine, with the sanitizers, for the tests.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
cd "$here"
export LC_ALL=C
build=$(sha256sum ./*.c ./*.h build.sh | sha256sum | cut -d' ' -f1)

warnings='-Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wformat=2 -Werror'
common="-std=gnu17 -D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64 -DBUILD=\"$build\" -fno-strict-aliasing -ffile-prefix-map=$here=."
if [ "${NATIVE:-}" = 1 ]; then
  # shellcheck disable=SC2086
  exec "${CC:-gcc}" $warnings $common -g -O1 -fsanitize=address,undefined -fno-sanitize-recover=undefined -o "$out/agent" ./*.c -pthread
fi
# The emulated CPU has SSE2 and no more, and pays by the instruction: hence O2 and no PIE. A check at each function's end is
# cheap against a bug in PID 1.
# shellcheck disable=SC2086
i686-linux-gnu-gcc $warnings $common -O2 -fno-pie -march=pentium4 -mtune=generic -fstack-protector-strong -D_FORTIFY_SOURCE=2 \
  -ffunction-sections -fdata-sections -fno-asynchronous-unwind-tables \
  -static -no-pie -s -Wl,--gc-sections -Wl,--build-id=none -o "$out/agent" ./*.c -pthread
