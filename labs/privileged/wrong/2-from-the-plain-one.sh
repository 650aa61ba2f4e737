#: reason: The host's disk is as it was
crun exec plain sh -c 'hostname > /dev/loop0; mknod /tmp/disk b 7 0'
