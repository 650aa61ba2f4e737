echo 4 > /proc/sys/vm/nr_hugepages
mkdir /tmp/v1/hugetlb/demo /tmp/huge
mount -t hugetlbfs none /tmp/huge
#: terminal 2
echo $$ > /tmp/v1/hugetlb/demo/cgroup.procs
echo 5000000 > /tmp/v1/hugetlb/demo/hugetlb.4MB.limit_in_bytes
fallocate -l 8M /tmp/huge/file
