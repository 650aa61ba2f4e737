#: hint: and nobody is in it
mkdir /tmp/v1/devices
mount -t cgroup -o devices devices /tmp/v1/devices
mkdir /tmp/v1/devices/demo
echo 'b 8:0 rwm' > /tmp/v1/devices/demo/devices.deny
