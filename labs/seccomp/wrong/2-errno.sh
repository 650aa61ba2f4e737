#: reason: and 1 is not how crun reports that
crun run -b /srv/box -f /srv/box/deny.json deny
#: answer 1
