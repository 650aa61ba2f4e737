#: reason: /srv/tools/ping has no capabilities
#: after the solution
cp /usr/bin/ping /srv/tools/ping
