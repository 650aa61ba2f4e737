#: reason: runs without any filter
crun delete -f box; crun run -d -b /srv/box box
