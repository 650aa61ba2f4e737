#: hint: Its mode is 700
exit
setcap cap_net_raw+ep /srv/tools/ping; chmod 700 /srv/tools/ping
