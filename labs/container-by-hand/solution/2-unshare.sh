umount $(findmnt -rn -t proc -o TARGET | grep -vx /proc)
unshare --mount demo /srv/rootfs box /bin/sleep 1000 &
