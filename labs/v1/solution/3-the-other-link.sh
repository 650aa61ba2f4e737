mkdir /mnt/np
mount -t cgroup -o net_prio none /mnt/np
mkdir /mnt/np/a
tc qdisc add dev lo root handle 7: prio
echo 'lo 7' > /mnt/np/a/net_prio.ifpriomap
sh -c 'echo $$ > /mnt/np/a/cgroup.procs; ping -c 1 127.0.0.1'
