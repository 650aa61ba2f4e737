unshare --net sleep 1000 & a=$!
unshare --net sleep 1000 & b=$!
sleep 1; ip link add va type veth peer name eth0 netns $a; ip link add vb type veth peer name eth0 netns $b
for v in va vb; do ip link set dev $v up; busybox brctl addif docker0 $v; done
nsenter -t $a -n busybox ifconfig eth0 172.17.9.9 netmask 255.255.0.0
nsenter -t $b -n busybox ifconfig eth0 172.17.9.10 netmask 255.255.0.0
