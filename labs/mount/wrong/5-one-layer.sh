#: hint: does not show both layers
mkdir -p /tmp/u /tmp/w /tmp/m
mount -t overlay x -o lowerdir=/srv/image/app,upperdir=/tmp/u,workdir=/tmp/w /tmp/m
echo x > /tmp/m/etc/app.conf
