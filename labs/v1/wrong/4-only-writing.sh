#: hint: /dev/sda can be opened
mkdir /tmp/v1/devices
mount -t cgroup -o devices devices /tmp/v1/devices
mkdir /tmp/v1/devices/demo
echo $$ > /tmp/v1/devices/demo/cgroup.procs
echo 'b 8:0 w' > /tmp/v1/devices/demo/devices.deny
