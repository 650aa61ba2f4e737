mkdir '/tmp/my data'
unshare --mount bash
mount --bind /srv/data '/tmp/my data'
mount -o remount,bind,ro,nosuid '/tmp/my data'
