#: terminal 2
inherited() { for pid in $(pgrep -f ^/opt/daemons/); do [ -d /proc/$pid ] && echo $pid $(cut -d' ' -f16,17 /proc/$pid/stat); done; }
inherited > /tmp/one; sleep 5; inherited > /tmp/two
awk 'NR == FNR { before[$1] = $2 + $3; next } $1 in before { print $2 + $3 - before[$1], $1 }' /tmp/one /tmp/two | sort -n | tail -n 1 | cut -d' ' -f2
#: answer
