ip link add dev a type veth peer name b
ip link set dev a netns blue
ip link set dev b netns blue
ip -n blue link set dev b netns red
