#: hint: is private: nothing gets out
exit
unshare --mount bash
mount -t tmpfs x /mnt
