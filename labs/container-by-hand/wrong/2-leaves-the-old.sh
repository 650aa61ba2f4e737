#: hint: Mending the program doesn't take it away
unshare --mount demo /srv/rootfs box /bin/sleep 1000 &
