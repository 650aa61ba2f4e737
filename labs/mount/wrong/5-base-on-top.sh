#: hint: the base layer is on top
mkdir -p /tmp/u /tmp/w /tmp/m
mount -t overlay x -o lowerdir=/srv/image/base:/srv/image/app,upperdir=/tmp/u,workdir=/tmp/w /tmp/m
echo x > /tmp/m/etc/app.conf
