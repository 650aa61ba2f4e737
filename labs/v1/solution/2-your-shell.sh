sysctl -w vm.nr_hugepages=2
mkdir -p /tmp/v1/hugetlb/a/b
echo 4194304 > /tmp/v1/hugetlb/a/b/hugetlb.4MB.limit_in_bytes
echo $$ > /tmp/v1/hugetlb/a/b/tasks
huge
