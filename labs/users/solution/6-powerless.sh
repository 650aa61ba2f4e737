hostname "$(hostname)"; cat /etc/shadow; chown daemon ~student; unshare --net ip link set lo up; mount -t tmpfs none /mnt; unshare --mount mount -t tmpfs none /mnt
#: answer d f
