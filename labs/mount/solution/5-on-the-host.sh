exit
mkdir -p /tmp/u /tmp/w
mount -t overlay x -o lowerdir=/srv/image/app:/srv/image/base,upperdir=/tmp/u,workdir=/tmp/w /mnt
sed -i 's/listen/port/' /mnt/etc/app.conf
