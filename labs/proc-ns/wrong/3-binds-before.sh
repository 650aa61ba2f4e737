#: hint: the host's own
exit
touch /run/box
mount --bind /proc/$$/ns/uts /run/box
unshare --uts bash
