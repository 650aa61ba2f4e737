#: reason: no orphan of it has died yet
cp /usr/bin/sleep /tmp/spawner
unshare --pid --fork /tmp/spawner 1000 &
