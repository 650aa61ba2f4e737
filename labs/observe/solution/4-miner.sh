cd /sys/fs/cgroup; grep usage_usec */cpu.stat; sleep 2; grep usage_usec */cpu.stat
name=$(grep usage_usec */cpu.stat | grep -vE '^(blog|mail|shop)/' | sort -k2 -n | tail -n 1 | cut -d/ -f1)
head -n 1 $name/cgroup.procs
#: answer
