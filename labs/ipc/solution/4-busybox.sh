unshare --mount busybox sh -c 'busybox mount -t mqueue q /mnt && exec busybox sh'
