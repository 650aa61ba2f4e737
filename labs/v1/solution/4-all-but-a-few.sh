mkdir /mnt/dev
mount -t cgroup -o devices none /mnt/dev
mkdir -p /mnt/dev/box/app
echo a > /mnt/dev/box/app/devices.deny
echo 'c 1:3 rwm' > /mnt/dev/box/app/devices.allow
#: terminal 2
echo $$ > /mnt/dev/box/app/tasks
