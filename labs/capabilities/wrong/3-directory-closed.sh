#: hint: and come to it through /srv/tools
exit
setcap cap_net_raw+ep /srv/tools/ping; chmod 700 /srv/tools
