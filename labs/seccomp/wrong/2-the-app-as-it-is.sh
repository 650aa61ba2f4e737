#: hint: crun run -b /srv/box -f /srv/box/deny.json
crun run -d -b /srv/box other; echo $?
#: answer 139
