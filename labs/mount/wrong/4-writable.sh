#: hint: is not ro: its flags
mount --bind /srv/data /media
mount -o remount,bind,nosuid /media
