#: hint: had not left it
touch /run/box
mount --bind /proc/$$/ns/uts /run/box
unshare --uts bash
