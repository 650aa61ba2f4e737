mount -t proc none /proc
chroot /proc/1/root /bin/bash
