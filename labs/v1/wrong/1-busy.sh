#: hint: fails with EBUSY
mkdir /tmp/v1
mount -t cgroup -o hugetlb hugetlb /tmp/v1
