ip netns add red; ip netns add blue
ip link add r0 type veth peer name r1; ip link add s0 type veth peer name s1
ip link set dev r0 up master docker0; ip link set dev s0 up master docker0
ip link set dev r1 netns red; ip link set dev s1 netns blue
ip netns exec red bash -c 'ip link set r1 up; ip address add 172.17.255.254/16 dev r1'
ip netns exec blue bash -c 'ip address add 172.17.0.2/16 dev s1; ip link set s1 up'
