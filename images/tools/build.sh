#!/bin/sh
# Builds the image's own small tools: build.sh OUT_DIR makes one static i386 program there of each *.c. Same sources and compiler, same bytes.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
cd "$here"
export LC_ALL=C
warnings='-Wall -Wextra -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wformat=2 -Werror'
for source in *.c; do
  # shellcheck disable=SC2086
  i686-linux-gnu-gcc $warnings -std=gnu17 -D_FILE_OFFSET_BITS=64 -D_TIME_BITS=64 -Os -fno-pie -march=pentium4 -mtune=generic \
    -ffile-prefix-map="$here"=. -ffunction-sections -fdata-sections -fno-asynchronous-unwind-tables \
    -static -no-pie -s -Wl,--gc-sections -Wl,--build-id=none -o "$out/${source%.c}" "$source"
done
