unshare --uts --pid --fork --mount sh -c 'mount -t proc proc /srv/rootfs/proc; exec chroot /srv/rootfs /bin/sleep 1000' &
umount $(findmnt -rn -t proc -o TARGET | grep -vx /proc)
