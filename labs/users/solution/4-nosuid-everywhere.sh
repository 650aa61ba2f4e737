mount -o remount,nosuid /
