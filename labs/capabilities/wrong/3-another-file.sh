#: reason: /srv/tools/ping has no capabilities
exit
cp /usr/bin/ping /srv/tools/ping2; setcap cap_net_raw+ep /srv/tools/ping2
