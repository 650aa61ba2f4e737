#: reason: no process was ended before it could execute
ls -l /srv/box
