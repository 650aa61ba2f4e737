#: terminal 2
for pid in $(pgrep -f ^/opt/daemons/); do echo $(cut -d' ' -f16 /proc/$pid/stat) $pid; done | sort -n | tail -n 1 | cut -d' ' -f2
#: answer
