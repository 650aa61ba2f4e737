busybox unshare -m sh
busybox mount -t tmpfs mine /media
