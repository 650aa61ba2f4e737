mount --bind /usr/local/bin /usr/local/bin
mount -o remount,bind,nosuid /usr/local/bin
