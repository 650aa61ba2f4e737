#: hint: Take the bit away
exit
chmod u+s /srv/tools/ping; setcap cap_net_raw+ep /srv/tools/ping
