#: hint: but also another mount namespace
bwrap --bind /srv/jail / /bin/sh
