#: hint: (no process) is ro and nosuid, but nobody is in that namespace
exit
mkdir /run/ns; mount --bind /run/ns /run/ns; mount --make-private /run/ns; touch /run/ns/box
unshare --mount=/run/ns/box mount -o bind,ro,nosuid /srv/data /media
