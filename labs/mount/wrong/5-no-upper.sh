#: hint: This overlay has no upperdir
mkdir -p /tmp/u /tmp/w /tmp/m
mount -t overlay x -o lowerdir=/srv/image/app:/srv/image/base /tmp/m
echo x > /tmp/m/etc/app.conf
