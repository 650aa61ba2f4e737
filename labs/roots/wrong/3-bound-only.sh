#: hint: is a mount point
exit
exit
unshare --mount bash
mount --bind /srv/jail /srv/jail; cd /srv/jail
