mount -o remount,bind,ro,nosuid /srv/data
