ip netns exec red bash
ip link add dev a type veth peer name b
ip link set dev b netns blue
