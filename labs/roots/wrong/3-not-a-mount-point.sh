#: hint: EINVAL unless the new root is a mount point
exit
exit
unshare --mount bash
cd /srv/jail; mkdir -p old; pivot_root . old
