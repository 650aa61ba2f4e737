#: hint: No such file or directory
mkdir /tmp/v1/devices
mount -t cgroup -o devices devices /tmp/v1/devices
mkdir /tmp/v1/devices/demo
echo $$ > /tmp/v1/devices/demo/cgroup.procs
rm /dev/sda
