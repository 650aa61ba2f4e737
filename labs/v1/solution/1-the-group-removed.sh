rmdir /sys/fs/cgroup/system
mkdir /mnt/old
busybox mount -t cgroup -o hugetlb none /mnt/old
