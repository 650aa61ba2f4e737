exit
bwrap --bind / / --ro-bind /srv/data /media bash
