#: reason: has left 2 orphans so far
sed 's/<= 10/<= 2/' /srv/spawner.c > /tmp/spawner.c; cc -o /tmp/spawner /tmp/spawner.c
unshare --pid --fork --mount-proc tini /tmp/spawner
#: wait orphan 2
