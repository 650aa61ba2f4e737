for name in blog mail shop; do timeout 4 strace -f -e trace=execve -o /tmp/$name -p $(tail -n 2 /sys/fs/cgroup/$name/cgroup.procs | head -n 1) & done; wait
grep -ho 'execve("[^"]*' /tmp/blog /tmp/mail /tmp/shop | cut -d'"' -f2 | grep -v ^/usr | tail -n 1
#: answer
