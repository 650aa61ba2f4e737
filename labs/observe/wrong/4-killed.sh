#: hint: The miner has ended
name=$(cd /sys/fs/cgroup; grep usage_usec */cpu.stat | grep -vE '^(blog|mail|shop)/' | sort -k2 -n | tail -n 1 | cut -d/ -f1)
echo 1 > /sys/fs/cgroup/$name/cgroup.kill
#: answer 1
