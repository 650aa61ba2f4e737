mount --bind /srv/data /media
mount -o remount,bind,ro,nosuid /media
touch /media/x
