# A group of version 2 that uses hugetlb, so that version 1 can't have it yet; and a cable to a machine beside, with a name: neighbour.
mkdir /sys/fs/cgroup/system
echo +hugetlb > /sys/fs/cgroup/cgroup.subtree_control
ip netns add neighbour
ip link add up0 type veth peer name eth0 netns neighbour
# Else the kernel's own packets of IPv6, which have a priority, would be counted among the learner's.
echo 1 > /proc/sys/net/ipv6/conf/up0/disable_ipv6
ip address add 10.4.0.1/24 dev up0
ip link set up0 up
ip -n neighbour address add 10.4.0.2/24 dev eth0
ip -n neighbour link set eth0 up
echo '10.4.0.2	neighbour' >> /etc/hosts
cc -o /usr/local/bin/huge /root/huge.c
