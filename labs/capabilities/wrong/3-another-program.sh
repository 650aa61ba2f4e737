#: reason: and yet student can't ping with it: no answer
exit
cp /usr/bin/true /srv/tools/ping; setcap cap_net_raw+ep /srv/tools/ping
