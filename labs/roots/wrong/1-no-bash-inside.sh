#: hint: The root of every process is the host
chroot /srv/jail /bin/bash
