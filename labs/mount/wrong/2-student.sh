#: hint: it receives from the host, and gives nothing back
exit
su - student
unshare --user --map-root-user --mount --propagation unchanged bash
mount -t tmpfs x /mnt
