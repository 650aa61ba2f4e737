#: reason: a proc is still mounted at /srv/rootfs/proc
#: after the solution
mount -t proc proc /srv/rootfs/proc
