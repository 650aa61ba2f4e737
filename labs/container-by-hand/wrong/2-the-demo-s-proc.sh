#: reason: has no /proc of its own
unshare --uts --pid --fork --mount sh -c "mount --bind $(findmnt -rn -t proc -o TARGET | grep -vx /proc) /srv/rootfs/proc; exec chroot /srv/rootfs /bin/sleep 1000" &
until pgrep -x sleep | grep -q "$(pgrep -xn sleep)" && [ "$(readlink /proc/$(pgrep -xn sleep)/root)" = /srv/rootfs ]; do sleep 0.1; done
umount $(findmnt -rn -t proc -o TARGET | grep -vx /proc)
