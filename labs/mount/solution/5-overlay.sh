mkdir -p /tmp/box/upper /tmp/box/work /tmp/box/merged
mount -t overlay overlay -o lowerdir=/srv/image/app:/srv/image/base,upperdir=/tmp/box/upper,workdir=/tmp/box/work /tmp/box/merged
echo "listen = 1" > /tmp/box/merged/etc/app.conf
find /tmp/box/upper -type f
