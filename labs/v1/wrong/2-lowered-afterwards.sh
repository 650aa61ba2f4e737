#: hint: but once had 8388608 bytes: whether failcnt, 1, is of this limit can't be told
echo 4 > /proc/sys/vm/nr_hugepages
mkdir /tmp/v1/hugetlb/demo
echo 8M > /tmp/v1/hugetlb/demo/hugetlb.4MB.limit_in_bytes
sh -c 'echo $$ > /tmp/v1/hugetlb/demo/cgroup.procs; exec huge'
echo 4M > /tmp/v1/hugetlb/demo/hugetlb.4MB.limit_in_bytes
