#: hint: was refused a page, but its limit is 8388608 bytes
echo 1 > /proc/sys/vm/nr_hugepages
mkdir /tmp/v1/hugetlb/demo
echo 1M > /tmp/v1/hugetlb/demo/hugetlb.4MB.limit_in_bytes
sh -c 'echo $$ > /tmp/v1/hugetlb/demo/cgroup.procs; exec huge'
echo 8M > /tmp/v1/hugetlb/demo/hugetlb.4MB.limit_in_bytes
sh -c 'echo $$ > /tmp/v1/hugetlb/demo/cgroup.procs; exec huge'
