#: hint: is only chrooted in it
exit
exit
unshare --mount --root=/srv/jail /bin/sh
