#: hint: is not nosuid
mount --bind /srv/data /media
mount -o remount,bind,ro /media
