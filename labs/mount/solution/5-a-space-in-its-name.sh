mkdir -p '/tmp/my box/'{u,w,m}
cd '/tmp/my box'
mount -t overlay overlay -o lowerdir=/srv/image/app:/srv/image/base,upperdir=u,workdir=w m
sed -i s/listen/port/ m/etc/app.conf
