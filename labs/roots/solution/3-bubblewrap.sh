#: terminal 2
bwrap --bind /srv/jail / /bin/sh
