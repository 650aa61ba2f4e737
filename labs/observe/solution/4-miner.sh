cd /sys/fs/cgroup; grep usage_usec */cpu.stat > /tmp/before; sleep 5; grep usage_usec */cpu.stat > /tmp/after
name=$(paste -d' ' /tmp/before /tmp/after | awk '!/^(blog|mail|shop)/ { print $4 - $2, $1 }' | sort -n | tail -n 1 | cut -d' ' -f2 | cut -d/ -f1)
head -n 1 $name/cgroup.procs
#: answer
