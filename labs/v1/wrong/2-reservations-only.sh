#: hint: no limit. That is the file
echo 4 > /proc/sys/vm/nr_hugepages
mkdir /tmp/v1/hugetlb/demo
echo 4M > /tmp/v1/hugetlb/demo/hugetlb.4MB.rsvd.limit_in_bytes
sh -c 'echo $$ > /tmp/v1/hugetlb/demo/cgroup.procs; exec huge'
