mkdir /run/o; cd /run/o; mkdir u w m
mount -t overlay none -o lowerdir=/srv/image/app:/srv/image/base,upperdir=u,workdir=w m
echo more >> m/etc/app.conf
