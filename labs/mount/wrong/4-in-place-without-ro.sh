#: hint: is not ro: its flags
mount -o remount,bind,nosuid /srv/data
