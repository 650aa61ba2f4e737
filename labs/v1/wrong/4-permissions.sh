#: hint: File permissions don't count for root
mkdir /tmp/v1/devices
mount -t cgroup -o devices devices /tmp/v1/devices
mkdir /tmp/v1/devices/demo
echo $$ > /tmp/v1/devices/demo/cgroup.procs
chmod 000 /dev/sda
