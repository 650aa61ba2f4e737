exit
unshare --mount --propagation shared bash
mount --bind /srv /mnt
