cc -o /usr/local/bin/spawner /srv/spawner.c
