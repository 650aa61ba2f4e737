#: reason: in the host's mount namespace
demo /srv/rootfs box /bin/sleep 1000 &
