mkdir -p /tmp/u/etc /tmp/w /tmp/m; echo "listen = 4" > /tmp/u/etc/app.conf
mount -t overlay x -o lowerdir=/srv/image/app:/srv/image/base,upperdir=/tmp/u,workdir=/tmp/w /tmp/m
