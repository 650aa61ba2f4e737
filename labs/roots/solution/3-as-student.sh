exit
exit
su - student
unshare --user --map-root-user --mount bash
mount --bind /srv/jail /srv/jail; cd /srv/jail; pivot_root . root; exec /bin/sh
