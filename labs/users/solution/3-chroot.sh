cp -r /usr/bin/busybox /srv/app/bin/; chroot /srv/app /bin/busybox find / -type f -exec /bin/busybox chmod a-s {} +
