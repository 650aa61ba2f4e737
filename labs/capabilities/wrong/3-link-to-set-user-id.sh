#: hint: the set-user-ID bit, and with it all 41
exit
setcap cap_net_raw+ep /srv/tools/again; ln -sf again /srv/tools/ping
