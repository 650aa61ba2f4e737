#: reason: has no group but its root
mkdir /tmp/v1/devices
mount -t cgroup -o devices devices /tmp/v1/devices
