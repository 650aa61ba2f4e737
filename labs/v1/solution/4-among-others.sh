mkdir /mnt/dev
mount -t cgroup -o devices none /mnt/dev
cd /mnt/dev; mkdir a b c d
for group in a b c d; do sleep 1000 & echo $! > $group/cgroup.procs; done
echo 'b 8:0 rwm' > d/devices.deny
