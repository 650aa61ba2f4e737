#: hint: No device program is attached to any group of version 2
echo 'b 8:0 rwm' > /tmp/v1/devices/devices.deny; mkdir /sys/fs/cgroup/demo; echo $$ > /sys/fs/cgroup/demo/cgroup.procs; head -c 1 /dev/sda
