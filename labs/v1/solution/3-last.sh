#: terminal 2
tc qdisc replace dev up0 root prio
mkdir /mnt/np
mount -t cgroup -o net_prio none /mnt/np
mkdir -p /mnt/np/backup/nightly
echo up0 1 > /mnt/np/backup/nightly/net_prio.ifpriomap
echo $$ > /mnt/np/backup/nightly/cgroup.procs
echo hello | nc -u -w 1 10.4.0.2 9
