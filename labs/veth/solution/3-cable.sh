ip link add to-blue type veth peer name to-red
ip link set to-blue netns red
ip link set to-red netns blue
