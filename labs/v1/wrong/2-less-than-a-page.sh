#: hint: is rounded down to them
mkdir /tmp/v1/hugetlb/demo
echo 1M > /tmp/v1/hugetlb/demo/hugetlb.4MB.limit_in_bytes
