#: hint: a new peer group
mount --make-rshared /
mount -t tmpfs x /media
