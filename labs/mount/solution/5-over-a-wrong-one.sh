cd /srv/image; mkdir -p /tmp/u /tmp/w /tmp/m
mount -t overlay x -o lowerdir=base:app /tmp/m
mount -t overlay x -o lowerdir=app:base,upperdir=/tmp/u,workdir=/tmp/w /tmp/m
busybox sed -i s/listen/port/ /tmp/m/etc/app.conf
