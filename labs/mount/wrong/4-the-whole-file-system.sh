#: hint: You made the file system itself read-only
mount --bind /srv/data /media
mount -o remount,ro,nosuid /media
