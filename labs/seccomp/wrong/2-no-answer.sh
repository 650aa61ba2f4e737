#: hint: `echo $?` shows
crun run -b /srv/box -f /srv/box/deny.json deny
