mount -t tmpfs x /opt; mkdir /opt/u /opt/w
busybox mount -t overlay x -o lowerdir=/srv/image/app:/srv/image/base,upperdir=/opt/u,workdir=/opt/w /media
echo "listen = 3" > /media/etc/new; mv /media/etc/new /media/etc/app.conf
