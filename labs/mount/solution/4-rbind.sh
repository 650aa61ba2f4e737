mount --rbind /srv /opt; mount -o remount,bind,ro,nosuid /opt/data
