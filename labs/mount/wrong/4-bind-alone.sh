#: hint: is not ro, and not nosuid
mount --bind /srv/data /media
