#: hint: has not asked for a second
echo 4 > /proc/sys/vm/nr_overcommit_hugepages
mkdir /tmp/v1/hugetlb/demo
echo 4M > /tmp/v1/hugetlb/demo/hugetlb.4MB.limit_in_bytes
