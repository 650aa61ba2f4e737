#!/bin/bash
# A container by hand: this much is the demo. Add what is missing.
exec unshare --uts --pid --fork --mount bash -c '
  hostname box
  mount --bind /srv/rootfs /srv/rootfs
  cd /srv/rootfs
  mount -t proc proc proc
  exec chroot . /bin/sleep 1000000
'
