busybox mount --bind /srv/data /opt
busybox mount -o remount,bind,ro,nosuid /opt
