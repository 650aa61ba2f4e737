#: hint: has not asked for a second: failcnt is 1
echo 4 > /proc/sys/vm/nr_hugepages
mkdir /tmp/v1/hugetlb/demo
echo 0 > /tmp/v1/hugetlb/demo/hugetlb.4MB.limit_in_bytes
sh -c 'echo $$ > /tmp/v1/hugetlb/demo/cgroup.procs; exec huge'
echo 4M > /tmp/v1/hugetlb/demo/hugetlb.4MB.limit_in_bytes
