#: reason: runs without any filter
#: after the solution
crun delete -f box; jq "del(.linux.seccomp)" /srv/box/config.json > /tmp/new; cp /tmp/new /srv/box/config.json
crun run -d -b /srv/box box
