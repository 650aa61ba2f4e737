unshare -m sh -c 'mount -t tmpfs x /opt; exec sleep 1000' &
