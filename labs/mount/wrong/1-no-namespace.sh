#: hint: is in PID 1's mounts: everybody on the host sees it
mount -t tmpfs mine /mnt
