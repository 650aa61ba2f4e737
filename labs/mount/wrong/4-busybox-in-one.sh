#: hint: is not ro, and not nosuid
busybox mount -o bind,ro,nosuid /srv/data /media
