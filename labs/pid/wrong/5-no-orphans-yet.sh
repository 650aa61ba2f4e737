#: reason: has left 0 orphans so far
cp /usr/bin/sleep /tmp/spawner
unshare --pid --fork /tmp/spawner 1000 &
