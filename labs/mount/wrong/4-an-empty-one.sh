#: reason: mounted nowhere but where it was
mount -t tmpfs x /media; mount -o remount,bind,ro,nosuid /media
