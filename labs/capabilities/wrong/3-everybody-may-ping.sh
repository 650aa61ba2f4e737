#: hint: student can ping all the same
exit
sysctl -w net.ipv4.ping_group_range='0 2147483647'
