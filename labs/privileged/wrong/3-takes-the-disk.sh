#: reason: The host has no disk any more
losetup -d /dev/loop0
crun delete -f privileged
crun run -d -b /srv/boxes/privileged shop
