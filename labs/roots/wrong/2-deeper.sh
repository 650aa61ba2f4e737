#: hint: The root of process
mkdir -p deeper/bin; cp /bin/busybox deeper/bin/; chroot deeper /bin/busybox sh
