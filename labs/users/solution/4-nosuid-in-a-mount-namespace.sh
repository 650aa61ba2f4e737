unshare --mount bash
mount --bind /usr/local /usr/local
mount -o remount,bind,nosuid /usr/local
