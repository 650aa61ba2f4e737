touch /srv/ipc
unshare --ipc bash
mount --bind /proc/$$/ns/ipc /srv/ipc
exit
