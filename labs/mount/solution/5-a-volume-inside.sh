mkdir -p /tmp/u /tmp/w /tmp/m
mount -t overlay x -o lowerdir=/srv/image/app:/srv/image/base,upperdir=/tmp/u,workdir=/tmp/w /tmp/m
mkdir /tmp/m/data; mount --bind /srv/data /tmp/m/data; echo "listen = 5" > /tmp/m/etc/app.conf
