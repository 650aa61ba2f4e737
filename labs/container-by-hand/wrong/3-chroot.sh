#: hint: That is chroot: what is above is still there.
setpriv --reuid=100000 --regid=100000 --clear-groups unshare --map-root-user --user --mount --pid --fork --uts --ipc --net --cgroup chroot /srv/rootfs /bin/sleep 1000 &
until pgrep -u 100000 -x sleep; do sleep 0.2; done
