#: reason: No proc file system was mounted at /srv/rootfs/proc
#: answer /srv/rootfs/proc
