#: hint: Huge pages in the pool, for the whole machine: 0
mkdir /tmp/v1/hugetlb/demo
echo 4M > /tmp/v1/hugetlb/demo/hugetlb.4MB.limit_in_bytes
sh -c 'echo $$ > /tmp/v1/hugetlb/demo/cgroup.procs; exec huge'
