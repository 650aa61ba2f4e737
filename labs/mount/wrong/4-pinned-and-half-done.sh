#: hint: (no process) is not ro, and not nosuid
exit
mkdir /run/ns; mount --bind /run/ns /run/ns; mount --make-private /run/ns; touch /run/ns/box
unshare --mount=/run/ns/box mount --bind /srv/data /media
