#!/bin/sh
# ask LINE: hands the newest app a line, and prints its answer.
pid=$(pgrep -xn app) || { echo "no app is running" >&2; exit 1; }
run=/proc/$pid/root/run
exec flock -w 5 "$run" sh -c 'echo "$2" >"$1/ask"; timeout 5 head -n 1 "$1/answer" || echo "no answer" >&2' sh "$run" "$*"
