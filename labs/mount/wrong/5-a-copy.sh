#: reason: There is no overlay
cp -r /srv/image/base/. /srv/image/app/. /media; cp -r /srv/image/base /tmp/m; echo x > /tmp/m/etc/app.conf
