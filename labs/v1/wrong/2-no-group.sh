#: reason: has no group but its root
echo 4 > /proc/sys/vm/nr_hugepages
huge
