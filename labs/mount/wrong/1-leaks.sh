#: hint: came out of its namespace
unshare --mount --propagation unchanged bash
mount -t tmpfs mine /mnt
