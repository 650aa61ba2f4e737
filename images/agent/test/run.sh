#!/bin/sh
# The agent's tests, as root on Debian: unit tests with the golden frames, the fuzzer (at most SECONDS, 60 unless told), and
# the agent itself, built for this machine with the sanitizers and driven over a socket. run.sh [SECONDS]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cd "$here"
seconds=${1:-60}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export ASAN_OPTIONS=abort_on_error=0:exitcode=99 UBSAN_OPTIONS=print_stacktrace=1
if ! command -v clang >/dev/null || ! [ -e "$(clang -print-file-name=libclang_rt.fuzzer-x86_64.a)" ]; then
  apt-get -q update && DEBIAN_FRONTEND=noninteractive apt-get -qy --no-install-recommends install clang libclang-rt-14-dev
fi
flags='-std=gnu17 -D_FILE_OFFSET_BITS=64 -Wall -Wextra -Wno-unused-result -Werror -g -O1 -fno-sanitize-recover=undefined'
pure='../frame.c ../flow.c ../request.c ../glob.c'

# shellcheck disable=SC2086
gcc $flags -fsanitize=address,undefined -o "$work/unit" unit.c $pure
mkdir "$work/corpus"
"$work/unit" ../../../test/fixtures/frames.json "$work/corpus"

# shellcheck disable=SC2086
clang $flags -fsanitize=fuzzer,address,undefined -o "$work/fuzz" fuzz.c $pure
(cd "$work" && ./fuzz -runs=200000 -max_total_time="$seconds" -max_len=9000 -timeout=5 -rss_limit_mb=1024 corpus >fuzz.log 2>&1) ||
  { tail -n 60 "$work/fuzz.log"; exit 1; }
tail -n 1 "$work/fuzz.log"

NATIVE=1 ../build.sh "$work"
# shellcheck disable=SC2086
gcc $flags -fsanitize=address,undefined -o "$work/drive" drive*.c client.c ../frame.c
timeout 120 "$work/drive" "$work/agent"
