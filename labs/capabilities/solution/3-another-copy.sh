exit
cp /usr/bin/ping /tmp/p; setcap cap_net_raw+eip /tmp/p; mv /tmp/p /srv/tools/ping
