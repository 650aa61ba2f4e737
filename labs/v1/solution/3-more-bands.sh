mkdir /mnt/np
mount -t cgroup -o net_prio none /mnt/np
mkdir /mnt/np/fast
tc qdisc add dev up0 root handle 20: prio bands 4 priomap 3 3 3 3 3 3 3 3 3 0 3 3 3 3 3 3
echo 'up0 9' > /mnt/np/fast/net_prio.ifpriomap
sh -c 'echo $$ > /mnt/np/fast/tasks; ping -c 1 10.4.0.2'
