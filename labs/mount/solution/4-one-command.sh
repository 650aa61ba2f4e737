mount -o bind,ro,nosuid /srv/data /media
