#: hint: Something else is mounted over
mkdir -p /tmp/u /tmp/w /tmp/m
mount -t overlay x -o lowerdir=/srv/image/app:/srv/image/base,upperdir=/tmp/u,workdir=/tmp/w /tmp/m
mount --bind /etc/hostname /tmp/m/etc/app.conf
