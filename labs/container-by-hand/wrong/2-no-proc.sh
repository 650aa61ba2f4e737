#: reason: has no /proc of its own
umount $(findmnt -rn -t proc -o TARGET | grep -vx /proc)
unshare --uts --pid --fork --mount chroot /srv/rootfs /bin/sleep 1000 &
