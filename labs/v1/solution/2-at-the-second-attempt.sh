echo 4 > /proc/sys/vm/nr_hugepages
mkdir /tmp/v1/hugetlb/demo
echo 8M > /tmp/v1/hugetlb/demo/hugetlb.4MB.limit_in_bytes
sh -c 'echo $$ > /tmp/v1/hugetlb/demo/cgroup.procs; exec huge'
echo 4M > /tmp/v1/hugetlb/demo/hugetlb.4MB.limit_in_bytes
for counter in failcnt max_usage_in_bytes; do echo 0 > /tmp/v1/hugetlb/demo/hugetlb.4MB.$counter; done
sh -c 'echo $$ > /tmp/v1/hugetlb/demo/cgroup.procs; exec huge'
