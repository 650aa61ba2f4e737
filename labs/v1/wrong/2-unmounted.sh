#: hint: not mounted as version 1 any more
umount /tmp/v1/hugetlb
