#: hint: /devices/demo is there, and nobody is in it
mkdir /tmp/v1/devices /tmp/v1/freezer
mount -t cgroup -o devices devices /tmp/v1/devices
mkdir /tmp/v1/devices/demo
echo 'b 8:0 rwm' > /tmp/v1/devices/demo/devices.deny
mount -t cgroup -o freezer freezer /tmp/v1/freezer
mkdir /tmp/v1/freezer/demo
echo $$ > /tmp/v1/freezer/demo/cgroup.procs
