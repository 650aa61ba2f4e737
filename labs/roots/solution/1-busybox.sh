cd /srv/jail; busybox chroot . /bin/sh
