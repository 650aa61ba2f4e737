#: hint: does not show both layers
mkdir -p /tmp/u /tmp/w /tmp/m
mount -t overlay x -o lowerdir=/srv/image/app:/srv/image/base,upperdir=/tmp/u,workdir=/tmp/w /tmp/m
mount -t tmpfs x /tmp/m; mkdir /tmp/m/etc; echo x > /tmp/m/etc/app.conf
