#: hint: is not nosuid
mount -o remount,bind,ro /srv/data
