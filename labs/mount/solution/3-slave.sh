mount --make-rslave /
mount -t tmpfs mine /opt
#: terminal 2
mount -t tmpfs theirs /media
