mkdir /mnt/dev
mount -t cgroup -o devices,freezer none /mnt/dev
mkdir /mnt/dev/box
sh -c 'echo $$ > /mnt/dev/box/cgroup.procs; exec sleep 1000' &
echo 'b *:* r' > /mnt/dev/box/devices.deny
